"""``vedette follow``: what somebody wants to hear of, and ``vedette digest`` tells first."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from vedette.errors import StoreError
from vedette.presentation.cli.decide import ByOption
from vedette.presentation.cli.desk_access import booking, settings_for
from vedette.presentation.cli.help_text import add_commands
from vedette.presentation.cli.options import DeskOption, FormatOption
from vedette.presentation.cli.output import Format, plain, results, say
from vedette.presentation.cli.rows import print_rows
from vedette.presentation.rows import short_ids
from vedette.settings import who_decides
from vedette.store.alerting import FollowKind

COLUMNS = ("kind", "followed", "by", "since", "id")

follow = typer.Typer(
    help="Follow an actor, a place, an exercise, a weapon or a search: 'vedette digest' tells of these first.",
    no_args_is_help=True, rich_markup_mode=None,
)


def add(
    context: typer.Context,
    *,
    kind: Annotated[FollowKind, typer.Argument(metavar="KIND", help="actor, place, exercise, weapon or search.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Its name; of a country, its two letters.")],
    by: ByOption = None,
    desk: DeskOption = None,
) -> None:
    r"""Follow something. Of an exercise, any of its names will do.

    \b
    Examples:
      vedette follow add actor Belarus
      vedette follow add place LT
      vedette follow add exercise Zapad
      vedette follow add search border closed
    """
    from vedette.alerting.following import follow as to_follow
    from vedette.alerting.following import require_known
    from vedette.knowledge import load_knowledge

    settings = settings_for(context, desk)
    one = to_follow(kind, " ".join(words), by=who_decides(by), at=datetime.now(UTC))
    if kind in (FollowKind.PLACE, FollowKind.WEAPON):
        require_known(kind, one.words, gazetteer=load_knowledge(settings.packs).gazetteer)
    with booking(settings) as book:
        if book.follow(one):
            results().print(plain(f"Following {one.kind} '{one.words}'."))
        else:
            say(f"The {one.kind} '{one.words}' is followed already.")


def list_followed(context: typer.Context, *, form: FormatOption = Format.TABLE, desk: DeskOption = None) -> None:
    r"""List what is followed.

    \b
    Example:
      vedette follow list
    """
    with booking(settings_for(context, desk)) as book:
        found = book.followed()
    ids = short_ids(one.id for one in found)
    rows = [
        (str(one.kind), one.words, one.by, one.at.date().isoformat(), ids[one.id] if form is Format.TABLE else one.id)
        for one in found
    ]
    print_rows(COLUMNS, rows, form=form, nothing="Nothing is followed. Begin with: vedette follow add place LT")


def stop(
    context: typer.Context,
    *,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of what is followed, or the beginning of it.")],
    desk: DeskOption = None,
) -> None:
    r"""Follow something no more.

    \b
    Example:
      vedette follow stop f3f9a1c
    """
    with booking(settings_for(context, desk)) as book:
        found = [one for one in book.followed() if id and one.id.startswith(id)]
        if len(found) != 1:
            several = "Several things that are followed begin" if found else "Nothing that is followed begins"
            raise StoreError(f"{several} with '{id}'. Run 'vedette follow list' for the list.")
        book.unfollow(found[0].id)
    results().print(plain(f"No longer following {found[0].kind} '{found[0].words}'."))


add_commands(follow, {"add": add, "list": list_followed, "stop": stop})
