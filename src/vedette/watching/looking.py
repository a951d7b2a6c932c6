"""What the answer for a page means: received, the same, missing, gone, or a failure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from urllib.parse import urlsplit

from vedette.errors import InputError
from vedette.sources.web import FetchedPage, own_address
from vedette.store.watching import PageEntry, PageState
from vedette.watching import schedule
from vedette.watching.asking import Answer
from vedette.watching.polling import wrong_status

_NOT_THERE = (404, 410)


class Meaning(StrEnum):
    """What an answer for a page means."""

    RECEIVED = "received"
    SAME = "same"
    MISSING = "missing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What an answer means, why, and the address that answered in the end."""

    meaning: Meaning
    why: str = ""
    answered_as: str = ""


def look(page: PageEntry, answer: Answer, *, last: str | None) -> Looked:
    """Tell what an answer means.

    Args:
        page: The page as it was before.
        answer: What came.
        last: The SHA-256 of what was last received of it.
    """
    if answer.page is None:
        return Looked(meaning=Meaning.FAILED, why=answer.error.reason if answer.error else "There was no answer.")
    came, there = answer.page, address_of(answer.page, page.address)
    if leads_home(page.address, there):
        return Looked(meaning=Meaning.MISSING, why="It leads to the front page.", answered_as=there)
    if came.status in _NOT_THERE:
        return Looked(meaning=Meaning.MISSING, why=wrong_status(came) or "", answered_as=there)
    wrong = wrong_status(came)
    if wrong is not None:
        return Looked(meaning=Meaning.FAILED, why=wrong, answered_as=there)
    if came.status == 304 or sha256(came.body).hexdigest() == last:
        return Looked(meaning=Meaning.SAME, answered_as=there)
    return Looked(meaning=Meaning.RECEIVED, answered_as=there)


def address_of(came: FetchedPage, asked: str) -> str:
    """Give the address that a page has for its own, so that its forms are one; else the one that was asked for."""
    try:
        return own_address(came)
    except InputError:
        return asked


def leads_home(asked: str, there: str) -> bool:
    """Say whether an article led to a front page, as sites do with what they took away.

    Example:
        >>> leads_home("https://post.example/news/1", "https://post.example/")
        True
    """
    return urlsplit(there).path in ("", "/") and not urlsplit(there).query and urlsplit(asked).path not in ("", "/")


def received(page: PageEntry, came: FetchedPage, now: datetime) -> PageEntry:
    """Give a page as it stands once it was received."""
    first = page.first or now
    return replace(
        page, state=PageState.KEPT, first=first, seen=now, due=schedule.next_look(first, now), streak=0, reason="",
        misses=0, missed=None, etag=came.validators.etag, last_modified=came.validators.last_modified,
    )


def unchanged(page: PageEntry, now: datetime) -> PageEntry:
    """Give a page as it stands once it was the same as before."""
    return replace(
        page, seen=now, due=schedule.next_look(page.first or now, now), streak=0, reason="", misses=0, missed=None
    )


def missing(page: PageEntry, why: str, now: datetime) -> PageEntry:
    """Give a page as it stands once it was not there; said to be gone only where a second answer says so.

    Where it was never received, this is a failure like others: it may not be published yet.
    """
    if page.first is None:
        return failed(page, why, now)
    misses, missed = page.misses + 1, page.missed or now
    look = schedule.next_look(page.first, now)
    if misses < schedule.MISSES and page.state is not PageState.GONE:
        again = now + timedelta(seconds=schedule.CONFIRM)
        return replace(page, misses=misses, missed=missed, reason=why, due=again)
    # Without validators: where it comes back, it must come whole.
    return replace(
        page, state=PageState.GONE, misses=misses, missed=missed, reason=why, due=look, etag=None, last_modified=None
    )


def failed(page: PageEntry, why: str, now: datetime, *, not_before: datetime | None = None) -> PageEntry:
    """Give a page as it stands once nothing could be learned of it."""
    worse = replace(page, streak=page.streak + 1, reason=why)
    due = schedule.next_fetch(worse, now)
    if due is None:
        return replace(worse, due=None, state=PageState.LOST if page.first is None else page.state)
    return replace(worse, due=due if not_before is None else max(due, not_before))
