"""Paragraphs in, tags out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from vedette.model import Span
from vedette.reading.tags.decoding import decode
from vedette.reading.tags.encoder import Encoder, Numbers
from vedette.reading.tags.look import Look, chance
from vedette.reading.tags.tagged import Tags
from vedette.reading.tags.unbroken import unbroken
from vedette.reading.tags.usage import FILE, Usage
from vedette.reading.tags.windows import Window, windows

SHIPPED = Path(__file__).parent / "data"
# An event is no surer than that its text tells of anything: where the best part of a text is less likely to tell of an
# event than not, none of it would count, and the upper layers read nothing.
EVEN = 0.0  # the score that is a chance of one half


@dataclass(frozen=True, slots=True)
class _Begun:
    """A window that the lower layers have read, and what the second look says of each of its parts."""

    window: Window
    inside: Numbers
    scores: tuple[float, ...]


class Tagger:
    """Tags texts of the ten languages. It takes half a second to load; keep it.

    Args:
        folder: Where the network's files are; those that ship with Vedette unless told.
        threads: Of the processor, 0 for all; the tags are the same with any number.
    """

    def __init__(self, folder: Path = SHIPPED, *, threads: int = 0) -> None:
        self.encoder = Encoder(folder, threads=threads)
        self._usage = Usage.load(folder / FILE)
        self._first = Look(folder / "first_look.onnx")
        self._second = Look(folder / "second_look.onnx")

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        """Tag the paragraphs of a text.

        Args:
            text: Of the report.
            paragraphs: Which stretches of it to read, in order; they do not overlap.

        Returns:
            The tags, with spans on ``text``.
        """
        begun = self._begin(text, paragraphs)
        best = max((score for each in begun for score in each.scores), default=-math.inf)
        readings = []
        for each, kept in zip(begun, self._worth_finishing(begun), strict=True):
            if any(kept):
                rest, pieces = each.window.only(kept)
                readings.append(self.encoder.finish(rest, each.inside[pieces]))
        tags = decode(
            readings, distance=self.encoder.distance, paragraphs=len(paragraphs), tells=chance(best),
            leaning=lambda words: self._usage.leaning(words.of(text)),
        )
        return unbroken(tags, text)

    def first_scores(self, text: str, paragraphs: Sequence[Span]) -> list[float]:
        """Give what the first look says of each paragraph of a text; of a very long one, of the best stretch of it."""
        ids = [self.encoder.pieces.ids(text, paragraph) for paragraph in paragraphs]
        vectors = self.encoder.vectors([piece for each in ids for piece in each])  # at once: most of it is the calling
        starts = accumulate(map(len, ids), initial=0)
        return [self._best(each, vectors[start : start + len(each)]) for each, start in zip(ids, starts, strict=False)]

    def second_scores(self, text: str, paragraphs: Sequence[Span]) -> list[tuple[int, float]]:
        """Give what the second look says of each part that the first lets through, after its paragraph's number."""
        return [
            (part.paragraph, score)
            for each in self._begin(text, paragraphs)
            for part, score in zip(each.window.parts, each.scores, strict=True)
        ]

    def worth_beginning(self, text: str, paragraphs: Sequence[Span]) -> list[bool]:
        """Say for each paragraph whether the first look lets it through."""
        return self._first.lets_through(self.first_scores(text, paragraphs))

    def worth_reading(self, text: str, paragraphs: Sequence[Span]) -> list[bool]:
        """Say for each paragraph whether the network reads it to the end: both looks, and nothing more.

        Args:
            text: Of the report.
            paragraphs: Stretches of it, in order, as for ``tag``.
        """
        found = [False] * len(paragraphs)
        begun = self._begin(text, paragraphs)
        for each, kept in zip(begun, self._worth_finishing(begun), strict=True):
            for part, keeps in zip(each.window.parts, kept, strict=True):
                found[part.paragraph] |= keeps
        return found

    def _begin(self, text: str, paragraphs: Sequence[Span]) -> list[_Begun]:
        passed = self.worth_beginning(text, paragraphs)
        pieces = self.encoder.pieces
        kept = [pieces.words(text, each) if passes else [] for each, passes in zip(paragraphs, passed, strict=True)]
        return [self._looked_at(window) for window in windows(kept, size=self.encoder.window)]

    def _best(self, ids: Sequence[int], vectors: Numbers) -> float:
        """Give what the first look says of the best stretch of a paragraph."""
        size = self.encoder.window
        stretches = (slice(start, start + size) for start in range(0, len(ids), size))
        return max((self._first.score(ids[at], vectors[at]) for at in stretches), default=-math.inf)

    def _looked_at(self, window: Window) -> _Begun:
        inside = self.encoder.begin(window)
        parts = window.pieces_of_parts()
        return _Begun(window, inside, tuple(self._second.score(window.ids[at].tolist(), inside[at]) for at in parts))

    def _worth_finishing(self, begun: Sequence[_Begun]) -> list[list[bool]]:
        """Say for each window which of its parts are read to the end."""
        scores = [score for each in begun for score in each.scores]
        if max(scores, default=-math.inf) < EVEN:
            return [[False] * len(each.scores) for each in begun]
        kept = iter(self._second.lets_through(scores))
        return [[next(kept) for _ in each.scores] for each in begun]
