"""With what, and how many: equipment and quantities of an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.model import EquipmentMention, QuantityMention, Span
from vedette.reading.document import MentionKind
from vedette.reading.facts.page import Page
from vedette.reading.quantities import QuantityWords, read_quantity
from vedette.reading.quantities.read import UNTOLD
from vedette.reading.tags import TaggedEvent, TaggedSpan
from vedette.reading.tags.labels import Role, SpanKind

_ORDINAL = re.compile(r"\d{1,4}\.[ \u00a0][^\W\d_]")
# What a quantity counts, by the equipment in it, in the words of quantities.
_COUNTED = {
    "uav": "drones", "balloon": "balloons", "aircraft": "aircraft", "helicopter": "helicopters", "ship": "ships",
    "submarine": "submarines", "ballistic_missile": "missiles", "cruise_missile": "missiles", "missile": "missiles",
    "tank": "tanks", "armoured_vehicle": "vehicles", "vehicle": "vehicles", "satellite": "satellites",
    "air_defence": "systems", "artillery": "guns", "radar": "radars", "jammer": "jammers",
}  # fmt: skip


def find_equipment(event: TaggedEvent, page: Page) -> tuple[EquipmentMention, ...]:
    """Find the weapons, aircraft and vehicles of an event; by their names where a pack knows them."""
    found: dict[str, EquipmentMention] = {}
    for link in page.linked(event, Role.GEAR):
        if isinstance(link.right, TaggedSpan):
            mention = _equipment(link.right, page)
            found.setdefault(mention.name, mention)
    return tuple(found.values())


def _equipment(tag: TaggedSpan, page: Page) -> EquipmentMention:
    for mention in page.named(tag.span, MentionKind.EQUIPMENT):
        if mention.equipment is not None:
            return EquipmentMention(name=mention.equipment.name, kind=mention.equipment.kind, span=tag.span)
    return EquipmentMention(name=tag.span.of(page.text), kind=tag.value or "vehicle", span=tag.span)


def find_counts(event: TaggedEvent, page: Page, *, words: QuantityWords) -> tuple[QuantityMention, ...]:
    """Find how many or how much an event is told with.

    A quantity that the grammar found in the words that are linked to the event
    is taken as it is; else the words are read by themselves.
    """
    found: list[QuantityMention] = []
    for link in sorted(page.linked(event, Role.COUNT), key=lambda link: link.right.span):
        found += [quantity for quantity in _counted(link.right.span, page, words) if quantity not in found]
    return tuple(found)


def _counted(span: Span, page: Page, words: QuantityWords) -> Iterator[QuantityMention]:
    known = [quantity for quantity in page.quantities if quantity.span is not None and quantity.span.overlaps(span)]
    yield from known
    if not known and not _is_ordinal(span, page):
        read = read_quantity(span.of(page.text), words=words, unit=_unit(span, page))
        if read is not None and read.span is not None:
            unit = _counted_before(span, page) if read.unit == UNTOLD else None
            yield replace(read, unit=unit or read.unit, span=read.span.shifted(span.start))


def _counted_before(span: Span, page: Page) -> str | None:
    """Give what a bare number counts: "13,000 soldiers in one country and another 30,000 in the next"."""
    start = page.line_of(span).span.start
    before = [
        quantity for quantity in page.quantities
        if quantity.span is not None and start <= quantity.span.start and quantity.span.end <= span.start
    ]
    return before[-1].unit if before else None


def _is_ordinal(span: Span, page: Page) -> bool:
    """Say whether digits tell which, not how many: "the 38. brigade", as most languages write it."""
    behind = _ORDINAL.match(page.text, span.start, page.line_of(span).span.end)
    return behind is not None


def _unit(span: Span, page: Page) -> str | None:
    inside = [tag for tag in page.tags.of(SpanKind.EQUIPMENT) if span.holds(tag.span)]
    return _COUNTED.get(inside[0].value or "") if inside else None
