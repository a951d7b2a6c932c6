"""Where a desk is kept: what a user may write, and what it means."""

from __future__ import annotations

from pathlib import Path

from vedette.errors import MissingExtra, UsageError

_SQLITE = "sqlite:///"
_POSTGRES = ("postgresql:", "postgresql+", "postgres:")


def desk_file(address: str) -> Path:
    """Give the file that an address means.

    Args:
        address: A file, or ``sqlite:///`` and a file.

    Raises:
        MissingExtra: The address is one of PostgreSQL.
        UsageError: The address is empty or of another database.

    Example:
        >>> desk_file("sqlite:///watch/baltic.sqlite").name
        'baltic.sqlite'
    """
    if address.lower().startswith(_POSTGRES):
        raise MissingExtra("A PostgreSQL desk", "postgres")
    named = address[len(_SQLITE):] if address.lower().startswith(_SQLITE) else address
    if not named.strip() or "://" in named or "\x00" in named or named == ":memory:":
        raise UsageError(
            f"'{address}' is no address of a desk. Give a file, such as desk.sqlite, or sqlite:///desk.sqlite."
        )
    return Path(named).expanduser()
