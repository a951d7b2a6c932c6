"""Stretches of a text in which a reader is not to look: names, designations, what another reader has read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from vedette.model.span import Span


class Masks:
    """Spans of one text that are covered; one look at the nearest tells whether a piece touches any.

    Example:
        >>> masks = Masks([Span(4, 9), Span(8, 12)])
        >>> masks.touch(11, 20), masks.touch(12, 20)
        (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touch(self, start: int, end: int) -> bool:
        """Say whether any of them covers a character between these two places."""
        nearest = bisect_right(self._starts, end - 1)
        return nearest > 0 and self._ends[nearest - 1] > start
