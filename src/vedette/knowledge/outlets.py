"""Outlets: one of a list, or one with a file of its own, which says also what can be watched of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NoReturn
from urllib.parse import urlsplit

from lxml import etree  # type: ignore[import-untyped]

from vedette.knowledge.entry import Entry
from vedette.model import Feed, FeedKind, KnownOutlet, LinkKind, PageRules

KINDS = (LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.INVESTIGATION, LinkKind.EXPERT)
FACTS = ("name", "kind", "country", "language", "owner", "state_controlled", "aliases", "domains")
WATCHED = ("feeds", "page")
FEED_KEYS = ("address", "kind")
RULE_KEYS = ("text", "title", "published", "drop")
_DOMAIN = re.compile(r"(?:[^\W_A-Z](?:[\w-]*[^\W_])?\.)+[^\W\d_A-Z][\w-]+")


def outlet(entry: Entry) -> KnownOutlet:
    """Make an outlet, agency or investigation: of an entry of a list, or of a file of its own.

    Raises:
        KnowledgeError: A key is wrong, or stands where only files have it.
    """
    _check_keys(entry)
    if entry.flag("state_controlled") and entry.country() is None:
        entry.fail("state_controlled", "no state is named.", 'Add the state behind it, as in country = "BY".')
    return KnownOutlet(
        id=entry.text("id"), name=entry.text("name"), kind=LinkKind(entry.choice("kind", KINDS, "outlet")),
        country=entry.country(), language=entry.language(), owner=entry.maybe_text("owner"),
        state_controlled=entry.flag("state_controlled"), aliases=entry.texts("aliases"), domains=_domains(entry),
        feeds=_feeds(entry), rules=_rules(entry),
    )  # fmt: skip


def _check_keys(entry: Entry) -> None:
    if entry.number is None:  # the id is the name of the file, and not written in it
        own = {key: value for key, value in entry.values.items() if key != "id"}
        return replace(entry, values=own).only((*FACTS, *WATCHED))
    for key in WATCHED:
        if key in entry.values:
            fix = f"Move the outlet to a file of its own, outlets/{entry.text('id')}.toml, without the key 'id'."
            entry.fail(key, "does not belong in a list.", fix)
    return entry.only(("id", *FACTS))


def _domains(entry: Entry) -> tuple[str, ...]:
    for domain in (found := entry.texts("domains")):
        if domain.startswith("www.") or not _DOMAIN.fullmatch(domain):
            fix = 'Write the host in small letters, without www. and path, as in domains = ["post.example"].'
            entry.fail("domains", f"'{domain}' is not a domain.", fix)
    return found


def _feeds(entry: Entry) -> tuple[Feed, ...]:
    taken: dict[str, int] = {}
    feeds = []
    for number, written in enumerate(entry.tables("feeds", "feed"), start=1):
        written.only(FEED_KEYS)
        address = written.text("address")
        if not _is_address(address):
            fix = 'Write it whole, as in address = "https://post.example/rss".'
            written.fail("address", f"'{address}' is not the address of a feed.", fix)
        if (first := taken.setdefault(address, number)) != number:
            written.fail("address", f"stands in feed {first} already.", "Take one of the two out.")
        feeds.append(Feed(address=address, kind=FeedKind(written.choice("kind", tuple(FeedKind), FeedKind.RSS))))
    return tuple(feeds)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and "@" not in parts.netloc and not re.search(r"\s", text)


def _rules(entry: Entry) -> PageRules | None:
    found = entry.values.get("page")
    if found is None:
        return None
    if not isinstance(found, dict) or not found:
        fix = f"Write [page], and below it some of: {', '.join(RULE_KEYS)}."
        entry.fail("page", "has to be a table of rules.", fix)
    # Its keys are named as they would be in a message: page.text.
    written = replace(entry, values={f"page.{key}": value for key, value in found.items()})
    written.only([f"page.{key}" for key in RULE_KEYS])
    text, title, published = (_expression(written, f"page.{key}") for key in ("text", "title", "published"))
    drop = written.texts("page.drop")
    for expression in drop:
        _check_expression(written, "page.drop", expression)
    return PageRules(text=text, title=title, published=published, drop=drop)


def _expression(entry: Entry, key: str) -> str | None:
    written = entry.maybe_text(key)
    if written is not None:
        _check_expression(entry, key, written)
    return written


def _check_expression(entry: Entry, key: str, expression: str) -> None:
    """Check that an expression is XPath, by asking an empty page: what only fails when asked is found too."""
    try:
        found = etree.XPath(expression)(etree.Element("html"))
    except (etree.XPathError, ValueError) as error:
        _no_expression(entry, key, f"'{expression}' is not XPath 1.0 ({error}).")
    if not isinstance(found, list):
        _no_expression(entry, key, f"'{expression}' selects nothing of a page; it gives a {type(found).__name__}.")


def _no_expression(entry: Entry, key: str, reason: str) -> NoReturn:
    entry.fail(key, reason, "Write what selects elements, as in \"//div[@class='body']\".")
