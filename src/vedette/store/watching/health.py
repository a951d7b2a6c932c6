"""What the lists of a watch tell of its sources."""

from __future__ import annotations

from datetime import datetime

from vedette.model.source_health import SourceHealth, source_state
from vedette.store.watching.nouns import FeedEntry


def health_of(feed: FeedEntry, now: datetime) -> SourceHealth:
    """Give how it stands with a feed at a moment."""
    return SourceHealth(
        outlet=feed.outlet, address=feed.address, kind=feed.kind, streak=feed.streak, reason=feed.reason,
        rhythm=feed.rhythm, items=feed.items, answered=_iso(feed.answered), newest=_iso(feed.newest),
        next=_iso(feed.due),
        state=source_state(
            now=now, added=feed.added, answered=feed.answered, newest=feed.newest, streak=feed.streak,
            rhythm=feed.rhythm,
        ),
    )


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
