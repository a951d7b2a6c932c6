"""Who is asked next: the queue of hosts, inside a transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from vedette.errors import Overtaken
from vedette.store.tables import hosts
from vedette.store.watching import statements as st
from vedette.store.watching.nouns import Errand, HostEntry
from vedette.store.watching.rows import feed_of, host_entry_of, page_of, row_of

_UNKNOWN_ROBOTS: dict[str, None] = {"wake": None, "asked": None, "robots": None, "robots_status": None,
                                    "robots_at": None}


def take_errand(connection: Connection, *, at: datetime, until: datetime, host: str | None = None) -> Errand | None:
    """Take what is due at the host that may be asked for longest, or at one host; leave it alone until a moment.

    A feed goes before pages, since what it lists may be gone from it at the next look.
    """
    asked, which = (st.READY_HOST, {}) if host is None else (st.READY_AT, {"name": host})
    while (row := connection.execute(asked, {"at": at, **which}).mappings().first()) is not None:
        entry = host_entry_of(row)
        errand = _due_at(connection, entry, at)
        if errand is not None:
            connection.execute(st.PUT_HOST, {"name": entry.host, "ready": until, "asked": at})
        wake_hosts(connection, [entry.host])
        if errand is not None:
            return replace(errand, host=replace(errand.host, asked=at, taken=at))
    return None


def _due_at(connection: Connection, host: HostEntry, at: datetime) -> Errand | None:
    asked = {"name": host.host, "at": at}
    feed = connection.execute(st.DUE_FEED, asked).mappings().first()
    if feed is not None:
        return Errand(host=host, feed=feed_of(feed))
    page = connection.execute(st.DUE_PAGE, asked).mappings().first()
    if page is None:
        return None
    of = connection.execute(st.FEED, {"which": page["feed"]}).mappings().one()
    return Errand(host=host, feed=feed_of(of), page=page_of(page))


def wake_hosts(connection: Connection, names: Iterable[str]) -> None:
    """Note when each of these hosts is next asked: when something is due there, and it may be asked."""
    wanted = [{"name": name} for name in sorted(set(names))]
    if wanted:
        connection.execute(st.WAKE_HOST, wanted)


def meet_hosts(connection: Connection, names: Iterable[str], *, at: datetime) -> None:
    """Note hosts that nobody knew; they may be asked at once."""
    wanted = sorted(set(names))
    here = set(connection.execute(select(hosts.c.host).where(hosts.c.host.in_(wanted))).scalars())
    new = [{"host": name, "ready": at, "failures": 0, **_UNKNOWN_ROBOTS} for name in wanted if name not in here]
    if new:
        connection.execute(hosts.insert(), new)


def put_host(connection: Connection, host: HostEntry) -> None:
    """Write what is known of a host.

    Raises:
        Overtaken: An errand there was taken with this host, and somebody else has taken another one since.
    """
    held = {"name": host.host, "taken": host.taken}
    if host.taken is not None and connection.execute(st.HELD, held).first() is None:
        raise Overtaken(host.host)
    connection.execute(st.PUT_HOST, {"name": host.host, **row_of(host)})
    wake_hosts(connection, [host.host])
