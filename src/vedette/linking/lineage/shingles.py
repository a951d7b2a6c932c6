"""Texts as runs of words, and whether one is a copy of the other (Broder 1997)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

SHINGLE_WORDS = 4
COPIED_SHARE = 0.7
"""Share of the shorter text's words in runs that both have. A long quotation in a text of its own is less."""
SHORT_WORDS = 30
"""A shorter text is a copy only word for word, or nearly (SHORT_SHARE): two desks write short sentences alike."""
SHORT_SHARE = 0.85
"""As COPIED_SHARE, of either text: one changed word in some twenty."""
_BYTES = 8

Hashes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A text as comparing needs it: the hashes of its runs of so many words, from least to greatest.

    ``length`` is that of the text in words; ``starts`` says, for each hash, at which word its run begins.
    A text that is shorter than a run is one run.
    """

    length: int
    run: int
    hashes: Hashes
    starts: Hashes

    @classmethod
    def of(cls, words: Sequence[str], run: int = SHINGLE_WORDS) -> Text:
        """Take a text apart, given as words in comparable form.

        Example:
            >>> text = Text.of(["poland", "closed", "its", "border", "on", "friday"])
            >>> len(text.hashes), number_of("its border on friday") in text.hashes
            (3, True)
        """
        order = _hashes_of(words, run)
        starts = np.argsort(order, kind="stable")
        return cls(len(words), run, order[starts], starts)

    def share_in(self, other: Text, *, least: float = 0.0) -> float:
        """Give the share of the words that stand in runs of the other text; 0 where it cannot be so much as ``least``.

        Example:
            >>> text = Text.of("the gate was shut at noon and nobody knew why".split())
            >>> text.share_in(Text.of("she said the gate was shut at ten".split()))
            0.5
        """
        if not len(self.hashes) or not len(other.hashes):
            return 0.0
        found = other.hashes.take(other.hashes.searchsorted(self.hashes), mode="clip") == self.hashes
        # Most texts that are looked at share a phrase or two: a run covers no more words than it has.
        if self.run * np.count_nonzero(found) / self.length < least:
            return 0.0
        starts = np.sort(self.starts[found])
        covered = np.minimum(np.diff(starts, append=self.length), self.run).sum()
        return float(covered / self.length)

    def copies(self, other: Text) -> bool:
        """Say whether one is a copy of the other, word for word or lightly edited.

        Example:
            >>> words = [f"word{number}" for number in range(60)]
            >>> wire, reordered = Text.of(words), Text.of(["Our", "own", "lead", *words[30:], *words[:25]])
            >>> wire.copies(reordered), wire.copies(Text.of(words[:8]))
            (True, False)
        """
        shorter, longer = (self, other) if self.length <= other.length else (other, self)
        if shorter.length >= SHORT_WORDS:
            return shorter.share_in(longer, least=COPIED_SHARE) >= COPIED_SHARE
        return shorter.share_in(longer) >= SHORT_SHARE and longer.share_in(shorter) >= SHORT_SHARE


def number_of(text: str) -> int:
    """Give a hash below 2**63, which every database takes."""
    return int.from_bytes(blake2b(_written(text), digest_size=_BYTES).digest(), "big") >> 1


def _hashes_of(words: Sequence[str], run: int) -> Hashes:
    """Number all runs of so many words, in order, each as :func:`number_of` does."""
    written = [_written(word) for word in words]
    together = b" ".join(written)
    ends = list(accumulate((len(word) + 1 for word in written), initial=0))
    # One stretch of all words in a row: joining each run anew takes as long as its hash.
    digests = b"".join([
        blake2b(together[ends[start] : ends[min(start + run, len(words))] - 1], digest_size=_BYTES).digest()
        for start in range(max(1, len(words) - run + 1) if words else 0)
    ])
    return (np.frombuffer(digests, dtype=">u8") >> np.uint64(1)).astype(np.int64)


def _written(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
