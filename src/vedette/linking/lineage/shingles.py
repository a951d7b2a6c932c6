"""Texts as sets of runs of words, and whether one is a copy of the other (Broder 1997)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

SHINGLE_WORDS = 4
COPIED_SHARE = 0.7
"""Share of the shorter text's words in runs that both have. A long quotation in a text of its own is less."""
SHORT_WORDS = 30
"""A shorter text is a copy only word for word, or nearly (SHORT_SHARE): two desks write short sentences alike."""
SHORT_SHARE = 0.85
"""As COPIED_SHARE, of either text: one changed word in some twenty."""

Shingles = frozenset[int]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as comparing needs it: its length in words, and the hashes of its runs, in order and as a set."""

    length: int
    order: tuple[int, ...]
    runs: Shingles

    @classmethod
    def of(cls, words: Sequence[str]) -> Text:
        """Take a text apart, given as words in comparable form."""
        order = tuple(runs_of(words, SHINGLE_WORDS))
        return cls(len(words), order, frozenset(order))

    def share_in(self, other: Shingles) -> float:
        """Give the share of the words that stand in runs of the other text."""
        return share_of(self.order, other, words=self.length, length=SHINGLE_WORDS)

    def copies(self, other: Text) -> bool:
        """Say whether one is a copy of the other, word for word or lightly edited.

        Example:
            >>> words = [f"word{number}" for number in range(60)]
            >>> wire, reordered = Text.of(words), Text.of(["Our", "own", "lead", *words[30:], *words[:25]])
            >>> wire.copies(reordered), wire.copies(Text.of(words[:8]))
            (True, False)
        """
        shorter, longer = sorted((self, other), key=lambda text: text.length)
        if not shorter.length:
            return False
        if shorter.length < SHORT_WORDS:
            return min(shorter.share_in(longer.runs), longer.share_in(shorter.runs)) >= SHORT_SHARE
        return shorter.share_in(longer.runs) >= COPIED_SHARE


def shingle(words: Sequence[str], length: int = SHINGLE_WORDS) -> Shingles:
    """Give the hashes of all runs of so many words; a shorter text is one run.

    Example:
        >>> len(shingle(["poland", "closed", "its", "border", "on", "friday"]))
        3
    """
    return frozenset(runs_of(words, length))


def share_of(order: Iterable[int], runs: Shingles, *, words: int, length: int) -> float:
    """Give the share of so many words that stand in runs of a text."""
    covered = bytearray(words)
    for start, run in enumerate(order):
        if run in runs:
            covered[start : start + length] = b"\1" * len(covered[start : start + length])
    return sum(covered) / words


def runs_of(words: Sequence[str], length: int) -> Iterator[int]:
    """Give the hashes of all runs of so many words, in order."""
    written = [_written(word) for word in words]
    for start in range(max(1, len(words) - length + 1) if words else 0):
        yield _number(b" ".join(written[start : start + length]))


def number_of(text: str) -> int:
    """Give a hash below 2**63, which every database takes."""
    return _number(_written(text))


def _written(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _number(written: bytes) -> int:
    return int.from_bytes(blake2b(written, digest_size=8).digest(), "big") >> 1
