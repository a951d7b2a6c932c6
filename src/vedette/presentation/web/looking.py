"""What somebody has seen of the desk: kept with the desk or in a cookie, moved on by the day or by an act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated

from fastapi import Form, Request
from starlette.responses import RedirectResponse, Response

from vedette.presentation.web.access import person_of
from vedette.presentation.web.access.doors import keeper_of
from vedette.presentation.web.access.visit import visit_of
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
    user = _logged_in(request)
    kept = None if user is None else keeper_of(request).accounts.looks.of(user)
    since, last = kept or request.cookies.get(_cookie(request), "").partition("_")[::2]
    return Looks(since=Look.read(since), last=Look.read(last))


def remember(request: Request, response: Response, looks: Looks, *, said: bool = False) -> None:
    """Note what the person who asks has seen: with the desk where they logged in, else in the browser.

    Args:
        request: What is being answered.
        response: The answer.
        looks: What was seen.
        said: The person says so; else it may be left out where somebody else is writing just now.
    """
    written, user = (str(looks.since or ""), str(looks.last or "")), _logged_in(request)
    if user is not None:
        kept = keeper_of(request).accounts.looks
        (kept.note if said else kept.note_if_free)(user, written)
        return
    response.set_cookie(
        _cookie(request), "_".join(written), max_age=_YEAR, httponly=True, samesite="lax",
        secure=request.url.scheme == "https",
    )


def seen(request: Request, upto: Annotated[str, Form(max_length=60)]) -> Response:
    """Note that somebody has seen the desk up to what the page showed: no more than that counts as seen."""
    response = RedirectResponse("/", status_code=303)
    look = Look.read(upto)
    if look is not None:
        remember(request, response, Looks(since=look, last=look), said=True)
    return response


def _logged_in(request: Request) -> str | None:
    """Name the user whose session this is; a program that reads the page with a token has not seen it for them."""
    return None if visit_of(request).session is None else person_of(request).name


def _cookie(request: Request) -> str:
    """Name the cookie after the person: two who share a browser have not seen the same."""
    person = sha256(person_of(request).name.encode()).hexdigest()[:8]
    return f"looked-{person}"
