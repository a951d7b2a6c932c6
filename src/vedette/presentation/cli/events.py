"""``vedette events``: the events of a desk, filtered."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from vedette.errors import UsageError
from vedette.model import Event, EventType, Factuality, Stage
from vedette.presentation.cli.desk_access import settings_for, viewing
from vedette.presentation.cli.options import (
    DeskOption,
    LimitOption,
    PacksOption,
    SinceOption,
    UntilOption,
    country_code,
)
from vedette.presentation.cli.output import hand_out, make_table, plain, results, say
from vedette.presentation.lookup import find_situation
from vedette.presentation.rows import short_ids
from vedette.presentation.wording import (
    count_origins,
    describe_actors,
    describe_briefly,
    describe_period,
    describe_place,
    describe_progress,
    describe_sureness,
    type_word,
)
from vedette.store.ports import EventFilter, View

# Nine columns need this many characters; in less, a sentence says what they would.
WIDE = 120


class EventsFormat(StrEnum):
    """How events are written: as a table for people, else in one of the forms of an export."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"
    KML = "kml"
    PARQUET = "parquet"
    ICS = "ics"
    STIX = "stix"
    TIMELINEJS = "timelinejs"
    ATOM = "atom"


def events(
    context: typer.Context,
    *,
    type: Annotated[EventType | None, typer.Option("--type", metavar="TYPE", help="Only this event type.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", callback=country_code, help="Only there, such as PL.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--actor", metavar="ACTOR", help="Only with this actor, such as BY or NATO.")
    ] = None,
    situation: Annotated[
        str | None, typer.Option("--situation", metavar="NAME", help="Only of this situation, by name or id.")
    ] = None,
    stage: Annotated[Stage | None, typer.Option("--stage", help="Only this far along.")] = None,
    factuality: Annotated[Factuality | None, typer.Option("--factuality", help="Only this sure.")] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="WORDS", help="Only with these words.")] = None,
    limit: LimitOption = None,
    form: Annotated[EventsFormat, typer.Option("--format", help="How events are written.")] = EventsFormat.TABLE,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write it here instead of to standard output.")
    ] = None,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""List the events of the desk, earliest first; every filter that is given must hold.

    \b
    Examples:
      vedette events --country PL --since 2025-09
      vedette events --type border_closure --stage planned
      vedette events --factuality denied --format csv > denied.csv
      vedette events --since 2025-09 --format geojson --output events.geojson
    """
    if form is EventsFormat.TABLE and output is not None:
        raise UsageError("A table is for the terminal. Choose a form for the file, such as --format csv.")
    with viewing(settings_for(context, desk, packs)) as view:
        chosen = EventFilter(
            type=type, since=since, until=until, country=country, actor=actor, stage=stage, factuality=factuality,
            text=text, limit=limit, situation=find_situation(view, situation).id if situation else None,
        )
        if form is not EventsFormat.TABLE:
            _export(view, chosen, form=form, output=output)
            return
        found, total = view.events(chosen), view.count_events(chosen)
    print_events(found)
    _tell_count(len(found), total)


def _export(view: View, chosen: EventFilter, *, form: EventsFormat, output: Path | None) -> None:
    from vedette.presentation.export import FORMS, ExportForm, export

    wanted = ExportForm(form)
    hand_out(export(view, chosen, form=wanted), output, is_text=FORMS[wanted].is_text)
    if output is not None:
        say(f"The events are in {output}.")


def print_events(events: Sequence[Event]) -> None:
    """Print events as a table that fits the terminal."""
    if events:
        console = results()
        console.print(_wide(events) if console.width >= WIDE else _narrow(events))


def _tell_count(shown: int, total: int) -> None:
    if total == 0:
        say("No event here. Take filters away, or add reports with: vedette add FILE")
        return
    amount = f"{total} event{'' if total == 1 else 's'}" if shown == total else f"{shown} of {total} events"
    say(f"{amount}. One of them in full, with its sources: vedette show ID")


def _wide(events: Sequence[Event]) -> Table:
    table = make_table("date", "type", "where", "who", "how sure", "stage", "origins", "conflicts", "id")
    ids = short_ids(event.id for event in events)
    for event in events:
        table.add_row(
            plain(_when(event)), plain(type_word(event.type)), plain(describe_place(event)),
            plain(describe_actors(event)), plain(describe_sureness(event.factuality)),
            plain(describe_progress(event)), str(count_origins(event)), str(len(event.conflicts) or ""),
            ids[event.id],
        )
    for column in (6, 7, 8):
        table.columns[column].no_wrap = True
    return table


def _narrow(events: Sequence[Event]) -> Table:
    table = make_table("date", "what", "origins", "conflicts", "id")
    ids = short_ids(event.id for event in events)
    for event in events:
        table.add_row(
            plain(_when(event)), plain(describe_briefly(event)), str(count_origins(event)),
            str(len(event.conflicts) or ""), ids[event.id],
        )
    table.columns[0].max_width = 18
    for column in (2, 3, 4):
        table.columns[column].no_wrap = True
    return table


def _when(event: Event) -> str:
    return describe_period(event.period) if event.period else ""
