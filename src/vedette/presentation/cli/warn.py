"""``vedette warn``: how scenarios stand today, why, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.errors import UsageError
from vedette.model import Assessment, Scenario
from vedette.presentation.assessment_lines import (
    COLUMNS,
    Standing,
    assessment_line,
    assessment_row,
    effect_rows,
    level_lines,
    measure_points,
    measure_state,
    measure_words,
    names_of,
    quotes,
    standings,
)
from vedette.presentation.assessment_words import is_blind
from vedette.presentation.cli.desk_access import judging, may_write, settings_for, viewing
from vedette.presentation.cli.options import DeskOption, FormatOption, PacksOption, last_day
from vedette.presentation.cli.output import Format, make_table, plain, print_json_line, remark, results, say
from vedette.presentation.cli.rows import print_rows
from vedette.presentation.cli.scenario_choice import named_scenario, tell_faults
from vedette.presentation.period_words import describe_day
from vedette.presentation.saying import ENGLISH, gettext, speaking

if TYPE_CHECKING:
    from vedette.settings import Settings
    from vedette.store import View


def warn(
    context: typer.Context,
    *,
    scenario: Annotated[
        str | None, typer.Option("--scenario", metavar="ID", help="Only this scenario, explained in full.")
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--day", metavar="DATE", callback=last_day, help="As it was assessed on this day, not today."),
    ] = None,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Say how scenarios stand: their level, where it goes, and what is met, unmet or not observable.

    What came since the last time is assessed first. With --day, nothing is: it is told what
    was on record on that day.

    \b
    Examples:
      vedette warn
      vedette warn --scenario exercise-build-up
      vedette warn --day 2025-09-12 --format jsonl
    """
    settings = settings_for(context, desk, packs)
    # What programs read says the same everywhere.
    said_in = settings.language if form is Format.TABLE else ENGLISH
    with _assessed(settings, day) as (view, faults), speaking(said_in):
        standing = list(_standing(view, day, scenario))
        if form is Format.JSONL:
            for one, rules in standing:
                print_json_line(assessment_line(one, rules))
        elif scenario is None or form is Format.CSV:
            print_rows(COLUMNS, [assessment_row(one) for one, _ in standing], form=form, nothing="No scenario.")
        else:
            _explain(view, *standing[0])
        if form is Format.TABLE and scenario is None:
            _tell_blind(one for one, _ in standing)
    if faults:
        raise typer.Exit(1)


def _tell_blind(standing: Iterable[Assessment]) -> None:
    for one in standing:
        if is_blind(one):
            said = gettext("Of %(scenario)s, less than half of the weight can be observed.")
            remark(gettext("Blind"), said % {"scenario": one.scenario}, style="yellow")


@contextmanager
def _assessed(settings: Settings, day: str | None) -> Iterator[tuple[View, bool]]:
    """Open a desk on which the scenarios are assessed up to now; whoever may not write sees them as they were.

    With it comes whether there are files of scenarios with faults, which were told and left out.
    """
    from vedette.knowledge.scenarios import load_scenarios

    if day is not None or not may_write(settings):
        with viewing(settings) as view:
            if day is None:
                say("This desk is only read: it is told how things stood when it was last assessed.")
            yield view, False
        return
    with judging(settings) as desk:
        now = datetime.now(UTC)
        loaded = load_scenarios(settings.packs, knowledge=desk.knowledge)
        tell_faults(loaded)
        desk.assess(loaded.scenarios, today=now.date().isoformat(), at=now)
        yield desk.store, bool(loaded.faults)


def _standing(view: View, day: str | None, wanted: str | None) -> Iterator[Standing]:
    """Give the assessments that are asked for, each with its scenario.

    Raises:
        UsageError: Nothing was assessed by then.
    """
    if wanted is not None:
        named_scenario(wanted, view.scenarios())
    found = [(one, scenario) for one, scenario in standings(view, day) if wanted in (None, scenario.id)]
    if not found:
        until = f" until {describe_day(day)}" if day else ""
        raise UsageError(
            f"Nothing was assessed{until}. 'vedette warn' assesses, where the desk may be written; 'vedette replay' "
            "looks back."
        )
    yield from found


def _explain(view: View, assessment: Assessment, scenario: Scenario) -> None:
    console = results()
    console.print(plain(scenario.name, style="bold"))
    console.print(plain(f"{scenario.question} ({describe_day(assessment.day)})"))
    for line in level_lines(assessment, scenario):
        console.print(plain(line))
    console.print()
    _print_measures(assessment, scenario)
    _print_quotes(view, assessment, scenario)
    rows = list(effect_rows(assessment, scenario))
    if rows:
        console.print()
        columns = (gettext("what it does"), gettext("what would happen"), gettext("points"), gettext("level"))
        print_rows(columns, rows, form=Format.TABLE, nothing="")


def _print_measures(assessment: Assessment, scenario: Scenario) -> None:
    names = names_of(scenario)
    table = make_table(gettext("indicator"), gettext("stands"), gettext("points"), gettext("why"))
    for one in assessment.measures:
        table.add_row(
            plain(names.get(one.indicator, one.indicator)), plain(measure_state(one)), measure_points(one),
            plain(measure_words(one, names)),
        )
    results().print(table)


def _print_quotes(view: View, assessment: Assessment, scenario: Scenario) -> None:
    names, console = names_of(scenario), results()
    for measure in assessment.measures:
        for number, (event, said) in enumerate(quotes(view, measure)):
            if number == 0:
                console.print()
                console.print(plain(names.get(measure.indicator, measure.indicator), style="bold"))
            console.print(plain(f"  {event}  {' <- '.join(said.chain)}: {said.sentence.strip()}"))
