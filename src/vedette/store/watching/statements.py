"""The statements that a watch runs with every request, made once: making them takes longer than running them."""

from __future__ import annotations

from sqlalchemy import bindparam, case, func, select, union_all, update

from vedette.store.tables import feeds, hosts, page_versions, pages
from vedette.store.watching.nouns import VersionState

READY_HOST = (
    select(hosts).where(hosts.c.wake <= bindparam("at")).order_by(hosts.c.wake, hosts.c.host).limit(1)
)
READY_AT = select(hosts).where(hosts.c.host == bindparam("name"), hosts.c.wake <= bindparam("at"))
READY_HOSTS = (
    select(hosts.c.host).where(hosts.c.wake <= bindparam("at")).order_by(hosts.c.wake, hosts.c.host)
    .limit(bindparam("most"))
)
WAKE = select(hosts.c.wake).where(hosts.c.host == bindparam("name"))
HELD = select(hosts.c.host).where(hosts.c.host == bindparam("name"), hosts.c.asked == bindparam("taken"))
NEXT_WAKE = select(hosts.c.wake).where(hosts.c.wake.is_not(None)).order_by(hosts.c.wake).limit(1)
DUE_FEED = (
    select(feeds).where(feeds.c.host == bindparam("name"), feeds.c.due <= bindparam("at"))
    .order_by(feeds.c.due).limit(1)
)
DUE_PAGE = (
    select(pages).where(pages.c.host == bindparam("name"), pages.c.due <= bindparam("at"))
    .order_by(pages.c.due).limit(1)
)
FEED = select(feeds).where(feeds.c.number == bindparam("which"))
PUT_FEED = update(feeds).where(feeds.c.number == bindparam("which"))
PUT_PAGE = update(pages).where(pages.c.number == bindparam("which"))
PUT_HOST = update(hosts).where(hosts.c.host == bindparam("name"))

_dues = union_all(
    # Each is the first entry of an index, however many wait at the host.
    select(func.min(feeds.c.due).label("due")).where(feeds.c.host == bindparam("name")),
    select(func.min(pages.c.due).label("due")).where(pages.c.host == bindparam("name")),
).subquery()
_due = select(func.min(_dues.c.due)).scalar_subquery()
# When a host is next asked: when something is due there, and it may be asked.
WAKE_HOST = update(hosts).where(hosts.c.host == bindparam("name")).values(
    wake=case((_due.is_(None), None), (_due > hosts.c.ready, _due), else_=hosts.c.ready)
)

LAST_KEPT = (
    select(page_versions).where(page_versions.c.page == bindparam("page"), page_versions.c.file.is_not(None))
    .order_by(page_versions.c.number.desc()).limit(1)
)
_RECEIVED = page_versions.c.state == str(VersionState.RECEIVED)
WAITING = select(page_versions).where(_RECEIVED).order_by(page_versions.c.number).limit(bindparam("most"))
UNREAD = select(page_versions.c.number).where(_RECEIVED).order_by(page_versions.c.number).limit(bindparam("most"))
WAITING_AMONG = (
    select(page_versions).where(_RECEIVED, page_versions.c.number.in_(bindparam("numbers", expanding=True)))
    .order_by(page_versions.c.number)
)
_kept = page_versions.c
_ends = (
    select(_kept.file, func.max(_kept.offset).label("offset")).where(_kept.file.is_not(None))
    .group_by(_kept.file).subquery()
)
LAST_PLACES = (
    select(_kept.file, _kept.offset, _kept.length, _kept.sha256).distinct()
    .join(_ends, (_kept.file == _ends.c.file) & (_kept.offset == _ends.c.offset)).order_by(_kept.file)
)
