"""A newsroom in which a test writes reports and claims in the words of the field.

Fixture strategy: one fixture, ``newsroom``; a test writes only what it is
about, everything else has a dull default. The pack it knows is small and
stands below in full. Outlets are invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

import builders as build
from vedette.linking import Linked, link
from vedette.linking.lineage.copies import find_copies
from vedette.linking.lineage.counting import origins_of
from vedette.linking.lineage.origins import Body, Lineage
from vedette.linking.names import ExerciseNames
from vedette.linking.profile import Profile, profile_claims
from vedette.linking.same.cluster import cluster
from vedette.linking.same.same_event import Comparison, compare
from vedette.model import (
    ActorMention,
    ActorRole,
    Attribution,
    Claim,
    Decision,
    Event,
    Judgement,
    Knowledge,
    KnownActor,
    KnownExercise,
    KnownOutlet,
    LinkKind,
    Origin,
    Period,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Precision,
    QuantityMention,
    Report,
    Verdict,
)

_CITIES = {
    "Kaunas": ("LT", 54.90, 23.91), "Vilnius": ("LT", 54.69, 25.28), "Lublin": ("PL", 51.25, 22.57),
    "Gdynia": ("PL", 54.52, 18.53), "Brest": ("BY", 52.10, 23.70), "Tartu": ("EE", 58.38, 26.72),
}
_COUNTRIES = {"PL": "Poland", "BY": "Belarus", "LT": "Lithuania", "LV": "Latvia", "EE": "Estonia", "RU": "Russia"}


class FakeGazetteer:
    """Knows six towns, six countries and their borders."""

    def find(self, name: str) -> tuple[Place, ...]:
        if name in _CITIES:
            country, lat, lon = _CITIES[name]
            return (Place(name=name, kind=PlaceKind.CITY, countries=(country,), lat=lat, lon=lon),)
        return tuple(place for code in _COUNTRIES if (place := self.country(code)) and place.name == name)

    def border(self, first: str, second: str) -> Place | None:
        codes = tuple(sorted((first, second)))
        names = sorted((_COUNTRIES[first], _COUNTRIES[second]))
        return Place(name=f"{names[0]}-{names[1]} border", kind=PlaceKind.BORDER, countries=codes, lat=52.0, lon=23.6)

    def country(self, code: str) -> Place | None:
        return Place(name=_COUNTRIES[code], kind=PlaceKind.COUNTRY, countries=(code,), lat=52.0, lon=20.0)


KNOWLEDGE = Knowledge(
    actors=(
        KnownActor(id="PL", name="Poland", kind="state", party="PL", names={"en": ("Poland",)}),
        KnownActor(id="PL-MoD", name="Polish Ministry of Defence", kind="organ", party="PL"),
        KnownActor(id="PL-BG", name="Polish Border Guard", kind="organ", party="PL"),
    ),
    outlets=(
        KnownOutlet(id="wire", name="Example Wire", kind=LinkKind.AGENCY, aliases=("ExWire",)),
        KnownOutlet(id="state", name="State Wire", kind=LinkKind.AGENCY, country="BY", state_controlled=True),
        KnownOutlet(id="daily", name="The Daily", kind=LinkKind.OUTLET, owner="Paper House"),
        KnownOutlet(id="weekly", name="The Weekly", kind=LinkKind.OUTLET, owner="Paper House"),
    ),
    exercises=(
        KnownExercise(id="zapad-2021", name="Zapad 2021", series="Zapad", year=2021, countries=("BY", "RU"),
                      stems=("Zapad", "West", "Захад", "Запад")),
        KnownExercise(id="zapad-2025", name="Zapad 2025", series="Zapad", year=2025, countries=("BY", "RU"),
                      stems=("Zapad", "West", "Захад", "Запад")),
        KnownExercise(id="forest-shield", name="Forest Shield", series="Forest Shield", stems=("Forest Shield",)),
    ),
    equipment=(),
    gazetteer=FakeGazetteer(),
)


@dataclass
class Newsroom:
    """Writes reports and claims, and links them."""

    reports: dict[str, Report] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    knowledge: Knowledge = KNOWLEDGE

    def report(
        self, text: str = "", *, outlet: str | None = "Example Post", published: str | None = "2025-09-12", **rest: Any
    ) -> Report:
        number = len(self.reports)
        text = text or f"Report number {number}."
        report = Report.of(text, ref=f"r{number}", outlet=outlet, published=published, **rest)
        self.reports[report.id] = report
        return report

    def claim(
        self, type: str, *, report: Report | None = None, outlet: str | None = "Example Post",
        published: str | None = "2025-09-12", text: str = "", at: int = 0,
        by: Sequence[str] = (), to: Sequence[str] = (), beside: Sequence[str] = (), where: Sequence[str] = (),
        when: Period | str | None = None, says: Sequence[Attribution] = (),
        equipment: Sequence[tuple[str, str]] = (), sentence: tuple[int, int] | None = None, **more: Any,
    ) -> Claim:
        """Make a claim by what the field calls things; ``more`` as in ``builders.claim``."""
        report = report or self.report(text, outlet=outlet, published=published)
        claim = build.claim(
            report.id, type, start=at, words="event", sentence=sentence or (0, len(report.text)),
            period=Period(start=when, text=when) if isinstance(when, str) else when,
            places=[PlaceMention(place=self.place(name), role=PlaceRole.AT) for name in where],
            actors=(
                *_actors(by, ActorRole.INITIATOR), *_actors(to, ActorRole.RECIPIENT),
                *_actors(beside, ActorRole.PARTICIPANT),
            ),
            equipment=[build.equipment(name, kind) for name, kind in equipment], attribution=says, **more,
        )
        self.claims.append(claim)
        return claim

    def place(self, name: str) -> Place:
        """Find a place; ``PL-BY`` is the border between the two."""
        if len(name) == 5 and name[2] == "-":
            border = self.knowledge.gazetteer.border(name[:2], name[3:])
            assert border
            return border
        return self.knowledge.gazetteer.find(name)[0]

    def profiles(self) -> tuple[Profile, ...]:
        names = ExerciseNames.of(self.knowledge)
        return profile_claims(self.claims, self.reports, names=names, copies=find_copies(self.reports.values()))

    def compare(self, left: Claim, right: Claim) -> Comparison:
        by_id = {profile.claim.id: profile for profile in self.profiles()}
        forth, back = compare(by_id[left.id], by_id[right.id]), compare(by_id[right.id], by_id[left.id])
        assert (forth.verdict, forth.score) == (back.verdict, back.score), "comparing depends on the order"
        return forth

    def verdict(self, left: Claim, right: Claim) -> str:
        return str(self.compare(left, right).verdict)

    def clusters(self, judgements: Sequence[Judgement] = ()) -> list[set[str]]:
        return [{profile.claim.id for profile in group} for group in cluster(self.profiles(), judgements=judgements)]

    def lineage(self) -> Lineage:
        copies = find_copies(self.reports.values())
        return Lineage.of(self.reports, copies=copies, knowledge=self.knowledge, claims=self.claims)

    def body(self, claim: Claim) -> Body:
        return self.lineage().body(claim)

    def origins(self) -> tuple[Origin, ...]:
        lineage = self.lineage()
        return origins_of(self.claims, {claim.id: lineage.body(claim) for claim in self.claims})

    def link(self, decisions: Sequence[Decision] = (), *, claims: Iterable[Claim] | None = None) -> Linked:
        chosen = self.claims if claims is None else claims
        return link(chosen, reports=self.reports, knowledge=self.knowledge, decisions=decisions)

    def event(self) -> Event:
        """Link, and expect one event."""
        events = self.link().events
        assert len(events) == 1, [event.type for event in events]
        return events[0]

    def judge(self, left: Claim, right: Claim, verdict: str, *, at: str = "2025-09-20T10:00Z") -> Judgement:
        return Judgement.of(left.anchor, right.anchor, Verdict(verdict), by="Ann", at=at)

    @staticmethod
    def says(name: str, kind: str = "official", *, id: str | None = None, party: str | None = None) -> Attribution:
        return Attribution(name=name, kind=LinkKind(kind), id=id, party=party)

    @staticmethod
    def count(value: float, unit: str, **rest: Any) -> QuantityMention:
        return QuantityMention(value=value, unit=unit, **rest)

    @staticmethod
    def evening(day: str, **rest: Any) -> Period:
        return Period(start=f"{day}T18:00", precision=Precision.PART_OF_DAY, text="evening", **rest)

    @staticmethod
    def month(month: str) -> Period:
        return Period(start=month, precision=Precision.MONTH, text=month)

    @staticmethod
    def days(first: str, last: str) -> Period:
        return Period(start=first, end=last, text=f"{first} to {last}")


def _actors(parties: Sequence[str], role: ActorRole) -> list[ActorMention]:
    return [ActorMention(name=party, id=party, party=party.split("-")[0], role=role) for party in parties]


@pytest.fixture
def newsroom() -> Newsroom:
    return Newsroom()
