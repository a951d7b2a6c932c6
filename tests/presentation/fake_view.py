"""A desk in memory, for tests: the double of a store's view, and three events to show.

The texts are invented. Their outlets publish under ``.example``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import builders as build
from vedette.errors import UnknownId
from vedette.linking.decided.found_again import report_of
from vedette.model import (
    ActorMention,
    ActorRole,
    Assessment,
    Attribution,
    Claim,
    Conflict,
    ConflictValue,
    Decision,
    EarlierEdition,
    EditionFigure,
    Event,
    EventType,
    Factuality,
    Grade,
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
    Scenario,
    Situation,
    SituationKind,
    Stage,
    StageChange,
    Undo,
)
from vedette.model.question import Question, QuestionKind
from vedette.model.source_health import SourceHealth
from vedette.presentation.decisions import anchors_of, verb_of
from vedette.store import (
    ClaimFilter,
    DecisionFilter,
    EventFilter,
    ListPlace,
    Mark,
    OutletRecord,
    Part,
    ReportFilter,
    SearchHit,
    Touched,
)
from vedette.store.sightings import Sighting
from vedette.store.watching import Backlog, Edit

BORDER = Place(name="Poland-Belarus border", kind=PlaceKind.BORDER, countries=("PL", "BY"), lat=52.3, lon=23.6)
VILNIUS = Place(name="Vilnius", kind=PlaceKind.CITY, countries=("LT",), lat=54.69, lon=25.28, geonames=593116)
POLAND = ActorMention(name="Poland", role=ActorRole.INITIATOR, id="PL", party="PL")
NIGHT = Period(
    start="2025-09-11T18:00", precision=Precision.PART_OF_DAY, open_end=True, text="from Thursday evening",
)
HOSTILE_TITLE = "Border \x1b[31mshut\x1b[0m <script>alert(1)</script> \u202eevil"


def make_report(ref: str, text: str, **fields: object) -> Report:
    """Make a report as a source would."""
    return Report.of(text, ref=ref, **fields)  # type: ignore[arg-type]


def make_claim(id: str, report: Report, type: EventType, words: str, **fields: object) -> Claim:
    """Make a claim whose trigger are these words of the report, its sentence the line they stand in."""
    at = report.text.index(words)
    start = report.text.rfind("\n", 0, at) + 1
    end = report.text.find("\n", at)
    line = start, len(report.text) if end < 0 else end
    return replace(build.claim(report, type, words=words, sentence=line), id=id, **fields)  # type: ignore[arg-type]


def make_event(id: str = "e1", type: EventType = EventType.BORDER_CLOSURE, **fields: object) -> Event:
    """Make an event; what a test does not name is left empty."""
    defaults: dict[str, object] = {
        "stage": Stage.HAPPENED, "factuality": Factuality.ASSERTED, "period": None, "places": (), "actors": (),
        "equipment": (), "quantities": (), "names": (), "claims": (), "origins": (),
    }
    return Event(id=id, type=type, **{**defaults, **fields})  # type: ignore[arg-type]


@dataclass(kw_only=True)
class FakeView:
    """A view of a desk held in lists; filters by type, country, situation, stage, factuality, dates and text."""

    all_reports: tuple[Report, ...] = ()
    all_claims: tuple[Claim, ...] = ()
    all_events: tuple[Event, ...] = ()
    all_situations: tuple[Situation, ...] = ()
    all_quarantined: tuple[QuarantinedInput, ...] = ()
    all_decisions: tuple[Decision, ...] = ()
    all_questions: tuple[Question, ...] = ()
    all_scenarios: tuple[Scenario, ...] = ()
    all_assessments: tuple[Assessment, ...] = ()
    health: tuple[SourceHealth, ...] = ()
    asked: list[EventFilter] = field(default_factory=list)

    def report(self, id: str) -> Report:
        return _one("report", id, self.all_reports)

    def reports(self, ids: Sequence[str] | None = None) -> Iterator[Report]:
        known = sorted(self.all_reports, key=lambda report: report.id)
        yield from (report for report in known if ids is None or report.id in ids)

    def known_reports(self, ids: Sequence[str]) -> frozenset[str]:
        return frozenset(ids) & {report.id for report in self.all_reports}

    def claims(self, ids: Sequence[str] | None = None) -> Iterator[Claim]:
        yield from (claim for claim in self.all_claims if ids is None or claim.id in ids)

    def claims_of_report(self, report: str) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.all_claims if claim.report == report)

    def event(self, id: str) -> Event:
        return _one("event", id, self.all_events)

    def events(self, filter: EventFilter) -> tuple[Event, ...]:
        self.asked.append(filter)
        found = [event for event in self.all_events if _passes(event, filter) and self._is_of(event, filter)]
        end = None if filter.limit is None else filter.offset + filter.limit
        return tuple(found[filter.offset : end])

    def _is_of(self, event: Event, filter: EventFilter) -> bool:
        """Say whether a report of the event was published in the time that is asked for."""
        if filter.published_since is None and filter.published_until is None:
            return True
        told = {claim.report for claim in self.claims(event.claims)}
        days = [report.published[:10] for report in self.reports(list(told)) if report.published]
        return any((filter.published_since or "") <= day <= (filter.published_until or "9999") for day in days)

    def each_event(self, filter: EventFilter) -> Iterator[Event]:
        yield from self.events(filter)

    def count_events(self, filter: EventFilter) -> int:
        return len([event for event in self.all_events if _passes(event, filter) and self._is_of(event, filter)])

    def sightings(self, filter: EventFilter) -> Iterator[Sighting]:
        for event in self.events(replace(filter, limit=None, offset=0)):
            days = (event.period.first_day, event.period.last_day) if event.period else (None, None)
            for site in event.sites or (None,):
                at = (site.lat, site.lon, site.name, str(site.kind)) if site else (None,) * 4
                yield Sighting(event.id, str(event.type), *days, *at)

    def languages(self) -> tuple[str, ...]:
        return tuple(sorted({report.language for report in self.all_reports if report.language}))

    def events_of_report(self, report: str) -> Mapping[str, str]:
        ids = {claim.id for claim in self.claims_of_report(report)}
        return {claim: event.id for event in self.all_events for claim in event.claims if claim in ids}

    def list_events(
        self, filter: EventFilter, *, after: ListPlace | None = None, limit: int = 50, total: int | None = None
    ) -> Part[Event]:
        found = self.events(replace(filter, limit=None, offset=0))
        assert total in (None, len(found))
        return _part(found, [(None, None, event.id) for event in found], after=after, limit=limit)

    def list_reports(self, filter: ReportFilter, *, after: ListPlace | None = None, limit: int = 50) -> Part[Report]:
        return _part(self.all_reports, [(n,) for n in range(len(self.all_reports))], after=after, limit=limit)

    def list_claims(self, filter: ClaimFilter, *, after: ListPlace | None = None, limit: int = 50) -> Part[Claim]:
        return _part(self.all_claims, [(n, 0) for n in range(len(self.all_claims))], after=after, limit=limit)

    def list_situations(self, *, after: ListPlace | None = None, limit: int = 50) -> Part[Situation]:
        found = self.situations()
        return _part(found, [(one.name, one.id) for one in found], after=after, limit=limit)

    def list_hits(self, words: str, *, after: ListPlace | None = None, limit: int = 20) -> Part[SearchHit]:
        found = self.search(words, limit=len(self.all_reports))
        return _part(found, [(0, 2**63 - 1, number) for number in range(len(found))], after=after, limit=limit)

    def decided_once(self, key: str) -> None:
        return None

    def situations(self) -> tuple[Situation, ...]:
        return tuple(sorted(self.all_situations, key=lambda situation: situation.name))

    def situation(self, id: str) -> Situation:
        return _one("situation", id, self.all_situations)

    def search(self, words: str, *, limit: int = 20) -> tuple[SearchHit, ...]:
        found = []
        for report in self.reports():
            at = report.text.casefold().find(words.casefold())
            if at >= 0:
                text = report.text
                snippet = f"{text[:at]}\x02{text[at : at + len(words)]}\x03{text[at + len(words) :]}"
                events = tuple(sorted(set(self.events_of_report(report.id).values())))
                found.append(SearchHit(report=report, snippet=snippet, events=events))
        return tuple(found[:limit])

    def quarantined(self) -> tuple[QuarantinedInput, ...]:
        return self.all_quarantined

    def decisions(self, filter: DecisionFilter = DecisionFilter()) -> tuple[Decision, ...]:  # noqa: B008 (frozen)
        return tuple(
            one for one in self.all_decisions[filter.after :]
            if filter.kind in (None, verb_of(one)) and filter.by in (None, one.by)
            and (filter.ids is None or one.id in filter.ids) and one.id.startswith(filter.beginning or "")
        )

    def list_decisions(
        self, filter: DecisionFilter, *, after: ListPlace | None = None, limit: int = 50
    ) -> Part[Decision]:
        found = self.decisions(filter)
        places = [(self.all_decisions.index(one) + 1,) for one in found]
        return _part(found, places, after=after, limit=limit)

    def decisions_about(self, reports: Sequence[str]) -> tuple[Decision, ...]:
        return self.decisions_of_ids([
            one.id for one in self.all_decisions if {report_of(anchor) for anchor in anchors_of(one)} & set(reports)
        ])

    def decisions_of_ids(self, ids: Sequence[str]) -> tuple[Decision, ...]:
        return tuple(
            one for one in self.all_decisions if one.id in ids or (isinstance(one, Undo) and one.undoes in ids)
        )

    def claims_beginning(self, id: str) -> tuple[str, ...]:
        return tuple(sorted(claim.id for claim in self.all_claims if claim.id.startswith(id)))

    def events_beginning(self, id: str) -> tuple[str, ...]:
        return tuple(sorted(event.id for event in self.all_events if event.id.startswith(id)))

    def questions(
        self, kind: QuestionKind | None = None, *, after: tuple[float, str] | None = None, limit: int = 20,
        about: str | None = None,
    ) -> tuple[Question, ...]:
        asked = [
            one for one in self.all_questions if kind in (None, one.kind) and (about is None or about in one.events)
        ]
        return tuple([one for one in asked if after is None or (one.place, one.id) > after][:limit])

    def count_questions(self, kind: QuestionKind | None = None, *, after: tuple[float, str] | None = None) -> int:
        return len(self.questions(kind, after=after, limit=len(self.all_questions)))

    def events_of_claims(self, ids: Sequence[str]) -> Mapping[str, str]:
        return {claim: event.id for event in self.all_events for claim in event.claims if claim in ids}

    def scenarios(self) -> tuple[Scenario, ...]:
        return tuple(sorted(self.all_scenarios, key=lambda scenario: scenario.id))

    def scenario(self, id: str) -> Scenario:
        return _one("scenario", id, self.all_scenarios)

    def assessments(self, day: str | None = None) -> tuple[Assessment, ...]:
        found = (self.assessments_of(one.id, until=day)[:1] for one in self.scenarios())
        return tuple(newest for some in found for newest in some)

    def assessment(self, scenario: str, day: str | None = None) -> Assessment:
        for newest in self.assessments_of(self.scenario(scenario).id, until=day):
            return newest
        raise UnknownId("assessment", scenario)

    def assessments_of(
        self, scenario: str, since: str | None = None, until: str | None = None
    ) -> tuple[Assessment, ...]:
        found = [
            one for one in self.all_assessments
            if one.scenario == scenario and (since or "") <= one.day <= (until or "9999")
        ]
        return tuple(sorted(found, key=lambda one: one.day, reverse=True))

    def source_health(self, *, at: datetime) -> tuple[SourceHealth, ...]:
        return self.health

    def edits(self, *, limit: int = 20) -> tuple[Edit, ...]:
        return ()

    def backlog(self, *, at: datetime) -> Backlog:
        return Backlog(awaited=0, received=0, pages=0, versions=0, oldest_due=None)

    def state(self) -> str:
        shown = (self.all_reports, self.all_events, self.all_situations, self.all_decisions)
        return str(hash((*shown, repr(self.all_assessments))))

    def mark(self) -> Mark:
        return Mark(report=len(self.all_reports), decision=len(self.all_decisions))

    def mark_at(self, moment: str) -> Mark:
        return Mark(report=sum((report.first_seen or "") <= moment for report in self.all_reports))

    def reports_since(self, mark: Mark) -> int:
        return len(self.all_reports) - mark.report

    def touched_since(self, mark: Mark, *, reports: int) -> tuple[Touched, ...]:
        late = {report.id for report in self.all_reports[mark.report :][-reports:]}
        fresh = {claim.id for claim in self.all_claims if claim.report in late}
        return tuple(
            Touched(event=event.id, fresh=fresh.intersection(event.claims), is_new=fresh.issuperset(event.claims))
            for event in self.all_events if fresh.intersection(event.claims)
        )

    def activity(self, first: str, last: str) -> Mapping[str, Mapping[str, int]]:
        days = {event.id: event.period.first_day for event in self.all_events if event.period}
        counted: dict[str, dict[str, int]] = {}
        for situation in self.all_situations:
            for event in situation.events:
                day = days.get(event)
                if day and first <= day <= last:
                    held = counted.setdefault(situation.id, {})
                    held[day] = held.get(day, 0) + 1
        return counted

    def events_of_ids(self, ids: Sequence[str]) -> tuple[Event, ...]:
        known = {event.id: event for event in self.all_events}
        return tuple(known[one] for one in ids if one in known)

    def coming(self, day: str, *, limit: int) -> tuple[Event, ...]:
        return tuple(
            event for event in self.all_events
            if event.stage is Stage.PLANNED and event.period and (event.period.first_day or "") >= day
        )[:limit]

    def last_published(self) -> str | None:
        return max((report.published[:10] for report in self.all_reports if report.published), default=None)

    def outlets(self) -> tuple[OutletRecord, ...]:
        found = []
        for name in {report.outlet for report in self.all_reports}:
            days = sorted(r.published[:10] for r in self.all_reports if r.outlet == name and r.published)
            count = sum(report.outlet == name for report in self.all_reports)
            found.append(OutletRecord(
                name=name, reports=count, first=days[0] if days else None, last=days[-1] if days else None,
                days=len(set(days)),
            ))
        return tuple(sorted(found, key=lambda one: (one.name is None, -one.reports, one.name or "")))

    def counts(self) -> Mapping[str, int]:
        return {
            "reports": len(self.all_reports), "claims": len(self.all_claims), "events": len(self.all_events),
            "situations": len(self.all_situations), "quarantined": len(self.all_quarantined),
            "outlets": len({report.outlet for report in self.all_reports if report.outlet}),
        }


def _one(kind, id, items):  # type: ignore[no-untyped-def]
    for item in items:
        if item.id == id:
            return item
    raise UnknownId(kind, id)


def _part(items, places, *, after, limit):  # type: ignore[no-untyped-def]
    first = places.index(tuple(after)) + 1 if after else 0
    shown = tuple(items[first : first + limit])
    end = places[first + len(shown) - 1] if shown else None
    return Part(items=shown, total=len(items), end=end, more=first + len(shown) < len(items))


def _passes(event: Event, filter: EventFilter) -> bool:
    first = event.period.first_day if event.period else None
    last = event.period.last_day if event.period else None
    dated = filter.since is not None or filter.until is not None
    return all((
        filter.type is None or event.type == filter.type,
        filter.stage is None or event.stage == filter.stage,
        filter.factuality is None or event.factuality == filter.factuality,
        filter.situation is None or filter.situation in (event.situation, *event.also_in),
        filter.country is None or any(filter.country in mention.place.countries for mention in event.places),
        filter.actor is None or any(filter.actor in (actor.id, actor.party) for actor in event.actors),
        not dated or first is not None or last is not None,
        filter.since is None or last is None or last >= filter.since,
        filter.until is None or first is None or first <= filter.until,
        filter.box is None or any(filter.box.holds(lat=site.lat, lon=site.lon) for site in event.sites),
        filter.origins is None or event.origin_count >= filter.origins,
        filter.letter is None or event.grade.letter <= filter.letter,
        filter.digit is None or event.grade.digit <= filter.digit,
    ))


def recurring_desk() -> FakeView:
    """A recurring exercise, the edition before it with its figure, and what followed that one."""
    view = border_desk()
    figure = EditionFigure(quantity=QuantityMention(value=30000, unit="troops"), claim="c4")
    lost = EditionFigure(quantity=QuantityMention(value=9000, unit="troops"), claim="gone")
    before = EarlierEdition(
        situation="s0", name="Shield 2021", period=Period(start="2021-09-10", end="2021-09-16"), figures=(figure, lost),
        followed=("e1", "gone"),
    )
    now = Situation(
        id="s2", name="Shield 2025", names=("Shield 2025", "SHIELD-25"), events=("e2",), earlier=(before,),
        why="one edition",
    )
    crisis = Situation(
        id="s3", name="BY–PL: crisis", names=("BY–PL: crisis",), events=("e1", "e2"), kind=SituationKind.CRISIS,
        why="4 events (air, border)",
    )
    view.all_events = tuple(
        replace(event, situation="s2", also_in=("s3",)) if event.id == "e2" else event for event in view.all_events
    )
    view.all_situations += (now, crisis)
    return view


def border_desk() -> FakeView:
    """Two reports of a closed border, of one origin; an exercise with two figures; a denied flight."""
    post = make_report(
        "post", "Poland shut the border with Belarus on Thursday evening, the state agency said.\n"
        "Belarus denied that its drones crossed the frontier.\n",
        title=HOSTILE_TITLE, outlet="Example Post", url="https://post.example/a?x=1&y=2", published="2025-09-12",
    )
    wire = make_report(
        "wire", "Warsaw shut the border, the agency reports.\nThe drill will bring 12,000 troops to the range.\n"
        "The ministry counts 30,000 troops at the drill.\n",
        title="Frontier news", outlet="Border Wire", published="2025-09-13",
    )
    agency = Attribution(name="State Agency", kind=LinkKind.AGENCY, cue="said")
    ministry = Attribution(name="the ministry", kind=LinkKind.OFFICIAL, cue="counts")
    claims = (
        make_claim("c1", post, EventType.BORDER_CLOSURE, "shut", period=NIGHT, attribution=(agency,),
                   places=(PlaceMention(place=BORDER),), actors=(POLAND,)),
        make_claim("c2", wire, EventType.BORDER_CLOSURE, "shut", attribution=(
            Attribution(name="Example Post", kind=LinkKind.OUTLET, cue="citing"), agency)),
        make_claim("c3", wire, EventType.EXERCISE, "drill", stage=Stage.PLANNED),
        make_claim("c4", wire, EventType.EXERCISE, "at the drill", stage=Stage.PLANNED, attribution=(ministry,)),
        make_claim("c5", post, EventType.AIRSPACE_VIOLATION, "crossed", factuality=Factuality.DENIED),
    )
    return FakeView(
        all_reports=(post, wire), all_claims=claims, all_events=_border_events(),
        all_situations=(Situation(id="s1", name="Border 2025", names=("Border 2025",), events=("e1", "e2")),),
        all_quarantined=(QuarantinedInput(
            id="q1", source="broken.json", line=3, reason="This is no JSON.", advice="Mend the line.",
            content=b"{oops \x1b[31m", truncated=False,
        ),),
    )


def _border_events() -> tuple[Event, ...]:
    closure = make_event(
        "e1", period=NIGHT, places=(PlaceMention(place=BORDER),), actors=(POLAND,), claims=("c1", "c2"),
        origins=(Origin(name="State Agency", kind=LinkKind.AGENCY, claims=("c1", "c2")),),
        grade=Grade(letter="B", digit=3, reasons=("One origin only.",)),
        history=(StageChange(stage=Stage.HAPPENED, published="2025-09-12", claim="c1"),),
        situation="s1", reports=2, outlets=2,
    )
    drill = make_event(
        "e2", EventType.EXERCISE, stage=Stage.PLANNED, period=Period(start="2025-09-20", end="2025-09-24"),
        places=(PlaceMention(place=VILNIUS, role=PlaceRole.AT),), names=("Example Shield",), claims=("c3", "c4"),
        actors=(ActorMention(name="Lithuania", role=ActorRole.INITIATOR, id="LT", party="LT"),),
        quantities=(QuantityMention(value=12000, unit="troops"),),
        origins=(
            Origin(name="Border Wire", kind=LinkKind.OUTLET, claims=("c3",)),
            Origin(name="the ministry", kind=LinkKind.OFFICIAL, claims=("c4",)),
        ),
        conflicts=(Conflict(field="quantity:troops", values=(
            ConflictValue(value="12,000 troops", claims=("c3",), origins=("Border Wire",)),
            ConflictValue(value="30,000 troops", claims=("c4",), origins=("the ministry",)),
        )),),
        situation="s1", reports=1, outlets=1,
    )
    flight = make_event(
        "e3abcdef", EventType.AIRSPACE_VIOLATION, factuality=Factuality.DENIED, claims=("c5",),
        actors=(ActorMention(name="Belarus", role=ActorRole.INITIATOR, id="BY", party="BY"),),
        origins=(Origin(name="", kind=LinkKind.UNNAMED, known=False, claims=("c5",)),), reports=1, outlets=1,
    )
    return closure, drill, flight
