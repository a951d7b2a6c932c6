"""A training that is cut off and begun again ends where it would have ended in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training.learning import Course, learn  # noqa: E402
from training.losses import SELDOM  # noqa: E402
from training.network import Network  # noqa: E402
from training.vocabulary import SIGNS, piece_model  # noqa: E402
from training.weights import Published  # noqa: E402

from vedette.evaluation.annotated import AnnotatedItem  # noqa: E402
from vedette.evaluation.markup import parse_items  # noqa: E402
from vedette.reading.tags.labels import HEADS  # noqa: E402
from vedette.reading.tags.words import Pieces  # noqa: E402

WIDTH, HEADS_OF_ATTENTION, INNER = 32, 4, 64
ITEM = """@ en-0001 story={story} published=2026-05-13 genre=report region=baltic on=yes outlet=Northern Wire
{{Estonia|A1 EE}} {{shut|E1 border_closure}} {{two gates|Q1 2 gates}} {{in March|T1 2026-03..}}.
E1 who=A1 count=Q1 when=T1
"""
COURSE = Course(epochs=3, rate=1e-3)


class CutOffError(Exception):
    """The machine was wanted for something else."""


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    """So small a network is taught in less time by one thread than by several, which wait for one another."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    letters = [*SIGNS, "▁", *"abcdefghijklmnopqrstuvwxyz.,"]
    return Pieces(piece_model(letters, [-float(number) for number in range(len(letters))]))


@pytest.fixture(scope="module")
def items() -> list[AnnotatedItem]:
    found, problems = parse_items(ITEM.format(story="gate"), file="item.txt")
    assert problems == []
    return found * 4


def untaught() -> Network:
    """A network of chance weights, the same each time."""
    torch.manual_seed(7)
    tensors = {"emb.pos": torch.randn(512, WIDTH), "emb.type": torch.zeros(1, WIDTH),
               "emb.ln.w": torch.ones(WIDTH), "emb.ln.b": torch.zeros(WIDTH)}
    shapes = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH),
              "fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}
    for name, shape in shapes.items():
        tensors[f"l0.{name}.w"], tensors[f"l0.{name}.b"] = torch.randn(*shape) / 10, torch.zeros(shape[0])
    for name in ("aln", "oln"):
        tensors[f"l0.{name}.w"], tensors[f"l0.{name}.b"] = torch.ones(WIDTH), torch.zeros(WIDTH)
    published = Published(
        pieces=(), scores=(), rows=np.empty((0, 0, 0), np.uint8), layers=1, heads=HEADS_OF_ATTENTION, width=WIDTH,
        inner=INNER, epsilon=1e-5, tensors={name: tensor.numpy() for name, tensor in tensors.items()},
    )
    return Network(published, (0,))


def taught(
    items: list[AnnotatedItem], pieces: Pieces, *, kept: Path | None = None, after: Callable[[int], None] | None = None,
) -> dict[str, object]:
    network = untaught()
    embedding = torch.randn(64, WIDTH, generator=torch.Generator().manual_seed(3))
    learn(network, embedding, items, pieces=pieces, course=COURSE, say=lambda line: None, kept=kept, after=after)
    return dict(network.state_dict())


def same(one: dict[str, object], other: dict[str, object]) -> bool:
    return all(torch.equal(one[name], other[name]) for name in one)


def test_a_training_that_was_cut_off_ends_as_one_in_one_go(
    items: list[AnnotatedItem], pieces: Pieces, tmp_path: Path
) -> None:
    def cut_off(number: int) -> None:
        if number == 1:
            raise CutOffError

    whole = taught(items, pieces)
    with pytest.raises(CutOffError):
        taught(items, pieces, kept=tmp_path / "progress.pt", after=cut_off)
    epochs: list[int] = []
    assert same(taught(items, pieces, kept=tmp_path / "progress.pt", after=epochs.append), whole)
    assert epochs == [2]


def test_what_was_kept_of_other_items_is_not_used(items: list[AnnotatedItem], pieces: Pieces, tmp_path: Path) -> None:
    taught(items[:2], pieces, kept=tmp_path / "progress.pt")
    assert same(taught(items, pieces, kept=tmp_path / "progress.pt"), taught(items, pieces))


def test_what_was_kept_of_other_roles_is_not_used(items: list[AnnotatedItem], pieces: Pieces, tmp_path: Path) -> None:
    others, problems = parse_items(ITEM.format(story="gate").replace("who=A1 ", ""), file="item.txt")
    assert problems == []
    taught(others * 4, pieces, kept=tmp_path / "progress.pt")
    assert same(taught(items, pieces, kept=tmp_path / "progress.pt"), taught(items, pieces))


def test_it_learns_something(items: list[AnnotatedItem], pieces: Pieces) -> None:
    assert not same(taught(items, pieces), dict(untaught().state_dict()))


def test_every_label_with_a_weight_of_its_own_is_one_of_its_head_and_weighs_more() -> None:
    unknown = {(head, label) for head, labels in SELDOM.items() for label in labels if label not in HEADS[head].labels}
    assert unknown == set()
    assert min(weight for labels in SELDOM.values() for weight in labels.values()) > 1
