"""Who is asked next: the queue of hosts, inside a transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, Select, select, update

from vedette.store.tables import feeds, hosts, pages
from vedette.store.watching.nouns import Errand, HostEntry
from vedette.store.watching.rows import feed_of, host_entry_of, page_of, row_of

_UNKNOWN_ROBOTS: dict[str, None] = {"wake": None, "asked": None, "robots": None, "robots_status": None,
                                    "robots_at": None}


def take_errand(connection: Connection, *, at: datetime, until: datetime) -> Errand | None:
    """Take what is due at the host that may be asked for longest, and leave that host alone until a moment.

    A feed goes before pages, since what it lists may be gone from it at the next look.
    """
    while (row := connection.execute(_ready(at)).mappings().first()) is not None:
        host = host_entry_of(row)
        errand = _due_at(connection, host, at)
        if errand is not None:
            connection.execute(update(hosts).where(hosts.c.host == host.host).values(ready=until, asked=at))
        wake_hosts(connection, [host.host])
        if errand is not None:
            return errand
    return None


def _ready(at: datetime) -> Select[tuple[object]]:
    return select(hosts).where(hosts.c.wake <= at).order_by(hosts.c.wake, hosts.c.host).limit(1)


def _due_at(connection: Connection, host: HostEntry, at: datetime) -> Errand | None:
    due = select(feeds).where(feeds.c.host == host.host, feeds.c.due <= at).order_by(feeds.c.due).limit(1)
    feed = connection.execute(due).mappings().first()
    if feed is not None:
        return Errand(host=host, feed=feed_of(feed))
    due = select(pages).where(pages.c.host == host.host, pages.c.due <= at).order_by(pages.c.due).limit(1)
    page = connection.execute(due).mappings().first()
    if page is None:
        return None
    of = connection.execute(select(feeds).where(feeds.c.number == page["feed"])).mappings().one()
    return Errand(host=host, feed=feed_of(of), page=page_of(page))


def wake_hosts(connection: Connection, names: Iterable[str]) -> None:
    """Note when each of these hosts is next asked: when something is due there, and it may be asked."""
    for name in sorted(set(names)):
        ready = connection.execute(select(hosts.c.ready).where(hosts.c.host == name)).scalar_one()
        first = [connection.execute(query).scalar() for query in _first_due(name)]
        due = min((moment for moment in first if moment is not None), default=None)
        wake = None if due is None else max(due, ready)
        connection.execute(update(hosts).where(hosts.c.host == name).values(wake=wake))


def _first_due(name: str) -> tuple[Select[tuple[datetime]], ...]:
    return tuple(
        select(table.c.due).where(table.c.host == name, table.c.due.is_not(None)).order_by(table.c.due).limit(1)
        for table in (feeds, pages)
    )


def meet_hosts(connection: Connection, names: Iterable[str], *, at: datetime) -> None:
    """Note hosts that nobody knew; they may be asked at once."""
    wanted = sorted(set(names))
    here = set(connection.execute(select(hosts.c.host).where(hosts.c.host.in_(wanted))).scalars())
    new = [{"host": name, "ready": at, "failures": 0, **_UNKNOWN_ROBOTS} for name in wanted if name not in here]
    if new:
        connection.execute(hosts.insert(), new)


def put_host(connection: Connection, host: HostEntry) -> None:
    """Write what is known of a host."""
    connection.execute(update(hosts).where(hosts.c.host == host.host).values(**row_of(host)))
    wake_hosts(connection, [host.host])
