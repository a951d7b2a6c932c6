"""``vedette show``: one event in full, with every sentence behind it; or one situation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from vedette.model import Claim, Event, Report, Situation
from vedette.model.codec import event_to_json
from vedette.model.situation_codec import situation_to_json
from vedette.presentation.cli.desk_access import settings_for, viewing
from vedette.presentation.cli.options import DeskOption, PacksOption
from vedette.presentation.cli.output import make_table, plain, print_json_line, results
from vedette.presentation.cli.show_situation import print_situation
from vedette.presentation.corrections import claims_with_corrections
from vedette.presentation.decisions import DecisionLine, decisions_about, describe_decision
from vedette.presentation.editions import edition_rows, situations_of
from vedette.presentation.evidence import Evidence, evidence_of
from vedette.presentation.fields import event_fields
from vedette.presentation.lookup import find_event_or_situation
from vedette.presentation.related import PARTS, SUMS, describe_related, related_events
from vedette.presentation.safe_text import printable
from vedette.presentation.standing import fact_rows, update_rows
from vedette.presentation.wording import (
    describe_conflict_field,
    describe_day,
    describe_event,
    describe_stage,
    describe_support,
    describe_sureness,
)
from vedette.store.ports import View


class ShowFormat(StrEnum):
    """How one event is written."""

    TABLE = "table"
    JSONL = "jsonl"


def show(
    context: typer.Context,
    *,
    thing: Annotated[str, typer.Argument(
        metavar="EVENT|SITUATION",
        help="The id of an event or a situation, or the beginning of it; or a name of the situation.",
    )],
    form: Annotated[ShowFormat, typer.Option("--format", help="How it is written.")] = ShowFormat.TABLE,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Show one event: in a sentence, in fields, and with every claim and its sentence; or one situation.

    A situation is shown with its events and, for a recurring exercise, with its earlier
    editions: when they were, how large, and what followed.
    As JSONL, the first line is the event and every further line one of its claims, or one line is the situation.

    \b
    Examples:
      vedette show e3f9a1c
      vedette show e3f9a1c --format jsonl
      vedette show "Zapad 2025"
    """
    with viewing(settings_for(context, desk, packs)) as view:
        found = find_event_or_situation(view, thing)
        if isinstance(found, Situation):
            _show_situation(view, found, form)
        else:
            _show_event(view, found, form)


def _show_situation(view: View, found: Situation, form: ShowFormat) -> None:
    if form is ShowFormat.JSONL:
        print_json_line(situation_to_json(found))
    else:
        print_situation(found, related_events(view, found.events), edition_rows(view, found))


def _show_event(view: View, found: Event, form: ShowFormat) -> None:
    claims = tuple(view.claims(found.claims))
    reports = {key: view.report(key) for key in sorted({claim.report for claim in claims})}
    situation = "; ".join(one.name for one in situations_of(view, found))
    decided = decisions_about(view, found)
    related = {PARTS: related_events(view, found.parts), SUMS: related_events(view, found.part_of)}
    if form is ShowFormat.JSONL:
        print_json_line(event_to_json(found))
        for line in claims_with_corrections(view, claims, reports):
            print_json_line(line)
    else:
        _print_event(found, claims, reports, situation)
        _print_related(related)
        _print_decisions(decided)


def _print_event(event: Event, claims: Sequence[Claim], reports: dict[str, Report], situation: str) -> None:
    console = results()
    console.print(plain(describe_event(event, claims), style="bold"))
    console.print(plain(describe_support(event)))
    console.print()
    fields = make_table("", "")
    fields.show_header = False
    for name, value in event_fields(event, situation=situation):
        fields.add_row(Text(name, style="dim"), plain(value))
    console.print(fields)
    numbers = {claim.id: number for number, claim in enumerate(claims, start=1)}
    _print_facts(console, event, numbers)
    _print_conflicts(console, event, numbers)
    _print_claims(console, [evidence_of(claim, reports[claim.report]) for claim in claims])
    _print_history(console, event, numbers)


def _print_facts(console: Console, event: Event, numbers: dict[str, int]) -> None:
    """Say of each single fact whose word it is, and who changed theirs."""
    rows = fact_rows(event, numbers)
    if rows:
        console.print(Text("\nFact by fact", style="bold"))
        table = make_table("", "", "", "")
        table.show_header = False
        for row in rows:
            named = f"{', '.join(row.origins)} ({row.evidence})"
            table.add_row(Text(row.asked, style="dim"), plain(row.said), plain(row.count), plain(named))
        console.print(table)
    for update in update_rows(event):
        steps = ", then ".join(f"{value} ({describe_day(day)})" for value, day in update.steps)
        console.print(plain(f"\n{update.origin} changed its word on {update.asked}: {steps}"))


def _print_related(related: Mapping[str, Sequence[Event]]) -> None:
    console = results()
    for heading, events in related.items():
        if events:
            console.print(Text(f"\n{heading}", style="bold"))
        for event in events:
            console.print(plain(describe_related(event)))


def _print_decisions(decided: Sequence[DecisionLine]) -> None:
    if not decided:
        return
    console = results()
    console.print(Text("\nWhat people decided", style="bold"))
    for line in decided:
        console.print(plain(describe_decision(line)))


def _print_claims(console: Console, evidence: Sequence[Evidence]) -> None:
    console.print(Text("\nWho says so", style="bold"))
    for number, item in enumerate(evidence, start=1):
        claim = item.claim
        head = plain(f"{number}. {' <- '.join(item.chain)}", style="bold" if console.is_terminal else "")
        sure = f"{describe_stage(claim.stage)}, {describe_sureness(claim.factuality)}, {claim.evidence}"
        console.print(head.append(f"  ({describe_day(item.published)}; {sure})", style="default"))
        console.print(Padding(_sentence(item, colour=console.is_terminal), (0, 0, 0, 3)))
        where = f"{item.title} · {item.url}" if item.url else f"{item.title} · report {item.report}"
        console.print(Padding(plain(f"{where} · claim {claim.id}", style="dim"), (0, 0, 0, 3)))


def _sentence(item: Evidence, *, colour: bool) -> Text:
    """Quote the sentence; the words that express the event are bold, or between asterisks."""
    before, trigger, after = printable(item.before), printable(item.trigger), printable(item.after)
    text = Text(f"“{before}{' ' if item.before[-1:].isspace() and before else ''}")
    text.append(trigger if colour else f"*{trigger}*", style="bold reverse" if colour else "")
    return text.append(f"{' ' if item.after[:1].isspace() else ''}{after}”")


def _print_conflicts(console: Console, event: Event, numbers: dict[str, int]) -> None:
    """Put the sides of each conflict side by side, never averaged."""
    for conflict in event.conflicts:
        console.print(plain(f"\nSources disagree: {describe_conflict_field(conflict)}", style="bold"))
        table = make_table(*(printable(value.value) for value in conflict.values))
        sides = []
        for value in conflict.values:
            said = ", ".join(str(numbers[key]) for key in value.claims if key in numbers)
            sides.append(plain(f"{', '.join(value.origins) or 'origin not known'} (claim {said})"))
        table.add_row(*sides)
        console.print(table)


def _print_history(console: Console, event: Event, numbers: dict[str, int]) -> None:
    if not event.history:
        return
    console.print(Text("\nHistory", style="bold"))
    for change in event.history:
        told = f"first told on {describe_day(change.published)}" if change.published else "told on a day not known"
        claim = f" (claim {numbers[change.claim]})" if change.claim in numbers else ""
        console.print(plain(f"{describe_stage(change.stage)}: {told}{claim}"))
