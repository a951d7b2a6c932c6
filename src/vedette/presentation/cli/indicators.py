"""``vedette indicators``: the scenarios of the packs, and whether their files are right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.model import Scenario
from vedette.model.codec import SCHEMA
from vedette.presentation.cli.desk_access import settings_for
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.options import FormatOption, PacksOption
from vedette.presentation.cli.output import Format, make_table, plain, print_json_line, results, say
from vedette.presentation.cli.rows import print_rows
from vedette.presentation.cli.scenario_choice import named_scenario, tell_faults
from vedette.presentation.indicator_words import matcher_words, points_words, rule_words

if TYPE_CHECKING:
    from vedette.knowledge.scenarios import LoadedScenarios

COLUMNS = ("id", "name", "question", "levels", "indicators", "mark", "file")

indicators = typer.Typer(
    help="The scenarios and indicators by which Vedette warns, and whether their files are right.",
    no_args_is_help=True, rich_markup_mode=None,
)


def check_indicators(
    context: typer.Context,
    *,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Files of scenarios; without any, those of all packs."),
    ] = None,
    packs: PacksOption = None,
) -> None:
    r"""Check files of scenarios, and tell every fault with its line and what to do.

    \b
    Examples:
      vedette indicators check
      vedette indicators check my-pack/scenarios/border.toml
    """
    from vedette.knowledge import load_knowledge
    from vedette.knowledge.scenarios import check_scenarios, load_scenarios

    folders = settings_for(context, None, packs).packs
    knowledge = load_knowledge(folders)
    if files:
        loaded = check_scenarios(files, folders, knowledge=knowledge)
    else:
        loaded = load_scenarios(folders, knowledge=knowledge)
    tell_faults(loaded)
    number = len(loaded.scenarios)
    say(f"{number} scenario{'' if number == 1 else 's'} without fault: {', '.join(one.id for one in loaded.scenarios)}."
        if number else "No scenario without fault.")
    if loaded.faults:
        raise typer.Exit(1)


def list_indicators(context: typer.Context, *, form: FormatOption = Format.TABLE, packs: PacksOption = None) -> None:
    r"""List the scenarios of the packs.

    \b
    Example:
      vedette indicators list
    """
    loaded = _load(context, packs)
    if form is Format.JSONL:
        for one in loaded.scenarios:
            print_json_line({"schema": SCHEMA, **_line(one)})
        return
    rows = [
        (one.id, one.name, one.question, ", ".join(level.name for level in one.levels), str(len(one.indicators)),
         one.mark, one.file)
        for one in loaded.scenarios
    ]
    shown = 5 if form is Format.TABLE else len(COLUMNS)
    print_rows(COLUMNS[:shown], [row[:shown] for row in rows], form=form, nothing="The packs have no scenario.")


def show_indicators(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="SCENARIO", help="A scenario, by its id: the name of its file.")],
    packs: PacksOption = None,
) -> None:
    r"""Show one scenario: its question, its levels, and how each indicator is measured.

    \b
    Example:
      vedette indicators show exercise-build-up
    """
    loaded = _load(context, packs)
    found = named_scenario(name, loaded.scenarios)
    console = results()
    for text, style in ((f"{found.name}", "bold"), (found.question, ""), (found.about.strip(), ""), (found.file, "")):
        if text:
            console.print(plain(text, style=style))
    console.print()
    _print_levels(found)
    console.print()
    _print_indicators(found)


def _load(context: typer.Context, packs: list[Path] | None) -> LoadedScenarios:
    """Load the scenarios, and never pass over in silence one that has faults."""
    from vedette.knowledge import load_knowledge
    from vedette.knowledge.scenarios import load_scenarios

    folders = settings_for(context, None, packs).packs
    loaded = load_scenarios(folders, knowledge=load_knowledge(folders))
    tell_faults(loaded)
    return loaded


def _print_levels(scenario: Scenario) -> None:
    table = make_table("level", "from", "falls below", "likelihood", "needs", "raised by", "meaning")
    for level in scenario.levels:
        likelihood = str(level.likelihood or "").replace("_", " ")
        table.add_row(
            plain(level.name), f"{level.points:g}", _number(level.falls_below), likelihood,
            plain(", ".join(level.needs)), plain(", ".join(level.raised_by)), plain(level.meaning),
        )
    results().print(table)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _print_indicators(scenario: Scenario) -> None:
    table = make_table("indicator", "points", "what is seen, and how it is measured")
    for one in scenario.indicators:
        said = [one.name, rule_words(one.rule), matcher_words(one.matcher)]
        said += ["the word of one party is enough" if one.thin else "", one.why]
        table.add_row(plain(one.id), points_words(one), plain(" · ".join(line for line in said if line)))
    results().print(table)


def _line(scenario: Scenario) -> dict[str, object]:
    return {
        "id": scenario.id, "name": scenario.name, "question": scenario.question, "mark": scenario.mark,
        "levels": [level.name for level in scenario.levels], "file": scenario.file,
        "indicators": [{"id": one.id, "name": one.name, "kind": str(one.rule.kind)} for one in scenario.indicators],
    }


add_commands(indicators, {"check": check_indicators, "list": list_indicators, "show": show_indicators})
