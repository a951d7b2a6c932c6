"""``vedette alerts send`` and ``test``: what there is to tell goes out, or is printed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from vedette.errors import UsageError
from vedette.presentation.alert_lines import minute
from vedette.presentation.cli.desk_access import judging, settings_for
from vedette.presentation.cli.options import DeskOption, PacksOption
from vedette.presentation.cli.output import plain, remark, results, say
from vedette.presentation.saying import speaking

if TYPE_CHECKING:
    from vedette.alerting import Channels, Outcome, Writer
    from vedette.desk import Desk
    from vedette.model import Scenario
    from vedette.store.alerting import Letter

ChannelsOption = Annotated[
    str | None,
    typer.Option(
        "--channels", metavar="FILE", show_default=False,
        help="A TOML file of channels; else VEDETTE_ALERTS, a file or addresses of Apprise.",
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Print what would go out; send and change nothing.")]


def send(
    context: typer.Context,
    *,
    channels: ChannelsOption = None,
    dry_run: DryRunOption = False,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Assess the scenarios, put on record what there is to tell, and send what waits.

    Run it as often as you want to know, by cron for example: what was told is not told
    again, and a channel that was down gets what it missed. A dry run goes by what was
    assessed last.

    \b
    Examples:
      vedette alerts send --channels channels.toml
      vedette alerts send --dry-run
    """
    from vedette.alerting import Writer
    from vedette.presentation.letter_words import letter_words

    loaded = load(channels)
    writer = Writer(desk=loaded.desk, words=letter_words())
    settings = settings_for(context, desk, packs)
    with judging(settings) as opened, speaking(settings.language):
        failed = _preview(opened, loaded, writer) if dry_run else _send(opened, loaded, writer, packs=settings.packs)
    for fault in writer.faults:
        remark("Template", str(fault), style="red")
    if failed or loaded.faults or writer.faults:
        raise typer.Exit(1)


def test(
    context: typer.Context,
    *,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="CHANNEL", help="Channels by name; without any, all of them.")
    ] = None,
    channels: ChannelsOption = None,
    dry_run: DryRunOption = False,
) -> None:
    r"""Send an invented alert to channels, to see that it gets there; nothing is put on record.

    \b
    Examples:
      vedette alerts test --channels channels.toml
      vedette alerts test "duty desk" --dry-run
    """
    from vedette.alerting import NotDelivered, Writer
    from vedette.alerting.apprise_sending import AppriseSender
    from vedette.alerting.trying import trial_letter
    from vedette.presentation.letter_words import letter_words

    loaded, language = load(channels), settings_for(context, None).language
    known, writer = {one.name: one for one in loaded.channels}, Writer(desk=loaded.desk, words=letter_words())
    chosen = [known[name] for name in names or known if name in known]
    if unknown := [name for name in names or () if name not in known]:
        raise UsageError(f"There is no channel '{unknown[0]}'. Channels: {', '.join(known)}.")
    sender, failed = None if dry_run else AppriseSender(), False
    for one in chosen:
        with speaking(language):
            letter = trial_letter(one, write=writer, at=datetime.now(UTC))
        if sender is None:
            print_letter(letter)
            continue
        try:
            sender(one, letter)
            results().print(plain(f"{one.name}: sent."))
        except NotDelivered as error:
            failed = True
            remark("Not sent", f"{one.name}: {error}", style="red")
    for fault in writer.faults:
        remark("Template", str(fault), style="red")
    if failed or loaded.faults or writer.faults:
        raise typer.Exit(1)


def load(given: str | None) -> Channels:
    """Load the channels, and tell what is wrong with some of them.

    Raises:
        UsageError: There are none.
    """
    from vedette.alerting import load_channels
    from vedette.alerting.channels import VARIABLE

    loaded = load_channels(given or os.environ.get(VARIABLE, ""), environment=os.environ)
    for fault in loaded.faults:
        remark("Channel", str(fault), style="red")
    if not loaded.channels:
        raise UsageError(f"No channel can be used. Name a TOML file with --channels, or set {VARIABLE}.")
    return loaded


def print_letter(letter: Letter) -> None:
    """Print a letter as it would go out."""
    results().print(plain(f"To {letter.channel}: {letter.subject}", style="bold"))
    print_text(letter.body)
    results().print()


def print_text(text: str) -> None:
    """Print lines harmlessly, as far in as they stand."""
    console = results()
    for line in text.splitlines():
        inwards = " " * (len(line) - len(line.lstrip(" ")))
        console.print(Text(inwards).append_text(plain(line)), soft_wrap=True)


def tell_outcomes(outcomes: Iterable[Outcome]) -> bool:
    """Tell what became of letters; say whether one did not get there."""
    failed = False
    for one in outcomes:
        until = f" Next try {minute(one.until)}." if one.until else ""
        if one.is_sent and one.letter is not None:
            results().print(plain(f"{one.channel}: sent: {one.letter.subject}"))
        elif one.letter is not None:
            failed = True
            remark("Not sent", f"{one.channel}: {one.why}{until}", style="red")
        elif one.waiting:
            until = f", until {minute(one.until)}" if one.until else ""
            say(f"{one.channel}: {one.waiting} wait{'s' if one.waiting == 1 else ''} ({one.why.rstrip('.')}{until}).")
    return failed


def _send(desk: Desk, loaded: Channels, writer: Writer, *, packs: Sequence[Path]) -> bool:
    from vedette.alerting.apprise_sending import AppriseSender
    from vedette.presentation.alert_round import send_round

    sender, (scenarios, faults) = AppriseSender(), _scenarios(desk, packs)
    done = send_round(
        desk, scenarios, channels=loaded.channels, send=sender, write=writer, clock=lambda: datetime.now(UTC)
    )
    say(f"{len(done.made)} new alert{'' if len(done.made) == 1 else 's'}.")
    return tell_outcomes(done.outcomes) or faults


def _preview(desk: Desk, loaded: Channels, writer: Writer) -> bool:
    from vedette.alerting import drafts
    from vedette.alerting.previewing import preview
    from vedette.presentation.alert_words import words_of

    store, now = desk.store, datetime.now(UTC)
    word = words_of(store, store.scenarios())
    new = [one.alert for one in drafts(store.alerting, store.assessments(), word=word, at=now) if one.alert]
    for one in preview(store.alerting, loaded.channels, new, write=writer, now=now):
        if one.letter is not None:
            print_letter(one.letter)
        else:
            say(f"{one.channel}: nothing would go out{f' ({one.why})' if one.why else ''}.")
    return False


def _scenarios(desk: Desk, packs: Sequence[Path]) -> tuple[tuple[Scenario, ...], bool]:
    """Load the scenarios; say whether some of them cannot be used, and tell which."""
    from vedette.knowledge.scenarios import load_scenarios
    from vedette.presentation.cli.scenario_choice import tell_faults

    loaded = load_scenarios(packs, knowledge=desk.knowledge)
    tell_faults(loaded)
    return loaded.scenarios, bool(loaded.faults)
