"""Where a desk is kept: what a user may write, and what it means."""

from __future__ import annotations

from pathlib import Path

from vedette.errors import UsageError
from vedette.store.database import Database
from vedette.store.sqlite import SqliteDatabase

_SQLITE = "sqlite:///"
_POSTGRES = ("postgresql:", "postgresql+", "postgres:")


def database_at(address: str) -> Database:
    """Give the database that an address means; nothing is opened yet.

    Args:
        address: A file, ``sqlite:///`` and a file, or ``postgresql://user@host/database``.

    Raises:
        MissingExtra: The address is one of PostgreSQL, for which the extra ``postgres`` is needed.
        UsageError: The address is empty, of another database, or cannot be understood.

    Example:
        >>> database_at("sqlite:///watch/baltic.sqlite").file.name
        'baltic.sqlite'
    """
    if address.lower().startswith(_POSTGRES):
        from vedette.store.postgres import PostgresDatabase  # noqa: PLC0415 (only who needs it waits for it)

        return PostgresDatabase.at(address)
    named = address[len(_SQLITE):] if address.lower().startswith(_SQLITE) else address
    if not named.strip() or "://" in named or "\x00" in named or named == ":memory:":
        raise UsageError(
            f"'{without_password(address)}' is no address of a desk. Give a file, such as desk.sqlite, or an address "
            "such as postgresql://user@host/database."
        )
    return SqliteDatabase(Path(named).expanduser())


def is_on_a_server(address: str) -> bool:
    """Say whether an address is one of PostgreSQL.

    Example:
        >>> is_on_a_server("postgresql://ann@desk.example/baltic"), is_on_a_server("baltic.sqlite")
        (True, False)
    """
    return address.lower().startswith(_POSTGRES)


def without_password(address: str) -> str:
    """Give an address as it may be shown: of what may be secret only that it is there.

    Example:
        >>> without_password("postgresql://ann:pa:ss@w@desk.example/baltic?sslpassword=x&connect_timeout=3")
        'postgresql://ann:***@desk.example/baltic?***'
    """
    scheme, parted, rest = address.partition("://")
    if not parted:
        return address
    rest, asked, _ = rest.partition("?")
    user, at, where = rest.rpartition("@")
    name, has_password, _ = user.partition(":")
    return f"{scheme}://{name}{':***' if has_password else ''}{at}{where}{'?***' if asked else ''}"
