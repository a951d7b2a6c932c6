"""``vedette archive retain``: old files of the archive go, on record, unless something rests on them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.errors import StoreError
from vedette.model.codec import SCHEMA
from vedette.presentation.cli.desk_access import archive_folder, settings_for
from vedette.presentation.cli.options import ArchiveOption, DeskOption, FormatOption
from vedette.presentation.cli.output import (
    Format,
    make_table,
    plain,
    print_csv,
    print_json_line,
    results,
    say,
)

if TYPE_CHECKING:
    from vedette.settings import Settings
    from vedette.sources.archive import Aged, Kept
    from vedette.store.relied_on import ReliedOn

COLUMNS = ("file", "bytes", "pages", "first", "last", "needed", "removed")


def retain_pages(
    context: typer.Context,
    *,
    older_than: Annotated[
        int, typer.Option("--older-than", min=1, metavar="DAYS", help="Only files all of whose pages are older.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Also files with pages that claims rest on.")] = False,
    form: FormatOption = Format.TABLE,
    folder: ArchiveOption = None,
    desk: DeskOption = None,
) -> None:
    r"""Remove old files of the archive, each listed and put on record in removed.jsonl beside the others.

    A file with a page that a claim of the desk rests on, or that is still to be read, stays unless --force
    is given; so does the newest file. With --dry-run nothing is removed.

    \b
    Examples:
      vedette archive retain --older-than 365 --dry-run
      vedette archive retain --older-than 365
    """
    from vedette.sources.archive import aged_files, remove_file

    settings = settings_for(context, desk, archive=folder)
    place, now = archive_folder(settings), datetime.now(UTC)
    relied = _relied_on(settings)

    def needs(kept: Kept, address: str) -> bool:
        return relied.needs(kept.file, kept.offset, address)

    before = (now - timedelta(days=older_than)).isoformat()
    rows = []
    for aged in list(aged_files(place, before=before, needs=needs)):
        goes = not dry_run and (force or not aged.needed)
        if goes:
            remove_file(
                place, aged, at=now.isoformat(timespec="seconds"), why=f"older than {older_than} days", forced=force
            )
        rows.append((aged, goes))
    _print(rows, form)
    _sum_up(rows, dry_run=dry_run, force=force)


def _relied_on(settings: Settings) -> ReliedOn:
    from vedette.store import open_store
    from vedette.store.address import database_at

    database = database_at(settings.desk)
    if not database.exists():
        raise StoreError(
            f"There is no desk at {database.place}: without it nobody knows which pages claims rest on. Name it with "
            "--desk."
        )
    with open_store(settings.desk, read_only=True) as store:
        return store.relied_on()


def _print(rows: list[tuple[Aged, bool]], form: Format) -> None:
    lines = [
        (aged.file, aged.size, aged.pages, aged.first, aged.last, aged.needed, goes) for aged, goes in rows
    ]
    if form is Format.JSONL:
        for line in lines:
            print_json_line({"schema": SCHEMA, **dict(zip(COLUMNS, line, strict=True))})
    elif form is Format.CSV:
        print_csv(COLUMNS, ([str(cell) for cell in line] for line in lines))
    elif lines:
        table = make_table("file", "bytes", "pages", "first", "last", "needed", "removed")
        for file, size, pages, first, last, needed, goes in lines:
            numbers = f"{size:,}", f"{pages:,}", plain(first), plain(last), f"{needed:,}"
            table.add_row(plain(file), *numbers, "yes" if goes else "no")
        results().print(table)


def _sum_up(rows: list[tuple[Aged, bool]], *, dry_run: bool, force: bool) -> None:
    gone = [aged for aged, goes in rows if goes]
    free = [aged for aged, _ in rows if force or not aged.needed]
    if not rows:
        say("No file of the archive is old enough as a whole.")
    elif dry_run:
        size = sum(aged.size for aged in free)
        say(f"{len(free)} of {len(rows)} files would go ({size:,} bytes). Nothing was removed.")
    else:
        stay = len(rows) - len(gone)
        say(
            f"{len(gone)} files were removed ({sum(aged.size for aged in gone):,} bytes)"
            + (f"; {stay} stay, since claims rest on their pages." if stay else ".")
        )
