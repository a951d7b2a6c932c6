"""What comes out wrong in one field of claims, with the words that it was read in.

    python -m vedette.evaluation.field_errors --language uk --field date [--part train] [--from annotation]

Prints the agreement of every field, then each event whose field differs from the
annotation. ``--from annotation`` takes the tags that the annotation has, so that
only what is made of them is seen; on the training part the tagger knows the texts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from vedette.evaluation.ablation import COLUMNS, Read, report_of
from vedette.evaluation.annotated import LANGUAGES, AnnotatedItem
from vedette.evaluation.facts import Miss, score_facts
from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import read_corpus
from vedette.evaluation.split import Part, in_part
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Knowledge
from vedette.reading.facts import FactReader
from vedette.reading.rules import RuleReader
from vedette.reading.tags import Tagger
from vedette.reading.together import TogetherReader

FIELDS = (*COLUMNS[1:], "chain length", "place kind")
READERS = ("reader", "rules", "annotation")
_AROUND = 220  # characters of the paragraph on either side of an event


def main(arguments: Sequence[str]) -> int:
    """Read, compare, print."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.field_errors", description=__doc__)
    parser.add_argument("--language", choices=LANGUAGES, required=True)
    parser.add_argument("--field", choices=FIELDS, required=True)
    parser.add_argument("--part", type=Part, choices=list(Part), default=Part.TRAIN)
    parser.add_argument("--from", dest="way", choices=READERS, default=READERS[0], help="what the claims are read by")
    chosen = parser.parse_args(arguments)
    items = in_part(read_corpus(Path("corpus") / chosen.language), chosen.part)
    sys.stdout.write(f"{report_errors(items, field=chosen.field, way=chosen.way)}\n")
    return 0


def report_errors(items: Sequence[AnnotatedItem], *, field: str, way: str) -> str:
    """Read items of one language and say what is wrong in a field.

    Args:
        items: Of the corpus.
        field: One of ``FIELDS``.
        way: One of ``READERS``.
    """
    misses: list[Miss] = []
    scores = score_facts(_read(items, way, load_knowledge()), misses)["all"]
    lines = [
        f"{name}: {tally.f1:.3f} ({tally.right} right, {tally.given} given, {tally.wanted} wanted)"
        for name in FIELDS if (tally := scores.by_label.get(name)) is not None
    ]
    return "\n".join([*lines, *(_told(miss) for miss in misses if miss.field == field)])


def _read(
    items: Sequence[AnnotatedItem], way: str, knowledge: Knowledge
) -> list[tuple[AnnotatedItem, list[Claim]]]:
    if way == "annotation":
        return [
            (item, FactReader(knowledge, language=item.language, tagger=GoldTagger(item)).read(report_of(item)))
            for item in items
        ]
    readers: dict[str, Read] = {}
    found = []
    for item in items:
        if item.language not in readers:
            readers[item.language] = _reader(item.language, way, knowledge)
        found.append((item, readers[item.language](report_of(item))))
    return found


def _reader(language: str, way: str, knowledge: Knowledge) -> Read:
    if way == "rules":
        return RuleReader(knowledge, language=language).read
    if language == "en":
        return TogetherReader(knowledge, tagger=Tagger()).read
    return FactReader(knowledge, language=language, tagger=Tagger()).read


def _told(miss: Miss) -> str:
    """Show the words around an event, with the event in brackets."""
    text, span = miss.item.text, miss.trigger
    around = next(paragraph.span for paragraph in miss.item.paragraphs if paragraph.span.overlaps(span))
    before = text[max(around.start, span.start - _AROUND) : span.start]
    behind = text[span.end : min(around.end, span.end + _AROUND)]
    return (
        f"\n{miss.item.id} {miss.item.published}: wanted {miss.wanted or '-'} | given {miss.given or '-'}\n"
        f"    {before}[{span.of(text)}]{behind}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
