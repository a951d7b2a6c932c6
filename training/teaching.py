"""A student of fewer layers that learns from what a trained network says ("distillation").

The student begins with every other layer of its teacher and all else of it. Beside what the corpus
says, it is told what the teacher says of every word and every two stretches, with all its doubts (Hinton, Vinyals and
Dean 2015), and how the teacher's vectors look at each depth (Jiao and others 2020, "TinyBERT").
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.learning import Extra
from training.losses import Answers, Batch, answers, possible
from training.network import Network
from training.weights import Published
from vedette.reading.tags.labels import HEADS

OPINION, DEPTH = 1.0, 1.0  # how much counts what the teacher says, and how it comes to it, beside the corpus
# The labels that are only asked where something is: of an event, of a stretch of a kind.
_OF = {
    "type": "event", "stage": "event", "factuality": "event", "evidence": "event", "actor_kind": "actor",
    "place_kind": "place", "equipment_kind": "equipment", "source_kind": "source",
}


def student_of(teacher: Network, published: Published, layers: int) -> Network:
    """Make a network with fewer layers, evenly taken from a teacher's, the last among them."""
    step = len(teacher.layers) // layers
    student = Network(published, range(layers))
    for number, layer in enumerate(student.layers):
        layer.load_state_dict(teacher.layers[(number + 1) * step - 1].state_dict())
    whole = {name: each for name, each in teacher.state_dict().items() if not name.startswith("layers.")}
    student.load_state_dict(whole, strict=False)
    return student


def opinion_of(teacher: Network, embedding: Tensor) -> Extra:
    """Give what is wrong with a student's answers beside a teacher's, to be added to what is wrong beside the corpus."""
    teacher.eval()

    def wrong(batch: Batch, given: Answers) -> Tensor:
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            taught = answers(teacher, embedding, batch)
        said = _of_words(given.words, taught.words.float()) + _of_roles(batch, given.roles, taught.roles)
        return OPINION * said + DEPTH * _of_depths(batch.mask, given.depths, taught.depths)

    return wrong


def _of_words(given: Tensor, taught: Tensor) -> Tensor:
    """Compare the labels of words; those of events and stretches only count where the teacher sees one."""
    total = torch.zeros(())
    for name, head in HEADS.items():
        if name == "on":
            continue
        sure = torch.softmax(taught[:, head.start : head.stop], 1)
        apart = functional.kl_div(
            torch.log_softmax(given[:, head.start : head.stop], 1), sure, reduction="none"
        ).sum(1)
        owner = HEADS.get(_OF.get(name, ""))
        if owner is None:
            total = total + apart.sum() / (len(apart) / 10)
        else:
            there = 1 - torch.softmax(taught[:, owner.start : owner.stop], 1)[:, 0]
            total = total + (apart * there).sum() / there.sum().clamp(min=1.0)
    return total


def _of_roles(batch: Batch, given: tuple[Tensor, ...], taught: tuple[Tensor, ...]) -> Tensor:
    asked = [example for example in batch.examples if example.stretches]
    total, stretches = torch.zeros(()), 1
    for example, scores, wanted in zip(asked, given, taught, strict=True):
        apart = functional.binary_cross_entropy_with_logits(
            scores, torch.sigmoid(wanted.float()), reduction="none"
        )
        total = total + (apart * possible(example)).sum()
        stretches += len(example.stretches)
    return total / stretches


def _of_depths(mask: Tensor, given: tuple[Tensor, ...], taught: tuple[Tensor, ...]) -> Tensor:
    """Compare the vectors of each layer with those of the teacher's layer that it stands for, each number by its spread."""
    step = len(taught) // len(given)
    there = mask.bool()
    total = torch.zeros(())
    for number, vectors in enumerate(given):
        wanted = taught[(number + 1) * step - 1][there].float()
        spread = wanted.std(0).clamp(min=1e-3)
        total = total + (((vectors[there].float() - wanted) / spread) ** 2).mean()
    return total / len(given)
