"""How a host is treated: its rules, and when it may be asked again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from datetime import datetime, timedelta

from vedette.sources.web import USUAL_PAUSE, Fault, Robots, Standing
from vedette.store.watching import HostEntry
from vedette.watching.asking import Answer

_KEPT = 512
# The status of a host that gave none: of those of servers, which are read as "not now".
_NO_ANSWER = 599


class HostRules:
    """The rules of hosts as last read, taken apart once; so many are kept as are asked in turn."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._read: OrderedDict[tuple[str, datetime | None], Robots] = OrderedDict()

    def of(self, host: HostEntry) -> Robots:
        """Give the rules of a host; of one that never said them, those that allow nothing."""
        key = (host.host, host.robots_at)
        if key not in self._read:
            known = host.robots_status is not None and host.robots is not None
            self._read[key] = Robots.of(host.robots or b"", host.robots_status or 0) if known else Robots.unknown()
            while len(self._read) > self._most:
                self._read.popitem(last=False)
        self._read.move_to_end(key)
        return self._read[key]

    def hold_until(self, host: HostEntry) -> datetime | None:
        """Say until when the rules of a host hold; ``None`` where they were never asked for."""
        return None if host.robots_at is None else host.robots_at + timedelta(seconds=self.of(host).lasts)

    def refusal(self, host: HostEntry) -> tuple[str, datetime | None]:
        """Say why something may not be asked of a host, and until when that surely holds."""
        if self.of(host).rules is not None:
            return "robots.txt does not allow it.", None
        said = _reason_kept(host) if host.robots_status == _NO_ANSWER else f" It answered {host.robots_status}."
        return f"robots.txt could not be had, so nothing is asked there.{said}", self.hold_until(host)


def after(host: HostEntry, answer: Answer, now: datetime, *, pause: float | None) -> HostEntry:
    """Give a host as it stands once it answered, or did not.

    Args:
        host: As it stood before.
        answer: What came.
        now: The moment.
        pause: What its robots.txt asks for (seconds).
    """
    page = answer.page
    standing = Standing(
        ready=host.ready, pause=USUAL_PAUSE if pause is None else pause, failures=host.failures
    )
    then = standing.ended(
        answer.request.address, now, status=page.status if page else None,
        retry_after=page.retry_after if page else None, fault=answer.fault,
    )
    return replace(host, ready=then.ready, failures=then.failures, asked=now)


def with_rules(host: HostEntry, answer: Answer, now: datetime) -> HostEntry:
    """Give a host with the rules that it answered; where it could not say them, with none, for an hour."""
    if answer.page is not None:
        return replace(host, robots=answer.page.body, robots_status=answer.page.status, robots_at=now)
    if answer.fault is Fault.REDIRECTS:  # a circle of them is as good as no file
        return replace(host, robots=b"", robots_status=404, robots_at=now)
    # In place of the rules stands why there are none: that is said of all that is not asked there meanwhile.
    why = answer.error.reason.encode("utf-8", "replace") if answer.error else b""
    return replace(host, robots=why, robots_status=_NO_ANSWER, robots_at=now)


def _reason_kept(host: HostEntry) -> str:
    why = (host.robots or b"").decode("utf-8", "replace")
    return f" {why}" if why else ""
