"""Paragraphs in, tags out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vedette.model import Span
from vedette.reading.tags.decoding import decode
from vedette.reading.tags.encoder import Encoder
from vedette.reading.tags.tagged import Tags
from vedette.reading.tags.windows import windows

SHIPPED = Path(__file__).parent / "data"


class Tagger:
    """Tags texts of the ten languages. It takes half a second to load; keep it.

    Args:
        folder: Where the network's files are; those that ship with Vedette unless told.
        threads: Of the processor, 0 for all; the tags are the same with any number.
    """

    def __init__(self, folder: Path = SHIPPED, *, threads: int = 0) -> None:
        self._encoder = Encoder(folder, threads=threads)

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        """Tag the paragraphs of a text.

        Args:
            text: Of the report.
            paragraphs: Which stretches of it to read, in order; they do not overlap.

        Returns:
            The tags, with spans on ``text``.
        """
        words = [self._encoder.pieces.words(text, paragraph) for paragraph in paragraphs]
        readings = list(self._encoder.read(list(windows(words))))
        return decode(readings, distance=self._encoder.distance, paragraphs=len(paragraphs))
