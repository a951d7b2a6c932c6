"""How far two people, marking the same texts from the guidelines alone, agree.

    python -m vedette.evaluation.agreement blank lt > lt.marked     # a tenth of a language, without its marks
    python -m vedette.evaluation.agreement compare                  # every file of corpus/second, by label
    python -m vedette.evaluation.agreement compare --write          # the same into the datasheet, between its marks

The second annotation is in ``corpus/second/<language>.marked``. It changes
nothing in the corpus; it tells what can be expected of anybody.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from vedette.evaluation.annotated import LANGUAGES, AnnotatedItem
from vedette.evaluation.gold_tags import tags_of
from vedette.evaluation.markup import read_corpus
from vedette.evaluation.markup_writer import write_items
from vedette.evaluation.tagging import Scores, Tally, score_tags
from vedette.evaluation.written_section import write_section
from vedette.reading.tags import Tags

CORPUS = Path("corpus")
PAGE = "DATASHEET.md"
SECOND = "second"
ONE_IN = 10
SHOWN = (
    "trigger", "event", "stage", "factuality", "evidence", "actor", "place", "time", "quantity", "equipment", "name",
    "source", "cue", "roles",
)


def main(arguments: Sequence[str]) -> int:
    """Write blank items, or compare."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.agreement", description=__doc__)
    parser.add_argument("what", choices=("blank", "compare"))
    parser.add_argument("language", nargs="?", choices=LANGUAGES, help="of the blank items")
    parser.add_argument("--write", action="store_true", help=f"write the table into {CORPUS / PAGE}")
    chosen = parser.parse_args(arguments)
    if chosen.what == "blank":
        if chosen.language is None:
            parser.error("Name the language of the blank items, as in 'blank lt'.")
        sys.stdout.write(write_items(blank(item) for item in tenth(list(read_corpus(CORPUS / chosen.language)))))
        return 0
    section = agreement_section(list(pairs(CORPUS)))
    sys.stdout.write(f"{section}\n")
    if chosen.write:
        write_section(CORPUS / PAGE, "agreement", section)
    return 0


def tenth(items: Sequence[AnnotatedItem]) -> list[AnnotatedItem]:
    """Give about every tenth item, by its id, so that more items do not change the choice."""
    return [item for item in items if hashlib.blake2b(item.id.encode(), digest_size=2).digest()[0] * ONE_IN < 256]


def blank(item: AnnotatedItem) -> AnnotatedItem:
    """Take all marks off an item; whether it and its paragraphs are on our subjects is for the annotator to say."""
    paragraphs = tuple(replace(paragraph, on=True) for paragraph in item.paragraphs)
    return replace(item, on=True, paragraphs=paragraphs, marks=(), contents=(), events=())


def pairs(corpus: Path) -> Iterator[tuple[AnnotatedItem, Tags]]:
    """Give each item that was marked twice, with the second annotation as tags.

    Raises:
        ValueError: The text of a second annotation is not that of the first.
    """
    for file in sorted((corpus / SECOND).glob("*.marked")):
        first = {item.id: item for item in read_corpus(corpus / file.stem)}
        for item in read_corpus(file):
            if item.id in first and item.text != first[item.id].text:
                raise ValueError(f"{file}: the text of {item.id} is not that of the corpus. Only marks may differ.")
            if item.id in first:
                yield first[item.id], tags_of(item)


def agreement_section(compared: Sequence[tuple[AnnotatedItem, Tags]]) -> str:
    """Write the agreement as F1 of one annotation against the other, which is the same both ways, by label."""
    scores = score_tags(compared)
    languages = [language for language in (*LANGUAGES, "all") if language in scores]
    items = Counter(item.language for item, _ in compared)
    counts = [str(items[language] if language in items else len(compared)) for language in languages]
    return "\n".join([
        f"| | {' | '.join(languages)} |",
        f"|---|{'---:|' * len(languages)}",
        f"| items | {' | '.join(counts)} |",
        *(f"| {label} | {' | '.join(_cell(scores[one], label) for one in languages)} |" for label in SHOWN),
    ])  # fmt: skip


def _cell(scores: Scores, label: str) -> str:
    tally = scores.by_label.get(label, Tally())
    return f"{tally.f1:.2f}" if tally.wanted else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
