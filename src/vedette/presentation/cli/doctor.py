"""``vedette doctor``: whether everything that is needed is in place."""

from __future__ import annotations

import typer
from rich.text import Text

from vedette.presentation.cli.desk_access import settings_for
from vedette.presentation.cli.options import ArchiveOption, DeskOption, PacksOption
from vedette.presentation.cli.output import make_table, plain, results


def doctor(
    context: typer.Context, *, desk: DeskOption = None, packs: PacksOption = None, archive: ArchiveOption = None
) -> None:
    r"""Check that everything Vedette needs is in place, and say how to mend what is not.

    \b
    Example:
      vedette doctor
    """
    from vedette.presentation.cli.health import check_health

    checks = check_health(settings_for(context, desk, packs, archive=archive))
    table = make_table("", "", "")
    table.show_header = False
    for check in checks:
        state = Text("ok", style="green") if check.ok else Text("problem", style="bold red")
        table.add_row(state, check.name, plain(check.detail if check.ok else f"{check.detail} {check.fix}"))
    results().print(table)
    if not all(check.ok for check in checks):
        raise typer.Exit(1)
