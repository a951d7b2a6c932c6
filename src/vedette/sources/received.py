"""From what was received while watching to a report."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, fields

from vedette.errors import InputError
from vedette.model import FieldSource, KnownOutlet, QuarantinedInput, Report
from vedette.sources.collect import collect
from vedette.sources.draft import Draft, Found, Origin, complete
from vedette.sources.known_outlets import OutletIndex
from vedette.sources.limits import check_text
from vedette.sources.listings import Listed
from vedette.sources.web import FetchedPage, Validators, name_of_address

_GUESSED = (FieldSource.NONE, FieldSource.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A page as the archive gives it back, and what the feed that led to it says: a title, a day, whose feed it is.

    ``address`` is the one that the page is known by, ``at`` when it was fetched (ISO 8601, UTC). ``post`` is set where
    the feed itself holds the words; ``page`` is then the feed.
    """

    page: FetchedPage
    address: str
    at: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    post: Listed | None = None


def read_received(received: Received, *, outlets: Sequence[KnownOutlet] = ()) -> Report | QuarantinedInput:
    """Make a report of what was received: from the same bytes always the same one. Nothing is raised for bad bytes.

    What the page does not say of itself, the feed does: title, day and outlet.

    Example:
        >>> page = FetchedPage(url="https://post.example/1", status=200, content_type="text/plain", body=b"Shut.")
        >>> read_received(Received(page=page, address=page.url, at="2025-09-12T08:00:00+00:00", outlet="Post")).outlet
        'Post'
    """
    try:
        if received.post is not None:
            return _post(received, received.post, outlets)
        found = next(collect([received.address], outlets=outlets, fetch=_Again(received.page)), None)
        if found is None:
            raise InputError("There is no article in it.", source=received.address)
        return _completed(found, received) if isinstance(found, Report) else found
    except InputError as error:
        return QuarantinedInput.of(error, content=received.page.body)


@dataclass(frozen=True, slots=True)
class _Again:
    """Gives the page that was received, whatever is asked for."""

    page: FetchedPage

    def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
        return self.page


def _post(received: Received, post: Listed, outlets: Sequence[KnownOutlet]) -> Report:
    text = check_text(post.text or "", source=received.address)
    draft = Draft(
        text=text, ref=name_of_address(received.address), url=received.address, title=_said(post.title),
        # Who passes a post on adds no voice to it.
        outlet=_said(post.relayed_from or received.outlet), published=_said(post.published),
    )
    origin = Origin(source=received.address, ref=draft.ref, url=received.address, outlets=OutletIndex.of(outlets))
    return dataclasses.replace(complete(draft, origin), first_seen=received.at)


def _completed(report: Report, received: Received) -> Report:
    """Add what the feed says to what the page leaves open, and name the report anew, since that is part of its name."""
    held = {one.name: getattr(report, one.name) for one in fields(report) if one.name != "id"}
    for name in ("title", "published", "outlet"):
        # The first days of a text are a guess beside what the feed says.
        if held[f"{name}_from"] in _GUESSED and getattr(received, name) is not None:
            held |= {name: getattr(received, name), f"{name}_from": FieldSource.METADATA}
    return Report.of(**held | {"first_seen": received.at})


def _said(value: str | None) -> Found | None:
    return None if value is None else Found(value, FieldSource.METADATA)
