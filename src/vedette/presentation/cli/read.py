"""``vedette read``: files in, claims out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from vedette.model import QuarantinedInput, ReadReport
from vedette.model.codec import claim_to_json
from vedette.presentation.cli.desk_access import settings_for
from vedette.presentation.cli.failures import tell_failures, tell_note
from vedette.presentation.cli.options import FormatOption, JobsOption, PacksOption
from vedette.presentation.cli.output import Format, make_table, plain, print_csv, print_json_line, results
from vedette.presentation.rows import CLAIM_COLUMNS, claim_row
from vedette.presentation.wording import describe_chain, describe_day, describe_period, describe_sureness, type_word


def read(
    context: typer.Context,
    *,
    inputs: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Files, folders, addresses, or - for standard input.")
    ],
    form: FormatOption = Format.TABLE,
    jobs: JobsOption = 1,
    packs: PacksOption = None,
) -> None:
    r"""Read reports and print every claim in them. Keeps nothing: no desk is needed.

    \b
    Examples:
      vedette read report.txt
      vedette read reports/ --format jsonl > claims.jsonl
      cat report.txt | vedette read - --format csv
      vedette read archive.warc.gz --jobs 4 --format jsonl
    """
    from vedette.desk import read_inputs
    from vedette.knowledge import load_knowledge

    knowledge = load_knowledge(settings_for(context, None, packs).packs)
    failed: list[QuarantinedInput] = []
    good = _good(read_inputs(inputs, knowledge=knowledge, stdin=sys.stdin.buffer, jobs=jobs), failed)
    _PRINTERS[form](good)
    tell_failures(failed)
    if failed:
        raise typer.Exit(1)


def _good(items: Iterable[ReadReport | QuarantinedInput], failed: list[QuarantinedInput]) -> Iterator[ReadReport]:
    """Pass on what could be read, and gather the rest for the end."""
    for item in items:
        if isinstance(item, QuarantinedInput):
            failed.append(item)
            continue
        if item.note:
            tell_note(f"{item.report.ref}: {item.note}")
        yield item


def _print_jsonl(readings: Iterable[ReadReport]) -> None:
    for reading in readings:
        for claim in reading.claims:
            print_json_line(claim_to_json(claim, reading.report))


def _print_csv(readings: Iterable[ReadReport]) -> None:
    print_csv(CLAIM_COLUMNS, (claim_row(claim, reading.report) for reading in readings for claim in reading.claims))


def _print_tables(readings: Iterable[ReadReport]) -> None:
    for reading in readings:
        _print_table(reading)


def _print_table(reading: ReadReport) -> None:
    report, console = reading.report, results()
    head = [report.title or report.ref, report.outlet or "outlet not known", describe_day(report.published)]
    console.print(plain(" · ".join(head), style="bold"))
    if not reading.claims:
        console.print("  No event was found in this report.\n")
        return
    table = make_table("what", "when", "how sure", "who says so", "words")
    for claim in reading.claims:
        table.add_row(
            plain(type_word(claim.type)), plain(describe_period(claim.period) if claim.period else ""),
            plain(describe_sureness(claim.factuality)), plain(" <- ".join(describe_chain(claim, report))),
            plain(claim.sentence.of(report.text)),
        )
    console.print(table)
    console.print()


_PRINTERS = {Format.TABLE: _print_tables, Format.JSONL: _print_jsonl, Format.CSV: _print_csv}
