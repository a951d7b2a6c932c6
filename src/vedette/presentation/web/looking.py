"""What somebody has seen of the desk: kept in a cookie, moved on by the day or by an act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated

from fastapi import Form, Request
from starlette.responses import RedirectResponse, Response

from vedette.presentation.web.access import person_of
from vedette.store import Mark

_YEAR = 365 * 24 * 3600
_LOOK = re.compile(r"(\d{1,15})\.(\d{1,15})@(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How far the desk went when somebody looked, and when (ISO 8601, UTC, to the minute)."""

    mark: Mark
    at: str

    def __str__(self) -> str:
        return f"{self.mark.report}.{self.mark.decision}@{self.at}"

    @classmethod
    def read(cls, written: str) -> Look | None:
        """Read a look back from its written form; ``None`` where it is none.

        Example:
            >>> str(Look.read("12.3@2025-09-12T08:15")), Look.read("nonsense")
            ('12.3@2025-09-12T08:15', None)

        """
        found = _LOOK.fullmatch(written)
        if found is None:
            return None
        return cls(mark=Mark(report=int(found[1]), decision=int(found[2])), at=found[3])


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """Since when things count as new for somebody, and when they last looked; both ``None`` at the first time."""

    since: Look | None = None
    last: Look | None = None

    def moved_on(self, now: Look) -> Looks:
        """Look again: on another day, what was seen on the day before is no longer new.

        Example:
            >>> monday, tuesday = Look(mark=Mark(report=5), at="2025-09-01T09:00"), "2025-09-02T08:00"
            >>> Looks(since=None, last=monday).moved_on(Look(mark=Mark(report=9), at=tuesday)).since == monday
            True

        """
        if self.last is not None and self.last.at[:10] != now.at[:10]:
            return Looks(since=self.last, last=now)
        return Looks(since=self.since, last=now)


def moment() -> str:
    """Give this moment as a look writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M")


def looks_of(request: Request) -> Looks:
    """Read what the person who asks has seen; of what cannot be read nothing is known."""
    since, _, last = request.cookies.get(_cookie(request), "").partition("_")
    return Looks(since=Look.read(since), last=Look.read(last))


def remember(request: Request, response: Response, looks: Looks) -> None:
    """Note in the browser what the person who asks has seen."""
    response.set_cookie(
        _cookie(request), f"{looks.since or ''}_{looks.last or ''}", max_age=_YEAR, httponly=True, samesite="lax",
        secure=request.url.scheme == "https",
    )


def seen(request: Request, upto: Annotated[str, Form(max_length=60)]) -> Response:
    """Note that somebody has seen the desk up to what the page showed: no more than that counts as seen."""
    response = RedirectResponse("/", status_code=303)
    look = Look.read(upto)
    if look is not None:
        remember(request, response, Looks(since=look, last=look))
    return response


def _cookie(request: Request) -> str:
    """Name the cookie after the person: two who share a browser have not seen the same."""
    person = sha256(person_of(request).name.encode()).hexdigest()[:8]
    return f"looked-{person}"
