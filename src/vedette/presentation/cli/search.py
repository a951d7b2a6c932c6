"""``vedette search``: reports by their words."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from vedette.model.codec import SCHEMA, report_to_json
from vedette.presentation.cli.desk_access import settings_for, viewing
from vedette.presentation.cli.options import DeskOption, FormatOption, PacksOption
from vedette.presentation.cli.output import Format, plain, print_csv, print_json_line, results, say
from vedette.presentation.rows import JOIN
from vedette.presentation.safe_text import printable
from vedette.presentation.wording import describe_day
from vedette.store.ports import SearchHit

COLUMNS = ("report", "ref", "title", "outlet", "published", "url", "snippet", "events")


def search(
    context: typer.Context,
    *,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for in titles and texts.")],
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="NUMBER", help="At most so many.")] = 20,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Find reports by words, best first, each with the events that it tells of.

    \b
    Examples:
      vedette search border closed
      vedette search "Захад-2025" --limit 5
    """
    with viewing(settings_for(context, desk, packs)) as view:
        hits = view.search(" ".join(words), limit=limit)
    if form is Format.JSONL:
        for hit in hits:
            print_json_line({
                "schema": SCHEMA, "report": report_to_json(hit.report), "snippet": _unmarked(hit.snippet),
                "events": list(hit.events),
            })
    elif form is Format.CSV:
        print_csv(COLUMNS, (_row(hit) for hit in hits))
    else:
        _print_hits(hits)


def highlighted(snippet: str, *, colour: bool) -> Text:
    """Show the words that matched: in bold, or between asterisks where nothing can be bold."""
    text = Text()
    for number, piece in enumerate(snippet.replace("\x03", "\x02").split("\x02")):
        # Blanks at the edges hold the pieces apart; `printable` would take them away.
        before = " " if piece[:1].isspace() else ""
        after = " " if piece[-1:].isspace() and piece.strip() else ""
        shown = before + printable(piece) + after
        matched = number % 2 == 1
        text.append(f"*{shown}*" if matched and not colour else shown, style="bold" if matched and colour else "")
    return text


def _print_hits(hits: tuple[SearchHit, ...]) -> None:
    console = results()
    for hit in hits:
        report = hit.report
        head = [report.title or report.ref, report.outlet or "outlet not known", describe_day(report.published)]
        console.print(plain(" · ".join(head), style="bold"))
        console.print(highlighted(hit.snippet, colour=console.is_terminal))
        console.print(plain(f"report {report.id}" + (f" · events {', '.join(hit.events)}" if hit.events else "")))
        console.print()
    if not hits:
        say("No report has these words.")


def _row(hit: SearchHit) -> tuple[str, ...]:
    report = hit.report
    return (
        report.id, report.ref, report.title or "", report.outlet or "", report.published or "", report.url or "",
        _unmarked(hit.snippet), JOIN.join(hit.events),
    )


def _unmarked(snippet: str) -> str:
    return snippet.replace("\x02", "").replace("\x03", "")
