"""``vedette worker``: do a share of the work of one desk, beside others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.errors import MissingExtra, StoreError
from vedette.model.codec import SCHEMA
from vedette.presentation.cli.alert_sending import ChannelsOption, load
from vedette.presentation.cli.day_and_night import (
    AlertsOption,
    AllowOption,
    FollowedOption,
    LogOption,
    MetricsOption,
    alerting,
    allowed_hosts,
    chosen_outlets,
    stopped_by_signals,
    telling,
)
from vedette.presentation.cli.desk_access import archive_folder, settings_for, writing
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.options import ArchiveOption, DeskOption, FormatOption, PacksOption
from vedette.presentation.cli.output import Format, plain, print_json_line, results, say
from vedette.presentation.cli.rows import print_rows
from vedette.presentation.cli.scenario_choice import scenarios_of
from vedette.presentation.safe_text import printable
from vedette.presentation.watching.log import LogForm

if TYPE_CHECKING:
    from vedette.desk import Desk
    from vedette.model import Scenario
    from vedette.settings import Settings
    from vedette.watching import Clock, Stop, Tell
    from vedette.working.job_list import JobList
    from vedette.working.jobs import GivenUp

COLUMNS = ("id", "job", "tries", "last tried", "why")

worker = typer.Typer(
    help="Do a share of the work of a desk on PostgreSQL, beside other workers. 'vedette worker failed' lists what "
    "none of them could do.",
    invoke_without_command=True, rich_markup_mode=None,
)


@worker.callback()
def share(
    context: typer.Context,
    *,
    hands: Annotated[
        int, typer.Option("--hands", min=1, max=64, metavar="N", help="Ask so many servers at a time.")
    ] = 8,
    outlets: FollowedOption = None,
    log: LogOption = LogForm.TEXT,
    metrics: MetricsOption = None,
    allow: AllowOption = None,
    alerts: AlertsOption = False,
    channels: ChannelsOption = None,
    archive: ArchiveOption = None,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Do a share of the work of a desk on PostgreSQL. Stop it with Ctrl-C; killing it loses nothing.

    As many as are started follow the feeds of outlets, fetch what they list, read and link it
    together, as 'vedette watch' does alone. What one had in hand when it ended, another goes on with.

    \b
    Examples:
      vedette worker --desk postgresql://vedette@desk.example/baltic
      vedette worker --hands 16 --log json --metrics 9479
      vedette worker --alerts --channels channels.toml
    """
    if context.invoked_subcommand is not None:
        return
    from vedette.arrivals import wanted_feeds

    settings, hosts = settings_for(context, desk, packs, archive=archive), allowed_hosts(allow)
    loaded = load(channels) if alerts or channels else None
    with ExitStack() as held:
        jobs = held.enter_context(_jobs(settings, make=True))
        opened = held.enter_context(writing(settings))
        scenarios = scenarios_of(settings.packs, knowledge=opened.knowledge)
        chosen = chosen_outlets(opened, outlets or ())
        folder = archive_folder(settings)
        stop = held.enter_context(stopped_by_signals())
        also = [held.enter_context(alerting(opened, settings, loaded, scenarios, log=log))] if loaded else []
        tell, clock = held.enter_context(telling(opened, folder, log=log, metrics=metrics, also=also))
        opened.store.watching.follow(wanted_feeds(opened.knowledge, chosen), at=jobs.now())
        _work(opened, jobs, folder, stop, tell=tell, clock=clock, hands=hands, allow=hosts, scenarios=scenarios)


def list_failed(
    context: typer.Context,
    *,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
) -> None:
    r"""List the jobs that failed each time they were tried, and why. Nobody tries them again by themselves.

    \b
    Example:
      vedette worker failed
    """
    with _jobs(settings_for(context, desk), make=False) as jobs:
        found = jobs.given_up()
    if form is Format.JSONL:
        for one in found:
            print_json_line(_line(one))
        return
    print_rows(COLUMNS, [_row(one) for one in found], form=form, nothing="No job was given up.")


def retry_failed(
    context: typer.Context,
    *,
    ids: Annotated[list[int] | None, typer.Argument(metavar="ID", help="The number of a job.")] = None,
    all_of_them: Annotated[bool, typer.Option("--all", help="All that were given up.")] = False,
    desk: DeskOption = None,
) -> None:
    r"""Have jobs tried again that were given up, as if they were new.

    \b
    Examples:
      vedette worker retry 17
      vedette worker retry --all
    """
    if not ids and not all_of_them:
        raise typer.BadParameter("Give the numbers of jobs, or --all. 'vedette worker failed' lists them.")
    with _jobs(settings_for(context, desk), make=False) as jobs:
        for number in [one.id for one in jobs.given_up()] if all_of_them else ids or ():
            results().print(plain(f"{number}: {printable(jobs.retry(number).key)} is tried again."))


def show_load(context: typer.Context, *, form: FormatOption = Format.TABLE, desk: DeskOption = None) -> None:
    r"""Say how many workers are at work, and how many jobs wait, are being done, and were given up.

    \b
    Example:
      vedette worker status
    """
    with _jobs(settings_for(context, desk), make=False) as jobs:
        load = jobs.load()
    counts = {"workers": load.workers, "waiting": load.waiting, "in hand": load.doing, "given up": load.given_up}
    if form is Format.JSONL:
        print_json_line({"schema": SCHEMA, **{name.replace(" ", "_"): count for name, count in counts.items()}})
        return
    print_rows(tuple(counts), [tuple(map(str, counts.values()))], form=form, nothing="")
    if load.given_up and form is Format.TABLE:
        say("What was given up, and why: vedette worker failed")


def _work(
    desk: Desk, jobs: JobList, folder: Path, stop: Stop, *, tell: Tell, clock: Clock, hands: int,
    allow: frozenset[str], scenarios: Sequence[Scenario],
) -> None:
    from vedette.inputs.readers import ReadingApart
    from vedette.sources import WebFetcher
    from vedette.sources.archive import Archive
    from vedette.sources.web import KnownRobots
    from vedette.working.steps import Tools
    from vedette.working.worker import Orders, work

    def link() -> None:
        desk.relink()
        if scenarios:
            now = jobs.now()
            desk.assess(scenarios, today=now.date().isoformat(), at=now)

    with Archive.open(folder, shared=True) as kept, ReadingApart(desk.knowledge) as reader:
        fetch = WebFetcher(allow=allow, robots=KnownRobots())
        tools = Tools(
            store=desk.store, knowledge=desk.knowledge, archive=kept, fetch=fetch, reader=reader, link=link, tell=tell,
        )
        work(tools, jobs, stop, orders=Orders(clock=clock, hands=hands))


@contextmanager
def _jobs(settings: Settings, *, make: bool) -> Iterator[JobList]:
    """Open the list of jobs of a desk.

    Raises:
        MissingExtra: The extra ``postgres`` is not installed.
        UsageError: The desk is a file.
        StoreError: It cannot be reached; or there is no list, and none is to be made.
    """
    try:
        from vedette.working.job_list import JobList
        from vedette.working.place import is_there, place_of, see_to
    except ModuleNotFoundError as error:
        raise MissingExtra("Work shared by several workers", "postgres") from error
    place = place_of(settings.desk)
    if make:
        see_to(place)
    elif not is_there(place):
        raise StoreError(f"No worker has been at work on {place.shown} yet. Start one with: vedette worker")
    with JobList(place) as jobs:
        yield jobs


def _row(one: GivenUp) -> tuple[str, ...]:
    at = "" if one.at is None else f"{one.at:%Y-%m-%d %H:%M}"
    return str(one.id), printable(one.job.key), str(one.tries), at, printable(one.why)


def _line(one: GivenUp) -> dict[str, object]:
    return {
        "schema": SCHEMA, "id": one.id, "job": str(one.job.kind), "host": one.job.host or None,
        "versions": list(one.job.versions), "tries": one.tries,
        "at": None if one.at is None else one.at.isoformat(timespec="seconds"), "why": one.why,
    }


add_commands(worker, {"failed": list_failed, "retry": retry_failed, "status": show_load})
