"""Learning the two looks: which paragraphs could tell of an event.

They learn from the paragraphs of the corpus, most of which are on our subjects
and many of the others close to them on purpose, and from ordinary paragraphs
(``corpus/ordinary``), as most of a day's news is. The second look learns from
what the lower layers, as they ship, say of the same paragraphs.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import cycle, groupby

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from vedette.evaluation.annotated import AnnotatedItem, MarkKind
from vedette.evaluation.ordinary import OrdinaryParagraph
from vedette.model import Span
from vedette.reading.tags.encoder import Encoder
from vedette.reading.tags.look import WIDTH, Look
from vedette.reading.tags.tagger import Tagger
from vedette.reading.tags.windows import windows
from vedette.reading.tags.words import Word

TOGETHER = 4  # ordinary paragraphs in a window
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


class Depth(StrEnum):
    """Where a look sees the pieces: as the vocabulary has them, or as the lower layers of the network give them."""

    FIRST = "first"
    SECOND = "second"


RECALL = {Depth.FIRST: 0.995, Depth.SECOND: 0.997}  # of paragraphs with events, in texts not learned from


@dataclass(frozen=True, slots=True)
class Looked:
    """A paragraph as a look sees it: its pieces, and for each a vector (half precision, to save memory)."""

    pieces: tuple[int, ...]
    vectors: NDArray[np.float16]
    sort: Sort


@dataclass(frozen=True, slots=True)
class LookScore:
    """Which share of each sort of paragraphs is let through, of how many."""

    passed: dict[Sort, float]
    paragraphs: dict[Sort, int]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text to look at: the words of its paragraphs, and what each paragraph is."""

    language: str
    words: tuple[Sequence[Word], ...]
    sorts: tuple[Sort, ...]


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


def seen(
    items: Iterable[AnnotatedItem], ordinary: Iterable[OrdinaryParagraph], encoder: Encoder, depth: Depth
) -> list[Looked]:
    """Give the paragraphs of items, each with whether it tells of an event, and the ordinary ones.

    The second look sees each among several neighbours, since what stands beside a paragraph changes what the network
    says of it: those it stands with, none, and others of the other sort, as in a bulletin.
    """
    marked, common = [_item(item, encoder) for item in items], list(_ordinary(ordinary, encoder))
    texts = [*marked, *common]
    if depth is Depth.SECOND:
        texts += [*_alone(texts), *_bulletins(marked, common)]
    return [looked for text in texts for looked in _seen(text, encoder, depth) if looked.pieces]


def _alone(texts: Iterable[_Text]) -> Iterator[_Text]:
    for text in texts:
        for words, sort in zip(text.words, text.sorts, strict=True):
            yield _Text(text.language, (words,), (sort,))


def _bulletins(marked: Sequence[_Text], common: Sequence[_Text]) -> Iterator[_Text]:
    """Put each text between two ordinary paragraphs of its language, taken in turn."""
    waiting = {
        language: cycle([words for text in common if text.language == language for words in text.words])
        for language in {text.language for text in common}
    }
    for text in marked:
        if text.language in waiting:
            before, behind = next(waiting[text.language]), next(waiting[text.language])
            sorts = (Sort.ORDINARY, *text.sorts, Sort.ORDINARY)
            yield _Text(text.language, (before, *text.words, behind), sorts)


def _seen(text: _Text, encoder: Encoder, depth: Depth) -> Iterator[Looked]:
    for window in windows(text.words):
        vectors = encoder.begin(window) if depth is Depth.SECOND else encoder.vectors(window.ids)
        for part, where in zip(window.parts, window.pieces_of_parts(), strict=True):
            pieces = tuple(window.ids[where].tolist())
            yield Looked(pieces, vectors[where].astype(np.float16), text.sorts[part.paragraph])


def _item(item: AnnotatedItem, encoder: Encoder) -> _Text:
    events = [mark.span for mark in item.marks if mark.kind is MarkKind.EVENT]
    sorts = [
        Sort.TELLS if any(paragraph.span.holds(span) for span in events) else Sort.OFF for paragraph in item.paragraphs
    ]
    words = [encoder.pieces.words(item.text, paragraph.span) for paragraph in item.paragraphs]
    return _Text(item.language, tuple(words), tuple(sorts))


def _ordinary(ordinary: Iterable[OrdinaryParagraph], encoder: Encoder) -> Iterator[_Text]:
    for group in batched(ordinary, TOGETHER):
        words = [encoder.pieces.words(one.text, Span(0, len(one.text))) for one in group]
        yield _Text(group[0].language, tuple(words), (Sort.ORDINARY,) * len(group))


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


def learn_look(train: Sequence[Looked], *, vocabulary: int) -> Look:
    """Learn the filters, with a threshold that lets everything through; see ``with_threshold``.

    Filters and pieces by themselves are learned apart: they err in different
    places, and their sum is better than what both learn together.

    Args:
        train: Paragraphs.
        vocabulary: How many pieces there are.
    """
    torch.manual_seed(0)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # so small a network is slower on more, and its sums differ with their number
    filters, alone = _Filters(train[0].vectors.shape[1]), _Alone(vocabulary)
    _learn(filters, train, torch.optim.AdamW(filters.parameters(), lr=RATE, weight_decay=0.01), EPOCHS)
    _learn(alone, train, torch.optim.SparseAdam(list(alone.parameters()), lr=ALONE_RATE), ALONE_EPOCHS)
    torch.set_num_threads(threads)
    weights = filters.weigh.weight.detach().numpy()[0].copy()
    weights[FILTERS:] *= MEANS
    return Look(
        np.ascontiguousarray(filters.narrow.weight.detach().numpy().T),
        np.ascontiguousarray(filters.seen.weight.detach().numpy().T), filters.seen.bias.detach().numpy(), weights,
        alone.counts.weight.detach().numpy()[:, 0].astype(np.float16).astype(np.float32), -np.inf,
    )


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


def with_threshold(look: Look, dev: Sequence[Looked], *, recall: float) -> Look:
    """Set the threshold so that this share of the paragraphs with events get through, in texts not learned from."""
    telling = np.sort([_score(look, each) for each in dev if each.sort is Sort.TELLS])
    return replace(look, threshold=float(telling[int(len(telling) * (1 - recall))]))


def score_look(look: Look, test: Sequence[Looked]) -> LookScore:
    """Measure a look on paragraphs that neither its filters nor its threshold were learned from."""
    return _shares((each.sort, _score(look, each) >= look.threshold) for each in test)


def score_looks(
    tagger: Tagger, items: Iterable[AnnotatedItem], ordinary: Iterable[OrdinaryParagraph]
) -> LookScore:
    """Measure both looks together, as they ship."""
    found: list[tuple[Sort, bool]] = []
    for item in items:
        sorts = _item(item, tagger.encoder).sorts
        found += zip(sorts, tagger.worth_reading(item.text, [part.span for part in item.paragraphs]), strict=True)
    for group in batched(ordinary, TOGETHER):
        text = "\n".join(one.text for one in group)
        starts = np.cumsum([0, *(len(one.text) + 1 for one in group)]).tolist()
        spans = [Span(start, start + len(one.text)) for start, one in zip(starts, group, strict=False)]
        found += [(Sort.ORDINARY, worth) for worth in tagger.worth_reading(text, spans)]
    return _shares(found)


def _score(look: Look, each: Looked) -> float:
    return look.score(each.pieces, each.vectors.astype(np.float32))


def _shares(found: Iterable[tuple[Sort, bool]]) -> LookScore:
    passed: dict[Sort, list[bool]] = {sort: [] for sort in Sort}
    for sort, worth in found:
        passed[sort].append(worth)
    return LookScore(
        {sort: float(np.mean(each)) if each else 0.0 for sort, each in passed.items()},
        {sort: len(each) for sort, each in passed.items()},
    )


def batched(ordinary: Iterable[OrdinaryParagraph], size: int) -> Iterator[list[OrdinaryParagraph]]:
    """Give paragraphs some at a time, each time of one language."""
    for _, group in groupby(ordinary, key=lambda one: one.language):
        waiting = list(group)
        for start in range(0, len(waiting), size):
            yield waiting[start : start + size]
