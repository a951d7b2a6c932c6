"""``vedette judge log``: who decided what, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from vedette.presentation.cli.desk_access import settings_for, viewing
from vedette.presentation.cli.options import DeskOption, FormatOption, PacksOption
from vedette.presentation.cli.output import Format, make_table, plain, print_csv, print_json_line, results, say
from vedette.presentation.decisions import DecisionLine, decision_lines, decision_to_json, decisions_about
from vedette.presentation.lookup import find_event
from vedette.presentation.rows import short_ids

COLUMNS = ("id", "at", "by", "decision", "about", "why", "state", "events")


def log(
    context: typer.Context,
    *,
    event: Annotated[
        str | None, typer.Option("--event", metavar="EVENT", help="Only what is about claims of this event.")
    ] = None,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Show every decision of a person, oldest first: who, when, what and why. Nothing in the log can be changed.

    \b
    Examples:
      vedette judge log
      vedette judge log --event e3f9a1c --format csv
    """
    with viewing(settings_for(context, desk, packs)) as view:
        lines = decisions_about(view, find_event(view, event)) if event else decision_lines(view)
    if form is Format.JSONL:
        for line in lines:
            print_json_line(decision_to_json(line))
    elif form is Format.CSV:
        print_csv(COLUMNS, (_row(line) for line in lines))
    else:
        _print_table(lines)


def _print_table(lines: Sequence[DecisionLine]) -> None:
    if not lines:
        say("Nobody has decided anything here yet. 'vedette judge --help' says what there is to decide.")
        return
    table = make_table("when", "who", "decision", "about", "why", "id")
    ids = short_ids(line.decision.id for line in lines)
    for line in lines:
        decision = line.decision
        verb = f"{line.verb} ({line.state})" if line.state else line.verb
        table.add_row(
            decision.at[:16].replace("T", " "), plain(decision.by), plain(verb), plain(line.about),
            plain(decision.why), ids[decision.id],
        )
    table.columns[5].no_wrap = True
    results().print(table)


def _row(line: DecisionLine) -> tuple[str, ...]:
    decision = line.decision
    return (
        decision.id, decision.at, decision.by, line.verb, line.about, decision.why, line.state, "; ".join(line.events)
    )
