"""``vedette judge``: what a person decides, and what was decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from vedette.errors import UsageError
from vedette.model import CorrectedField, Finding, Verdict
from vedette.presentation.cli.decide import (
    ByOption,
    WhyOption,
    correct_claim,
    judge_claims,
    override_grade,
    split_event,
    take_back,
)
from vedette.presentation.cli.desk_access import settings_for
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.judge_log import log
from vedette.presentation.cli.options import DeskOption, PacksOption
from vedette.presentation.cli.rate import rate, ratings

FirstArgument = Annotated[str, typer.Argument(metavar="A", help="An event or a claim: its id, or the beginning of it.")]
SecondArgument = Annotated[str, typer.Argument(metavar="B", help="Another event or claim.")]

judge = typer.Typer(
    help="Decide what is one event and what is not, how good its sources are, and take it back. All of it is logged.",
    no_args_is_help=True, rich_markup_mode=None,
)


def _judging(verdict: Verdict, *, says: str, because: str) -> Callable[..., None]:
    """Make the command that judges two events or claims so."""

    def command(
        context: typer.Context, *, first: FirstArgument, second: SecondArgument, why: WhyOption,
        by: ByOption = None, desk: DeskOption = None, packs: PacksOption = None,
    ) -> None:
        judge_claims(settings_for(context, desk, packs), first, second, verdict=verdict, by=by, why=why)

    command.__name__ = str(verdict)
    command.__doc__ = f"{says}\n\n\b\nExample:\n  vedette judge {verdict} e3f9a1c e77b210 --why \"{because}\"\n"
    return command


_VERDICTS = (
    _judging(
        Verdict.SAME, says="Say that two events or claims tell of one event; no score parts them again.",
        because="both name the crossing at Example",
    ),
    _judging(
        Verdict.DIFFERENT, says="Say that two events or claims do not tell of one event; no score joins them again.",
        because="two nights",
    ),
    _judging(
        Verdict.UNSURE,
        says="Leave open whether two events or claims are one; no score joins them until a person does.",
        because="the second report names no place",
    ),
)


def split(
    context: typer.Context,
    *,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, or the beginning of it.")],
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM", help="Claims of it: by their number in 'vedette show', or by id.")
    ],
    why: WhyOption, by: ByOption = None, desk: DeskOption = None, packs: PacksOption = None,
) -> None:
    r"""Take claims out of an event: they are different from all that stay in it.

    \b
    Example:
      vedette judge split e3f9a1c 2 5 --why "these two tell of the day before"
    """
    split_event(settings_for(context, desk, packs), event, claims, by=by, why=why)


def override(
    context: typer.Context,
    *,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, or the beginning of it.")],
    grade: Annotated[str, typer.Argument(metavar="GRADE", help="A letter A to F, a digit 1 to 6, or both: B2.")],
    why: WhyOption, by: ByOption = None, desk: DeskOption = None, packs: PacksOption = None,
) -> None:
    r"""Set the Admiralty grade of an event in the place of the one that the rule proposes.

    \b
    Examples:
      vedette judge override e3f9a1c B2 --why "we have seen the footage"
      vedette judge override e3f9a1c 5 --why "the crossing was open, we were there"
    """
    override_grade(settings_for(context, desk, packs), event, grade, by=by, why=why)


def correct(
    context: typer.Context,
    *,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or the beginning of it.")],
    why: WhyOption,
    field: Annotated[
        CorrectedField | None, typer.Option("--field", metavar="FIELD", help="What of it; else all of it.")
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="VALUE", help="What stands there instead; 'none' for nothing.")
    ] = None,
    reject: Annotated[bool, typer.Option("--reject", help="The field, or the claim, is wrong.")] = False,
    confirm: Annotated[bool, typer.Option("--confirm", help="The claim was read well.")] = False,
    by: ByOption = None, desk: DeskOption = None, packs: PacksOption = None,
) -> None:
    r"""Set a field of a claim right, reject it, or reject or confirm the whole claim. What was read stays on record.

    Fields are type, stage, factuality, period, place, actor, quantity and origin.

    \b
    Examples:
      vedette judge correct c5c01d2 --field period --value 2025-09-11/2025-09-16 --why "as the ministry has it"
      vedette judge correct c5c01d2 --field place --value "Brest, BY" --why "not the one in France"
      vedette judge correct c5c01d2 --field actor --reject --why "the sentence names nobody"
      vedette judge correct c5c01d2 --reject --why "a film review"
    """
    if sum((value is not None, reject, confirm)) != 1 or (field is None and value is not None):
        raise UsageError("Say one of these: --field FIELD --value VALUE, --field FIELD --reject, --reject, --confirm.")
    if confirm and field is not None:
        raise UsageError("--confirm is about the whole claim: leave --field away.")
    wanted = field or CorrectedField.CLAIM
    written = str(Finding.CONFIRMED) if confirm else value
    correct_claim(settings_for(context, desk, packs), claim, field=wanted, value=written, by=by, why=why)


def undo(
    context: typer.Context,
    *,
    id: Annotated[str, typer.Argument(metavar="DECISION", help="The id of a decision, or the beginning of it.")],
    why: WhyOption, by: ByOption = None, desk: DeskOption = None, packs: PacksOption = None,
) -> None:
    r"""Take any decision back. It stays in the log; the events are as if it had never been.

    \b
    Example:
      vedette judge undo j5c01d2 --why "I took the one report for the other"
    """
    take_back(settings_for(context, desk, packs), id, by=by, why=why)


add_commands(judge, {
    one.__name__: one for one in (*_VERDICTS, split, override, correct, undo, rate, ratings, log)
})
