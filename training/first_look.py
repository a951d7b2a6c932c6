"""Learning the first look: which paragraphs could tell of an event."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from vedette.evaluation.annotated import AnnotatedItem, MarkKind
from vedette.reading.tags.first_look import WIDTH, FirstLook
from vedette.reading.tags.words import Pieces

RECALL = 0.995  # of paragraphs with events, on texts that it did not learn from
MARGIN = 0.1  # below that, for texts unlike ours
FILTERS = 96
EPOCHS, BATCH, RATE, DROPOUT = 6, 32, 1.5e-3, 0.5


@dataclass(frozen=True, slots=True)
class Looked:
    """A paragraph as the first look sees it."""

    pieces: tuple[int, ...]
    tells: bool


@dataclass(frozen=True, slots=True)
class FirstLookScore:
    """Which share of the paragraphs with events it lets through, and which of the others it keeps out."""

    recall: float
    kept_out: float
    paragraphs: int


class _Filters(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.seen = nn.Linear(WIDTH * width, FILTERS)
        self.weigh = nn.Linear(FILTERS, 1)

    def forward(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """Score paragraphs: (paragraphs, pieces, width), mask of pieces -> (paragraphs,)."""
        padded = functional.pad(vectors, (0, 0, 1, 1))
        long = vectors.shape[1]
        seen = torch.cat([padded[:, step : long + step] for step in range(WIDTH)], dim=2)
        answers = functional.relu(self.seen(seen)) * mask[:, :, None]
        strongest = functional.dropout(answers.max(dim=1).values, DROPOUT, self.training)
        scores: Tensor = self.weigh(strongest)
        return scores[:, 0]


def paragraphs(items: Sequence[AnnotatedItem], pieces: Pieces) -> list[Looked]:
    """Give the paragraphs of items, each with whether it tells of an event."""
    found = []
    for item in items:
        events = [mark.span for mark in item.marks if mark.kind is MarkKind.EVENT]
        for paragraph in item.paragraphs:
            seen = tuple(piece for word in pieces.words(item.text, paragraph.span) for piece in word.pieces)
            if seen:
                found.append(Looked(seen, any(paragraph.span.holds(span) for span in events)))
    return found


def learn_first_look(train: Sequence[Looked], embedding: Tensor) -> FirstLook:
    """Learn the filters, with a threshold that lets everything through; see ``with_threshold``."""
    torch.manual_seed(0)
    chance = random.Random(0)
    network = _Filters(embedding.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    telling = sum(each.tells for each in train)
    balance = {True: len(train) / (2 * telling), False: len(train) / (2 * (len(train) - telling))}
    network.train()
    for _ in range(EPOCHS):
        order = list(train)
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            scores = network(*_padded(batch, embedding))
            wanted = torch.tensor([float(each.tells) for each in batch])
            weight = torch.tensor([balance[each.tells] for each in batch])
            optimizer.zero_grad()
            functional.binary_cross_entropy_with_logits(scores, wanted, weight=weight).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    filters, bias = network.seen.weight.detach().numpy().T, network.seen.bias.detach().numpy()
    return FirstLook(np.ascontiguousarray(filters), bias, network.weigh.weight.detach().numpy()[0], -np.inf)


def with_threshold(look: FirstLook, dev: Sequence[Looked], embedding: Tensor) -> FirstLook:
    """Set the threshold so that ``RECALL`` of the paragraphs with events get through, in texts not learned from."""
    vectors = embedding.numpy()
    telling = np.sort([look.score(vectors[list(each.pieces)]) for each in dev if each.tells])
    return replace(look, threshold=float(telling[int(len(telling) * (1 - RECALL))]) - MARGIN)


def score_first_look(look: FirstLook, test: Sequence[Looked], embedding: Tensor) -> FirstLookScore:
    """Measure it on paragraphs that neither the filters nor the threshold were learned from."""
    vectors = embedding.numpy()
    passed = {True: [], False: []}  # type: dict[bool, list[bool]]
    for each in test:
        passed[each.tells].append(look.score(vectors[list(each.pieces)]) >= look.threshold)
    return FirstLookScore(
        recall=float(np.mean(passed[True])), kept_out=1 - float(np.mean(passed[False])), paragraphs=len(test)
    )


def _padded(batch: Sequence[Looked], embedding: Tensor) -> tuple[Tensor, Tensor]:
    longest = max(len(each.pieces) for each in batch)
    vectors = torch.zeros(len(batch), longest, embedding.shape[1])
    mask = torch.zeros(len(batch), longest)
    for row, each in enumerate(batch):
        vectors[row, : len(each.pieces)] = embedding[list(each.pieces)]
        mask[row, : len(each.pieces)] = 1.0
    return vectors, mask
