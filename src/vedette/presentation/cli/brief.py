"""``vedette brief``: what became known, on one page with its sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# Not in `briefing` itself: the command line is drawn up before a briefing is asked for.
from vedette.presentation.briefing.form import BriefingForm
from vedette.presentation.cli.desk_access import settings_for, viewing
from vedette.presentation.cli.options import DeskOption, PacksOption, SinceOption, UntilOption, last_day
from vedette.presentation.cli.output import hand_out, say


def brief(
    context: typer.Context,
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    situation: Annotated[
        list[str] | None, typer.Option("--situation", metavar="NAME", help="Only of this situation; may be repeated.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", callback=last_day,
            help="The day from which 'next' is counted; else that of the newest report.",
        ),
    ] = None,
    form: Annotated[BriefingForm, typer.Option("--format", help="How it is written.")] = BriefingForm.MARKDOWN,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write it here instead of to standard output.")
    ] = None,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Write a briefing: what is new, when and where, what is disputed, denied and planned next.

    --since and --until choose by the day on which reports were published. Every line
    carries its sources. HTML is one file without scripts that needs nothing else; PDF
    is for paper.

    \b
    Examples:
      vedette brief
      vedette brief --since 2025-09-10 --until 2025-09-12 --format html --output briefing.html
      vedette brief --situation "Zapad 2025" > zapad.md
      vedette brief --since 2025-09 --format pdf --output september.pdf
    """
    from vedette.presentation.briefing import brief as make_briefing
    from vedette.presentation.briefing import render_briefing, write_briefing

    with viewing(settings_for(context, desk, packs)) as view:
        briefing = make_briefing(view, since=since, until=until, situations=situation or (), as_of=as_of)
    if output is None:
        hand_out([render_briefing(briefing, form)], None, is_text=form is not BriefingForm.PDF)
        return
    write_briefing(briefing, output, form=form)
    say(f"The briefing is in {output}.")
