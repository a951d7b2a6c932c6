"""``vedette users token``, ``tokens`` and ``revoke``: the keys of programs."""

from __future__ import annotations

from typing import Annotated

import typer

from vedette.presentation.cli.decide import ByOption
from vedette.presentation.cli.desk_access import keeping, settings_for
from vedette.presentation.cli.options import DeskOption, FormatOption
from vedette.presentation.cli.output import Format, say
from vedette.presentation.cli.rows import print_rows
from vedette.settings import who_decides
from vedette.store.accounts import ApiToken, Role


def token(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose it is; what it judges has this name.")],
    label: Annotated[str, typer.Option("--for", metavar="WHAT", help="What it is for, to know it by later.")] = "",
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", help="What it may do; that of the user unless given.")
    ] = None,
    days: Annotated[
        int | None, typer.Option("--days", min=1, metavar="NUMBER", help="After how many days it ends; else never.")
    ] = None,
    by: ByOption = None, desk: DeskOption = None,
) -> None:
    r"""Make a token for a program of a user, and print it: this once, it is kept nowhere.

    A program sends it in the header 'Authorization: Bearer TOKEN'.

    \b
    Examples:
      vedette users token ann --for "nightly export" --role reader --days 90
    """
    with keeping(settings_for(context, desk, None)) as keeper:
        given = None if role is None else Role.named(role)
        kept, secret = keeper.issue(name, role=given, label=label, days=days, by=who_decides(by))
    typer.echo(secret)
    say(f"This is token {kept.id} of {kept.owner.name}, role {kept.role}. It cannot be shown again.")


def tokens(
    context: typer.Context,
    *,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only those of this user.")] = None,
    form: FormatOption = Format.TABLE,
    desk: DeskOption = None,
) -> None:
    r"""List the tokens of programs: whose, what for, and the day on which one was last used.

    \b
    Examples:
      vedette users tokens
      vedette users tokens ann --format csv
    """
    with keeping(settings_for(context, desk, None)) as keeper:
        found, at = keeper.accounts.tokens.all(name), keeper.moment()
    columns = ("id", "user", "for", "role", "created", "expires", "last used", "state")
    print_rows(columns, [_row(one, at) for one in found], form=form, nothing="There are no tokens.")


def revoke(
    context: typer.Context,
    *,
    id: Annotated[str, typer.Argument(metavar="TOKEN", help="The id of a token, as 'vedette users tokens' lists it.")],
    by: ByOption = None, desk: DeskOption = None,
) -> None:
    r"""Make a token useless at once.

    \b
    Example:
      vedette users revoke 3f9a1c77
    """
    with keeping(settings_for(context, desk, None)) as keeper:
        kept = keeper.accounts.tokens.revoke(id, by=who_decides(by), at=keeper.moment())
    say(f"Token {kept.id} of {kept.owner.name} opens nothing any more.")


def _row(token: ApiToken, at: str) -> tuple[str, ...]:
    state = "holds" if token.holds_at(at) else "revoked" if token.revoked else "ended"
    return (
        token.id, token.owner.name, token.label, str(token.role), token.created[:10], (token.expires or "")[:10],
        token.last_used or "", state,
    )
