"""Paragraphs put together to what the encoder reads at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vedette.reading.tags.words import END_ID, START_ID, Word, length


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or a piece of a very long one: which, and its words."""

    paragraph: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Parts that are read together.

    ``words`` are those of all parts. ``ids`` are pieces with a start sign before
    the first part and an end sign after each; ``firsts`` where each word's first
    piece stands, ``signs`` where the sign before each part stands.
    """

    parts: tuple[Part, ...]
    words: tuple[Word, ...]
    ids: NDArray[np.int64]
    firsts: NDArray[np.int64]
    signs: NDArray[np.int64]

    def pieces_of_parts(self) -> Iterator[slice]:
        """Give for each part where its pieces stand, without signs."""
        for part, sign in zip(self.parts, self.signs.tolist(), strict=True):
            yield slice(sign + 1, sign + 1 + length(part.words))

    def only(self, kept: Sequence[bool]) -> tuple[Window, NDArray[np.int64]]:
        """Give the window without some of its parts, and which of its pieces and signs stay.

        Args:
            kept: For each part whether it stays; at least one does.
        """
        stays = [part for part, keeps in zip(self.parts, kept, strict=True) if keeps]
        inside = [
            np.arange(sign, where.stop)
            for sign, where, keeps in zip(self.signs.tolist(), self.pieces_of_parts(), kept, strict=True) if keeps
        ]
        return window_of(stays), np.concatenate([*inside, [len(self.ids) - 1]])


def window_of(parts: Sequence[Part]) -> Window:
    """Lay parts out one behind the other."""
    ids, firsts, signs = [START_ID], [], []
    for part in parts:
        signs.append(len(ids) - 1)
        for word in part.words:
            firsts.append(len(ids))
            ids.extend(word.pieces)
        ids.append(END_ID)
    return Window(
        tuple(parts), tuple(word for part in parts for word in part.words),
        np.asarray(ids, np.int64), np.asarray(firsts, np.int64), np.asarray(signs, np.int64),
    )


def windows(paragraphs: Sequence[Sequence[Word]], *, size: int) -> Iterator[Window]:
    """Put paragraphs into windows, in order, as many in one as fit.

    A paragraph longer than a window is cut behind the last full stop that fits,
    or where the window is full.

    Args:
        paragraphs: The words of each.
        size: Pieces in a window, signs included. As many as the network learned from: longer ones it reads worse, and
            shorter ones, where it learned from long ones, too.
    """
    waiting: list[Part] = []
    used = 1
    for index, words in enumerate(paragraphs):
        for piece in _cut(words, size - 2):
            needed = length(piece) + 1
            if waiting and used + needed > size:
                yield window_of(waiting)
                waiting, used = [], 1
            waiting.append(Part(index, tuple(piece)))
            used += needed
    if waiting:
        yield window_of(waiting)


def _cut(words: Sequence[Word], size: int) -> Iterator[Sequence[Word]]:
    start = 0
    while start < len(words):
        end, used = start, 0
        while end < len(words) and used + len(words[end].pieces) <= size:
            used += len(words[end].pieces)
            end += 1
        end = max(end, start + 1)
        if end < len(words):
            end = _sentence_end(words, start, end)
        yield words[start:end]
        start = end


def _sentence_end(words: Sequence[Word], start: int, end: int) -> int:
    """Give where the last sentence ends that fits, in the second half of the stretch; else where it is full."""
    for index in range(end, start + (end - start) // 2, -1):
        if words[index - 1].stop:
            return index
    return end
