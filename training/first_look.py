"""Learning the first look: which paragraphs could tell of an event.

It learns from the paragraphs of the corpus, most of which are on our subjects
and many of the others close to them on purpose, and from ordinary paragraphs
(``corpus/ordinary``), as most of a day's news is.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from vedette.evaluation.annotated import AnnotatedItem, MarkKind
from vedette.evaluation.ordinary import OrdinaryParagraph
from vedette.model import Span
from vedette.reading.tags.first_look import WIDTH, FirstLook
from vedette.reading.tags.words import Pieces

RECALL = 0.995  # of paragraphs with events, on texts that it did not learn from
FILTERS, NARROW = 128, 64
EPOCHS, BATCH, RATE, DROPOUT = 5, 48, 2e-3, 0.4
ALONE_EPOCHS, ALONE_RATE = 10, 3e-3
MEANS = 3.0  # the mean of a filter's answers is smaller than the strongest of them


class Sort(StrEnum):
    """What a paragraph is: it tells of an event; it stands in the corpus and tells of none; it is ordinary news."""

    TELLS = "tells"
    OFF = "off"
    ORDINARY = "ordinary"


WEIGHT = {Sort.OFF: 1.0, Sort.ORDINARY: 2.0}  # among those that tell of none; there is more such news than examples


@dataclass(frozen=True, slots=True)
class Looked:
    """A paragraph as the first look sees it."""

    pieces: tuple[int, ...]
    sort: Sort


@dataclass(frozen=True, slots=True)
class FirstLookScore:
    """Which share of each sort of paragraphs it lets through, of how many."""

    passed: dict[Sort, float]
    paragraphs: dict[Sort, int]


class _Filters(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.narrow = nn.Linear(width, NARROW, bias=False)
        self.seen = nn.Linear(WIDTH * NARROW, FILTERS)
        self.weigh = nn.Linear(2 * FILTERS, 1, bias=False)

    def forward(self, pieces: Sequence[Tensor], embedding: Tensor) -> Tensor:
        """Score paragraphs, laid one behind the other with a gap between: (paragraphs,)."""
        gap = torch.zeros(1, NARROW)
        each = [len(one) for one in pieces]
        vectors = self.narrow(embedding[torch.cat(list(pieces))])
        spread = torch.cat([part for one in vectors.split(each) for part in (gap, one, gap)])
        seen = torch.cat([spread[step : len(spread) - WIDTH + 1 + step] for step in range(WIDTH)], dim=1)
        starts = np.cumsum([0, *(long + 2 for long in each[:-1])])
        inside = torch.cat([torch.arange(start, start + long) for start, long in zip(starts, each, strict=True)])
        answers = functional.relu(self.seen(seen[inside])).split(each)
        strongest = torch.stack([one.max(dim=0).values for one in answers])
        means = torch.stack([one.mean(dim=0) for one in answers]) * MEANS
        scores: Tensor = self.weigh(functional.dropout(torch.cat([strongest, means], dim=1), DROPOUT, self.training))
        return scores[:, 0]


def paragraphs(items: Iterable[AnnotatedItem], ordinary: Iterable[OrdinaryParagraph], pieces: Pieces) -> list[Looked]:
    """Give the paragraphs of items, each with whether it tells of an event, and the ordinary ones."""
    found = []
    for item in items:
        events = [mark.span for mark in item.marks if mark.kind is MarkKind.EVENT]
        for paragraph in item.paragraphs:
            tells = any(paragraph.span.holds(span) for span in events)
            found.append(Looked(_pieces(item.text, paragraph.span, pieces), Sort.TELLS if tells else Sort.OFF))
    for one in ordinary:
        found.append(Looked(_pieces(one.text, Span(0, len(one.text)), pieces), Sort.ORDINARY))
    return [each for each in found if each.pieces]


def _pieces(text: str, span: Span, pieces: Pieces) -> tuple[int, ...]:
    return tuple(piece for word in pieces.words(text, span) for piece in word.pieces)


class _Alone(nn.Module):
    """What each piece counts by itself."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.counts = nn.EmbeddingBag(pieces, 1, mode="sum", sparse=True)
        nn.init.zeros_(self.counts.weight)

    def forward(self, pieces: Sequence[Tensor], _: Tensor) -> Tensor:
        different = [torch.unique(one) for one in pieces]
        many = torch.tensor([len(one) for one in different])
        sums: Tensor = self.counts(torch.cat(different), torch.cumsum(many, 0) - many)
        return sums[:, 0] / many.sqrt()


def learn_first_look(train: Sequence[Looked], embedding: Tensor) -> FirstLook:
    """Learn the filters, with a threshold that lets everything through; see ``with_threshold``.

    Filters and pieces by themselves are learned apart: they err in different
    places, and their sum is better than what both learn together.
    """
    torch.manual_seed(0)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # so small a network is slower on more, and its sums differ with their number
    filters, alone = _Filters(embedding.shape[1]), _Alone(len(embedding))
    _learn(filters, train, embedding, torch.optim.AdamW(filters.parameters(), lr=RATE, weight_decay=0.01), EPOCHS)
    _learn(alone, train, embedding, torch.optim.SparseAdam(list(alone.parameters()), lr=ALONE_RATE), ALONE_EPOCHS)
    torch.set_num_threads(threads)
    weights = filters.weigh.weight.detach().numpy()[0].copy()
    weights[FILTERS:] *= MEANS
    return FirstLook(
        np.ascontiguousarray(filters.narrow.weight.detach().numpy().T),
        np.ascontiguousarray(filters.seen.weight.detach().numpy().T), filters.seen.bias.detach().numpy(), weights,
        alone.counts.weight.detach().numpy()[:, 0].astype(np.float16).astype(np.float32), -np.inf,
    )


def _learn(
    network: nn.Module, train: Sequence[Looked], embedding: Tensor, optimizer: torch.optim.Optimizer, epochs: int
) -> None:
    chance = random.Random(0)
    weights = _balance(train)
    network.train()
    order = list(train)
    for _ in range(epochs):
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            scores = network([torch.tensor(each.pieces) for each in batch], embedding)
            wanted = torch.tensor([float(each.sort is Sort.TELLS) for each in batch])
            weight = torch.tensor([weights[each.sort] for each in batch])
            optimizer.zero_grad()
            functional.binary_cross_entropy_with_logits(scores, wanted, weight=weight).backward()  # type: ignore[no-untyped-call]
            optimizer.step()


def _balance(train: Sequence[Looked]) -> dict[Sort, float]:
    """Give what an example of each sort counts, so that those that tell weigh as much as all others together."""
    counts = {sort: sum(each.sort is sort for each in train) for sort in Sort}
    others = sum(WEIGHT[sort] * counts[sort] for sort in WEIGHT)
    weights = {sort: WEIGHT[sort] * len(train) / (2 * others) for sort in WEIGHT}
    return {Sort.TELLS: len(train) / (2 * counts[Sort.TELLS]), **weights}


def with_threshold(look: FirstLook, dev: Sequence[Looked], embedding: Tensor) -> FirstLook:
    """Set the threshold so that ``RECALL`` of the paragraphs with events get through, in texts not learned from."""
    vectors = embedding.numpy()
    telling = np.sort([look.score(each.pieces, vectors[list(each.pieces)]) for each in dev if each.sort is Sort.TELLS])
    return replace(look, threshold=float(telling[int(len(telling) * (1 - RECALL))]))


def score_first_look(look: FirstLook, test: Sequence[Looked], embedding: Tensor) -> FirstLookScore:
    """Measure it on paragraphs that neither the filters nor the threshold were learned from."""
    vectors = embedding.numpy()
    passed: dict[Sort, list[bool]] = {sort: [] for sort in Sort}
    for each in test:
        passed[each.sort].append(look.score(each.pieces, vectors[list(each.pieces)]) >= look.threshold)
    return FirstLookScore(
        {sort: float(np.mean(found)) if found else 0.0 for sort, found in passed.items()},
        {sort: len(found) for sort, found in passed.items()},
    )
