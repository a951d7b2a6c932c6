"""Chooses what a briefing tells, and puts it in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import count

from vedette.model import Claim, Event, EventType, Factuality, Report, Stage
from vedette.presentation.briefing.outline import Briefing, Disagreement, Group, Line, MapPoint, Side
from vedette.presentation.evidence import Evidence, evidence_of
from vedette.presentation.lookup import find_situation
from vedette.presentation.place_words import AREAS
from vedette.presentation.saying import gettext, marked, ngettext
from vedette.presentation.wording import (
    describe_conflict_field,
    describe_day,
    describe_event,
    describe_period,
    describe_stage,
    describe_support,
    describe_sureness,
    type_word,
)
from vedette.store.ports import EventFilter, View

# More quoted sentences than this bury the line they stand under; `vedette show` has them all.
QUOTED = 4
NO_SITUATION = marked("Other events")
EVERYTHING = EventFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """An event with its claims and the reports that they stand in."""

    event: Event
    claims: tuple[Claim, ...]
    reports: Mapping[str, Report]

    @property
    def published(self) -> tuple[str, ...]:
        return tuple(sorted(day[:10] for day in (self.reports[c.report].published for c in self.claims) if day))


def brief(
    view: View,
    *,
    since: str | None = None,
    until: str | None = None,
    situations: Iterable[str] = (),
    as_of: str | None = None,
    among: EventFilter = EVERYTHING,
) -> Briefing:
    """Compose a briefing of what became known.

    An event belongs to it where a report of it was published between ``since`` and
    ``until``; without the two, every event does. "Next" is counted from ``as_of``.

    Args:
        view: The desk.
        since: First day of publication, ``YYYY-MM-DD``.
        until: Last day of publication, ``YYYY-MM-DD``.
        situations: Names or ids; only their events, where any is given.
        as_of: The day to speak of; that of the newest report unless given.
        among: Which events may be told at all.

    Raises:
        UnknownId: There is no such situation.

    """
    chosen = [find_situation(view, wanted).id for wanted in situations]
    among = replace(among, published_since=since, published_until=until)
    told = [item for item in _all_told(view, among) if not chosen or _is_of(item.event, chosen)]
    names = {situation.id: situation.name for situation in view.situations()}
    groups = _groups(told, names)
    lines = [line for group in groups for line in group.lines]
    by_event = {item.event.id: item for item in told}
    day = as_of or max((day for item in told for day in item.published), default=None)
    reports = {report.id for item in told for report in item.reports.values()}
    return Briefing(
        as_of=day, window=_window(among, [names.get(key, key) for key in (*chosen, among.situation) if key]),
        reports=len(reports), groups=groups,
        outlets=len({report.outlet for item in told for report in item.reports.values() if report.outlet}),
        timeline=tuple(sorted((line for line in lines if line.event.period), key=_when_first)),
        disagreements=tuple(d for line in lines for d in _disagreements(line, by_event[line.event.id])),
        denied=tuple(line for line in lines if line.event.factuality is Factuality.DENIED),
        planned=tuple(sorted((line for line in lines if _is_ahead(line.event, day)), key=_when_first)),
        points=_points(lines),
    )


def _is_of(event: Event, situations: Sequence[str]) -> bool:
    return any(one in situations for one in (event.situation, *event.also_in))


def _all_told(view: View, among: EventFilter) -> list[_Told]:
    """Join events with their claims and reports, reading no other."""
    events = view.events(among)
    claims = {claim.id: claim for claim in view.claims([key for event in events for key in event.claims])}
    reports = {report.id: report for report in view.reports(sorted({claim.report for claim in claims.values()}))}
    told = []
    for event in events:
        own = tuple(claims[key] for key in event.claims if key in claims)
        told.append(_Told(event=event, claims=own, reports={c.report: reports[c.report] for c in own}))
    return told


def _groups(told: Sequence[_Told], names: Mapping[str, str]) -> tuple[Group, ...]:
    """Sort events into situations, those with most events first, and number them in that order."""
    by_situation: dict[str, list[_Told]] = {}
    for item in told:
        by_situation.setdefault(names.get(item.event.situation or "", NO_SITUATION), []).append(item)
    numbers = count(1)
    rest = gettext("Events") if set(by_situation) == {NO_SITUATION} else gettext(NO_SITUATION)
    ordered = sorted(by_situation.items(), key=lambda pair: (pair[0] == NO_SITUATION, -len(pair[1]), pair[0]))
    return tuple(
        Group(
            name=rest if name == NO_SITUATION else name,
            lines=tuple(_line(item, number=next(numbers)) for item in sorted(items, key=_told_order)),
        )
        for name, items in ordered
    )


def _told_order(told: _Told) -> tuple[str, str]:
    return (_first_day(told.event), told.event.id)


def _when_first(line: Line) -> tuple[str, int]:
    return (_first_day(line.event), line.number)


def _first_day(event: Event) -> str:
    period = event.period
    return (period.start or period.end or "9999") if period else "9999"


def _line(told: _Told, *, number: int) -> Line:
    evidence = _varied([evidence_of(claim, told.reports[claim.report]) for claim in told.claims])
    return Line(
        number=number, event=told.event, sentence=describe_event(told.event, told.claims),
        when=describe_period(told.event.period), support=describe_support(told.event),
        voices=tuple(dict.fromkeys(" <- ".join(item.chain) for item in evidence)),
        sources=tuple(evidence[:QUOTED]), more=max(0, len(evidence) - QUOTED),
    )


def _varied(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Put one sentence of each chain first, so that a short list still shows every voice."""
    seen: set[tuple[str, ...]] = set()
    first: list[Evidence] = []
    again: list[Evidence] = []
    for item in evidence:
        (again if item.chain in seen else first).append(item)
        seen.add(item.chain)
    return first + again


def _disagreements(line: Line, told: _Told) -> list[Disagreement]:
    claims = {claim.id: claim for claim in told.claims}
    found = []
    for conflict in line.event.conflicts:
        sides = []
        for value in conflict.values:
            own = [claims[key] for key in value.claims if key in claims]
            sources = _varied([evidence_of(claim, told.reports[claim.report]) for claim in own])
            sides.append(Side(value=value.value, origins=value.origins, sources=tuple(sources[:1])))
        found.append(Disagreement(line=line, about=describe_conflict_field(conflict), sides=tuple(sides)))
    return found


def _is_ahead(event: Event, day: str | None) -> bool:
    """Say whether it is announced and its time has not passed on the day of the briefing."""
    if event.stage is not Stage.PLANNED or event.factuality is Factuality.DENIED:
        return False
    last = event.period.last_day if event.period else None
    return day is None or last is None or last >= day


def _points(lines: Sequence[Line]) -> tuple[MapPoint, ...]:
    """Gather the places with coordinates; events at one place share a point."""
    numbers: dict[tuple[float, float, str, bool], list[int]] = {}
    for line in lines:
        for mention in line.event.places:
            place = mention.place
            if place.lat is not None and place.lon is not None:
                key = (place.lat, place.lon, place.name, place.kind not in AREAS)
                numbers.setdefault(key, []).append(line.number)
    return tuple(
        MapPoint(name=name, lat=lat, lon=lon, numbers=tuple(dict.fromkeys(found)), exact=exact)
        for (lat, lon, name, exact), found in sorted(numbers.items())
    )


def _window(among: EventFilter, situations: Sequence[str]) -> str:
    days = {"since": describe_day(among.published_since), "until": describe_day(among.published_until)}
    if among.published_since and among.published_until:
        words = gettext("reports published from %(since)s until %(until)s") % days
    elif among.published_since:
        words = gettext("reports published from %(since)s") % days
    elif among.published_until:
        words = gettext("reports published until %(until)s") % days
    else:
        words = gettext("all reports on the desk")
    only = [*situations, *_narrowed(among)]
    return gettext("%(reports)s; only %(what)s") % {"reports": words, "what": ", ".join(only)} if only else words


def _narrowed(among: EventFilter) -> Iterator[str]:
    """Say in words what else was asked for."""
    if among.type is not None:
        yield type_word(EventType(among.type))
    if among.since is not None:
        yield gettext("what happened on %(day)s or later") % {"day": describe_day(among.since)}
    if among.until is not None:
        yield gettext("what happened on %(day)s or earlier") % {"day": describe_day(among.until)}
    if among.stage is not None:
        yield describe_stage(Stage(among.stage))
    if among.factuality is not None:
        yield describe_sureness(Factuality(among.factuality))
    if among.origins is not None:
        least = ngettext("at least %(num)s origin", "at least %(num)s origins", among.origins)
        yield least % {"num": among.origins}
    if among.letter is not None or among.digit is not None:
        grade = f"{among.letter or ''}{among.digit or ''}"
        yield gettext("grade %(grade)s or better") % {"grade": grade}
    yield from _told_where_and_how(among)


def _told_where_and_how(among: EventFilter) -> Iterator[str]:
    if among.country is not None:
        yield gettext("country %(code)s") % {"code": among.country}
    if among.box is not None:
        box = ",".join(f"{degrees:g}" for degrees in astuple(among.box))
        yield gettext("part of the map %(box)s") % {"box": box}
    if among.actor is not None:
        yield gettext("actor %(name)s") % {"name": among.actor}
    if among.language is not None:
        yield gettext("language %(code)s") % {"code": among.language}
    if among.text is not None:
        yield gettext("words “%(words)s”") % {"words": among.text}
