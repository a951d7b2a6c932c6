"""Paragraphs in, tags out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from vedette.model import Span
from vedette.reading.tags.decoding import decode
from vedette.reading.tags.encoder import Encoder, Numbers
from vedette.reading.tags.look import Look, chance
from vedette.reading.tags.tagged import Tags
from vedette.reading.tags.windows import WINDOW, Window, windows
from vedette.reading.tags.words import Word

NEIGHBOURS = 1  # parts of a window on either side of one that could tell, which are read with it
SHIPPED = Path(__file__).parent / "data"


class Tagger:
    """Tags texts of the ten languages. It takes half a second to load; keep it.

    Args:
        folder: Where the network's files are; those that ship with Vedette unless told.
        threads: Of the processor, 0 for all; the tags are the same with any number.
    """

    def __init__(self, folder: Path = SHIPPED, *, threads: int = 0) -> None:
        self.encoder = Encoder(folder, threads=threads)
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
        readings, best = [], -math.inf
        for window in self._worth_beginning(text, paragraphs):
            inside = self.encoder.begin(window)
            scores = self._second_look(window, inside)
            best = max(best, *scores)
            kept = self._worth_finishing(scores)
            if any(kept):
                rest, pieces = window.only(kept)
                readings.append(self.encoder.finish(rest, inside[pieces]))
        return decode(readings, distance=self.encoder.distance, paragraphs=len(paragraphs), tells=chance(best))

    def worth_reading(self, text: str, paragraphs: Sequence[Span]) -> list[bool]:
        """Say for each paragraph whether the network reads it to the end: both looks, and nothing more.

        Args:
            text: Of the report.
            paragraphs: Stretches of it, in order, as for ``tag``.
        """
        found = [False] * len(paragraphs)
        for window in self._worth_beginning(text, paragraphs):
            kept = self._worth_finishing(self._second_look(window, self.encoder.begin(window)))
            for part, keeps in zip(window.parts, kept, strict=True):
                found[part.paragraph] |= keeps
        return found

    def _worth_beginning(self, text: str, paragraphs: Sequence[Span]) -> Iterator[Window]:
        words = [self.encoder.pieces.words(text, paragraph) for paragraph in paragraphs]
        return windows([each if self._passes_first(each) else [] for each in words])

    def _passes_first(self, words: Sequence[Word]) -> bool:
        """Take the first look; of a very long paragraph, at any stretch of it."""
        pieces = [piece for word in words for piece in word.pieces]
        stretches = (pieces[start : start + WINDOW] for start in range(0, len(pieces), WINDOW))
        return any(self._first.is_worth_reading(each, self.encoder.vectors(each)) for each in stretches)

    def _second_look(self, window: Window, inside: Numbers) -> list[float]:
        """Give a score for each of its parts."""
        return [self._second.score(window.ids[where].tolist(), inside[where]) for where in window.pieces_of_parts()]

    def _worth_finishing(self, scores: Sequence[float]) -> list[bool]:
        """Say which parts are read to the end: those that could tell of an event, and what stands beside them."""
        tells = [score >= self._second.threshold for score in scores]
        return [any(tells[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]) for at in range(len(tells))]
