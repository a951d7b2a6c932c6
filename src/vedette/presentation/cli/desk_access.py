"""Opens the desk that a command works on."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vedette.errors import StoreError
from vedette.settings import Settings, default_desk, load_settings

if TYPE_CHECKING:
    from vedette.access import Doorkeeper
    from vedette.desk import Desk
    from vedette.store import Store
    from vedette.store.alerting import AlertBook
    from vedette.store.ports import View
    from vedette.store.watching import WatchBook


def settings_for(
    context: typer.Context, desk: str | None, packs: Sequence[Path] | None = None, *, archive: Path | None = None
) -> Settings:
    """Settle the desk, packs and archive: said after the command, else before it, else the environment."""
    general = context.find_root().params
    return load_settings(
        desk=desk or general.get("desk"), packs=packs or general.get("packs") or (), archive=archive
    )


def desk_option(context: typer.Context, desk: str | None) -> str:
    """Write the option that leads to the same desk again, for a hint; nothing where none was given."""
    from vedette.store.address import without_password

    named = desk or context.find_root().params.get("desk")
    return f" --desk {shlex.quote(without_password(named))}" if named else ""


def archive_folder(settings: Settings) -> Path:
    """Give the folder of the pages as received: the one that is set, else ``NAME.archive`` beside the desk.

    A desk on a server has nothing beside it: its archive is then in the data folder of the user.
    """
    from vedette.store.address import database_at

    if settings.archive:
        return settings.archive.expanduser()
    database = database_at(settings.desk)
    file = default_desk().with_name(f"{database.name}.sqlite") if database.file is None else database.file
    return file.with_suffix(".archive")


@contextmanager
def writing(settings: Settings) -> Iterator[Desk]:
    """Open a desk to add to it; one is made where there is none."""
    from vedette.desk import Desk

    with Desk.open(settings.desk, packs=settings.packs) as desk:
        yield desk


@contextmanager
def judging(settings: Settings) -> Iterator[Desk]:
    """Open a desk that is there, with its events up to date, to put a person's decision on it.

    Raises:
        StoreError: There is no desk at this address.
    """
    _require_desk(settings.desk)
    with writing(settings) as desk:
        desk.relink()
        yield desk


@contextmanager
def viewing(settings: Settings) -> Iterator[View]:
    """Open a desk to look at it.

    A misspelt address must not make a new, empty desk, so there has to be one. Where a
    run was stopped before its events were put together, that is made good first; so it is
    with packs of the user's own that are others than those of before.

    Raises:
        StoreError: There is no desk at this address.
    """
    _require_desk(settings.desk)
    store = None if settings.packs else _ready(settings.desk)
    if store is None:
        with writing(settings) as desk:
            desk.relink()
            yield desk.store
        return
    with store:
        yield store


@contextmanager
def booking(settings: Settings) -> Iterator[AlertBook]:
    """Open what people were told, and what they follow, of a desk that is there.

    Raises:
        StoreError: There is no desk at this address.
    """
    from vedette.store import open_store

    _require_desk(settings.desk)
    with open_store(settings.desk, read_only=not may_write(settings)) as store:
        yield store.alerting


@contextmanager
def watched_pages(settings: Settings) -> Iterator[WatchBook]:
    """Open what is on record of watched pages, to look at it, of a desk that is there.

    Raises:
        StoreError: There is no desk at this address.
    """
    from vedette.store import open_store

    _require_desk(settings.desk)
    with open_store(settings.desk, read_only=True) as store:
        yield store.watching


@contextmanager
def keeping(settings: Settings) -> Iterator[Doorkeeper]:
    """Open a desk that is there to manage who may use it.

    Raises:
        StoreError: There is no desk at this address.
    """
    from vedette.access import Doorkeeper
    from vedette.store import open_store

    _require_desk(settings.desk)
    with open_store(settings.desk) as store:
        yield Doorkeeper(store.accounts)


def may_write(settings: Settings) -> bool:
    """Say whether whoever runs this may write the desk."""
    from vedette.store.address import database_at

    return database_at(settings.desk).is_writable()


def _require_desk(address: str) -> None:
    from vedette.store.address import database_at

    database = database_at(address)
    if not database.exists():
        raise StoreError(
            f"There is no desk at {database.place} yet. Put reports on one with 'vedette add FILE', "
            "or look at samples with 'vedette demo'."
        )


def _ready(address: str) -> Store | None:
    """Open a desk that needs nothing done to it, without knowledge and without writing."""
    from vedette.store import open_store

    try:
        store = open_store(address, read_only=True)
    except StoreError:
        return None  # of an older Vedette, or no desk at all: opening it to write settles which
    if store.is_linked():
        return store
    store.close()
    return None
