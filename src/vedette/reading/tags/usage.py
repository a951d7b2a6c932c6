"""What a word usually tells of: how often each type of event is told with it in the training part of the corpus.

The network knows the words around better than the word: it takes a seldom verb for what stands beside it mostly is.
Counting has no such leaning, and both together err less (a product of two experts; Hinton, 2002). Words are counted by
their beginnings, short and long ones, so that all their forms count together, in whichever language they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vedette.errors import ModelError
from vedette.model import EventType, fold
from vedette.reading.tags.labels import HEADS

Numbers = NDArray[np.float32]
FILE = "usage.tsv"
LENGTHS = (4, 6, 9)  # letters of a beginning
DOUBT = 2.0  # how many further words told of anything: a word seen once says little
WEIGHT = 0.7  # of counting beside the network, the best on the development part
_LABELS = HEADS["type"].labels
_WORD = re.compile(r"[^\W\d_]+")


class Usage:
    """Leans from what is told with words towards the types that they usually tell of; keep it.

    Args:
        counts: Beginning of a word, folded -> how often each type was told with it.

    Example:
        >>> usage = Usage({"cros": {EventType.BORDER_CLOSURE: 9}, "shut": {EventType.BASE_CONSTRUCTION: 1}})
        >>> EventType(HEADS["type"].labels[usage.leaning("Crossings").argmax()])
        <EventType.BORDER_CLOSURE: 'border_closure'>
    """

    def __init__(self, counts: Mapping[str, Mapping[EventType, int]]) -> None:
        table = np.zeros((len(counts), len(_LABELS)), np.float32)
        for row, told in zip(table, counts.values(), strict=True):
            for kind, count in told.items():
                row[_LABELS.index(kind)] = count
        usual = (table.sum(axis=0) + 1) / (table.sum() + len(_LABELS))
        shares = (table + DOUBT * usual) / (table.sum(axis=1, keepdims=True) + DOUBT)
        self._rows = dict(zip(counts, WEIGHT * np.log(shares / usual), strict=True))
        self._none = np.zeros(len(_LABELS), np.float32)

    @classmethod
    def load(cls, file: Path) -> Usage:
        """Load what training counted.

        Raises:
            ModelError: It is not there.
        """
        if not file.exists():
            raise ModelError(f"There is no {file}. Run `python -m training --looks`, or install a released version.")
        return cls(dict(map(_counted, file.read_text("utf-8").splitlines())))

    def leaning(self, words: str) -> Numbers:
        """Give what to add to the logarithm of how probable each type is: (types,), all 0 for words never seen.

        Args:
            words: That tell of an event, as the text has them.
        """
        known = [self._rows[start] for start in beginnings(words) if start in self._rows]
        return np.asarray(np.mean(known, axis=0), np.float32) if known else self._none


def beginnings(words: str) -> Iterator[str]:
    """Give the beginnings under which words are counted.

    Example:
        >>> list(beginnings("Were deployed"))
        ['were', 'were', 'were', 'depl', 'deploy', 'deployed']
    """
    for word in _WORD.findall(words):
        folded = fold(word)
        if len(folded) >= LENGTHS[0]:
            yield from (folded[:length] for length in LENGTHS)


def written(counts: Mapping[str, Mapping[EventType, int]]) -> Iterable[str]:
    """Give the lines of the file, in the order of the alphabet."""
    for start in sorted(counts):
        told = " ".join(f"{kind.value}:{count}" for kind, count in sorted(counts[start].items()))
        yield f"{start}\t{told}\n"


def _counted(line: str) -> tuple[str, dict[EventType, int]]:
    start, _, told = line.partition("\t")
    pairs = (each.split(":") for each in told.split())
    return start, {EventType(kind): int(count) for kind, count in pairs}
