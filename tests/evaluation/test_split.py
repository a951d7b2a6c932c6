"""Items about the same happening never stand on both sides of a split."""

from pathlib import Path

from vedette.evaluation.markup import read_corpus
from vedette.evaluation.split import Part, in_part, part_of

CORPUS = Path(__file__).parents[2] / "corpus"


def test_a_story_is_in_one_part() -> None:
    parts: dict[tuple[str, str], set[Part]] = {}
    for item in read_corpus(CORPUS):
        parts.setdefault((item.language, item.story), set()).add(part_of(item))
    assert parts
    assert all(len(found) == 1 for found in parts.values())


def test_every_item_is_in_exactly_one_part_and_most_are_learned_from() -> None:
    items = list(read_corpus(CORPUS / "en"))
    sizes = {part: len(in_part(items, part)) for part in Part}
    assert sum(sizes.values()) == len(items)
    assert sizes[Part.TRAIN] > 0.7 * len(items)
    assert sizes[Part.TEST] > 0.05 * len(items) and sizes[Part.DEV] > 0.03 * len(items)
