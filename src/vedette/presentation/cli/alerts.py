"""``vedette alerts``: what was told of scenarios, who took note, and to whom it goes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from vedette.errors import StoreError, UsageError
from vedette.model.codec import SCHEMA
from vedette.presentation.alert_lines import COLUMNS, alert_line, alert_row, channel_sentences, minute
from vedette.presentation.cli.alert_sending import send, test
from vedette.presentation.cli.decide import ByOption
from vedette.presentation.cli.desk_access import booking, settings_for
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.options import DeskOption, FormatOption
from vedette.presentation.cli.output import Format, hand_out, plain, print_json_line, results, say
from vedette.presentation.cli.rows import print_rows
from vedette.presentation.rows import short_ids
from vedette.settings import who_decides
from vedette.store.alerting import Alert, AlertBook, Snooze

_SPAN = re.compile(r"(\d{1,4})\s*([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_EARLIER = 1000

OutputOption = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help="Write it here instead of to standard output.")
]
WhyOption = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why, for the others.")]
IdArgument = Annotated[list[str], typer.Argument(metavar="ID", help="Ids of alerts, or the beginnings of them.")]

alerts = typer.Typer(
    help="What was told of scenarios, who took note of it, and to whom it goes. Alone, it lists.",
    invoke_without_command=True, rich_markup_mode=None,
)


@alerts.callback()
def _default(context: typer.Context, *, desk: DeskOption = None) -> None:
    if context.invoked_subcommand is None:
        list_alerts(context, desk=desk)


def list_alerts(
    context: typer.Context,
    *,
    open_only: Annotated[bool, typer.Option("--open", help="Only those that nobody took note of.")] = False,
    scenario: Annotated[str | None, typer.Option("--scenario", metavar="ID", help="Only of this scenario.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="NUMBER", help="At most so many.")] = 50,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
) -> None:
    r"""List alerts, the newest first, and say which channels are down.

    \b
    Examples:
      vedette alerts list --open
      vedette alerts list --scenario hybrid-pressure --format jsonl
    """
    with booking(settings_for(context, desk)) as book:
        found = book.alerts(scenario=scenario, open_only=open_only, limit=limit)
        letters = {one.id: book.letters_of(one.id) for one in found}
        troubles = list(channel_sentences(book.channels(), book.snoozes(at=datetime.now(UTC))))
    if form is Format.JSONL:
        for one in found:
            print_json_line({"schema": SCHEMA, **alert_line(one, letters[one.id])})
    else:
        ids = short_ids(one.id for one in found)
        rows = [
            alert_row(one, letters[one.id], id=one.id if form is Format.CSV else ids[one.id]) for one in found
        ]
        print_rows(COLUMNS, rows, form=form, nothing="No alert.")
    for trouble in troubles:
        say(trouble)


def acknowledge(
    context: typer.Context, *, ids: IdArgument, why: WhyOption = "", by: ByOption = None, desk: DeskOption = None
) -> None:
    r"""Take note of alerts: those that wait are not sent any more, and everybody sees who looks after them.

    \b
    Examples:
      vedette alerts ack a3f9a1c
      vedette alerts ack a3f9a1c a77b01d --by "Olena Example" --why "called the border guard"
    """
    who = who_decides(by)
    with booking(settings_for(context, desk)) as book:
        found = [find_alert(book, one) for one in ids]
        number = book.acknowledge([one.id for one in found], by=who, at=datetime.now(UTC), why=why)
        for one in found:
            if one.acknowledged is not None:
                say(f"{one.id[:8]}: {one.by} took note of it at {minute(one.acknowledged)}.")
    results().print(plain(f"Took note of {number} alert{'' if number == 1 else 's'}."))


def snooze(
    context: typer.Context,
    *,
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="The id of a scenario.")],
    span: Annotated[str | None, typer.Option("--for", metavar="SPAN", help="How long: 30m, 6h or 2d.")] = None,
    wake: Annotated[bool, typer.Option("--wake", help="End the snooze now.")] = False,
    why: WhyOption = "",
    by: ByOption = None,
    desk: DeskOption = None,
) -> None:
    r"""Send nothing of a scenario for a while, unless it rises above the level that it has now.

    Its alerts are made and listed all the same, and are sent when the time is over.

    \b
    Examples:
      vedette alerts snooze hybrid-pressure --for 6h --why "known exercise"
      vedette alerts snooze hybrid-pressure --wake
    """
    if (span is None) != wake:
        raise UsageError("Say how long with --for, or --wake: one of the two.")
    who, now = who_decides(by), datetime.now(UTC)
    until = now if span is None else now + _span(span)
    with booking(settings_for(context, desk)) as book:
        told = book.last_told(scenario)
        if told is None:
            raise StoreError(
                f"Nobody was told of a scenario '{scenario}' yet. 'vedette indicators list' has the ids of all."
            )
        book.snooze(Snooze(scenario=scenario, until=until, level=told.level, by=who, at=now, why=why))
    ended = f"'{scenario}' is awake." if wake else f"'{scenario}' is snoozed until {minute(until)}."
    results().print(plain(ended))


def cap(
    context: typer.Context,
    *,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of an alert, or the beginning of it.")],
    sender: Annotated[
        str, typer.Option("--sender", metavar="NAME", help="Who answers for it, as in watch@desk.example.")
    ] = "vedette@localhost",
    status: Annotated[str, typer.Option("--status", help="Draft, Test, Exercise or Actual.")] = "Draft",
    scope: Annotated[str, typer.Option("--scope", help="Restricted, Public or Private.")] = "Restricted",
    addresses: Annotated[
        str, typer.Option("--addresses", metavar="TEXT", help="To whom, where the scope is Private.")
    ] = "",
    output: OutputOption = None,
    desk: DeskOption = None,
) -> None:
    r"""Write an alert as CAP 1.2: a draft for your own users, unless you say otherwise.

    \b
    Examples:
      vedette alerts cap a3f9a1c
      vedette alerts cap a3f9a1c --sender watch@desk.example --status Exercise --output alert.xml
    """
    from vedette.alerting.cap import CapForm, cap_alert

    form = CapForm(sender=sender, status=status, scope=scope, addresses=addresses)
    with booking(settings_for(context, desk)) as book:
        alert = find_alert(book, id)
        earlier = [one for one in book.alerts(scenario=alert.scenario, limit=_EARLIER) if one.made < alert.made]
    hand_out([cap_alert(alert, form=form, earlier=earlier[::-1])], output, is_text=True)


def feed(
    context: typer.Context,
    *,
    pages: Annotated[
        str | None, typer.Option("--pages", metavar="ADDRESS", help="Where the pages of the desk are, for links.")
    ] = None,
    output: OutputOption = None,
    desk: DeskOption = None,
) -> None:
    r"""Write the newest alerts as an Atom feed, for a web server to hand out.

    \b
    Example:
      vedette alerts feed --pages https://desk.example --output /srv/alerts.atom
    """
    from vedette.presentation.export.addresses import Addresses
    from vedette.presentation.export.alert_feed import write_alert_feed
    from vedette.presentation.export.atom import FEED_LENGTH

    with booking(settings_for(context, desk)) as book:
        found = book.alerts(limit=FEED_LENGTH)
    hand_out(write_alert_feed(found, Addresses(desk=pages and pages.rstrip("/"))), output, is_text=True)


def find_alert(book: AlertBook, id: str) -> Alert:
    """Give the alert with this id, or the only one whose id begins so.

    Raises:
        StoreError: No id begins so.
        UsageError: Several do.
    """
    found = book.alerts_beginning(id) if id else ()
    if not found:
        raise StoreError(f"No alert '{id}' on this desk. Run 'vedette alerts list' for the list.")
    if len(found) > 1 and all(one.id != id for one in found):
        raise UsageError(f"Several alerts begin with '{id}': {', '.join(one.id for one in found)}. Write more of it.")
    return found[0]


def _span(text: str) -> timedelta:
    written = _SPAN.fullmatch(text.strip().casefold())
    if written is None or not int(written[1]):
        raise UsageError(f"'{text}' is no span. Write it as 30m, 6h or 2d.")
    return timedelta(**{_UNITS[written[2]]: int(written[1])})


add_commands(alerts, {
    "list": list_alerts, "ack": acknowledge, "snooze": snooze, "send": send, "test": test, "cap": cap, "feed": feed,
})
