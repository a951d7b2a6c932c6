"""One entry of a listing."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import FeedKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a feed says of one thing that its outlet published.

    ``address`` is canonical. ``published`` and ``updated`` are ISO dates or
    moments, as the listing gives them. ``text`` is the post itself, where the
    listing carries it (Telegram, Mastodon, Bluesky): no page need be fetched.
    ``relayed_from`` names who wrote it, where the account only passes it on.
    ``leads_to`` is set where the address is no article but a further listing
    (in an index of sitemaps), and is its kind.
    """

    address: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    text: str | None = None
    relayed_from: str | None = None
    leads_to: FeedKind | None = None
