"""What the network gets wrong in a batch, as one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.examples import UNTOLD, WORD_HEADS, Example
from training.network import Network
from vedette.reading.tags.decoding import bucket, possible_roles
from vedette.reading.tags.labels import HEADS, ROLE_WIDTH, ROLES, SpanKind
from vedette.reading.tags.windows import Window
from vedette.reading.tags.words import PAD_ID

WEIGHTS = {
    "event": 1.5, "type": 4.0, "on": 0.3, "stage": 1.0, "factuality": 1.5, "evidence": 0.5, "content": 0.5,
    "actor_kind": 1.0, "place_kind": 1.5, "equipment_kind": 1.0, "source_kind": 1.5,
}
ROLE_WEIGHT = 2.0
# What is seldom is otherwise never said: 95 events of 100 are told, and 3 of 100 are called off.
SELDOM = {
    "stage": {"cancelled": 2.5, "under_way": 1.5},
    "evidence": {"document": 3.0, "imagery": 3.0, "footage": 3.0, "sensor": 5.0},
}


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples padded to one length."""

    examples: tuple[Example, ...]
    ids: Tensor  # (examples, pieces)
    mask: Tensor


def batch_of(examples: Sequence[Example]) -> Batch:
    """Pad examples to the longest of them."""
    longest = max(len(example.window.ids) for example in examples)
    ids = torch.full((len(examples), longest), PAD_ID)
    mask = torch.zeros(len(examples), longest)
    for row, example in enumerate(examples):
        ids[row, : len(example.window.ids)] = torch.from_numpy(example.window.ids)
        mask[row, : len(example.window.ids)] = 1.0
    return Batch(tuple(examples), ids, mask)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the network says of a batch: of all words, of all signs, and of the first words of all stretches."""

    words: Tensor  # (words, OUTPUTS)
    signs: Tensor
    roles: tuple[Tensor, ...]  # for each example (roles, stretches, stretches)


def answers(network: Network, embedding: Tensor, batch: Batch, *, hidden: float = 0.0) -> Answers:
    """Run the network on a batch, with a share of the pieces hidden from it."""
    rows = embedding[batch.ids]
    if hidden:
        rows = rows * (torch.rand(batch.ids.shape) >= hidden)[..., None]
    last = network(rows, batch.mask).float()
    words = [word_vectors(last[row], example.window) for row, example in enumerate(batch.examples)]
    signs = torch.cat([last[row, example.window.signs] for row, example in enumerate(batch.examples)])
    roles = tuple(
        _roles(network, vectors, example)
        for vectors, example in zip(words, batch.examples, strict=True) if example.stretches
    )
    return Answers(network.outputs(torch.cat(words)), network.outputs(signs), roles)


def word_vectors(hidden: Tensor, window: Window) -> Tensor:
    """Give the mean of the vectors of each word's pieces: (pieces, width) to (words, width)."""
    lengths = torch.tensor([len(word.pieces) for word in window.words])
    owner = torch.repeat_interleave(torch.arange(len(lengths)), lengths)
    inside = torch.repeat_interleave(torch.from_numpy(window.firsts), lengths)
    inside = inside + torch.arange(len(owner)) - torch.repeat_interleave(lengths.cumsum(0) - lengths, lengths)
    sums = torch.zeros(len(lengths), hidden.shape[1]).index_add(0, owner, hidden[inside])
    return sums / lengths[:, None]


def _roles(network: Network, words: Tensor, example: Example) -> Tensor:
    positions = np.asarray([stretch.first for stretch in example.stretches])
    vectors = words[positions]
    shape = (len(positions), len(ROLES), ROLE_WIDTH)
    left, right = network.left(vectors).view(shape), network.right(vectors).view(shape)
    steps = torch.from_numpy(bucket(positions[None, :] - positions[:, None]))
    dots: Tensor = torch.einsum("irw,jrw->rij", left, right)
    scores: Tensor = dots / ROLE_WIDTH**0.5 + network.distance[:, steps]
    return scores


def loss(batch: Batch, given: Answers) -> Tensor:
    """Add up what is wrong over all heads and roles."""
    labels = torch.from_numpy(np.concatenate([example.labels for example in batch.examples], axis=1))
    total = torch.zeros(())
    for row, name in enumerate(WORD_HEADS):
        head = HEADS[name]
        if bool((labels[row] != UNTOLD).any()):
            wrong = functional.cross_entropy(
                given.words[:, head.start : head.stop], labels[row], ignore_index=UNTOLD, reduction="sum",
                weight=torch.tensor([SELDOM.get(name, {}).get(label, 1.0) for label in head.labels]),
            )
            count = (labels[row] != UNTOLD).sum() if _is_rare(name) else (labels[0] != UNTOLD).sum() / 10
            total = total + WEIGHTS.get(name, 1.0) * wrong / count
    on = torch.from_numpy(np.concatenate([example.on for example in batch.examples])).float()
    total = total + WEIGHTS["on"] * functional.binary_cross_entropy_with_logits(given.signs[:, HEADS["on"].start], on)
    return total + ROLE_WEIGHT * _role_loss(batch, given)


def _is_rare(head: str) -> bool:
    """Say whether a head is only asked of the words of a stretch, not of all words."""
    return head not in ("event", *SpanKind)


def _role_loss(batch: Batch, given: Answers) -> Tensor:
    asked = [example for example in batch.examples if example.stretches]
    total, stretches = torch.zeros(()), 1
    for example, scores in zip(asked, given.roles, strict=True):
        wanted = torch.zeros_like(scores)
        for role, left, right in example.links:
            wanted[role, left, right] = 1.0
        wrong = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
        total = total + (wrong * possible(example)).sum()
        stretches += len(example.stretches)
    return total / stretches


def possible(example: Example) -> Tensor:
    """Say which roles could join which stretches: (roles, stretches, stretches) of 0 and 1."""
    kinds = [stretch.kind for stretch in example.stretches]
    firsts = np.asarray([stretch.first for stretch in example.stretches])
    return torch.from_numpy(possible_roles(kinds, firsts)).float()
