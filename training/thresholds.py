"""From which score on a look lets a paragraph through: set on texts that it did not learn from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from training.looked import Depth, Sort, marked_text
from training.looks import with_thresholds
from vedette.evaluation.annotated import AnnotatedItem
from vedette.reading.tags import Tagger
from vedette.reading.tags.look import NEIGHBOURS

# Which share of the paragraphs with events get through each look, of those that come to it; and which share has a score
# that is enough beside another paragraph.
RECALL = {Depth.FIRST: 0.997, Depth.SECOND: 0.996}
BESIDE = 0.999
Scored = Sequence[tuple[Sort, float]]  # the paragraphs of a text, in order


def set_thresholds(folder: Path, items: Iterable[AnnotatedItem]) -> None:
    """Set both looks of a folder so that nearly every paragraph with an event gets through.

    Args:
        folder: With the tagger's files.
        items: Texts not learned from.
    """
    items = list(items)
    for depth in Depth:
        tagger = Tagger(folder)
        alone, beside = thresholds([_scored(tagger, item, depth) for item in items], recall=RECALL[depth])
        with_thresholds(folder / f"{depth}_look.onnx", alone=alone, beside=beside)


def _scored(tagger: Tagger, item: AnnotatedItem, depth: Depth) -> Scored:
    sorts, spans = marked_text(item, tagger.encoder).sorts, [part.span for part in item.paragraphs]
    if depth is Depth.FIRST:
        return list(zip(sorts, tagger.first_scores(item.text, spans), strict=True))
    return [(sorts[paragraph], score) for paragraph, score in tagger.second_scores(item.text, spans)]


def thresholds(texts: Sequence[Scored], *, recall: float) -> tuple[float, float]:
    """Give the highest scores, alone and beside another, that let enough through.

    Args:
        texts: What a look says of their paragraphs.
        recall: Which share of the paragraphs that tell has to get through, 0..1.

    Example:
        >>> calm, told = Sort.ORDINARY, Sort.TELLS
        >>> thresholds([[(told, 3.0), (told, -1.0), (calm, -4.0)], [(told, 2.0)]], recall=1.0)
        (2.0, -1.0)
    """
    own = np.asarray([score for text in texts for sort, score in text if sort is Sort.TELLS])
    beside = _highest(own, BESIDE)
    best = np.asarray([
        max(score for _, score in text[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]) if own >= beside else -np.inf
        for text in texts for at, (sort, own) in enumerate(text) if sort is Sort.TELLS
    ])
    return _highest(best, recall), beside


def _highest(scores: np.ndarray[tuple[int], np.dtype[np.float64]], share: float) -> float:
    """Give the highest of the scores that leaves a share of them at or above it."""
    return float(np.sort(scores)[int(len(scores) * (1 - share) + 1e-9)])
