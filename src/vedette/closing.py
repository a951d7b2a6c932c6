"""What is closed when the block that it was opened for ends."""

from __future__ import annotations

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self


class Closing(ABC):
    """Lets go of what it holds at the end of a ``with`` block, whether that ended well or not.

    Example:
        >>> class Door(Closing):
        ...     def close(self) -> None:
        ...         print("shut")
        >>> with Door():
        ...     print("open")
        open
        shut
    """

    __slots__ = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held."""
