"""Learning the first look: a small world in which one word decides."""

import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training.card import write_first_look  # noqa: E402
from training.first_look import FirstLookScore, Looked, Sort  # noqa: E402

from training import first_look  # noqa: E402
from vedette.reading.tags.first_look import FirstLook  # noqa: E402

DRILL, MATCH, WORDS, WIDTH = 1, 2, 40, 32


def world(number: int, seed: int) -> list[Looked]:
    """Paragraphs of chance words; those that tell have one word in common, the ordinary ones another."""
    chance = random.Random(seed)
    found = []
    for at in range(number):
        sort = tuple(Sort)[at % 3]
        said = {Sort.TELLS: DRILL, Sort.OFF: 3, Sort.ORDINARY: MATCH}[sort]
        words = [chance.randrange(4, WORDS) for _ in range(12)]
        words[chance.randrange(12)] = said
        found.append(Looked(tuple(words), sort))
    return found


@pytest.fixture(scope="module")
def embedding() -> "torch.Tensor":
    return torch.tensor(np.random.default_rng(0).normal(0, 1, (WORDS, WIDTH)).astype(np.float32))


@pytest.fixture(scope="module")
def look(embedding: "torch.Tensor") -> FirstLook:
    return first_look.with_threshold(
        first_look.learn_first_look(world(900, 1), embedding), world(300, 2), embedding
    )


def test_what_tells_gets_through_and_the_rest_does_not(look: FirstLook, embedding: "torch.Tensor") -> None:
    score = first_look.score_first_look(look, world(300, 3), embedding)
    assert score.paragraphs == {Sort.TELLS: 100, Sort.OFF: 100, Sort.ORDINARY: 100}
    assert score.passed[Sort.TELLS] >= 0.97
    assert score.passed[Sort.ORDINARY] < 0.3 and score.passed[Sort.OFF] < 0.3


def test_the_same_seeds_make_the_same_file(look: FirstLook, embedding: "torch.Tensor", tmp_path: Path) -> None:
    again = first_look.with_threshold(
        first_look.learn_first_look(world(900, 1), embedding), world(300, 2), embedding
    )
    look.save(tmp_path / "a.npz")
    again.save(tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_what_is_saved_scores_the_same(look: FirstLook, embedding: "torch.Tensor", tmp_path: Path) -> None:
    look.save(tmp_path / "a.npz")
    loaded = FirstLook.load(tmp_path / "a.npz")
    vectors = embedding.numpy()
    for each in world(30, 4):
        given = vectors[list(each.pieces)]
        assert loaded.score(each.pieces, given) == look.score(each.pieces, given)


def test_the_card_says_both_shares_and_keeps_the_rest(tmp_path: Path) -> None:
    names = ("encoder.onnx", "embedding.q4", "pieces.model", "first_look.npz", "roles.npy", "model.json")
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
    card = tmp_path / "card.md"
    card.write_text(
        "Before.\n\n### First look\n\nOld.\n\n### Files\n\nold\n\nThe whole of `make train` took 5 minutes.\n"
    )
    score = FirstLookScore(
        {Sort.TELLS: 0.995, Sort.OFF: 0.6, Sort.ORDINARY: 0.25}, {Sort.TELLS: 1302, Sort.OFF: 274, Sort.ORDINARY: 179}
    )
    write_first_look(card, score, folder=tmp_path)
    text = card.read_text()
    assert text.startswith("Before.\n\n### First look\n\n") and text.endswith("took 5 minutes.\n")
    assert "99.5% of 1,302" in text and "75.0% of 179 ordinary" in text and "40.0% of the 274" in text
    assert "Old." not in text and all(f"`{name}`" in text for name in names)
