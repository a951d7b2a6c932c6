"""Paragraphs in, tags out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vedette.model import Span
from vedette.reading.tags.decoding import decode
from vedette.reading.tags.encoder import Encoder
from vedette.reading.tags.first_look import FirstLook
from vedette.reading.tags.tagged import Tags
from vedette.reading.tags.windows import WINDOW, windows
from vedette.reading.tags.words import Word

SHIPPED = Path(__file__).parent / "data"


class Tagger:
    """Tags texts of the ten languages. It takes half a second to load; keep it.

    Args:
        folder: Where the network's files are; those that ship with Vedette unless told.
        threads: Of the processor, 0 for all; the tags are the same with any number.
    """

    def __init__(self, folder: Path = SHIPPED, *, threads: int = 0) -> None:
        self._encoder = Encoder(folder, threads=threads)
        self._first_look = FirstLook.load(folder / "first_look.npz")

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        """Tag the paragraphs of a text.

        Args:
            text: Of the report.
            paragraphs: Which stretches of it to read, in order; they do not overlap.

        Returns:
            The tags, with spans on ``text``.
        """
        words = [self._encoder.pieces.words(text, paragraph) for paragraph in paragraphs]
        worth = [each if self.is_worth_reading(each) else [] for each in words]
        readings = list(self._encoder.read(list(windows(worth))))
        return decode(readings, distance=self._encoder.distance, paragraphs=len(paragraphs))

    def is_worth_reading(self, words: Sequence[Word]) -> bool:
        """Say whether a paragraph could tell of an event, by the first look; of a very long one, any stretch of it."""
        pieces = [piece for word in words for piece in word.pieces]
        stretches = (pieces[start : start + WINDOW] for start in range(0, len(pieces), WINDOW))
        return any(self._first_look.is_worth_reading(each, self._encoder.vectors(each)) for each in stretches)
