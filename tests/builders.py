"""Builds reports, claims and events briefly, for every test that needs some.

Everything has a sensible default, so that a test names only what it is about::

    told = report("Poland closed its border with Belarus.", outlet="Example Post")
    closure = claim(told, "border_closure", words="closed its border", period="2025-09-11",
                    places=[place("Warsaw", countries=["PL"])], actors=[actor("Poland", "PL")],
                    attribution=[link("BelTA", "agency", cue="citing", party="BY")])
    happening = event([closure])
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from vedette.errors import InputError
from vedette.model import (
    ActorMention,
    ActorRole,
    Attribution,
    Claim,
    EquipmentMention,
    Event,
    EventType,
    EvidenceKind,
    Factuality,
    LinkKind,
    Origin,
    Period,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Precision,
    QuantityMention,
    QuarantinedInput,
    Report,
    Section,
    Situation,
    Span,
    Stage,
    StageChange,
    content_id,
)
from vedette.model.codec import name_claim

TEXT = "Poland closed its border with Belarus on Thursday. The ministry did not say until when."


def report(
    text: str = TEXT, *, ref: str = "b", outlet: str | None = "Example Post", published: str | None = "2025-09-12",
    **fields: Any,
) -> Report:
    """A report of an invented outlet; two with other words, outlet or date are two reports."""
    return Report.of(text, ref=ref, outlet=outlet, published=published, **{"language": "en", **fields})


def claim(
    source: Report | str = "r1", type: str = "border_closure", *, words: str | None = None, start: int = 0,
    sentence: tuple[int, int] | None = None, stage: str = "happened", factuality: str = "asserted",
    evidence: str = "told", section: str = "body", period: Period | str | None = None,
    places: Sequence[PlaceMention] = (), actors: Sequence[ActorMention] = (),
    equipment: Sequence[EquipmentMention] = (), quantities: Sequence[QuantityMention] = (),
    names: Sequence[str] = (), attribution: Sequence[Attribution] = (), part: int = 0,
) -> Claim:
    """A claim read in a report (or in one of which only the id matters), named by its content.

    ``words`` are looked up in the report's text and become the trigger; without
    a text the trigger starts at ``start``.
    """
    trigger, around = _trigger(source, words, start)
    made = Claim(
        id="", report=source if isinstance(source, str) else source.id, type=EventType(type), stage=Stage(stage),
        factuality=Factuality(factuality), evidence=EvidenceKind(evidence), section=Section(section),
        trigger=trigger, sentence=Span(*sentence) if sentence else around,
        period=when(period) if isinstance(period, str) else period, places=tuple(places), actors=tuple(actors),
        equipment=tuple(equipment), quantities=tuple(quantities), names=tuple(names), attribution=tuple(attribution),
        part=part,
    )
    return dataclasses.replace(made, id=name_claim(made))


def _trigger(source: Report | str, words: str | None, start: int) -> tuple[Span, Span]:
    if isinstance(source, str):
        end = start + len(words or "closed")
        return Span(start, end), Span(start, end + 20)
    if words is not None:
        start = source.text.index(words)
        trigger = Span(start, start + len(words))
    else:
        trigger = Span(start, min(start + 6, len(source.text)))
    return trigger, Span(0, len(source.text))


def when(
    start: str | None = None, end: str | None = None, *, precision: str | None = None, open_end: bool = False,
    text: str | None = None, span: tuple[int, int] | None = None,
) -> Period:
    """A period; how exactly it is known follows from how its start is written, unless given."""
    written = start or end or ""
    exact = precision or {4: "year", 7: "month", 10: "day", 0: "vague"}.get(len(written), "minute")
    return Period(
        start=start, end=end, precision=Precision(exact), open_end=open_end, text=text,
        span=Span(*span) if span else None,
    )


def place(
    name: str, *, kind: str = "city", role: str = "at", countries: Sequence[str] = ("PL",), lat: float | None = None,
    lon: float | None = None, geonames: int | None = None, span: tuple[int, int] | None = None,
) -> PlaceMention:
    """A place with its role."""
    known = Place(name=name, kind=PlaceKind(kind), countries=tuple(countries), lat=lat, lon=lon, geonames=geonames)
    return PlaceMention(place=known, role=PlaceRole(role), span=Span(*span) if span else None)


def actor(
    name: str, id: str | None = None, *, role: str = "initiator", party: str | None = None,
    span: tuple[int, int] | None = None,
) -> ActorMention:
    """An actor with its role; a body of a state has the state's id as its party, a state its own."""
    belongs = party or (id.split("-", maxsplit=1)[0] if id else None)
    return ActorMention(name=name, role=ActorRole(role), id=id, party=belongs, span=Span(*span) if span else None)


def link(
    name: str, kind: str = "official", *, cue: str | None = "said", id: str | None = None, party: str | None = None,
    span: tuple[int, int] | None = None,
) -> Attribution:
    """One link of an attribution chain."""
    return Attribution(name=name, kind=LinkKind(kind), cue=cue, id=id, party=party, span=Span(*span) if span else None)


def equipment(name: str, kind: str = "uav", *, span: tuple[int, int] | None = None) -> EquipmentMention:
    """A weapon, vehicle or aircraft."""
    return EquipmentMention(name=name, kind=kind, span=Span(*span) if span else None)


def quantity(value: float, unit: str = "troops", **fields: Any) -> QuantityMention:
    """How much or how many; fields as in QuantityMention."""
    return QuantityMention(value=value, unit=unit, **fields)


def event(claims: Sequence[Claim], **fields: Any) -> Event:
    """An event of these claims: the first one gives what ``fields`` do not, every narrator is one unknown origin."""
    first = claims[0]
    ids = tuple(sorted(one.id for one in claims))
    first_fields: dict[str, Any] = {
        "id": content_id("e", list(ids)), "type": first.type, "stage": first.stage, "factuality": first.factuality,
        "period": first.period, "places": first.places, "actors": first.actors,
        "equipment": tuple(dataclasses.replace(item, span=None) for item in first.equipment),
        "quantities": first.quantities, "names": first.names, "claims": ids,
        "origins": (Origin(name="unknown", kind=LinkKind.UNNAMED, known=False, claims=ids),),
        "history": (StageChange(stage=first.stage, published="2025-09-12", claim=first.id),),
        "reports": len({one.report for one in claims}), "outlets": 1,
    }
    return Event(**{**first_fields, **fields})


def situation(
    name: str, events: Sequence[Event] = (), *, names: Sequence[str] = (), **fields: Any
) -> Situation:
    """A situation with its events in the order given."""
    ids = tuple(one.id for one in events)
    return Situation(id=content_id("s", name), name=name, names=tuple(names) or (name,), events=ids, **fields)


def quarantined(
    source: str = "torn.html", *, reason: str = "The page holds no article.", line: int | None = None,
    advice: str = "Save the page again.", content: bytes = b"<html>",
) -> QuarantinedInput:
    """An input that could not be read."""
    return QuarantinedInput.of(InputError(reason, source=source, line=line, advice=advice), content=content)
