"""``vedette users``: who may use the desk when others can reach it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from vedette.errors import UsageError
from vedette.presentation.cli.decide import ByOption
from vedette.presentation.cli.desk_access import keeping, settings_for
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.options import DeskOption, FormatOption
from vedette.presentation.cli.output import Format, plain, results
from vedette.presentation.cli.rows import print_rows
from vedette.presentation.cli.user_tokens import revoke, token, tokens
from vedette.settings import who_decides
from vedette.store.accounts import Role, User

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name of a user; case does not matter.")]
RoleOption = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, analyst or admin.")]

users = typer.Typer(
    help="Who may use the desk when others can reach it. Every change is logged.",
    no_args_is_help=True, rich_markup_mode=None,
)


def add(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to log in with, and to judge under.")],
    role: RoleOption = str(Role.READER),
    no_password: Annotated[
        bool, typer.Option("--no-password", help="Ask for none: a user of programs, with tokens only.")
    ] = False,
    by: ByOption = None, desk: DeskOption = None,
) -> None:
    r"""Let somebody in. The password is asked for, or read from standard input; it is never an argument.

    \b
    Examples:
      vedette users add "Olena Example" --role analyst
      vedette users add eve --role admin < password.txt
    """
    given, who = Role.named(role), who_decides(by)
    with keeping(settings_for(context, desk, None)) as keeper:
        password = None if no_password else ask_password()
        _tell(keeper.add_user(name, given, password=password, by=who))


def list_users(context: typer.Context, *, form: FormatOption = Format.TABLE, desk: DeskOption = None) -> None:
    r"""List who may use the desk, disabled users too.

    \b
    Examples:
      vedette users list
      vedette users list --format jsonl
    """
    with keeping(settings_for(context, desk, None)) as keeper:
        people, sessions = keeper.accounts.users.all(), keeper.sessions_by_name()
    columns = ("name", "role", "created", "disabled", "password", "sessions")
    rows = [
        (one.name, str(one.role), one.created, one.disabled or "", "yes" if one.has_password else "no",
         str(sessions.get(one.name, 0)))
        for one in people
    ]
    print_rows(columns, rows, form=form, nothing="Nobody is on this desk yet. Add somebody: vedette users add NAME")


def role(context: typer.Context, *, name: NameArgument, role: Annotated[
    str, typer.Argument(metavar="ROLE", help="reader, analyst or admin.")
], by: ByOption = None, desk: DeskOption = None) -> None:
    r"""Give a user another role. It holds at once, also for the tokens of the user.

    \b
    Example:
      vedette users role ann admin
    """
    with keeping(settings_for(context, desk, None)) as keeper:
        _tell(keeper.accounts.users.set_role(name, Role.named(role), by=who_decides(by), at=keeper.moment()))


def disable(context: typer.Context, *, name: NameArgument, by: ByOption = None, desk: DeskOption = None) -> None:
    r"""Shut a user out at once: sessions end, tokens are revoked. What they judged stays under their name.

    \b
    Example:
      vedette users disable ann
    """
    with keeping(settings_for(context, desk, None)) as keeper:
        _tell(keeper.accounts.users.disable(name, by=who_decides(by), at=keeper.moment()))


def enable(context: typer.Context, *, name: NameArgument, by: ByOption = None, desk: DeskOption = None) -> None:
    r"""Let a disabled user in again. Tokens that were revoked stay so.

    \b
    Example:
      vedette users enable ann
    """
    with keeping(settings_for(context, desk, None)) as keeper:
        _tell(keeper.accounts.users.enable(name, by=who_decides(by), at=keeper.moment()))


def password(context: typer.Context, *, name: NameArgument, by: ByOption = None, desk: DeskOption = None) -> None:
    r"""Give a user another password; whoever is logged in under the name is logged out.

    \b
    Examples:
      vedette users password ann
      vedette users password ann < password.txt
    """
    with keeping(settings_for(context, desk, None)) as keeper:
        keeper.accounts.users.named(name)
        _tell(keeper.set_password(name, ask_password(), by=who_decides(by)))


def log(context: typer.Context, *, form: FormatOption = Format.TABLE, desk: DeskOption = None) -> None:
    r"""Show every change of users and tokens, oldest first. Nothing in the log can be changed.

    \b
    Example:
      vedette users log
    """
    with keeping(settings_for(context, desk, None)) as keeper:
        entries = keeper.accounts.log()
    rows = [(one.at, one.by, one.act, one.user, one.detail) for one in entries]
    print_rows(("at", "by", "act", "user", "detail"), rows, form=form, nothing="Nothing was changed yet.")


def ask_password() -> str:
    """Ask for a new password twice, or take a line of standard input where nobody sits before it.

    Raises:
        UsageError: Standard input ends before one came.
    """
    if sys.stdin.isatty():
        return str(typer.prompt("New password", hide_input=True, confirmation_prompt="Again", err=True))
    typed = sys.stdin.readline().rstrip("\r\n")
    if not typed:
        raise UsageError("No password came on standard input. Run this in a terminal, or send the password as a line.")
    return typed


def _tell(user: User) -> None:
    state = "disabled" if user.disabled else "no password, tokens only" if not user.has_password else "may log in"
    results().print(plain(f"{user.name}: {user.role}, {state}."))


add_commands(users, {
    "add": add, "list": list_users, "role": role, "disable": disable, "enable": enable, "password": password,
    "token": token, "tokens": tokens, "revoke": revoke, "log": log,
})
