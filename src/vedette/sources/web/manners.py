"""When a host may be asked again: one request at a time, a pause between, longer ones after failures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from vedette.sources.web.addresses import WebAddress
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
    """How we stand with one host: since when it may be asked, its pause in seconds, and its failures in a row."""

    ready: datetime = _LONG_AGO
    pause: float = USUAL_PAUSE
    failures: int = 0
    asked_now: bool = False

    def ready_at(self, now: datetime) -> datetime:
        """Give the moment from which the host may be asked; while it is being asked, that lies ahead.

        A clock that was set back makes nobody wait longer than a day.
        """
        ready = min(self.ready, _later(now, DAY))
        return max(ready, _later(now, self.pause)) if self.asked_now else ready

    def begun(self, now: datetime) -> Standing:
        """Give the standing while the host is being asked."""
        return replace(self, asked_now=True, ready=_later(now, self.pause))

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
        return replace(self, asked_now=False, failures=failures, ready=_later(now, wait))

    def asking_for(self, pause: float | None) -> Standing:
        """Give the standing with the pause (seconds) that robots.txt asks for; ``None`` is the usual one."""
        return replace(self, pause=USUAL_PAUSE if pause is None else min(pause, DAY))


class Manners:
    """Keeps, by host, when it may be asked again. It knows no clock: every moment is given.

    One request at a time goes to a host, with a pause after its end: what the
    site's robots.txt asks for, else five seconds. Each failure in a row
    doubles the pause, up to a day; ``Retry-After`` counts above that. The
    waits are spread by up to a quarter, by a fraction that follows from the
    address and the number of the failure.

    Example:
        >>> now = datetime(2025, 9, 12, 8, tzinfo=UTC)
        >>> manners = Manners()
        >>> manners.begun("https://post.example/a", now)
        >>> manners.ended("https://post.example/a", now, status=200)
        >>> str(manners.ready_at("https://post.example/b", now) - now)
        '0:00:05'
    """

    def __init__(self) -> None:
        self._hosts: dict[str, Standing] = {}

    def ready_at(self, address: str, now: datetime) -> datetime:
        """Give the moment from which an address may be asked for.

        Raises:
            Unfetched: It is no http(s) address.
        """
        return self.standing(address).ready_at(now)

    def begun(self, address: str, now: datetime) -> None:
        """Note that an address is being asked for."""
        self._hosts[host_of(address)] = self.standing(address).begun(now)

    def ended(
        self, address: str, now: datetime, *, status: int | None = None, retry_after: float | None = None,
        fault: Fault | None = None,
    ) -> None:
        """Note how it ended: the ``status`` of the answer, and its ``retry_after`` in seconds, or the ``fault``."""
        then = self.standing(address).ended(address, now, status=status, retry_after=retry_after, fault=fault)
        self._hosts[host_of(address)] = then

    def asks_for(self, address: str, pause: float | None) -> None:
        """Note the pause (seconds) that the robots.txt of a host asks for; ``None`` is the usual one."""
        self._hosts[host_of(address)] = self.standing(address).asking_for(pause)

    def standing(self, address: str) -> Standing:
        """Give what is known of the host of an address, to keep it."""
        return self._hosts.get(host_of(address), Standing())

    def resume(self, address: str, standing: Standing) -> None:
        """Go on from what was kept. What was being asked then is being asked no more."""
        self._hosts[host_of(address)] = replace(standing, asked_now=False)


def host_of(address: str) -> str:
    """Give what manners are kept by: the host of an address, with its port where that is not the usual one.

    Raises:
        Unfetched: It is no http(s) address.

    Example:
        >>> host_of("https://Post.Example:443/a"), host_of("http://post.example:8080/")
        ('post.example', 'post.example:8080')
    """
    return WebAddress.of(address).place


def _backed_off(pause: float, failures: int, *, address: str) -> float:
    if not failures:
        return pause
    longer = min(max(pause, 1.0) * 2.0 ** min(failures, _MOST_DOUBLINGS), DAY / (1 + _SPREAD))
    return longer * (1 + _SPREAD * _fraction(f"{address} {failures}"))


def _fraction(seed: str) -> float:
    return int.from_bytes(sha256(seed.encode("utf-8", "replace")).digest()[:6], "big") / 2**48


def _later(now: datetime, seconds: float) -> datetime:
    return now + timedelta(seconds=seconds)
