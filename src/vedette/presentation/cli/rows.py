"""Rows of words in the form that somebody asked for."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.presentation.cli.output import Format, make_table, plain, print_csv, print_json_line, results, say


def print_rows(columns: Sequence[str], rows: Sequence[Sequence[str]], *, form: Format, nothing: str) -> None:
    """Write rows as a table, as JSONL or as CSV; where there are none, a table says so."""
    if form is Format.JSONL:
        for row in rows:
            print_json_line(dict(zip(columns, row, strict=True)))
    elif form is Format.CSV:
        print_csv(columns, rows)
    elif not rows:
        say(nothing)
    else:
        table = make_table(*columns)
        for row in rows:
            table.add_row(*map(plain, row))
        results().print(table)
