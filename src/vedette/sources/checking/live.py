"""Whether the feeds of an outlet are there, and an article that they list can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from vedette.errors import InputError
from vedette.model import Feed, KnownOutlet, Report
from vedette.sources.draft import Origin
from vedette.sources.known_outlets import OutletIndex
from vedette.sources.listings import Listed, read_listing
from vedette.sources.pages import read_page
from vedette.sources.web import USUAL_PAUSE, Fault, FetchedPage, Fetcher, Robots, host_of, name_of_address, read_robots

_LONGEST_PAUSE = 60.0
_OK = 200
_HOSTS_TOLD = 3
_ALLOW_IT = "Allow the host with --allow-private, where it is to be read."
_TRY_LATER = "Check the address and the network, or try again later."

Wait = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that was found: whether it is as it should be, about which address, and in words."""

    is_fine: bool
    about: str
    words: str


def check_live(outlet: KnownOutlet, *, fetch: Fetcher, wait: Wait) -> Iterator[Remark]:
    """Fetch each feed of an outlet and one article that it lists, and say what was found.

    Sites are asked for their robots.txt first, and left alone between requests
    for as long as it asks, else for five seconds.

    Args:
        outlet: What a pack says of it.
        fetch: Who gets addresses.
        wait: Lets so many seconds pass.

    Returns:
        At least one remark for each feed. Nothing is raised for what the web does.
    """
    visitor = _Visitor(fetch, wait)
    if not outlet.feeds:
        yield Remark(is_fine=False, about=outlet.id, words="It has no feed. Add one, as docs/outlets.md says.")
    for feed in outlet.feeds:
        try:
            yield from _check_feed(feed, outlet, visitor)
        except InputError as error:
            yield Remark(is_fine=False, about=error.source, words=f"{error.reason} {error.advice}".strip())


@dataclass(frozen=True, slots=True)
class _Visitor:
    """Asks sites one request at a time."""

    fetch: Fetcher
    wait: Wait
    robots: dict[str, Robots] = field(default_factory=dict)

    def get(self, address: str) -> FetchedPage:
        host = host_of(address)
        if host not in self.robots:
            self.robots[host] = read_robots(self.fetch, address)
        rules = self.robots[host]
        if rules.rules is None:
            raise InputError(
                f"robots.txt could not be had, so nothing is asked there. {rules.why}".rstrip(), source=address,
                advice=_ALLOW_IT if rules.kind is Fault.PRIVATE else _TRY_LATER,
            )
        if not rules.allows(address):
            raise InputError(
                "The site's robots.txt does not allow it.", source=address,
                advice="Take another feed, or ask the outlet.",
            )
        pause = rules.pause or USUAL_PAUSE
        if pause > _LONGEST_PAUSE:
            raise InputError(
                f"The site asks for {pause:,.0f} seconds between requests, too long for a check.", source=address,
                advice="Open it in a browser.",
            )
        self.wait(pause)
        page = self.fetch.get(address)
        if page.status != _OK:
            raise InputError(f"The server answered {page.status}.", source=address, advice="Correct the address.")
        return page


def _check_feed(feed: Feed, outlet: KnownOutlet, visitor: _Visitor, *, nested: bool = False) -> Iterator[Remark]:
    page = visitor.get(feed.address)
    if page.gone_to:
        yield Remark(
            is_fine=False, about=feed.address, words=f"It has moved for good. Write the new address: {page.gone_to}"
        )
    listed = read_listing(page.body, feed, charset=page.charset)
    if not listed:
        yield Remark(is_fine=False, about=feed.address, words="It lists nothing. Check the address and the kind.")
        return
    yield Remark(is_fine=True, about=feed.address, words=_told_list(listed))
    further = listed[0].leads_to
    if further and not nested:  # an index of sitemaps; one that lists an index again is followed no deeper
        yield from _check_feed(Feed(address=listed[0].address, kind=further), outlet, visitor, nested=True)
    elif not further and not listed[0].text:  # a post that carries its text has no page
        yield from _check_article(listed, feed, outlet, visitor)


def _check_article(
    listed: tuple[Listed, ...], feed: Feed, outlet: KnownOutlet, visitor: _Visitor
) -> Iterator[Remark]:
    index = OutletIndex.of((outlet,))
    own = next((entry.address for entry in listed if index.outlet_at(entry.address)), None)
    if own is None:
        hosts = ", ".join(list(dict.fromkeys(host_of(entry.address) for entry in listed))[:_HOSTS_TOLD])
        words = f"Nothing that it lists lies under a domain of the outlet, but at {hosts}. Add that to its domains."
        yield Remark(is_fine=False, about=feed.address, words=words)
        return
    page = visitor.get(own)
    origin = Origin(
        source=page.url, ref=name_of_address(page.url), url=page.url, charset=page.charset, outlets=index
    )
    yield _told_article(read_page(page.body, origin), outlet, address=page.url)


def _told_list(listed: tuple[Listed, ...]) -> str:
    days = [entry.published[:10] for entry in listed if entry.published]
    return f"It lists {len(listed)}, the newest of {max(days)}." if days else f"It lists {len(listed)}, without days."


def _told_article(report: Report, outlet: KnownOutlet, *, address: str) -> Remark:
    lacking = [name for name, value in (("title", report.title), ("day", report.published)) if not value]
    words = f"'{report.title}', {report.published}, in '{report.language}', {len(report.text.split())} words."
    if lacking:
        words = f"No {' and no '.join(lacking)} was found. Write rules for its pages, as docs/outlets.md says."
    if report.outlet != outlet.name:
        words += f" It is taken for a page of {report.outlet}: check the domains."
    return Remark(is_fine=not lacking and report.outlet == outlet.name, about=address, words=words)
