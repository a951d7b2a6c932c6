"""``vedette mcp``: the desk for assistants."""

from __future__ import annotations

from contextlib import nullcontext
from importlib.util import find_spec

import typer

from vedette.errors import MissingExtra
from vedette.presentation.cli.desk_access import settings_for, viewing
from vedette.presentation.cli.options import DeskOption, PacksOption


def mcp(context: typer.Context, *, desk: DeskOption = None, packs: PacksOption = None) -> None:
    r"""Let an assistant ask the desk, over standard input and output (Model Context Protocol).

    Read-only: six tools that search and read, each answer with the sentences and sources to cite.
    The assistant starts this command itself; docs/mcp.md says how to tell it to.

    \b
    Example:
      vedette mcp --desk border.sqlite
    """
    if find_spec("mcp") is None:
        raise MissingExtra("vedette mcp", "mcp")
    from vedette.presentation.mcp import assistant_server

    with viewing(settings_for(context, desk, packs)) as view:
        # One store answers every question: it may be used by several threads at a time.
        assistant_server(lambda: nullcontext(view)).run()
