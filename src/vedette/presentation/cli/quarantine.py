"""``vedette quarantine``: what could not be read, why, and another try."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from vedette.model import QuarantinedInput
from vedette.model.codec import SCHEMA
from vedette.presentation.cli.add import summary, told
from vedette.presentation.cli.desk_access import settings_for, viewing, writing
from vedette.presentation.cli.failures import failure_sentence
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.options import DeskOption, FormatOption, PacksOption
from vedette.presentation.cli.output import Format, make_table, plain, print_csv, print_json_line, results, say
from vedette.presentation.lookup import find_quarantined
from vedette.presentation.rows import short_ids

COLUMNS = ("id", "source", "line", "reason", "advice", "first_seen", "bytes", "truncated")
# Reading is done in processes of its own, however little there is: what ended one ends no more than that.
_APART = 2
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
    r"""Read an input again; once it can be read, it leaves quarantine.

    A report on which reading failed is read again as it was kept, by the reader of today; all
    else is taken from where it came.

    \b
    Example:
      vedette quarantine retry q3f9a1c
    """
    from vedette.inputs.unread import again

    with writing(settings_for(context, desk, packs)) as opened:
        item = find_quarantined(opened.store, id)
        inputs = again(item, knowledge=opened.knowledge)
        added = told(lambda advance: opened.add_gathered(inputs, progress=advance, jobs=_APART))
        failed = [one for one in added.quarantined if _is_same_place(one, item)]
        if not failed or _is_replaced(item, failed):
            opened.store.release(item.id)
    results().print(plain(summary(added)))
    if failed:
        raise typer.Exit(1)


def _is_same_place(new: QuarantinedInput, item: QuarantinedInput) -> bool:
    return new.source == item.source and new.line in (None, item.line)


def _is_replaced(item: QuarantinedInput, failed: Sequence[QuarantinedInput]) -> bool:
    """Say whether the same report stands in quarantine now with another reason.

    Of all else, what came the first time is kept until its place has been read without a fault.
    """
    from vedette.inputs.unread import kept_report

    report = kept_report(item)
    return report is not None and any(kept_report(one) == report and one.id != item.id for one in failed)


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


add_commands(quarantine, {"list": list_quarantined, "show": show_quarantined, "retry": retry_quarantined})
