"""The section "Public benchmarks" of docs/benchmarks.md."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vedette.evaluation.machine import Machine
from vedette.evaluation.public.result import Result

_MARKED = re.compile(r"(?<=<!-- public -->\n).*?(?=\n<!-- end of public -->)", re.S)
_HEAD = """\
| benchmark | part | metric | Vedette | simple baseline | aim | of how many |
|---|---|---|---:|---:|---:|---:|"""


def public_section(results: Sequence[Result], *, machine: Machine, at: str) -> str:
    """Write what was measured, when and at which commit."""
    return f"Measured on {at[:10]} at commit {machine.commit}.\n\n{public_table(results)}"


def public_table(results: Sequence[Result]) -> str:
    """Write one row for each result, and below the table what was not measured, with the reason."""
    rows = [_row(result) for result in results if result.value is not None]
    missing = [f"- {one.benchmark}, {one.part}: {one.note}" for one in results if one.value is None]
    table = "\n".join([_HEAD, *rows])
    return "\n".join([table, "", "Not measured:", "", *missing]) if missing else table


def with_public_section(page: str, section: str) -> str:
    """Put the section between its marks.

    Raises:
        ValueError: The page has no marks.
    """
    if not _MARKED.search(page):
        raise ValueError("The page has no '<!-- public -->' and '<!-- end of public -->'. Add them around the table.")
    return _MARKED.sub(lambda _: section, page)


def _row(result: Result) -> str:
    value = f"**{_number(result.value)}**" if result.reached else _number(result.value)
    cells = (
        result.benchmark, result.part, result.metric, value, _number(result.baseline), _number(result.aim),
        f"{result.count:,}",
    )
    return f"| {' | '.join(cells)} |"


def _number(value: float | None) -> str:
    """Write a score as the field does.

    Example:
        >>> _number(0.8571), _number(None)
        ('.857', '-')
    """
    if value is None:
        return "-"
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.2f}"
