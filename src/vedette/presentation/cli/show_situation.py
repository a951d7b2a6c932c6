"""One situation in full, for ``vedette show``: why it is one, its events, and what went before."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from vedette.model import Event, Situation
from vedette.presentation.cli.output import plain, results
from vedette.presentation.editions import EditionRow, describe_kind
from vedette.presentation.related import describe_related
from vedette.presentation.safe_text import printable
from vedette.presentation.wording import describe_day


def print_situation(situation: Situation, events: Sequence[Event], editions: Sequence[EditionRow]) -> None:
    """Print a situation, its events earliest first, and the earlier editions of an exercise."""
    console = results()
    console.print(plain(situation.name, style="bold"))
    kind = describe_kind(situation.kind)
    console.print(plain(f"{kind}; {situation.why}" if situation.why else kind))
    others = [name for name in situation.names if name != situation.name]
    if others:
        console.print(plain(f"Also called: {', '.join(others)}"))
    console.print(Text("\nIts events", style="bold"))
    for event in events:
        console.print(plain(describe_related(event)))
    if editions:
        console.print(Text("\nEarlier editions", style="bold"))
    for row in editions:
        _print_edition(console, row)


def _print_edition(console: Console, row: EditionRow) -> None:
    console.print(plain(f"{row.edition.name} ({row.when}) [{row.edition.situation}]"))
    for figure in row.figures:
        console.print(Padding(plain(figure.said), (0, 0, 0, 3)))
        if figure.evidence is not None:
            told = figure.evidence
            sentence = " ".join(printable(told.before + told.trigger + told.after).split())
            who = f"{' <- '.join(told.chain)}; {describe_day(told.published)}"
            console.print(Padding(plain(f"“{sentence}” ({who})", style="dim"), (0, 0, 0, 6)))
    if row.followed:
        console.print(Padding(plain("followed by"), (0, 0, 0, 3)))
    for event in row.followed:
        console.print(Padding(plain(describe_related(event)), (0, 0, 0, 6)))
