"""The options that several commands share, and how their values are understood."""

from __future__ import annotations

import calendar
import re
from pathlib import Path
from typing import Annotated

import typer

from vedette.presentation.cli.output import Format

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(value: str | None) -> str | None:
    """Understand a day, a month or a year as its first day."""
    return _day(value, last=False)


def last_day(value: str | None) -> str | None:
    """Understand a day, a month or a year as its last day."""
    return _day(value, last=True)


def country_code(value: str | None) -> str | None:
    """Understand a country's two-letter code, in either case."""
    if value is None:
        return None
    if not re.fullmatch(r"[A-Za-z]{2}", value):
        raise typer.BadParameter(f"'{value}' is no country code. Use the two letters of ISO 3166-1, such as PL or LT.")
    return value.upper()


def _day(value: str | None, *, last: bool) -> str | None:
    if value is None:
        return None
    match = _DAY.fullmatch(value)
    if match is None:
        raise typer.BadParameter(f"'{value}' is no date. Write it as 2025-09-12, 2025-09 or 2025.")
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    if not (1 <= month <= 12 and year > 0):
        raise typer.BadParameter(f"'{value}' is no date: there is no such month.")
    length = calendar.monthrange(year, month)[1]
    day = int(match[3] or (length if last else 1))
    if not 1 <= day <= length:
        raise typer.BadParameter(f"'{value}' is no date: there is no such day.")
    return f"{year:04d}-{month:02d}-{day:02d}"


DeskOption = Annotated[
    str | None,
    typer.Option("--desk", metavar="ADDRESS", help="The desk: a file or a database address.", show_default=False),
]
PacksOption = Annotated[
    list[Path] | None,
    typer.Option("--packs", metavar="DIR", help="A folder with knowledge packs of your own; may be repeated."),
]
ArchiveOption = Annotated[
    Path | None,
    typer.Option(
        "--archive", metavar="DIR", show_default=False,
        help="The folder of the pages as received; else NAME.archive beside the desk.",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How results are written.")]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", callback=first_day, help="From this day, month or year on."),
]
UntilOption = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", callback=last_day, help="Up to and with this day, month or year."),
]
LimitOption = Annotated[int | None, typer.Option("--limit", min=1, metavar="NUMBER", help="At most so many.")]
JobsOption = Annotated[
    int, typer.Option("--jobs", min=1, metavar="NUMBER", help="Read so many reports at once, each in a process.")
]
