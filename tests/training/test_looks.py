"""Learning to look: a small world in which one word decides."""

import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training.card import write_scores  # noqa: E402
from training.looked import Depth, Looked, Sort, seen  # noqa: E402
from training.looks import LookScore, make_look, score_looks, with_thresholds  # noqa: E402
from training.thresholds import thresholds  # noqa: E402

from vedette.evaluation.eventless import EventlessParagraph  # noqa: E402
from vedette.evaluation.markup import parse_items  # noqa: E402
from vedette.evaluation.tagging import Scores  # noqa: E402
from vedette.reading.tags import Tagger  # noqa: E402
from vedette.reading.tags.look import Look  # noqa: E402

DRILL, MATCH, WORDS, WIDTH = 1, 2, 40, 32
ITEM = (
    "@ en-0001 story=quay published=2026-05-13 genre=agency region=baltic on=yes outlet=Northern Wire\n"
    "{Latvia|A1 LV} {shut|E1 border_closure} its border with Belarus.\nE1 who=A1\n"
)
FILES = (
    "lower.onnx", "upper.onnx", "embedding.q4", "pieces.model", "first_look.onnx", "second_look.onnx", "roles.npy",
    "usage.tsv", "model.json",
)
VECTORS = np.random.default_rng(0).normal(0, 1, (WORDS, WIDTH)).astype(np.float16)


def world(number: int, seed: int) -> list[Looked]:
    """Paragraphs of chance words; those that tell have one word in common, the ordinary ones another."""
    chance = random.Random(seed)
    found = []
    for at in range(number):
        sort = tuple(Sort)[at % 3]
        said = {Sort.TELLS: DRILL, Sort.OFF: 3, Sort.ORDINARY: MATCH}[sort]
        words = [chance.randrange(4, WORDS) for _ in range(12)]
        words[chance.randrange(12)] = said
        found.append(Looked(tuple(words), VECTORS[words], sort))
    return found


def learned(file: Path) -> Look:
    look = make_look(world(900, 1), vocabulary=WORDS, file=file)
    alone, beside = thresholds([scored(look, each) for each in world(300, 2)], recall=0.99)
    return with_thresholds(file, alone=alone, beside=beside)


def scored(look: Look, each: Looked) -> list[tuple[Sort, float]]:
    """What a look says of a text of one paragraph."""
    return [(each.sort, look.score(each.pieces, each.vectors.astype(np.float32)))]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("look") / "look.onnx"


@pytest.fixture(scope="module")
def look(file: Path) -> Look:
    return learned(file)


def test_what_tells_gets_through_and_the_rest_does_not(look: Look) -> None:
    passed: dict[Sort, list[bool]] = {sort: [] for sort in Sort}
    for each in world(300, 3):
        passed[each.sort] += look.lets_through([score for _, score in scored(look, each)])
    assert {sort: len(each) for sort, each in passed.items()} == {Sort.TELLS: 100, Sort.OFF: 100, Sort.ORDINARY: 100}
    assert np.mean(passed[Sort.TELLS]) >= 0.97
    assert np.mean(passed[Sort.ORDINARY]) < 0.3 and np.mean(passed[Sort.OFF]) < 0.3


def test_less_is_enough_beside_a_paragraph_that_could_tell(file: Path, look: Look, tmp_path: Path) -> None:
    copy = tmp_path / "look.onnx"
    copy.write_bytes(file.read_bytes())
    between = with_thresholds(copy, alone=1.0, beside=-1.0)
    assert between.lets_through([2.0, 0.0, 0.0, -3.0]) == [True, True, False, False]
    assert between.lets_through([0.0, 0.0]) == [False, False]
    assert between.lets_through([-2.0, 1.0, -0.5]) == [False, True, True]
    assert between.lets_through([]) == []


def test_thresholds_let_the_share_through_that_was_asked_for() -> None:
    told, calm = Sort.TELLS, Sort.ORDINARY
    alone = [[(told, float(score))] for score in range(1000)]
    high, low = thresholds(alone, recall=0.99)
    assert (high, low) == (10.0, 1.0)
    beside = [[(told, -5.0), (told, float(score)), (calm, 999.0)] for score in range(1000)]
    high, low = thresholds(beside, recall=0.99)
    assert low == -5.0 and high > 10.0  # what stands beside helps, whatever it is


def test_the_same_seeds_make_the_same_file(look: Look, file: Path, tmp_path: Path) -> None:
    again = learned(tmp_path / "again.onnx")
    assert (again.alone, again.beside) == (look.alone, look.beside)
    assert (tmp_path / "again.onnx").read_bytes() == file.read_bytes()


def test_the_second_look_sees_a_paragraph_among_several_neighbours() -> None:
    encoder = Tagger(threads=1).encoder
    [item], _ = parse_items(ITEM, file="a.txt")
    ordinary = [EventlessParagraph("en", f"The bakery at the corner sells {many} kinds of bread.") for many in (3, 4)]
    first, second = (seen([item], ordinary, encoder, depth) for depth in Depth)
    assert [each.sort for each in first] == [Sort.TELLS, Sort.ORDINARY, Sort.ORDINARY]
    told = [each for each in second if each.sort is Sort.TELLS]
    assert len(told) == 3 and len({each.pieces for each in told}) == 1
    assert len({each.vectors.tobytes() for each in told}) > 1


def test_both_looks_are_measured_as_they_ship() -> None:
    [item], _ = parse_items(ITEM, file="a.txt")
    bread = EventlessParagraph("en", "The bakery sells three kinds of bread.")
    scores = score_looks(Tagger(threads=1), [item], [bread])
    assert scores["first"].passed[Sort.TELLS] == 1.0
    assert scores["both"].paragraphs == {Sort.TELLS: 1, Sort.OFF: 0, Sort.ORDINARY: 1}
    assert scores["both"].passed == {Sort.TELLS: 1.0, Sort.OFF: 0.0, Sort.ORDINARY: 0.0}


def test_the_card_says_what_each_look_does_and_keeps_the_rest(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(name.encode())
    card = tmp_path / "card.md"
    card.write_text(
        "Before.\n\n### By language\n\nOld.\n\n### Files\n\nold\n\nThe whole of `make train` took 5 minutes.\n"
    )
    counts = {Sort.TELLS: 1302, Sort.OFF: 274, Sort.ORDINARY: 179}
    first = LookScore({Sort.TELLS: 0.995, Sort.OFF: 0.6, Sort.ORDINARY: 0.25}, counts)
    both = LookScore({Sort.TELLS: 0.991, Sort.OFF: 0.5, Sort.ORDINARY: 0.05}, counts)
    write_scores(card, {"all": Scores()}, folder=tmp_path, looked={"first": first, "both": both})
    text = card.read_text()
    assert text.startswith("Before.\n\n### By language\n\n") and text.endswith("took 5 minutes.\n")
    assert "| first | 99.5% of 1,302 | 75.0% of 179 | 40.0% of 274 |" in text
    assert "| both | 99.1% of 1,302 | 95.0% of 179 | 50.0% of 274 |" in text
    assert "Old." not in text and all(f"`{name}`" in text for name in FILES)
