"""``vedette backfill``: whole archives, on all cores or on many machines."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from vedette.engine import Engine, cores, kept
from vedette.errors import UsageError
from vedette.presentation.cli.add import summary
from vedette.presentation.cli.desk_access import settings_for, writing
from vedette.presentation.cli.options import PacksOption
from vedette.presentation.cli.output import counted, plain, remarks, results, say

if TYPE_CHECKING:
    from vedette.backfilling import Backfill, DonePartition
    from vedette.desk import Added, Desk
    from vedette.linking.bulk import Spread
    from vedette.model import QuarantinedInput, ReadReport
    from vedette.settings import Settings

    Advance = Callable[[DonePartition], DonePartition]

_DESKS = (".sqlite", ".sqlite3", ".db")
_SQLITE = "sqlite:"


def backfill(
    context: typer.Context,
    *,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Files, folders, or addresses of storage such as s3://...")
    ],
    to: Annotated[str, typer.Option("--to", metavar="FOLDER|DESK", help="Where the claims go.", show_default=False)],
    engine: Annotated[Engine, typer.Option("--engine", help="Where the reading is done.")] = Engine.PROCESSES,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, metavar="NUMBER", help="So many at once; as many as cores unless given."),
    ] = None,
    claims: Annotated[
        str | None,
        typer.Option("--claims", metavar="FOLDER", show_default=False,
                     help="Where claims are kept when --to is a desk; else NAME.backfill beside the desk."),
    ] = None,
    part: Annotated[
        int, typer.Option("--part", min=1, metavar="MB", help="A larger file is cut into parts of this size.")
    ] = 64,
    packs: PacksOption = None,
) -> None:
    r"""Read whole archives into Parquet files of claims, or into a desk.

    Text files, pages, feeds, JSONL, WARC and Parquet, cut into partitions. A run that was
    stopped goes on behind the last partition that is done. A report that ends its process,
    or on which reading never ends, is put aside with the reason, and the rest goes on. Where
    many reports come onto a desk, they are linked in one go, on the same engine.

    \b
    Examples:
      vedette backfill archive/ --to claims/
      vedette backfill s3://bucket/news/ --engine ray --workers 64 --to s3://bucket/claims
      vedette backfill archive/*.warc.gz --to border.sqlite
    """
    from vedette.backfilling import MEGABYTE, Backfill
    from vedette.knowledge import load_knowledge
    from vedette.linking_on_engine import OnEngine

    is_desk, at_once = _is_desk(to), workers or _workers(engine)
    settings = settings_for(context, to if is_desk else None, packs)
    begun = Backfill.begin(
        sources, to=_kept(to, claims) if is_desk else to, knowledge=load_knowledge(settings.packs),
        size=part * MEGABYTE,
    )
    with kept(engine, workers=at_once), closing(begun.run(engine=engine, workers=at_once)) as run:
        if is_desk:
            bad = _into_desk(begun, run, settings, spread=OnEngine(engine, at_once, packs=settings.packs))
        else:
            bad = _into_folder(begun, run)
    if bad:
        raise typer.Exit(1)


def _into_folder(begun: Backfill, run: Iterator[DonePartition]) -> int:
    """Do what is to be done, and say what is in the folder now; gives how much could not be read."""
    with _bar(begun) as advance:
        for _ in map(advance, run):
            pass
    counts = begun.counts()
    parts = f"{len(begun.todo):,} of {len(begun.todo) + len(begun.done):,} partitions read now"
    results().print(plain(
        f"{parts}. They hold {counted(counts['reports'], 'report')} and {counted(counts['claims'], 'claim')}; "
        f"{counted(counts['quarantined'], 'input')} could not be read."
    ))
    if counts["quarantined"]:
        say("What could not be read is kept with its reason, in the folder 'quarantined'.")
    return counts["quarantined"]


def _into_desk(begun: Backfill, run: Iterator[DonePartition], settings: Settings, *, spread: Spread) -> int:
    with writing(settings) as desk, _bar(begun) as advance:
        added = _added(desk, begun, map(advance, run), spread=spread)
        counts = desk.store.counts()
    results().print(plain(summary(added)))
    results().print(plain(
        f"The desk now holds {counted(counts['reports'], 'report')} and {counted(counts['events'], 'event')}."
    ))
    if added.quarantined:
        say("What could not be read is kept: vedette quarantine list")
    return len(added.quarantined)


def _added(desk: Desk, begun: Backfill, run: Iterator[DonePartition], *, spread: Spread) -> Added:
    def gathered() -> Generator[ReadReport | QuarantinedInput, None, None]:
        for part in begun.done:
            yield from begun.folder.items(part)
        for done in run:
            yield from begun.folder.items(done.partition.id)

    with closing(gathered()) as items:
        return desk.add_gathered(items, spread=spread)


def _is_desk(to: str) -> bool:
    from vedette.store.address import is_on_a_server

    if is_on_a_server(to) or to.lower().startswith(_SQLITE):
        return True
    return "://" not in to and (Path(to).suffix in _DESKS or Path(to).is_file())


def _kept(desk: str, claims: str | None) -> str:
    """Settle where the claims lie that come onto a desk."""
    from vedette.store.address import database_at, is_on_a_server

    if claims is not None:
        return claims
    file = None if is_on_a_server(desk) else database_at(desk).file
    if file is None:
        raise UsageError("Say with --claims in which folder the claims are kept on their way to this desk.")
    return str(file.with_suffix(".backfill"))


def _workers(engine: Engine) -> int:
    """Give as many as there are cores: of this machine, or, which the engine knows as none, of the cluster."""
    if engine is Engine.RAY and os.environ.get("RAY_ADDRESS"):
        return 0
    return cores()


@contextmanager
def _bar(begun: Backfill) -> Iterator[Advance]:
    console = remarks()
    columns = (TextColumn("Partitions"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("partitions", total=len(begun.todo) + len(begun.done), completed=len(begun.done))

        def advance(done: DonePartition) -> DonePartition:
            progress.advance(task)
            return done

        yield advance
