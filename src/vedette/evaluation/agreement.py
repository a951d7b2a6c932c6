"""How far two people, marking the same texts from the guidelines alone, agree.

    python -m vedette.evaluation.agreement blank lt > lt.marked     # a tenth of a language, without its marks
    python -m vedette.evaluation.agreement compare                  # every file of corpus/second, by label

The second annotation is in ``corpus/second/<language>.marked``. It changes
nothing in the corpus; it tells what can be expected of anybody.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from vedette.evaluation.annotated import LANGUAGES, AnnotatedItem
from vedette.evaluation.gold_tags import tags_of
from vedette.evaluation.markup import read_corpus
from vedette.evaluation.markup_writer import write_items
from vedette.evaluation.tagging import Scores, Tally, score_tags
from vedette.reading.tags import Tags

CORPUS = Path("corpus")
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
    chosen = parser.parse_args(arguments)
    if chosen.what == "blank":
        sys.stdout.write(write_items(blank(item) for item in tenth(read_corpus(CORPUS / chosen.language))))
    else:
        sys.stdout.write(table(score_tags(pairs(CORPUS))))
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


def table(scores: dict[str, Scores]) -> str:
    """Write the agreement as F1 of one annotation against the other, which is the same both ways."""
    languages = [language for language in (*LANGUAGES, "all") if language in scores]
    head = f"| | {' | '.join(languages)} |\n|{'---|' * (len(languages) + 1)}\n"
    rows = [
        f"| {label} | {' | '.join(_cell(scores[language], label) for language in languages)} |\n" for label in SHOWN
    ]
    return head + "".join(rows)


def _cell(scores: Scores, label: str) -> str:
    tally = scores.by_label.get(label, Tally())
    return f"{tally.f1:.2f}" if tally.wanted else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
