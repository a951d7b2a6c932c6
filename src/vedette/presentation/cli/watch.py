"""``vedette watch``: follow outlets day and night, and see how it stands with each."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.model.codec import SCHEMA
from vedette.presentation.cli.alert_sending import ChannelsOption, load
from vedette.presentation.cli.day_and_night import (
    AlertsOption,
    AllowOption,
    FollowedOption,
    LogOption,
    MetricsOption,
    Unanswered,
    alerting,
    allowed_hosts,
    chosen_outlets,
    stopped_by_signals,
    telling,
)
from vedette.presentation.cli.desk_access import archive_folder, settings_for, viewing, writing
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.options import ArchiveOption, DeskOption, FormatOption, LimitOption, PacksOption
from vedette.presentation.cli.output import Format, counted, plain, print_json_line, results, say
from vedette.presentation.cli.rows import print_rows
from vedette.presentation.cli.scenario_choice import scenarios_of
from vedette.presentation.watching.log import LogForm

if TYPE_CHECKING:
    from vedette.model.source_health import SourceHealth

COLUMNS = ("outlet", "feed", "state", "last success", "last new", "usual pause", "errors", "last error", "next")

_EDITS = 20


class LineFormat(StrEnum):
    """How edits are written."""

    TEXT = "text"
    JSONL = "jsonl"


watch = typer.Typer(
    help="Follow the feeds of outlets day and night. 'vedette watch status' says how it stands with each.",
    invoke_without_command=True, rich_markup_mode=None,
)


@watch.callback()
def follow(
    context: typer.Context,
    *,
    once: Annotated[bool, typer.Option("--once", help="Ask every feed once, read what it lists, and end.")] = False,
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
    r"""Follow the feeds of outlets day and night. Stop it with Ctrl-C.

    What they publish is kept as it was received, read, and put on the desk. Pages are looked at
    again for a week: what was changed is a further version, what is gone is said to be gone.
    A watch that was stopped or killed goes on where it was. With --once, the exit code is 1 where
    a feed gave no list.

    \b
    Examples:
      vedette watch
      vedette watch --once --outlets lrt --outlets pap
      vedette watch --log json --metrics 9478
      vedette watch --alerts --channels channels.toml
    """
    if context.invoked_subcommand is not None:
        return
    from vedette.inputs.readers import ReadingApart
    from vedette.sources import WebFetcher
    from vedette.sources.archive import Archive
    from vedette.sources.web import KnownRobots

    settings, hosts = settings_for(context, desk, packs, archive=archive), allowed_hosts(allow)
    loaded = load(channels) if alerts or channels else None
    with ExitStack() as held:
        opened = held.enter_context(writing(settings))
        scenarios = scenarios_of(settings.packs, knowledge=opened.knowledge)
        chosen = chosen_outlets(opened, outlets or ())
        folder = archive_folder(settings)
        kept = held.enter_context(Archive.open(folder))
        stop = held.enter_context(stopped_by_signals())
        unanswered = Unanswered()
        also = [held.enter_context(alerting(opened, settings, loaded, scenarios, log=log))] if loaded else []
        told = telling(opened, folder, log=log, metrics=metrics, also=[unanswered.tell, *also])
        tell, clock = held.enter_context(told)
        reader = held.enter_context(ReadingApart(opened.knowledge))  # a page that ends it does not end the watch
        opened.watch(
            kept, fetch=WebFetcher(allow=hosts, robots=KnownRobots()), stop=stop, outlets=chosen,
            tell=tell, once=once, clock=clock, scenarios=scenarios, reader=reader,
        )
    if once and unanswered.feeds:
        say(f"{counted(len(unanswered.feeds), 'feed')} gave no list. Why, says: vedette watch status")
        raise typer.Exit(1)


def show_status(
    context: typer.Context,
    *,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Say how it stands with each feed that is watched: reporting, quiet, blind or new.

    \b
    Example:
      vedette watch status
    """
    with viewing(settings_for(context, desk, packs)) as view:
        now = datetime.now(UTC)
        health, waiting = view.source_health(at=now), view.backlog(at=now)
    if form is Format.JSONL:
        for one in health:
            print_json_line({"schema": SCHEMA, **_line(one)})
        return
    nothing = "Nothing is watched. Begin with: vedette watch"
    print_rows(COLUMNS, [_row(one) for one in health], form=form, nothing=nothing)
    if form is Format.TABLE and health:
        say(
            f"{counted(waiting.pages, 'page')} known, {waiting.awaited:,} wait to be fetched, "
            f"{waiting.received:,} to be read."
        )


def show_edits(
    context: typer.Context,
    *,
    limit: LimitOption = None,
    form: Annotated[LineFormat, typer.Option("--format", help="How results are written.")] = LineFormat.TEXT,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Show what outlets changed in their articles after publishing them: the newest first, word by word.

    What went stands in [-...-], what came in {+...+}.

    \b
    Example:
      vedette watch edits --limit 5
    """
    from vedette.presentation.watching.edit_lines import edit_line, edit_paragraphs

    with viewing(settings_for(context, desk, packs)) as view:
        for edit in (found := view.edits(limit=limit or _EDITS)):
            before, after = view.report(edit.before), view.report(edit.after)
            if form is LineFormat.JSONL:
                print_json_line({"schema": SCHEMA, **edit_line(edit, before, after)})
                continue
            results().print(plain(f"{edit.address} ({edit.met:%Y-%m-%d %H:%M})", style="bold"))
            for paragraph in edit_paragraphs(before, after):
                results().print(plain(f"  {paragraph}"))
    if not found:
        say("No article was changed, as far as is known.")


def _line(one: SourceHealth) -> dict[str, object]:
    from vedette.presentation.watching.words import state_key

    return {
        "outlet": one.outlet, "feed": one.address, "kind": str(one.kind), "state": state_key(one.state),
        "last_success": one.answered, "last_new": one.newest, "usual_pause_seconds": one.rhythm,
        "errors": one.streak, "last_error": one.reason, "next": one.next, "items": one.items,
    }


def _row(one: SourceHealth) -> tuple[str, ...]:
    from vedette.presentation.watching.words import duration_word, moment_word, state_word

    return (
        one.outlet, one.address, state_word(one.state), moment_word(one.answered), moment_word(one.newest),
        duration_word(one.rhythm), str(one.streak) if one.streak else "", one.reason, moment_word(one.next),
    )


add_commands(watch, {"status": show_status, "edits": show_edits})
