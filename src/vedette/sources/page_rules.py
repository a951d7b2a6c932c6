"""Reading a page by the rules that a pack has for its outlet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from vedette.model import FieldSource, PageRules
from vedette.sources.dates import iso_moment
from vedette.sources.draft import Found
from vedette.sources.fragments import element_text

_Selected: TypeAlias = "HtmlElement | str"
# Where an element says its value to programs, and shows another to people.
_MACHINE_VALUES = ("datetime", "content")


def ruled_title(tree: HtmlElement, rules: PageRules) -> Found | None:
    """Give the title where the rule finds it; ``None`` without a rule, or where it selects nothing."""
    words = (" ".join(_words(one).split()) for one in _select(tree, rules.title))
    return next((Found(title, FieldSource.PAGE) for title in words if title), None)


def ruled_day(tree: HtmlElement, rules: PageRules) -> Found | None:
    """Give the day or moment of publication, of the first thing that the rule selects which is one."""
    for one in _select(tree, rules.published):
        for value in (*_machine_values(one), _words(one)):
            moment = iso_moment(value)
            if moment:
                return Found(moment, FieldSource.PAGE)
    return None


def drop_ruled(tree: HtmlElement, rules: PageRules) -> None:
    """Take out of a page what the rules name; the text that follows it stays."""
    for rule in rules.drop:
        for one in _select(tree, rule):
            if not isinstance(one, str) and one.getparent() is not None:
                one.drop_tree()


def ruled_text(tree: HtmlElement, rules: PageRules) -> str:
    """Give the paragraphs of what the rule selects, a blank line between; empty without a rule."""
    selected = _select(tree, rules.text)
    chosen = {one for one in selected if not isinstance(one, str)}
    parts = (_words(one) for one in selected if isinstance(one, str) or chosen.isdisjoint(one.iterancestors()))
    return "\n\n".join(part for part in (part.strip() for part in parts) if part)


def _select(tree: HtmlElement, rule: str | None) -> list[_Selected]:
    if rule is None:
        return []
    try:
        found = etree.XPath(rule)(tree)
    except etree.XPathError:
        return []  # packs are checked when they are loaded; whoever hands in rules of another kind gets none
    # Comments and names of namespaces can be selected, too, and say nothing.
    return [one for one in found if isinstance(one, str | HtmlElement)] if isinstance(found, list) else []


def _words(one: _Selected) -> str:
    return str(one) if isinstance(one, str) else element_text(one)


def _machine_values(one: _Selected) -> Iterator[str]:
    if not isinstance(one, str):
        yield from filter(None, map(one.get, _MACHINE_VALUES))
