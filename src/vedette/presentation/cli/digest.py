"""``vedette digest``: what became of things within a day, or since a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.model.codec import SCHEMA
from vedette.presentation.cli.alert_sending import (
    ChannelsOption,
    DryRunOption,
    load,
    print_letter,
    print_text,
    tell_outcomes,
)
from vedette.presentation.cli.desk_access import judging, settings_for
from vedette.presentation.cli.options import DeskOption, PacksOption, SinceOption
from vedette.presentation.cli.output import print_json_line, say
from vedette.presentation.saying import speaking

if TYPE_CHECKING:
    from vedette.alerting import Channels, Outcome
    from vedette.presentation.digest import Digest
    from vedette.store import Store


class DigestForm(StrEnum):
    """How a digest is written."""

    TEXT = "text"
    JSONL = "jsonl"


def digest(
    context: typer.Context,
    *,
    since: SinceOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Everything, and not only what is followed.")] = False,
    sending: Annotated[
        bool, typer.Option("--send", help="Send it to the channels with 'digest = true', once a day.")
    ] = False,
    channels: ChannelsOption = None,
    dry_run: DryRunOption = False,
    form: Annotated[DigestForm, typer.Option("--format", help="How it is written.")] = DigestForm.TEXT,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Say what is new, corroborated, denied, contradicted and corrected, first of all of what is followed.

    Without --since, of the last 24 hours; what is sent goes on from the digest before.

    \b
    Examples:
      vedette digest
      vedette digest --since 2025-09-10 --all
      vedette digest --send --channels channels.toml
    """
    now, settings = datetime.now(UTC), settings_for(context, desk, packs)
    with judging(settings) as opened, speaking(settings.language):
        if sending:
            loaded = load(channels)
            if _send(opened.store, loaded, now, dry_run=dry_run, everything=everything) or loaded.faults:
                raise typer.Exit(1)
            return
        found = _digest(opened.store, f"{since}T00:00:00" if since else _before(now), everything=everything)
        _print(found, form)


def _print(found: Digest, form: DigestForm) -> None:
    from vedette.presentation.digest import digest_line, digest_text

    if form is DigestForm.JSONL:
        for line in found.lines:
            print_json_line({"schema": SCHEMA, **digest_line(line)})
        return
    print_text(digest_text(found))


def _digest(store: Store, since: str, *, everything: bool = False) -> Digest:
    from vedette.presentation.digest import digest as gather

    book = store.alerting
    moment = datetime.fromisoformat(since)
    return gather(
        store, since=since, followed=() if everything else book.followed(),
        alerts=book.alerts(since=moment if moment.tzinfo else moment.replace(tzinfo=UTC)),
    )


def _send(store: Store, loaded: Channels, now: datetime, *, dry_run: bool, everything: bool) -> bool:
    from vedette.alerting import deliver
    from vedette.alerting.apprise_sending import AppriseSender
    from vedette.alerting.writing import Writer
    from vedette.presentation.letter_words import letter_words

    wanting = [one for one in loaded.channels if one.digest]
    if not wanting:
        say("No channel has 'digest = true'.")
        return False
    sender = None if dry_run else AppriseSender()
    for one in wanting:
        _put(store, one.name, now, desk=loaded.desk, dry_run=dry_run, everything=everything)
    if sender is None:
        return False
    outcomes: tuple[Outcome, ...] = deliver(
        store.alerting, wanting, send=sender, write=Writer(desk=loaded.desk, words=letter_words()),
        clock=lambda: datetime.now(UTC)
    )
    return tell_outcomes(outcomes)


def _put(store: Store, channel: str, now: datetime, *, desk: str, dry_run: bool, everything: bool) -> None:
    """Put a channel's digest of today on record, or print it; where there is one already, nothing."""
    from vedette.alerting.digesting import digest_letter
    from vedette.presentation.digest import digest_text
    from vedette.presentation.letter_words import letter_words

    last = store.alerting.last_digest(channel)
    if last is not None and last.date() >= now.date():
        say(f"{channel}: it had its digest of today.")
        return
    found = _digest(store, last.isoformat(timespec="seconds") if last else _before(now), everything=everything)
    if found.is_empty:
        say(f"{channel}: there is nothing to tell.")
        return
    letter = digest_letter(channel, digest_text(found, desk=desk), at=now, words=letter_words())
    if dry_run:
        print_letter(letter)
    elif not store.alerting.put_letter(letter):
        say(f"{channel}: another letter has to get there first; the next digest tells of all that comes until then.")


def _before(now: datetime) -> str:
    return (now - timedelta(days=1)).isoformat(timespec="seconds")
