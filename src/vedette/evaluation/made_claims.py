"""Reports with claims already read, of many kinds, for holding linking in bulk against linking one by one.

Not news: stories are drawn, and each is told by several outlets, on the day or the next, with other figures, dates and
places left out, denied, planned, summed up, copied from one another. The same number always makes the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vedette.evaluation.made_world import STATES, TYPES, make_actor, make_town
from vedette.model import (
    ActorRole,
    Attribution,
    Claim,
    CorrectedField,
    Correction,
    Decision,
    EventType,
    EvidenceKind,
    Factuality,
    Finding,
    Judgement,
    LinkKind,
    Override,
    Period,
    Place,
    PlaceKind,
    PlaceMention,
    Precision,
    QuantityMention,
    Rating,
    ReadReport,
    Report,
    Span,
    Stage,
    Undo,
    Verdict,
)
from vedette.model.codec import name_claim

CLAIMS = 4
"""Of a report at most."""
REPORTS_A_DAY = 120
STORIES_A_DAY = 60
_FIRST_DAY = date(2024, 1, 1)
# A shootdown may be what another report calls a drone incident.
_TYPES = (*TYPES, EventType.SHOOTDOWN)
_NAMES = ("Zapad 2025", "Zapad 2021", "Zapad")
_UNITS = {EventType.EXERCISE: "troops", EventType.DEPLOYMENT: "troops", EventType.STRIKE: "missiles"}
_WIRE = Attribution(name="Example Wire", kind=LinkKind.AGENCY, cue="citing")
_SOURCES = Attribution(name="sources", kind=LinkKind.UNNAMED, cue="according to")
_AT = "T10:00Z"


@dataclass(frozen=True, slots=True)
class _Story:
    type: EventType
    day: date
    place: Place | None
    doer: str
    recipient: str | None
    name: str | None
    count: int


def make_claims(reports: int) -> Iterator[ReadReport]:
    """Make so many reports with claims.

    Example:
        >>> [len(item.claims) for item in make_claims(3)]
        [2, 4, 3]
    """
    texts: list[str] = []
    for number in range(reports):
        draw = random.Random(number)
        day = _FIRST_DAY + timedelta(days=number // REPORTS_A_DAY)
        text = _text(draw, texts)
        texts = [*texts[-50:], text]
        report = Report.of(
            text, ref=str(number), outlet=f"Outlet {draw.randint(0, 200)}",
            published=None if draw.random() < 0.02 else day.isoformat(),
        )
        told = (_claim(report, _story(draw, day), at, draw) for at in range(draw.randint(0, CLAIMS)))
        yield ReadReport(report=report, claims=tuple(told))


def make_decisions(reports: Sequence[ReadReport], number: int) -> list[Decision]:
    """Make so many decisions of people about some claims, or two of one kind; one in ten of them is taken back."""
    draw = random.Random(number)
    claims = [claim for one in reports for claim in one.claims]
    alike = {claim.type: [one for one in claims if one.type is claim.type] for claim in claims}
    made: list[Decision] = []
    for at in range(number):
        moment = f"2026-01-{at % 28 + 1:02d}{_AT[:-4]}{at // 28 % 60:02d}Z"
        one = draw.choice(claims)
        made.append(_decision(draw, [one.anchor, draw.choice(alike[one.type]).anchor], moment))
    undone = [Undo.of(one.id, by="Ben", at=f"2026-03-01{_AT}") for one in made[::10]]
    return list({one.id: one for one in (*made, *undone)}.values())


def _decision(draw: random.Random, anchors: Sequence[str], at: str) -> Decision:
    kind = draw.randint(0, 4)
    if kind == 0:
        return Correction.of(anchors[0], CorrectedField.CLAIM, Finding.REJECTED, by="Ann", at=at)
    if kind == 1:
        return Rating.of(f"Outlet {draw.randint(0, 200)}", draw.choice("ABCD"), by="Ann", at=at)
    if kind == 2 or anchors[0] == anchors[1]:
        return Override.of(anchors, letter="B", by="Ann", at=at)
    return Judgement.of(anchors[0], anchors[1], draw.choice(list(Verdict)), by="Ann", at=at)


def _text(draw: random.Random, before: Sequence[str]) -> str:
    """Make words of its own, or a copy of a text of the last days, a little edited."""
    if before and draw.random() < 0.1:
        words = draw.choice(before).split()
        return " ".join([*words[draw.randint(0, 6) :], "added", str(draw.randint(0, 99))])
    return " ".join(f"w{draw.randint(0, 10**6)}" for _ in range(80))


def _story(draw: random.Random, day: date) -> _Story:
    """Draw one of the stories of the last two days."""
    told_on = day - timedelta(days=draw.randint(0, 1))
    story = random.Random(told_on.toordinal() * STORIES_A_DAY + draw.randrange(STORIES_A_DAY))
    state, doer = story.choice(STATES), story.choice(STATES)
    kind = EventType.EXERCISE if story.random() < 0.02 else story.choice(_TYPES)
    drill = story.choice((*_NAMES, *(f"Drill {story.randint(0, 999)}" for _ in range(9))))
    return _Story(
        kind, told_on, _place(story, state), doer, story.choice((None, *STATES)),
        drill if kind is EventType.EXERCISE else None, story.randint(1, 60),
    )


def _place(draw: random.Random, state: str) -> Place | None:
    number, at = draw.randint(0, 20), STATES.index(state)
    kind = draw.choice((PlaceKind.CITY, PlaceKind.CITY, PlaceKind.CITY, PlaceKind.BORDER, PlaceKind.COUNTRY, None))
    if kind is PlaceKind.CITY:
        return make_town(state, number)
    if kind is PlaceKind.BORDER:
        pair = tuple(sorted({state, STATES[at - 1]}))
        return Place(name="-".join(pair), kind=kind, countries=pair, lat=52.0, lon=20.0 + at)
    return Place(name=state, kind=kind, countries=(state,), lat=52.0, lon=20.0 + at) if kind else None


def _claim(report: Report, story: _Story, at: int, draw: random.Random) -> Claim:
    """Tell a story in one of the ways in which reports tell them."""
    place = None if draw.random() < 0.1 else story.place
    actors = [] if draw.random() < 0.2 else [make_actor(story.doer)]
    if story.recipient and draw.random() < 0.5:
        actors.append(make_actor(story.recipient, ActorRole.RECIPIENT))
    told = Claim(
        id="", report=report.id, type=story.type, trigger=Span(at * 10, at * 10 + 5),
        sentence=Span(at * 10, at * 10 + 9), evidence=EvidenceKind.TOLD,
        places=(PlaceMention(place=place),) if place else (), stage=draw.choices(list(Stage), (1, 2, 12, 1))[0],
        factuality=draw.choices(list(Factuality), (12, 2, 2, 1, 0))[0],
        period=_period(draw, story), actors=tuple(actors), names=(story.name,) if story.name else (),
        quantities=_figures(draw, story), attribution=draw.choice(((), (), (), (_WIRE,), (_SOURCES,))),
    )
    return replace(told, id=name_claim(told))


def _period(draw: random.Random, story: _Story) -> Period | None:
    day = story.day.isoformat()
    return draw.choices((
        Period(start=day, text="on the day"), None,
        Period(start=f"{day}T18:00", precision=Precision.PART_OF_DAY, text="evening"),
        Period(start=day[:7], precision=Precision.MONTH, text="this month"),
        Period(start=f"{day[:4]}-01", precision=Precision.MONTH, open_end=True, text="since January"),
        Period(start=day[:4], precision=Precision.YEAR, text="this year"),
    ), (70, 10, 10, 4, 3, 1))[0]


def _figures(draw: random.Random, story: _Story) -> tuple[QuantityMention, ...]:
    if draw.random() < 0.7:
        return ()
    return (QuantityMention(value=story.count + draw.randint(0, 2), unit=_UNITS.get(story.type, "drones")),)
