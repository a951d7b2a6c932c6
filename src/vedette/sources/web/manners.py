"""When a host may be asked again: one request at a time, a pause between, longer ones after failures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from vedette.sources.web.answers import Fault
from vedette.sources.web.waiting import DAY

USUAL_PAUSE = 5.0
_MOST_DOUBLINGS = 20
_SPREAD = 0.25
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
# Statuses and faults that speak of the host; others speak of one page of it.
_TROUBLED_FROM = 500
_ASKS_FOR_PATIENCE = frozenset((408, 425, 429))
_OF_THE_HOST = frozenset((Fault.DNS, Fault.REFUSED, Fault.TLS, Fault.TIMEOUT, Fault.SLOW, Fault.PROTOCOL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How we stand with one host: from when on it may be asked, its pause in seconds, its failures in a row.

    One request at a time goes to a host, with a pause after its end: what the
    site's robots.txt asks for, else five seconds. Each failure in a row
    doubles the pause, up to a day; ``Retry-After`` counts above that. The
    waits are spread by up to a quarter, by a fraction that follows from the
    address and the number of the failure.

    Example:
        >>> now = datetime(2025, 9, 12, 8, tzinfo=UTC)
        >>> str(Standing().ended("https://post.example/a", now, status=200).ready - now)
        '0:00:05'
    """

    ready: datetime = _LONG_AGO
    pause: float = USUAL_PAUSE
    failures: int = 0

    def ended(
        self, address: str, now: datetime, *, status: int | None = None, retry_after: float | None = None,
        fault: Fault | None = None,
    ) -> Standing:
        """Give the standing after an answer, or after none.

        Args:
            address: What was asked for.
            now: The moment of the end.
            status: The status of the answer, if there was one.
            retry_after: What the answer asks for, in seconds.
            fault: Why there was none.
        """
        failed = fault in _OF_THE_HOST if status is None else status >= _TROUBLED_FROM or status in _ASKS_FOR_PATIENCE
        failures = self.failures + 1 if failed else 0
        wait = _backed_off(self.pause, failures, address=address)
        if retry_after is not None:
            wait = max(self.pause, min(retry_after, DAY))
        return replace(self, failures=failures, ready=_later(now, wait))


def _backed_off(pause: float, failures: int, *, address: str) -> float:
    if not failures:
        return pause
    longer = min(max(pause, 1.0) * 2.0 ** min(failures, _MOST_DOUBLINGS), DAY / (1 + _SPREAD))
    return longer * (1 + _SPREAD * _fraction(f"{address} {failures}"))


def _fraction(seed: str) -> float:
    return int.from_bytes(sha256(seed.encode("utf-8", "replace")).digest()[:6], "big") / 2**48


def _later(now: datetime, seconds: float) -> datetime:
    return now + timedelta(seconds=seconds)
