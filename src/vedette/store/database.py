"""What SQLite and PostgreSQL do each in its own way; all else of a desk is plain SQLAlchemy Core and knows neither."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from vedette.store.finder import Finder


class Database(Protocol):
    """A database in which a desk is kept, or can be made; ``vedette.store.address`` gives it for an address."""

    @property
    def place(self) -> str:
        """Where it is, as people are told: a password is never in it."""
        ...

    @property
    def name(self) -> str:
        """A short name of it, fit for a file."""
        ...

    @property
    def file(self) -> Path | None:
        """The file that it is; ``None`` where it is on a server."""
        ...

    @property
    def finder(self) -> Finder:
        """What its indexes find."""
        ...

    def exists(self) -> bool:
        """Say whether there is a desk. Raises StoreError where that cannot be seen."""
        ...

    def require_room(self) -> None:
        """See to it that a desk can be made where there is none. Raises StoreError where it cannot."""
        ...

    def is_writable(self) -> bool:
        """Say whether whoever runs this may write the desk that is there."""
        ...

    def open(self, *, read_only: bool) -> Engine:
        """Open the desk; to write, make it where there is none, and bring an older one up to date.

        Raises:
            StoreError: There is none (to read), it is something else, or of a newer Vedette.
        """
        ...

    def reading(self, engine: Engine) -> Engine:
        """Give the engine for a transaction that sees the desk as it is at one moment."""
        ...

    def writing(self, engine: Engine, *, patient: bool) -> Engine:
        """Give the engine for a transaction that writes, and in which nobody else does.

        ``patient`` waits for another writer for a while; else it is refused at once (:meth:`is_busy`).
        """
        ...

    def is_busy(self, error: DBAPIError) -> bool:
        """Say whether an error means that somebody else is writing just now."""
        ...

    def sentence(self, error: BaseException) -> str:
        """Say what an error of the database means, and what to do about it."""
        ...

    def logs_are_locked(self, connection: Connection) -> bool:
        """Say whether the logs of decisions and of access still refuse every change."""
        ...

    def settle(self, connection: Connection) -> None:
        """Have the database look at what is there, after many rows came at once, with numbers of their own.

        New rows are numbered from the last one on.
        """
        ...

    def look_whether_sound(self, *, seconds: float | None = None) -> bool | None:
        """Say whether the database finds itself whole; ``None`` where that would take longer than it may.

        Raises:
            StoreError: It is damaged, or cannot be read.
        """
        ...
