"""``vedette judge rate`` and ``ratings``: the table of how reliable sources are, which its users own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vedette.errors import UsageError
from vedette.model import LETTERS, Rating, reliability_letter
from vedette.model.codec import SCHEMA
from vedette.presentation.cli.decide import ByOption, WhyOption, record
from vedette.presentation.cli.desk_access import judging, settings_for, viewing
from vedette.presentation.cli.options import DeskOption, FormatOption, PacksOption
from vedette.presentation.cli.output import Format, make_table, plain, print_csv, print_json_line, results, say
from vedette.presentation.rated_sources import SourceLine, source_lines
from vedette.presentation.ratings_file import read_ratings
from vedette.settings import who_decides

# The first three are what `rate --from` takes.
COLUMNS = ("source", "letter", "why", "meaning", "state_controlled", "by", "at", "reports")


def rate(
    context: typer.Context,
    *,
    source: Annotated[
        str | None, typer.Argument(metavar="SOURCE", help="An outlet, agency or body, by any of its names.")
    ] = None,
    letter: Annotated[
        str | None, typer.Argument(metavar="LETTER", help="A (best) to E, or F: cannot be judged.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A CSV table instead: source, letter and why.")
    ] = None,
    why: WhyOption,
    by: ByOption = None,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Give a source a reliability letter, or many of them from a table. The newest letter of a source counts.

    \b
    Examples:
      vedette judge rate "Example Post" B --why "corrects its errors in public"
      vedette judge rate --from sources.csv --why "agreed in the newsroom on 3 March"
    """
    if (file is None) == (source is None) or (source is None) != (letter is None):
        raise UsageError("Give a source and its letter, or a table with --from FILE; see vedette judge rate --help.")
    entries = read_ratings(file) if file else [(source or "", reliability_letter(letter or ""), "")]
    with judging(settings_for(context, desk, packs)) as opened:
        lines = source_lines(opened.store, opened.knowledge)
        held = {(line.name, line.letter) for line in lines}
        name, moment = who_decides(by), opened.now()
        new = [
            Rating.of(rated, given, by=name, at=moment, why=reason or why)
            for rated, given, reason in entries if file is None or (rated, given) not in held
        ]
        record(opened, new)
        lines = source_lines(opened.store, opened.knowledge)
        strange = {line.name for line in lines if not line.is_known} & {one.source for one in new}
    if not new:
        say("The table says nothing new. Nothing was changed.")
    for rated in sorted(strange):
        say(f"Note: no report and no pack knows '{rated}' so far. Its letter counts once one does.")


def ratings(
    context: typer.Context,
    *,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""List the sources of the desk with their letters; F, cannot be judged, until somebody rates one.

    The table as CSV can be edited and given to 'vedette judge rate --from'.

    \b
    Examples:
      vedette judge ratings
      vedette judge ratings --format csv > sources.csv
    """
    from vedette.knowledge import load_knowledge

    settings = settings_for(context, desk, packs)
    with viewing(settings) as view:
        lines = source_lines(view, load_knowledge(settings.packs))
    if form is Format.JSONL:
        for line in lines:
            print_json_line({"schema": SCHEMA, **dict(zip(COLUMNS, _row(line), strict=True))})
    elif form is Format.CSV:
        print_csv(COLUMNS, (_row(line) for line in lines))
    else:
        _print_table(lines)


def _print_table(lines: tuple[SourceLine, ...]) -> None:
    table = make_table("source", "letter", "state-controlled", "reports", "rated by", "why")
    for line in lines:
        rated = f"{line.rating.by}, {line.rating.at[:10]}" if line.rating else ""
        table.add_row(
            plain(line.name), f"{line.letter}  {LETTERS[line.letter]}", "yes" if line.state_controlled else "",
            str(line.reports or ""), plain(rated), plain(line.rating.why if line.rating else ""),
        )
    results().print(table)


def _row(line: SourceLine) -> tuple[str, ...]:
    rating = line.rating
    return (
        line.name, line.letter, rating.why if rating else "", LETTERS[line.letter],
        "yes" if line.state_controlled else "no", rating.by if rating else "", rating.at if rating else "",
        str(line.reports),
    )
