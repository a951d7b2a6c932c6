"""``vedette quarantine``: what could not be read, why, and another try."""

from __future__ import annotations

from typing import Annotated

import typer

from vedette.model import QuarantinedInput
from vedette.model.codec import SCHEMA
from vedette.presentation.cli.add import add_with_progress, summary
from vedette.presentation.cli.desk_access import settings_for, viewing, writing
from vedette.presentation.cli.failures import failure_sentence
from vedette.presentation.cli.help_text import help_text
from vedette.presentation.cli.options import DeskOption, FormatOption, PacksOption
from vedette.presentation.cli.output import Format, make_table, plain, print_csv, print_json_line, results, say
from vedette.presentation.lookup import find_quarantined
from vedette.presentation.rows import short_ids

COLUMNS = ("id", "source", "line", "reason", "advice", "first_seen", "bytes", "truncated")
# Enough of a page to see what it was.
SHOWN = 2000

quarantine = typer.Typer(
    help="See what could not be read and why, and try it again. Alone, it lists.",
    invoke_without_command=True, rich_markup_mode=None,
)


@quarantine.callback()
def _default(context: typer.Context, *, desk: DeskOption = None, packs: PacksOption = None) -> None:
    if context.invoked_subcommand is None:
        list_quarantined(context, desk=desk, packs=packs)


def list_quarantined(
    context: typer.Context,
    *,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""List every input that could not be read, with the reason.

    \b
    Example:
      vedette quarantine list
    """
    with viewing(settings_for(context, desk, packs)) as view:
        items = view.quarantined()
    if form is Format.JSONL:
        for item in items:
            print_json_line({"schema": SCHEMA, **dict(zip(COLUMNS, _row(item), strict=True))})
    elif form is Format.CSV:
        print_csv(COLUMNS, (_row(item) for item in items))
    else:
        _print_table(items)


def show_quarantined(
    context: typer.Context,
    *,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of the input, or the beginning of it.")],
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Show one input that could not be read: the reason, and the beginning of what came.

    \b
    Example:
      vedette quarantine show q3f9a1c
    """
    with viewing(settings_for(context, desk, packs)) as view:
        item = find_quarantined(view, id)
    console = results()
    console.print(plain(failure_sentence(item), style="bold"))
    kept = f"{len(item.content):,} bytes are kept" + (", the first part of what came" if item.truncated else "")
    console.print(plain(f"id {item.id} · {kept}"))
    for line in item.content[:SHOWN].decode("utf-8", "replace").splitlines():
        console.print(plain(line))


def retry_quarantined(
    context: typer.Context,
    *,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of the input, or the beginning of it.")],
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Read an input again from where it came; once it can be read, it leaves quarantine.

    \b
    Example:
      vedette quarantine retry q3f9a1c
    """
    with writing(settings_for(context, desk, packs)) as opened:
        item = find_quarantined(opened.store, id)
        added = add_with_progress(opened, [item.source])
        # What came the first time is kept until the same place has been read without a fault.
        again = any(other.source == item.source and other.line in (None, item.line) for other in added.quarantined)
        if not again:
            opened.store.release(item.id)
    results().print(plain(summary(added)))
    if again:
        raise typer.Exit(1)


def _print_table(items: tuple[QuarantinedInput, ...]) -> None:
    if not items:
        say("Nothing is in quarantine: all that came in could be read.")
        return
    table = make_table("input", "line", "why, and what to do", "id")
    ids = short_ids(item.id for item in items)
    for item in items:
        reason = f"{item.reason} {item.advice}".strip()
        table.add_row(plain(item.source), "" if item.line is None else str(item.line), plain(reason), ids[item.id])
    table.columns[3].no_wrap = True
    results().print(table)


def _row(item: QuarantinedInput) -> tuple[str, ...]:
    return (
        item.id, item.source, "" if item.line is None else str(item.line), item.reason, item.advice,
        item.first_seen or "", str(len(item.content)), "yes" if item.truncated else "no",
    )


for _name, _command in (("list", list_quarantined), ("show", show_quarantined), ("retry", retry_quarantined)):
    quarantine.command(_name, help=help_text(_command))(_command)
