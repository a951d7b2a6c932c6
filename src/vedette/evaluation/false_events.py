"""Events that are read where there are none: in paragraphs of ordinary news and in such as are near our subjects.

    python -m vedette.evaluation.false_events [--part dev] [--show] [--write docs/benchmarks.md]

Each paragraph is read as a report of its own, the hardest way: nothing around
it says what it is about.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from vedette.evaluation.eventless import EventlessParagraph, read_eventless
from vedette.evaluation.split import Part, in_part
from vedette.evaluation.written_section import write_section
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Report
from vedette.reading import read

CORPUS = Path("corpus")
KINDS = ("ordinary", "near")  # folders of paragraphs without events
PUBLISHED = "2026-05-13"  # a day is needed to read days by; no paragraph tells of it


def main(arguments: Sequence[str]) -> int:
    """Count, print, and write the table where asked."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.false_events", description=__doc__)
    parser.add_argument("--part", type=Part, choices=list(Part), default=Part.TEST, help="of the corpus")
    parser.add_argument("--show", action="store_true", help="print each false event with its paragraph")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="page with '<!-- false events -->' and its end")
    chosen = parser.parse_args(arguments)
    asked = {kind: in_part(read_eventless(CORPUS / kind), chosen.part) for kind in KINDS}
    found = {kind: list(false_events(paragraphs)) for kind, paragraphs in asked.items()}
    if chosen.show:
        for paragraph, claims in (each for kind in KINDS for each in found[kind]):
            told = ", ".join(f"{claim.type} ({claim.trigger.of(paragraph.text)})" for claim in claims)
            sys.stdout.write(f"{paragraph.file}:{paragraph.line}: {told}: {paragraph.text}\n")
    section = table(asked, {kind: [paragraph for paragraph, _ in pairs] for kind, pairs in found.items()})
    sys.stdout.write(f"{section}\n")
    if chosen.write is not None:
        write_section(chosen.write, "false events", section)
    return 0


def false_events(
    paragraphs: Sequence[EventlessParagraph],
) -> Iterator[tuple[EventlessParagraph, tuple[Claim, ...]]]:
    """Give the paragraphs in which the reader sees an event, with what it sees."""
    reports = [
        Report.of(each.text, ref=each.id, outlet="", language=each.language, published=PUBLISHED)
        for each in paragraphs
    ]
    for paragraph, done in zip(paragraphs, read(reports, knowledge=load_knowledge()), strict=True):
        if done.claims:
            yield paragraph, tuple(done.claims)


def table(asked: Mapping[str, Sequence[EventlessParagraph]], wrong: Mapping[str, Sequence[EventlessParagraph]]) -> str:
    """Write how many paragraphs of each kind and language have a false event."""
    of = {kind: Counter(each.language for each in paragraphs) for kind, paragraphs in asked.items()}
    false = {kind: Counter(each.language for each in paragraphs) for kind, paragraphs in wrong.items()}
    head = ["language", *(name for kind in asked for name in (f"{kind} paragraphs", "with a false event"))]
    rows = [
        [language, *(str(count[language]) for kind in asked for count in (of[kind], false[kind]))]
        for language in sorted({language for count in of.values() for language in count})
    ]
    all_of = ["all"]
    for kind in asked:
        every, bad = of[kind].total(), false[kind].total()
        all_of += [str(every), f"{bad} ({bad / max(1, every):.1%})"]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows, all_of))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
