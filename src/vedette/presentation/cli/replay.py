"""``vedette replay``: how scenarios would have stood on past days, and what their alarms were worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.errors import UsageError
from vedette.model import Assessment, Scenario
from vedette.model.codec import SCHEMA
from vedette.model.known import Known
from vedette.presentation.assessment_lines import COLUMNS, assessment_line, assessment_row, steps
from vedette.presentation.assessment_words import trend_word
from vedette.presentation.cli.desk_access import settings_for, viewing
from vedette.presentation.cli.options import DeskOption, FormatOption, PacksOption, first_day, last_day
from vedette.presentation.cli.output import Format, make_table, plain, print_csv, print_json_line, results, say
from vedette.presentation.cli.scenario_choice import named_scenario, scenarios_of
from vedette.presentation.hindsight_words import VERDICT_COLUMNS, verdict_line, verdict_rows
from vedette.presentation.truth_file import read_truth

if TYPE_CHECKING:
    from vedette.replaying import ReplayedDay
    from vedette.warning.hindsight import Happened, Verdict

Days = Sequence["ReplayedDay"]


def replay(
    context: typer.Context,
    *,
    since: Annotated[str, typer.Option("--from", metavar="DATE", callback=first_day, help="The first day.")],
    until: Annotated[str, typer.Option("--to", metavar="DATE", callback=last_day, help="The last day.")],
    known: Annotated[
        Known, typer.Option("--known", help="Since when a report counts as known.")
    ] = Known.FIRST_SEEN,
    scenario: Annotated[str | None, typer.Option("--scenario", metavar="ID", help="Only this scenario.")] = None,
    truth: Annotated[
        Path | None, typer.Option("--truth", metavar="FILE", help="What happened: judge the alarms by it.")
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", metavar="NAME", help="From which level on it is an alarm; else the second.")
    ] = None,
    horizon: Annotated[
        int, typer.Option("--horizon", min=0, metavar="DAYS", help="How many days ahead an alarm may be.")
    ] = 14,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Show how scenarios would have stood on each of some days, with what was known by then.

    A table shows the days on which something changed; jsonl and csv show every day. The desk
    is only read. How easily hindsight fools: see docs/replay.md.

    \b
    Examples:
      vedette replay --from 2025-09-01 --to 2025-10-15 --known published
      vedette replay --from 2025-09 --to 2025-09 --truth happened.toml --horizon 10
    """
    from vedette.knowledge import load_knowledge
    from vedette.replaying import replay as replayed

    if until < since:
        raise UsageError(f"--to {until} lies before --from {since}. Change one of them.")
    settings = settings_for(context, desk, packs)
    knowledge = load_knowledge(settings.packs)
    chosen = scenarios_of(settings.packs, knowledge=knowledge)
    chosen = (named_scenario(scenario, chosen),) if scenario is not None else chosen
    happened = read_truth(truth, chosen) if truth is not None else ()
    for one in chosen:  # Before the days, which take a while.
        _level(one, level)
    with viewing(settings) as view:
        days = replayed(view, chosen, knowledge=knowledge, since=since, until=until, known=known)
        shown = _show(days, chosen, form=form, judged=truth is not None)
    if truth is not None:
        _judge(shown, chosen, happened, level=level, horizon=horizon, form=form)


def _show(days: Iterator[ReplayedDay], scenarios: Sequence[Scenario], *, form: Format, judged: bool) -> Days:
    """Write the days as they come, and give them; as CSV, what is judged is one table without them."""
    rules, kept = {one.id: one for one in scenarios}, list["ReplayedDay"]()

    def assessments() -> Iterator[Assessment]:
        for day in days:
            kept.append(day)
            yield from day.assessments

    if form is Format.JSONL:
        for one in assessments():
            print_json_line(assessment_line(one, rules[one.scenario]))
    elif form is Format.CSV:
        rows = (assessment_row(one) for one in assessments())
        if judged:
            list(rows)
        else:
            print_csv(COLUMNS, rows)
    else:
        _print_changes(assessments(), rules)
        say(f"{len(kept)} days, {sum(day.reports for day in kept)} reports.")
    return kept


def _print_changes(assessments: Iterator[Assessment], rules: Mapping[str, Scenario]) -> None:
    table = make_table("day", "scenario", "level", "trend", "points", "what changed")
    before: dict[str, Assessment] = {}
    for one in assessments:
        row = _row(before.get(one.scenario), one, rules[one.scenario])
        if row is not None:
            table.add_row(*map(plain, row))
        before[one.scenario] = one
    results().print(table)


def _row(before: Assessment | None, now: Assessment, scenario: Scenario) -> tuple[str, ...] | None:
    """Give the row of a day on which something changed; points that only fade are no change."""
    changed = list(steps(before, now, scenario))
    if before is not None and before.level == now.level and not changed:
        return None
    return now.day, now.scenario, now.level_name, trend_word(now.trend), f"{now.points:g}", "; ".join(changed)


def _judge(
    days: Days, scenarios: Sequence[Scenario], happened: Sequence[Happened], *, level: str | None, horizon: int,
    form: Format,
) -> None:
    verdicts = list(_verdicts(days, scenarios, happened, level=level, horizon=horizon))
    if form is Format.JSONL:
        for one in verdicts:
            print_json_line({"schema": SCHEMA, **verdict_line(one)})
        return
    if form is Format.CSV:
        print_csv(VERDICT_COLUMNS, [row for one in verdicts for row in verdict_rows(one)])
        return
    table = make_table(*VERDICT_COLUMNS)
    for one in verdicts:
        for row in verdict_rows(one):
            table.add_row(*map(plain, row))
    results().print()
    results().print(table)


def _verdicts(
    days: Days, scenarios: Sequence[Scenario], happened: Sequence[Happened], *, level: str | None, horizon: int
) -> Iterator[Verdict]:
    from vedette.warning.hindsight import alarms_of, judge

    for scenario in scenarios:
        levels = [(day.day, one.level) for day in days for one in day.assessments if one.scenario == scenario.id]
        alarms = alarms_of(levels, at_least=_level(scenario, level))
        yield judge(scenario.id, alarms, happened, horizon=horizon)


def _level(scenario: Scenario, name: str | None) -> int:
    """Give the index of a level by its name; without one, of the second.

    Raises:
        UsageError: The scenario has no such level.
    """
    names = [one.name for one in scenario.levels]
    if name is None:
        return 1
    if name not in names:
        raise UsageError(f"{scenario.id} has no level '{name}'. Its levels: {', '.join(names)}.")
    return names.index(name)
