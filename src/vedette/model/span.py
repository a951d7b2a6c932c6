"""A piece of a report's text: the evidence behind a field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where in a report something stands.

    Offsets count Unicode code points of ``Report.text``; ``end`` is exclusive,
    so ``text[span.start:span.end]`` is the evidence itself.

    Raises:
        ValueError: ``start`` is negative or ``end`` lies before it.

    Example:
        >>> Span(0, 6).of("Poland closed its border")
        'Poland'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise ValueError(f"A span runs forward from 0, not from {self.start} to {self.end}.")

    def of(self, text: str) -> str:
        """Give the words that the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def gap(self, other: Span) -> int:
        """Count the characters between the two; 0 where they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)

    def shifted(self, offset: int) -> Span:
        """Move it along the text."""
        return Span(self.start + offset, self.end + offset)
