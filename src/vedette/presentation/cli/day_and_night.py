"""What commands share that work day and night: options, who is told, how the end is asked for, who is followed."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vedette.errors import InputError, UsageError
from vedette.presentation.cli.outlet_choice import named_outlet
from vedette.presentation.cli.output import say
from vedette.presentation.watching.log import LogForm

if TYPE_CHECKING:
    from vedette.alerting import Channels
    from vedette.desk import Desk
    from vedette.model import Scenario
    from vedette.presentation.alert_round import Round
    from vedette.settings import Settings
    from vedette.watching import Clock, Happening, Stop, Tell

FollowedOption = Annotated[
    list[str] | None, typer.Option("--outlets", metavar="ID", help="Only this outlet; may be repeated.")
]
LogOption = Annotated[LogForm, typer.Option("--log", help="How the log on standard error is written.")]
MetricsOption = Annotated[
    int | None,
    typer.Option(
        "--metrics", min=0, max=65535, metavar="PORT",
        help="Answer /metrics, /healthz and /readyz on this port of this computer.",
    ),
]
AlertsOption = Annotated[
    bool, typer.Option("--alerts", help="Send alerts as scenarios change, as 'vedette alerts send' does.")
]
_NO_HOST = "'{}' is no host. Give the name or number of one, such as feeds.intranet.example."
AllowOption = Annotated[
    list[str] | None,
    typer.Option("--allow-private", metavar="HOST", help="A host that may lie in a private network; repeatable."),
]


def allowed_hosts(written: Sequence[str] | None) -> frozenset[str]:
    """Give the hosts that may lie in a private network, as they are asked for; a port or a whole address is no harm.

    Raises:
        BadParameter: Something is no host.

    Example:
        >>> sorted(allowed_hosts(["Feeds.Intranet.example:8080", "http://127.0.0.1/rss", "::1"]))
        ['127.0.0.1', '::1', 'feeds.intranet.example']
    """
    return frozenset(map(_host, written or ()))


def _host(written: str) -> str:
    from vedette.sources.web.addresses import WebAddress

    given = written.strip()
    bare = f"[{given}]" if given.count(":") > 1 and "[" not in given else given
    try:
        read = WebAddress.of(given if "://" in given else f"http://{bare}")
    except InputError as error:
        raise typer.BadParameter(_NO_HOST.format(written), param_hint="--allow-private") from error
    if "://" not in given and read.target != "/":  # 10.0.0.0/8 is no host, and would allow one number of it
        raise typer.BadParameter(_NO_HOST.format(written), param_hint="--allow-private")
    return read.host


class Unanswered:
    """Notes which feeds did not answer as they should."""

    def __init__(self) -> None:
        self.feeds: set[str] = set()

    def tell(self, happening: Happening) -> None:
        """Note one thing that happened."""
        from vedette.watching import What

        if happening.what is What.FEED_FAILED:
            self.feeds.add(happening.feed)


@contextmanager
def stopped_by_signals() -> Iterator[Stop]:
    """Ask for the end at Ctrl-C and SIGTERM; the second time, end at once."""
    from vedette.watching import Stop

    stop = Stop()
    before: dict[int, Any] = {}

    def ask(number: int, _: FrameType | None) -> None:
        stop.ask()
        signal.signal(number, before[number])

    for number in (int(signal.SIGINT), int(signal.SIGTERM)):
        before[number] = signal.signal(number, ask)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        stop.close()


@contextmanager
def telling(
    desk: Desk, folder: Path, *, log: LogForm, metrics: int | None, also: Sequence[Tell] = ()
) -> Iterator[tuple[Tell, Clock]]:
    """Give who is told: the log, and, where a port is given, the numbers; and the clock that shows that all goes on."""
    from prometheus_client import CollectorRegistry

    from vedette.presentation.watching.answering import BeatingClock, Vital, answering
    from vedette.presentation.watching.counts import DeskNumbers, Numbers, numbers_text
    from vedette.presentation.watching.log import library_lines, log_to
    from vedette.sources.archive import archive_size

    registry, vital = CollectorRegistry(), Vital()
    registry.register(DeskNumbers(lambda: desk.store, archive_bytes=lambda: archive_size(folder)[1]))
    tellers: list[Callable[[Happening], None]] = [log_to(sys.stderr, log), Numbers(registry).tell, vital.tell, *also]

    def tell(happening: Happening) -> None:
        for teller in tellers:
            teller(happening)

    with ExitStack() as held:
        held.enter_context(library_lines(sys.stderr, log))
        if metrics is not None:
            port = held.enter_context(answering(metrics, vital=vital, metrics=lambda: numbers_text(registry)))
            say(f"Numbers are at http://127.0.0.1:{port}/metrics")
        yield tell, BeatingClock(vital)


def chosen_outlets(desk: Desk, names: Sequence[str]) -> tuple[str, ...]:
    """Give the ids of outlets that were named; none where all are to be followed.

    Raises:
        UsageError: One has no feed, or none has.
    """
    known = desk.knowledge.outlets
    chosen = [named_outlet(name, known) for name in names]
    silent = [one.id for one in chosen if not one.feeds]
    if silent:
        raise UsageError(f"The file of {silent[0]} names no feed, so there is nothing to watch. See docs/outlets.md.")
    if not any(one.feeds for one in chosen or known):
        raise UsageError("No outlet of the packs has a feed, so there is nothing to watch. See docs/outlets.md.")
    return tuple(one.id for one in chosen)


@contextmanager
def alerting(
    desk: Desk, settings: Settings, loaded: Channels, scenarios: Sequence[Scenario], *, log: LogForm
) -> Iterator[Tell]:
    """Send alerts beside the work, over a connection of their own; give who has to be told what happens."""
    from vedette.alerting import Writer
    from vedette.alerting.apprise_sending import AppriseSender
    from vedette.desk import Desk
    from vedette.presentation.alert_round import send_round
    from vedette.presentation.letter_words import letter_words
    from vedette.presentation.saying import speaking
    from vedette.presentation.watching.alert_log import alert_lines
    from vedette.presentation.watching.alert_rounds import alerts_beside
    from vedette.store import open_store

    sender, writer = AppriseSender(), Writer(desk=loaded.desk, words=letter_words())
    tell, trouble = alert_lines(sys.stderr, log, faults=writer.faults)
    with Desk(open_store(settings.desk), desk.knowledge) as beside:
        def make_round() -> Round:
            with speaking(settings.language):
                return send_round(
                    beside, scenarios, channels=loaded.channels, send=sender, write=writer,
                    clock=lambda: datetime.now(UTC),
                )

        with alerts_beside(make_round, tell=tell, trouble=trouble) as hear:
            yield hear
