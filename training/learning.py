"""Learning from examples, with fixed seeds."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import torch
from torch import Tensor

from training.examples import Example
from training.losses import Answers, Batch, answers, batch_of, loss
from training.network import Network
from training.progress import Progress
from training.variations import Variation, varied
from vedette.evaluation.annotated import AnnotatedItem
from vedette.reading.tags.words import Pieces

Extra = Callable[[Batch, Answers], Tensor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How to learn: everything that can be set, with what proved good."""

    epochs: int = 8
    pieces: int = 600  # of a batch
    rate: float = 2e-4  # of the encoder
    head_rate: float = 1e-3
    warmup: float = 0.06  # share of all steps
    decay: float = 0.01
    beside: float = 0.27  # share of what lies beside the corpus that an epoch takes in
    shape: Variation = field(default_factory=Variation)
    hidden: float = 0.1  # share of pieces whose vectors are hidden, so that a type is told from all around a word
    seed: int = 1


def learn(
    network: Network, embedding: Tensor, items: Sequence[AnnotatedItem], *, pieces: Pieces, course: Course,
    say: Callable[[str], None], beside: Sequence[AnnotatedItem] = (), extra: Extra | None = None,
    after: Callable[[int], None] | None = None, kept: Path | None = None,
) -> None:
    """Train a network in place.

    An epoch takes minutes, and a machine may be wanted for something else: with ``kept``, what is learned
    so far is kept after each epoch, and the next call with the same items and course goes on from
    there; in the end the network is the one that would have come out in one go.

    Args:
        network: What learns.
        embedding: Rows of word vectors, which stay as they are.
        items: What it learns from.
        pieces: The vocabulary.
        course: How.
        say: Is told how each epoch went.
        beside: Ordinary paragraphs, of which each epoch takes some in, alone or behind an item.
        extra: Adds to what is wrong with a batch (a teacher's opinion).
        after: Called after each epoch with its number.
        kept: File for what is learned so far; what was kept of another course or other items is not used.
    """
    torch.manual_seed(course.seed)
    chance = random.Random(course.seed)
    heads = {id(each) for part in (network.outputs, network.left, network.right) for each in part.parameters()}
    heads.add(id(network.distance))
    groups = [
        {"params": [each for each in network.parameters() if id(each) not in heads], "lr": course.rate},
        {"params": [each for each in network.parameters() if id(each) in heads], "lr": course.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=course.decay, fused=True)
    epochs = [
        list(_batches([*items, *_some(beside, course.beside, chance)], pieces, course, chance))
        for _ in range(course.epochs)
    ]
    steps = sum(len(epoch) for epoch in epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, course.warmup))
    progress = Progress(network, optimizer, schedule, mark=_mark(epochs, course), file=kept)
    for number, epoch in enumerate(epochs):
        if number < progress.done:
            continue
        began, total = time.monotonic(), 0.0
        network.train()
        for examples in epoch:
            total += _step(network, embedding, batch_of(examples), optimizer, hidden=course.hidden, extra=extra)
            schedule.step()
        words = sum(len(each.window.ids) for examples in epoch for each in examples)
        spent = time.monotonic() - began
        say(f"epoch {number + 1}: loss {total / len(epoch):.3f}, {words / spent:.0f} pieces/s, {spent:.0f} s")
        progress.keep(number + 1)
        if after is not None:
            network.eval()
            after(number)
    network.eval()


def _mark(epochs: Sequence[Sequence[Sequence[Example]]], course: Course) -> str:
    """Name what is learned from and how: all pieces, labels and links in their order, and the course."""
    mark = blake2b(repr(course).encode(), digest_size=16)
    for epoch in epochs:
        for learned in (each for batch in epoch for each in batch):
            mark.update(learned.window.ids.tobytes())
            mark.update(learned.labels.tobytes())
            mark.update(learned.on.tobytes())
            mark.update(repr((learned.stretches, learned.links)).encode())
    return mark.hexdigest()


def _step(
    network: Network, embedding: Tensor, batch: Batch, optimizer: torch.optim.Optimizer, *, hidden: float,
    extra: Extra | None,
) -> float:
    optimizer.zero_grad()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        given = answers(network, embedding, batch, hidden=hidden)
    given = Answers(given.words.float(), given.signs.float(), tuple(each.float() for each in given.roles))
    wrong = loss(batch, given)
    if extra is not None:
        wrong = wrong + extra(batch, given)
    wrong.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(wrong.detach())


def _rate(step: int, steps: int, warmup: float) -> float:
    first = max(1, math.ceil(steps * warmup))
    return (step + 1) / first if step < first else max(0.0, (steps - step) / (steps - first))


def _some(items: Sequence[AnnotatedItem], share: float, chance: random.Random) -> list[AnnotatedItem]:
    return chance.sample(items, round(share * len(items)))


def _batches(
    items: Sequence[AnnotatedItem], pieces: Pieces, course: Course, chance: random.Random
) -> Iterator[list[Example]]:
    """Make the batches of an epoch: each item once, in one shape or another, those of like length together."""
    examples = [made for item in items for made in varied(item, items, pieces, course.shape, chance)]
    examples.sort(key=lambda each: len(each.window.ids) + chance.random() * 40)
    batches: list[list[Example]] = [[]]
    for each in examples:
        longest = max([len(other.window.ids) for other in batches[-1]] + [len(each.window.ids)])
        if batches[-1] and longest * (len(batches[-1]) + 1) > course.pieces:
            batches.append([])
        batches[-1].append(each)
    chance.shuffle(batches)
    yield from batches
