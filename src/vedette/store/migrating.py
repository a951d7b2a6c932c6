"""The one path on which a desk becomes one of today, whatever database it is in."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from vedette.errors import StoreError
from vedette.store import tables

# What every desk has had since its first schema: else it is a database of another program.
OURS = frozenset({"alembic_version", "meta", "reports", "claims"})


def migrate(connection: Connection) -> None:
    """Take the steps that a desk has not seen yet, in the transaction of the connection."""
    # Imported here: a desk that is up to date, the usual case, starts without Alembic.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def refuse_newer(version: str | None, place: str) -> None:
    """Refuse what this Vedette does not understand.

    Raises:
        StoreError: The desk is of a newer Vedette.
    """
    if version is not None and version > tables.SCHEMA:
        raise StoreError(
            f"The desk {place} was made by a newer Vedette: it has schema {version}, this one knows up to "
            f"{tables.SCHEMA}. Update Vedette: pip install --upgrade vedette"
        )


def refuse_older(version: str | None, place: str) -> None:
    """Refuse to read what would have to be brought up to date first.

    Raises:
        StoreError: The desk is of an older Vedette, or empty.
    """
    if version != tables.SCHEMA:
        raise StoreError(
            f"The desk {place} has no content yet or was made by an older Vedette (schema {version or 'none'}, "
            f"this one reads {tables.SCHEMA}). 'vedette events' on the same desk brings it up to date, where you may "
            "write it."
        )
