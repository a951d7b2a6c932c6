"""``vedette demo``: the whole of it on sample reports, in a minute."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import which
from typing import Annotated

import typer

from vedette.model import Event
from vedette.presentation.cli.add import add_with_progress, summary
from vedette.presentation.cli.desk_access import settings_for, writing
from vedette.presentation.cli.events import print_events
from vedette.presentation.cli.options import DeskOption, PacksOption
from vedette.presentation.cli.output import plain, results, say
from vedette.presentation.rows import short_ids
from vedette.presentation.wording import count_origins
from vedette.store.address import without_password
from vedette.store.ports import EventFilter

DEMO_DESK = "vedette-demo.sqlite"


def demo(
    context: typer.Context,
    *,
    desk: DeskOption = None,
    output: Annotated[
        Path, typer.Option("--output", metavar="FILE", help="Where the briefing goes.")
    ] = Path("briefing.html"),
    packs: PacksOption = None,
) -> None:
    r"""Try it: put sample reports on a desk, list their events, write a briefing.

    Without --desk, the desk is vedette-demo.sqlite in the current folder.

    \b
    Examples:
      vedette demo
      vedette demo --desk try.sqlite --output try.html
    """
    from vedette.presentation.briefing import brief, write_briefing
    from vedette.samples import sample_files

    settings = settings_for(context, desk or context.find_root().params.get("desk") or DEMO_DESK, packs)
    with writing(settings) as opened:
        added = add_with_progress(opened, [str(file) for file in sample_files()])
        events = opened.store.events(EventFilter())
        briefing = brief(opened.store)
    print_events(events)
    write_briefing(briefing, output)
    results().print()
    results().print(plain(f"{summary(added)} {len(events)} events came of the reports, whose outlets are invented."))
    say(f"The briefing is in {output}.")
    shown = without_password(settings.desk)
    say(f"One event with its sources: {_command()} show {_best_told(events)} --desk {shown}")
    say(f"All of it in a browser: {_command()} serve --desk {shown}")


def _command() -> str:
    """Give the words that start this program from here: its path, where it is not on the search path."""
    here = Path(sys.argv[0])
    return "vedette" if which("vedette") or here.name != "vedette" else os.path.relpath(here)


def _best_told(events: Sequence[Event]) -> str:
    """Choose the event that most independent voices tell of: it shows most of what there is to see."""
    if not events:
        return "ID"
    best = max(events, key=lambda event: (count_origins(event), event.reports, event.id))
    return short_ids(event.id for event in events)[best.id]
