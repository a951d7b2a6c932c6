"""Rules, tags, and both together, on the part of the corpus that nothing was learned from.

    python -m vedette.evaluation.ablation [--write docs/benchmarks.md]

An event is found where a claim of its type stands on its words (or on those of
another telling of it); dates, places, actors and origins are scored on the
events that were found.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from vedette.evaluation.annotated import LANGUAGES, AnnotatedItem
from vedette.evaluation.facts import score_facts, tellings
from vedette.evaluation.markup import read_corpus
from vedette.evaluation.split import Part, in_part
from vedette.evaluation.tagging import Scores, Tally
from vedette.evaluation.written_section import write_section
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Report
from vedette.reading.facts import FactReader
from vedette.reading.rules import RuleReader
from vedette.reading.tags import Tagger
from vedette.reading.together import TogetherReader, put_together

COLUMNS = ("event", "date", "place", "actor", "quantity", "origin", "status")
Read = Callable[[Report], list[Claim]]


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write the table where asked."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.ablation", description=__doc__)
    parser.add_argument("--write", type=Path, help="page with '<!-- ablation -->' and '<!-- end of ablation -->'")
    chosen = parser.parse_args(arguments)
    items = in_part(read_corpus(Path("corpus")), Part.TEST)
    table = "\n".join([
        f"| language, reader | items | {' | '.join(COLUMNS)} |", "|---" * (len(COLUMNS) + 2) + "|", *rows(items),
    ])
    sys.stdout.write(f"{table}\n")
    if chosen.write is not None:
        write_section(chosen.write, "ablation", table)
    return 0


def rows(items: Sequence[AnnotatedItem]) -> Iterator[str]:
    """Give a row of the table for each language and way of reading it."""
    knowledge = load_knowledge()
    tagger = Tagger()
    for language in LANGUAGES:
        own = [item for item in items if item.language == language]
        facts = FactReader(knowledge, language=language, tagger=tagger)
        readers: dict[str, Read] = {"tags": facts.read}
        if language == "en":
            rules = RuleReader(knowledge)
            readers |= {"rules": rules.read} | {
                name: _together(rules, facts, more=more)
                for name, more in (("rules, open fields from tags", False), ("rules and tags", True))
            } | {"rules, and tags where sure (as it is read)": TogetherReader(knowledge, tagger=tagger).read}
        for name, read in readers.items():
            scores = score(own, read)
            yield f"| {language}, {name} | {len(own)} | {' | '.join(_cell(scores, column) for column in COLUMNS)} |"


def _together(rules: RuleReader, facts: FactReader, *, more: bool) -> Read:
    return lambda report: put_together(rules.read(report), facts.read(report), more=more)


def score(items: Sequence[AnnotatedItem], read: Read) -> Scores:
    """Read items and score the claims."""
    pairs = [(item, read(report_of(item))) for item in items]
    scores = score_facts(pairs)["all"]
    for item, claims in pairs:
        scores.add("event", _events(item, claims))
    return scores


def report_of(item: AnnotatedItem) -> Report:
    """Give the report that an item would be if it came from a source."""
    return Report.of(
        item.text, ref=item.id, outlet=item.outlet, published=item.published, language=item.language
    )


def _events(item: AnnotatedItem, claims: Sequence[Claim]) -> Tally:
    """Count events found: each claim answers for one event, each event is found once."""
    waiting = list(claims)
    right = 0
    wanted = tellings(item)
    for lines in wanted:
        kind = item.type_of(lines[0].id)
        spans = [item.mark(line.id).span for line in lines]
        found = next((c for c in waiting if c.type is kind and any(c.trigger.overlaps(span) for span in spans)), None)
        if found is not None:
            waiting.remove(found)
            right += 1
    return Tally(right, len(claims), len(wanted))


def _cell(scores: Scores, column: str) -> str:
    tally = scores.by_label.get(column, Tally())
    return f"{tally.f1:.3f}" if tally.wanted else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
