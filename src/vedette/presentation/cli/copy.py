"""``vedette copy``: a desk from a file onto a server, or from a server into a file."""

from __future__ import annotations

from typing import Annotated

import typer

from vedette.presentation.cli.output import counted, say


def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The address of a desk: a file, or postgresql://...")],
    target: Annotated[str, typer.Argument(metavar="TO", help="The address of the copy; no filled desk may be there.")],
) -> None:
    r"""Copy everything of a desk into another database, either way, while others read and write the first.

    Nothing is lost: the copy gives the same reports, claims, events and decisions, and knows the same users.

    \b
    Example:
      vedette copy border.sqlite postgresql://ann@desk.example/border
      vedette copy postgresql://ann@desk.example/border border.sqlite
    """
    from vedette.store.address import database_at
    from vedette.store.copying import copy_desk

    copied = copy_desk(source, target)
    told = ", ".join(counted(copied[f"{noun}s"], noun) for noun in ("report", "claim", "event", "decision", "user"))
    say(f"{database_at(target).place} has it all: {told}. Pages as received stay in their archive.")
