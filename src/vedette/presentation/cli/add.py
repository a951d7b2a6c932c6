"""``vedette add``: reports into a desk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from vedette.presentation.cli.desk_access import desk_option, settings_for, writing
from vedette.presentation.cli.failures import tell_failures, tell_note, tell_notes
from vedette.presentation.cli.options import DeskOption, JobsOption, PacksOption
from vedette.presentation.cli.output import counted, plain, remarks, results

if TYPE_CHECKING:
    from vedette.desk import Added, Desk
    from vedette.inputs import Progress as Advance


def add(
    context: typer.Context,
    *,
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Files, folders, addresses, or - for standard input.")
    ],
    jobs: JobsOption = 1,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Read reports into the desk and bring its events up to date.

    What the desk holds already is not read again: a run that was stopped goes on where
    it was. An input that cannot be read is named, kept in quarantine, and the rest goes on.

    \b
    Examples:
      vedette add reports/ page.html feed.xml
      vedette add https://news.example/feed
      vedette add reports.jsonl --desk border.sqlite
      vedette add archive.warc.gz --jobs 4
    """
    with writing(settings_for(context, desk, packs)) as opened:
        added = add_with_progress(opened, inputs, jobs=jobs)
        counts = opened.store.counts()
    results().print(plain(summary(added)))
    results().print(plain(
        f"The desk now holds {counted(counts['reports'], 'report')}, {counted(counts['claims'], 'claim')} and "
        f"{counted(counts['events'], 'event')}. See them with: vedette events{desk_option(context, desk)}"
    ))
    if added.quarantined:
        raise typer.Exit(1)


def add_with_progress(desk: Desk, inputs: list[str], *, jobs: int = 1) -> Added:
    """Add inputs while a bar on standard error shows how many, then tell what failed."""
    return told(lambda advance: desk.add(inputs, stdin=sys.stdin.buffer, progress=advance, jobs=jobs))


def told(adding: Callable[[Advance], Added]) -> Added:
    """Show a bar while something is added, then tell what failed."""
    with _bar() as advance:
        added = adding(advance)
    tell_notes(added.notes)
    tell_failures(added.quarantined)
    if added.quarantined:
        tell_note("What could not be read is kept: vedette quarantine list")
    return added


def summary(added: Added) -> str:
    """Say what became of the inputs.

    Example:
        >>> from vedette.desk import Added
        >>> summary(Added(new=2, known=1, quarantined=(), notes=()))
        '2 new reports added, 1 known already.'

    """
    parts = [f"{counted(added.new, 'new report')} added"]
    parts += [f"{added.known} known already"] if added.known else []
    parts += [f"{counted(len(added.quarantined), 'input')} not read"] if added.quarantined else []
    return ", ".join(parts) + "."


@contextmanager
def _bar() -> Iterator[Advance]:
    """Show a moving bar with a count; how many there will be is not known before they are read."""
    console = remarks()
    count = TextColumn("{task.completed} read")
    columns = (SpinnerColumn(), TextColumn("Reading"), BarColumn(), count, TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda number: progress.advance(task, number)
