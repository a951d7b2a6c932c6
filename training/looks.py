"""Learning the two looks: which paragraphs could tell of an event.

The second look learns from what the lower layers, as they ship, say of the same
paragraphs that the first one learns from.
"""

from __future__ import annotations

import math
import random
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.export import OPSET
from training.looked import Looked, Sort, marked_text, together
from vedette.evaluation.annotated import AnnotatedItem
from vedette.evaluation.eventless import EventlessParagraph
from vedette.model import Span
from vedette.reading.tags.look import ALONE, BESIDE, WIDTH, Look
from vedette.reading.tags.tagger import Tagger

FILTERS, NARROW = 128, 64
EPOCHS, BATCH, RATE, DROPOUT = 5, 48, 2e-3, 0.4
ALONE_EPOCHS, ALONE_RATE = 10, 3e-3
MEANS = 3.0  # the mean of a filter's answers is smaller than the strongest of them


WEIGHT = {Sort.OFF: 1.0, Sort.ORDINARY: 2.0}  # among those that tell of none; there is more such news than examples



@dataclass(frozen=True, slots=True)
class LookScore:
    """Which share of each sort of paragraphs is let through, of how many."""

    passed: dict[Sort, float]
    paragraphs: dict[Sort, int]


class _Filters(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.narrow = nn.Linear(width, NARROW, bias=False)
        self.seen = nn.Linear(WIDTH * NARROW, FILTERS)
        self.weigh = nn.Linear(2 * FILTERS, 1, bias=False)

    def forward(self, batch: Sequence[Looked]) -> Tensor:
        """Score paragraphs, laid one behind the other with a gap between: (paragraphs,)."""
        gap = torch.zeros(1, NARROW)
        each = [len(one.pieces) for one in batch]
        vectors = self.narrow(torch.from_numpy(np.concatenate([one.vectors for one in batch])).float())
        spread = torch.cat([part for one in vectors.split(each) for part in (gap, one, gap)])
        seen = torch.cat([spread[step : len(spread) - WIDTH + 1 + step] for step in range(WIDTH)], dim=1)
        starts = np.cumsum([0, *(long + 2 for long in each[:-1])])
        inside = torch.cat([torch.arange(start, start + long) for start, long in zip(starts, each, strict=True)])
        answers = functional.relu(self.seen(seen[inside])).split(each)
        strongest = torch.stack([one.max(dim=0).values for one in answers])
        means = torch.stack([one.mean(dim=0) for one in answers]) * MEANS
        scores: Tensor = self.weigh(functional.dropout(torch.cat([strongest, means], dim=1), DROPOUT, self.training))
        return scores[:, 0]


class _Alone(nn.Module):
    """What each piece counts by itself."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.counts = nn.EmbeddingBag(pieces, 1, mode="sum", sparse=True)
        nn.init.zeros_(self.counts.weight)

    def forward(self, batch: Sequence[Looked]) -> Tensor:
        different = [torch.unique(torch.tensor(one.pieces)) for one in batch]
        many = torch.tensor([len(one) for one in different])
        sums: Tensor = self.counts(torch.cat(different), torch.cumsum(many, 0) - many)
        return sums[:, 0] / many.sqrt()


class _Whole(nn.Module):
    """A look as it ships: filters and pieces by themselves, of one paragraph."""

    def __init__(self, filters: _Filters, alone: _Alone) -> None:
        super().__init__()
        self.narrow, self.weigh = filters.narrow, filters.weigh
        self.counts = nn.Parameter(alone.counts.weight[:, 0].detach())
        self.seen = nn.Conv1d(NARROW, FILTERS, WIDTH, padding=WIDTH // 2)
        self.seen.weight = nn.Parameter(filters.seen.weight.view(FILTERS, WIDTH, NARROW).transpose(1, 2).contiguous())
        self.seen.bias = filters.seen.bias

    def forward(self, vectors: Tensor, different: Tensor) -> Tensor:
        answers = functional.relu(self.seen(self.narrow(vectors).T[None]))[0]
        strongest, means = answers.max(dim=1).values, answers.mean(dim=1) * MEANS
        alone = self.counts[different].sum() / different.shape[0] ** 0.5
        score: Tensor = self.weigh(torch.cat([strongest, means]))[0] + alone
        return score


def make_look(train: Sequence[Looked], *, vocabulary: int, file: Path) -> Look:
    """Learn a look and write it to a file. Its thresholds, which let everything through, are set later.

    Filters and pieces by themselves are learned apart: they err in different
    places, and their sum is better than what both learn together.

    Args:
        train: What it learns from.
        vocabulary: How many pieces there are.
        file: Where it goes.
    """
    torch.manual_seed(0)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # so small a network is slower on more, and its sums differ with their number
    filters, alone = _Filters(train[0].vectors.shape[1]), _Alone(vocabulary)
    _learn(filters, train, torch.optim.AdamW(filters.parameters(), lr=RATE, weight_decay=0.01), EPOCHS)
    _learn(alone, train, torch.optim.SparseAdam(list(alone.parameters()), lr=ALONE_RATE), ALONE_EPOCHS)
    torch.set_num_threads(threads)
    return _written(_Whole(filters, alone).eval(), file)


def _written(whole: _Whole, file: Path) -> Look:
    shapes = torch.zeros(7, whole.narrow.in_features), torch.arange(5)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            whole, shapes, str(file), input_names=["vectors", "different"], output_names=["score"],
            dynamic_axes={"vectors": {0: "pieces"}, "different": {0: "different"}}, opset_version=OPSET, dynamo=False,
        )
    return with_thresholds(file, alone=-math.inf, beside=-math.inf)


def with_thresholds(file: Path, *, alone: float, beside: float) -> Look:
    """Set from which score on paragraphs get through, alone and beside one that does."""
    kept = onnx.load(str(file))
    onnx.helper.set_model_props(kept, {ALONE: repr(alone), BESIDE: repr(beside)})
    onnx.save(kept, str(file))
    return Look(file)


def _learn(network: nn.Module, train: Sequence[Looked], optimizer: torch.optim.Optimizer, epochs: int) -> None:
    chance = random.Random(0)
    weights = _balance(train)
    network.train()
    order = list(train)
    for _ in range(epochs):
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            scores = network(batch)
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


def score_looks(
    tagger: Tagger, items: Iterable[AnnotatedItem], ordinary: Iterable[EventlessParagraph]
) -> dict[str, LookScore]:
    """Measure the first look, and both together, as they ship: in texts as they stand."""
    first: list[tuple[Sort, bool]] = []
    both: list[tuple[Sort, bool]] = []
    for text, spans, sorts in _texts(tagger, items, ordinary):
        first += zip(sorts, tagger.worth_beginning(text, spans), strict=True)
        both += zip(sorts, tagger.worth_reading(text, spans), strict=True)
    return {"first": _shares(first), "both": _shares(both)}


def _texts(
    tagger: Tagger, items: Iterable[AnnotatedItem], ordinary: Iterable[EventlessParagraph]
) -> Iterator[tuple[str, list[Span], Sequence[Sort]]]:
    for item in items:
        yield item.text, [part.span for part in item.paragraphs], marked_text(item, tagger.encoder).sorts
    for group in together(ordinary):
        starts = np.cumsum([0, *(len(one.text) + 1 for one in group)]).tolist()
        spans = [Span(start, start + len(one.text)) for start, one in zip(starts, group, strict=False)]
        yield "\n".join(one.text for one in group), spans, [Sort.ORDINARY] * len(group)


def _shares(found: Iterable[tuple[Sort, bool]]) -> LookScore:
    passed: dict[Sort, list[bool]] = {sort: [] for sort in Sort}
    for sort, worth in found:
        passed[sort].append(worth)
    return LookScore(
        {sort: float(np.mean(each)) if each else 0.0 for sort, each in passed.items()},
        {sort: len(each) for sort, each in passed.items()},
    )


