"""Things put aside on disk until their turn, so that memory holds only what is being worked on."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Generic, TypeVar, cast

from vedette.closing import Closing

Item = TypeVar("Item")


class Spool(Closing, Generic[Item]):
    """A row of things in a file that is gone when it is closed, numbered from 0.

    Example:
        >>> with Spool() as spool:
        ...     spool.add("first"), spool.add("second"), spool.read(0), list(spool)
        (0, 1, 'first', ['first', 'second'])
    """

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 (closed by close)
        self._places = array("Q")

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Item]:
        """Give all things in their order."""
        for number in range(len(self)):
            yield self.read(number)

    def add(self, item: Item) -> int:
        """Put a thing at the end, and give its number."""
        self._file.seek(0, 2)
        self._places.append(self._file.tell())
        pickle.dump(item, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        return len(self._places) - 1

    def read(self, number: int) -> Item:
        """Give a thing by its number."""
        self._file.seek(self._places[number])
        # Nobody else can have written there: the file has no name.
        return cast(Item, pickle.load(self._file))

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
