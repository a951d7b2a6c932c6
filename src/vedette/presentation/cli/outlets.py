"""``vedette outlets``: what the packs know of outlets, and whether it fits them."""

from __future__ import annotations

from typing import Annotated

import typer

from vedette.model import KnownOutlet
from vedette.model.codec import SCHEMA
from vedette.presentation.cli.desk_access import settings_for
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.options import FormatOption, PacksOption, country_code
from vedette.presentation.cli.outlet_check import check
from vedette.presentation.cli.outlet_choice import named_outlet
from vedette.presentation.cli.output import Format, print_json_line, results
from vedette.presentation.cli.rows import print_rows
from vedette.presentation.outlet_lines import outlet_file, outlet_line

COLUMNS = ("id", "name", "kind", "country", "language", "state_controlled", "owner", "domains", "feeds")

outlets = typer.Typer(
    help="What the packs know of outlets and agencies, and whether it fits them.",
    no_args_is_help=True, rich_markup_mode=None,
)


def list_outlets(
    context: typer.Context,
    *,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", callback=country_code, help="Only those of a country.")
    ] = None,
    feeds: Annotated[bool, typer.Option("--feeds", help="Only those of which something can be watched.")] = False,
    form: FormatOption = Format.TABLE,
    packs: PacksOption = None,
) -> None:
    r"""List the outlets and agencies of the packs.

    \b
    Examples:
      vedette outlets list --country LT
      vedette outlets list --feeds --format jsonl
    """
    from vedette.knowledge import load_outlets

    found = [
        one for one in load_outlets(settings_for(context, None, packs).packs)
        if country in (None, one.country) and (one.feeds or not feeds)
    ]
    found.sort(key=lambda one: (one.country or "", one.name.casefold()))
    if form is Format.JSONL:
        for one in found:
            print_json_line({"schema": SCHEMA, **outlet_line(one)})
    else:
        print_rows(COLUMNS, [_row(one) for one in found], form=form, nothing="The packs have no such outlet.")


def show_outlet(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="OUTLET", help="An outlet of the packs, by id or any of its names.")],
    packs: PacksOption = None,
) -> None:
    r"""Show all that the packs say of one outlet, as the file that says it.

    \b
    Examples:
      vedette outlets show LRT
      vedette outlets show LRT > my-pack/outlets/LRT.toml
    """
    from vedette.knowledge import load_outlets

    found = named_outlet(name, load_outlets(settings_for(context, None, packs).packs))
    results().out(outlet_file(found), end="", highlight=False)


def _row(one: KnownOutlet) -> tuple[str, ...]:
    return (
        one.id, one.name, str(one.kind), one.country or "", one.language or "", "yes" if one.state_controlled else "",
        one.owner or "", " ".join(one.domains), str(len(one.feeds) or ""),
    )


add_commands(outlets, {"list": list_outlets, "show": show_outlet, "check": check})
