"""``vedette situations``: what develops together."""

from __future__ import annotations

import typer

from vedette.model import Situation
from vedette.model.situation_codec import situation_to_json
from vedette.presentation.cli.desk_access import settings_for, viewing
from vedette.presentation.cli.options import DeskOption, FormatOption, PacksOption
from vedette.presentation.cli.output import Format, make_table, plain, print_csv, print_json_line, results, say
from vedette.presentation.rows import SITUATION_COLUMNS, short_ids, situation_row


def situations(
    context: typer.Context,
    *,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""List the situations of the desk: named exercises, crises, and places under watch.

    \b
    Examples:
      vedette situations
      vedette show "Zapad 2025"
      vedette events --situation "Zapad 2025"
    """
    with viewing(settings_for(context, desk, packs)) as view:
        found = view.situations()
    if form is Format.JSONL:
        for situation in found:
            print_json_line(situation_to_json(situation))
    elif form is Format.CSV:
        print_csv(SITUATION_COLUMNS, (situation_row(situation) for situation in found))
    else:
        _print_table(found)


def _print_table(found: tuple[Situation, ...]) -> None:
    if not found:
        say("No situation on this desk yet.")
        return
    table = make_table("situation", "kind", "other names", "events", "id")
    ids = short_ids(situation.id for situation in found)
    for situation in found:
        others = ", ".join(name for name in situation.names if name != situation.name)
        table.add_row(
            plain(situation.name), str(situation.kind), plain(others), str(len(situation.events)), ids[situation.id]
        )
    table.columns[4].no_wrap = True
    results().print(table)
