"""The command ``vedette``, and the list of its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from vedette import __version__
from vedette.presentation.cli.add import add
from vedette.presentation.cli.alerts import alerts
from vedette.presentation.cli.archive import archive
from vedette.presentation.cli.backfill import backfill
from vedette.presentation.cli.backup import backup, restore
from vedette.presentation.cli.brief import brief
from vedette.presentation.cli.copy import copy
from vedette.presentation.cli.demo import demo
from vedette.presentation.cli.digest import digest
from vedette.presentation.cli.doctor import doctor
from vedette.presentation.cli.events import events
from vedette.presentation.cli.follow import follow
from vedette.presentation.cli.help_text import add_commands, add_groups
from vedette.presentation.cli.indicators import indicators
from vedette.presentation.cli.judge import judge
from vedette.presentation.cli.mcp import mcp
from vedette.presentation.cli.options import DeskOption, PacksOption
from vedette.presentation.cli.outlets import outlets
from vedette.presentation.cli.quarantine import quarantine
from vedette.presentation.cli.read import read
from vedette.presentation.cli.replay import replay
from vedette.presentation.cli.search import search
from vedette.presentation.cli.serve import serve
from vedette.presentation.cli.show import show
from vedette.presentation.cli.situations import situations
from vedette.presentation.cli.users import users
from vedette.presentation.cli.warn import warn
from vedette.presentation.cli.watch import watch
from vedette.presentation.cli.worker import worker

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vedette {__version__}")
        raise typer.Exit


@app.callback()
def vedette(
    desk: DeskOption = None,
    packs: PacksOption = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news reports and keep a sourced record of events.

    Begin with 'vedette demo'. The desk is --desk, else the variable VEDETTE_DESK, else a
    file of your own. Own knowledge packs are --packs, else the variable VEDETTE_PACKS.
    """


add_commands(app, {
    one.__name__: one for one in (
        read, add, backfill, events, show, situations, search, brief, warn, replay, digest, serve, mcp, backup, restore,
        copy, demo, doctor,
    )
})
add_groups(app, {
    "judge": judge, "indicators": indicators, "alerts": alerts, "follow": follow, "archive": archive,
    "quarantine": quarantine, "outlets": outlets, "users": users, "watch": watch, "worker": worker,
})
