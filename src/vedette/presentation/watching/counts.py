"""A watch in numbers, as Prometheus collects them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client import Counter as Counted
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from vedette.errors import VedetteError
from vedette.model.coverage import SourceState
from vedette.presentation.watching.words import state_key
from vedette.store.ports import View
from vedette.watching.happenings import Happening, What

_POLLS = {What.LISTED: "answered", What.FEED_FAILED: "failed"}
_PAGES = {
    What.FETCHED: "received", What.UNCHANGED: "unchanged", What.PAGE_FAILED: "failed", What.PAGE_LOST: "lost",
    What.MISSING: "missing", What.GONE: "gone",
}
_READ = {
    What.READ: "read", What.EDITED: "edited", What.BACK: "back", What.REREAD: "same", What.REFUSED: "refused",
}


class Numbers:
    """Counts what happens, for as long as the process runs."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def counted(name: str, of: str, labels: Iterable[str] = ("outcome",)) -> Counted:
            return Counted(f"vedette_{name}", of, tuple(labels), registry=registry)

        self._polls = counted("polls", "Feeds asked, by what came of it")
        self._pages = counted("pages", "Pages asked for, by what came of it")
        self._read = counted("versions", "What was received, by what it turned out to be")
        self._claims = counted("claims", "Claims read in what was received", ())
        self._troubles = counted("troubles", "Times at which desk or archive could not be written", ())

    def tell(self, happening: Happening) -> None:
        """Count one thing that happened."""
        for counter, outcomes in ((self._polls, _POLLS), (self._pages, _PAGES), (self._read, _READ)):
            if happening.what in outcomes:
                counter.labels(outcomes[happening.what]).inc()
        if happening.what in (What.READ, What.EDITED, What.BACK):
            self._claims.inc(happening.number)
        if happening.what is What.DESK_TROUBLE:
            self._troubles.inc()


class DeskNumbers:
    """How much waits, and how it stands with the feeds, read from a desk whenever somebody asks."""

    def __init__(self, view: Callable[[], View], *, archive_bytes: Callable[[], int | None]) -> None:
        self._view = view
        self._archive_bytes = archive_bytes

    def collect(self) -> Iterable[Metric]:
        """Give the numbers of this moment; of a desk that cannot be read just now, none."""
        now = datetime.now(UTC)
        try:
            view = self._view()
            waiting, health = view.backlog(at=now), view.source_health(at=now)
        except VedetteError:
            return
        lag = 0.0 if waiting.oldest_due is None else max(0.0, (now - waiting.oldest_due).total_seconds())
        yield _gauge("queue_pages", "Pages that wait to be fetched for the first time", waiting.awaited)
        yield _gauge("queue_versions", "What was received and waits to be read", waiting.received)
        yield _gauge("due_lag_seconds", "For how long the page that waits longest has been due", lag)
        feeds = GaugeMetricFamily("vedette_feeds", "Feeds that are watched, by their state", labels=["state"])
        states = Counter(one.state for one in health)
        for state in SourceState:
            feeds.add_metric([state_key(state)], states[state])
        yield feeds
        size = self._archive_bytes()
        if size is not None:
            yield _gauge("archive_bytes", "Size of the archive", size)

    def describe(self) -> Iterable[Metric]:
        """Say nothing beforehand: nobody has to open a desk to register this."""
        return ()


def numbers_text(registry: CollectorRegistry) -> bytes:
    """Give the numbers as Prometheus reads them."""
    return bytes(generate_latest(registry))


def _gauge(name: str, of: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"vedette_{name}", of, value=value)
