"""``vedette archive``: the pages as they were received."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from vedette.errors import UsageError
from vedette.model.codec import SCHEMA
from vedette.presentation.cli.archive_removal import retain_pages
from vedette.presentation.cli.desk_access import archive_folder, settings_for
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.options import (
    ArchiveOption,
    DeskOption,
    FormatOption,
    LimitOption,
    SinceOption,
    UntilOption,
)
from vedette.presentation.cli.output import (
    Format,
    hand_out,
    make_table,
    plain,
    print_csv,
    print_json_line,
    remarks,
    results,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vedette.settings import Settings
    from vedette.sources.archive import Finding, Held, Kept

FOUND = ("file", "offset", "flaw", "harm", "detail")
LISTED = ("place", "received", "status", "bytes", "address", "sha256")
# Enough of a page to see what it was.
SHOWN = 2000

AddressOption = Annotated[
    str, typer.Option("--address", metavar="TEXT", help="Only pages whose address has this in it.", show_default=False)
]

archive = typer.Typer(
    help="The pages as they were received: see them, check them, hand them on.", rich_markup_mode=None,
    no_args_is_help=True,
)


def verify_archive(
    context: typer.Context, *, form: FormatOption = Format.TABLE, folder: ArchiveOption = None, desk: DeskOption = None
) -> None:
    r"""Look at every byte of the archive: digests, lengths, order, files that are missing or not ours.

    Every page that the desk knows has to be there. Nothing is changed. The exit code is 1 where
    evidence is missing or not as it was received.

    \b
    Example:
      vedette archive verify
    """
    from vedette.sources.archive import archive_size, verify

    settings = settings_for(context, desk, archive=folder)
    place = archive_folder(settings)
    known = tuple(_known(settings))
    total = archive_size(place)[1] if place.is_dir() else 0
    with _bar(total) as advance:
        found = list(verify(place, known=known, progress=advance))
    _print_findings(found, form)
    harm = sum(one.is_harm for one in found)
    relied = f", and has all {len(known):,} pages that the desk knows" if known and not harm else ""
    say(f"{place} is damaged: see what was found above ({harm})." if harm else f"{place} is as it was kept{relied}.")
    if harm:
        raise typer.Exit(1)


def list_archive(
    context: typer.Context,
    *,
    address: AddressOption = "",
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
    folder: ArchiveOption = None,
    desk: DeskOption = None,
) -> None:
    r"""List the pages of the archive in the order in which they were kept.

    \b
    Examples:
      vedette archive list --address post.example --since 2025-09-12
      vedette archive list --format csv > pages.csv
    """
    from vedette.sources.archive import Choice, list_pages

    place = archive_folder(settings_for(context, desk, archive=folder))
    pages = islice(list_pages(place, Choice(address=address, since=since, until=until)), limit)
    if form is Format.JSONL:
        for held in pages:
            print_json_line({"schema": SCHEMA, **dict(zip(LISTED, _page_row(held), strict=True))})
    elif form is Format.CSV:
        print_csv(LISTED, ([str(cell) for cell in _page_row(held)] for held in pages))
    else:
        _print_pages(pages)


def show_archived(
    context: typer.Context,
    *,
    page: Annotated[str, typer.Argument(metavar="PLACE", help="Where the page lies: see 'vedette archive list'.")],
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write the page itself there, byte by byte.")
    ] = None,
    folder: ArchiveOption = None,
    desk: DeskOption = None,
) -> None:
    r"""Show one page as it was received: what the server said, and the beginning of the page.

    \b
    Examples:
      vedette archive show pages-00000001.warc.gz:512
      vedette archive show pages-00000001.warc.gz:512 --output page.html
    """
    from vedette.sources.archive import Archive, find_page, read_place

    file, offset = read_place(page)
    place = archive_folder(settings_for(context, desk, archive=folder))
    with Archive.open(place, read_only=True) as opened:
        kept = find_page(place, file, offset)
        if kept is None:
            raise UsageError(f"No page begins at {page} in {place}. 'vedette archive list' gives places.")
        received = opened.load(kept)
    if output is not None:
        hand_out([received.body], output, is_text=False)
        return
    console = results()
    console.print(plain(received.url, style="bold"))
    console.print(plain(f"answer {received.status} · {len(received.body):,} bytes · SHA-256 {kept.sha256}"))
    for name, value in received.headers:
        console.print(plain(f"{name}: {value}"))
    console.print()
    for line in received.body[:SHOWN].decode(_codec(received.charset), "replace").splitlines():
        console.print(plain(line))


def export_archive(
    context: typer.Context,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="The WARC file to write; else standard output.")
    ] = None,
    address: AddressOption = "",
    since: SinceOption = None,
    until: UntilOption = None,
    folder: ArchiveOption = None,
    desk: DeskOption = None,
) -> None:
    r"""Hand pages on as a WARC file of their own, each byte by byte as it lies in the archive.

    \b
    Example:
      vedette archive export --address post.example --output post.warc.gz
    """
    from vedette.sources.archive import Choice, export_pages

    place = archive_folder(settings_for(context, desk, archive=folder))
    hand_out(export_pages(place, Choice(address=address, since=since, until=until)), output, is_text=False)


def _known(settings: Settings) -> Iterator[Kept]:
    from vedette.sources.archive import Kept
    from vedette.store import open_store
    from vedette.store.address import database_at

    database = database_at(settings.desk)
    if not database.exists():
        say(f"There is no desk at {database.place}: whether all its pages are there was not looked at.")
        return
    with open_store(settings.desk, read_only=True) as store:
        for name, offset, length, sha256 in store.known_places():
            yield Kept(file=name, offset=offset, length=length, sha256=sha256)


def _finding_row(finding: Finding) -> tuple[object, ...]:
    return finding.file, finding.offset, str(finding.flaw), finding.is_harm, finding.detail


@contextmanager
def _bar(total: int) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how much of the archive was looked at."""
    console = remarks()
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("looking at every byte", total=total)
        yield lambda number: progress.advance(task, number)


def _print_findings(found: list[Finding], form: Format) -> None:
    if form is Format.JSONL:
        for one in found:
            print_json_line({"schema": SCHEMA, **dict(zip(FOUND, _finding_row(one), strict=True))})
        return
    if form is Format.CSV:
        print_csv(FOUND, ([str(cell) for cell in _finding_row(one)] for one in found))
        return
    if not found:
        return
    table = make_table("file", "byte", "what", "in words")
    for one in found:
        style = "bold red" if one.is_harm else "yellow"
        offset = "" if one.offset is None else str(one.offset)
        table.add_row(plain(one.file), offset, plain(str(one.flaw), style=style), plain(one.detail))
    results().print(table)


def _page_row(held: Held) -> tuple[object, ...]:
    return held.kept.place, held.at, held.status, held.size, held.address, held.kept.sha256


def _print_pages(pages: Iterable[Held]) -> None:
    table = make_table("place", "received", "answer", "bytes", "address")
    for held in pages:
        table.add_row(
            plain(held.kept.place), plain(held.at), str(held.status or ""), f"{held.size:,}", plain(held.address)
        )
    if not table.row_count:
        say("The archive has no such page.")
        return
    results().print(table)


def _codec(charset: str | None) -> str:
    try:
        "".encode(charset or "utf-8")
    except LookupError:
        return "utf-8"
    return charset or "utf-8"


add_commands(archive, {
    "list": list_archive, "show": show_archived, "verify": verify_archive, "export": export_archive,
    "retain": retain_pages,
})
