"""Gather what the pages of warnings show: how scenarios stand, on what that rests, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from vedette.model import Assessment, Effect, Event, Indicator, Measure, MeasureState, Scenario
from vedette.presentation.assessment_words import (
    confidence_reason,
    effect_words,
    level_reason,
    likelihood_words,
    percent,
    points_with_sign,
)
from vedette.presentation.evidence import evidence_by_party
from vedette.presentation.indicator_words import matcher_words, points_words, rule_words
from vedette.presentation.level_changes import change_words, level_changes
from vedette.presentation.measure_words import Names, measure_reason, state_word
from vedette.presentation.name_words import party_label
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.contexts import EventRow, PageContext
from vedette.presentation.web.event_page import event_row
from vedette.presentation.web.heat_strip import HeatStrip, draw_strip, first_drawn
from vedette.presentation.web.warning_rows import WarningRow, warning_row, warning_rows, with_strip
from vedette.store.ports import View

# Lists that nobody reads to their end: of each scenario beyond these, no strip; of each indicator, the newest events.
_STRIPS, _EVENTS, _EFFECTS = 50, 8, 8
# An indicator is met by two parties: the word of each of so many can be read.
_PARTIES = 3
# So many events of an indicator are looked at for its newest ones.
_LOOKED_AT = 100
_ORDER = (MeasureState.MET, MeasureState.THIN, MeasureState.UNSEEN, MeasureState.UNMET)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePlace:
    """Where a sentence stands, and whose word it is."""

    address: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEvidence:
    """An event that an indicator rests on, and where each party tells it most plainly."""

    row: EventRow
    sentences: tuple[SentencePlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCard:
    """An indicator: how it is measured, how it stands, why, and on what that rests.

    ``asks`` says what it looks for, ``weighs`` its weight and ``points`` what it gives today. ``more`` counts events
    that are not shown. ``indicator`` is ``None`` where the rules have changed since and it is gone.
    """

    indicator: Indicator | None
    measure: Measure
    name: str
    asks: tuple[str, ...]
    weighs: str
    points: str
    reasons: tuple[str, ...]
    parties: tuple[str, ...]
    events: tuple[EventEvidence, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StateGroup:
    """The indicators that stand one way."""

    state: MeasureState
    words: str
    cards: tuple[IndicatorCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectLine:
    """What one change would do; ``level`` is the name of the level that it leads to, empty where that stays."""

    words: str
    points: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLine:
    """A level of a scenario: what it takes, and what it means."""

    name: str
    points: float
    falls_below: float | None
    likelihood: str
    needs: tuple[str, ...]
    raised_by: tuple[str, ...]
    meaning: str
    is_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningsContext(PageContext):
    """All scenarios, those first that stand highest; ``day`` is the one that was asked for.

    ``left_out`` are the faults for which files of scenarios are not assessed at all.
    """

    TEMPLATE: ClassVar[str] = "warnings.html"
    rows: tuple[WarningRow, ...]
    day: str | None
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningContext(PageContext):
    """One scenario as it stands, or as it stood on a day that was asked for."""

    TEMPLATE: ClassVar[str] = "warning.html"
    row: WarningRow
    day: str | None
    why: tuple[str, ...]
    sure: tuple[str, ...]
    observable: str
    rules_changed: bool
    groups: tuple[StateGroup, ...]
    strip: HeatStrip
    raising: tuple[EffectLine, ...]
    lowering: tuple[EffectLine, ...]
    levels: tuple[LevelLine, ...]
    changes: tuple[tuple[str, str], ...]


def warnings_context(view: View, *, day: str | None = None, left_out: tuple[str, ...] = ()) -> WarningsContext:
    """Gather how all scenarios stand."""
    rows = warning_rows(view, day=day)
    drawn = tuple(with_strip(view, row) for row in rows[:_STRIPS])
    return WarningsContext(
        title=_("Warnings"), section="warnings", rows=drawn + rows[_STRIPS:], day=day, left_out=left_out
    )


def warning_context(view: View, id: str, *, day: str | None = None) -> WarningContext:
    """Gather how one scenario stands.

    Raises:
        UnknownId: No such scenario, or nobody had assessed it by that day.
    """
    scenario, now = view.scenario(id), view.assessment(id, day)
    names = _names(scenario, now)
    row = warning_row(scenario, now)
    history = view.assessments_of(id, first_drawn(now.day), now.day)
    return WarningContext(
        title=scenario.name, section="warnings", row=row, day=day,
        why=tuple(level_reason(one, names) for one in now.reasons),
        sure=tuple(map(confidence_reason, now.confidence_reasons)), observable=percent(now.observable),
        rules_changed=now.mark != scenario.mark, groups=tuple(_groups(view, scenario, now, names)),
        strip=draw_strip(history, names, until=now.day, levels=row.levels),
        raising=_effects(now.raising, scenario, now), lowering=_effects(now.lowering, scenario, now),
        levels=tuple(_levels(scenario, now, names)),
        changes=tuple((change.now.day, change_words(change)) for change in level_changes(history)),
    )


def _names(scenario: Scenario, now: Assessment) -> Names:
    """Name the indicators of an assessment in its order; one that the rules no longer have goes by its id."""
    known = {one.id: one.name for one in scenario.indicators}
    return {one.indicator: known.get(one.indicator, one.indicator) for one in now.measures} | known


def _groups(view: View, scenario: Scenario, now: Assessment, names: Names) -> Iterator[StateGroup]:
    known = {one.id: one for one in scenario.indicators}
    shown = _newest(view, now.measures)
    # Several indicators may rest on one event.
    unique = {event.id: event for some in shown.values() for event in some}
    evidence = {event.id: _evidence(view, event) for event in unique.values()}
    for state in _ORDER:
        cards = [
            _card(one, known.get(one.indicator), names, [evidence[event.id] for event in shown[one.indicator]])
            for one in now.measures if one.state is state
        ]
        if cards:
            yield StateGroup(state=state, words=state_word(state), cards=tuple(cards))


def _card(
    measure: Measure, indicator: Indicator | None, names: Names, shown: Sequence[EventEvidence]
) -> IndicatorCard:
    asks = (rule_words(indicator.rule, names), matcher_words(indicator.matcher)) if indicator is not None else ()
    return IndicatorCard(
        indicator=indicator, measure=measure, name=names[measure.indicator], asks=tuple(one for one in asks if one),
        weighs=points_words(indicator) if indicator is not None else "", points=points_with_sign(measure.points),
        reasons=tuple(measure_reason(one, names) for one in measure.reasons),
        parties=tuple(map(party_label, measure.parties)), events=tuple(shown),
        more=len(measure.events) - len(shown),
    )


def _newest(view: View, measures: Sequence[Measure]) -> Mapping[str, Sequence[Event]]:
    """Give of each indicator the newest events that it rests on; one that is linked anew meanwhile is left out."""
    wanted = sorted({event for one in measures for event in one.events[:_LOOKED_AT]})
    known = {event.id: event for event in view.events_of_ids(wanted)}
    found = {one.indicator: [known[event] for event in one.events if event in known] for one in measures}
    return {indicator: sorted(some, key=_first_day, reverse=True)[:_EVENTS] for indicator, some in found.items()}


def _first_day(event: Event) -> str:
    return (event.period.first_day if event.period is not None else None) or ""


def _evidence(view: View, event: Event) -> EventEvidence:
    told = islice(evidence_by_party(view, event), _PARTIES)
    sentences = (SentencePlace(address=f"/reports/{one.report}#claim-{one.claim.id}", by=one.chain[-1]) for one in told)
    return EventEvidence(row=event_row(event), sentences=tuple(sentences))


def _effects(effects: Sequence[Effect], scenario: Scenario, now: Assessment) -> tuple[EffectLine, ...]:
    """Say what changes would do; nothing of an assessment by other rules, whose levels have other names."""
    if now.mark != scenario.mark:
        return ()
    names = _names(scenario, now)
    return tuple(
        EffectLine(
            words=effect_words(one, names), points=points_with_sign(one.points),
            level=scenario.levels[one.level].name if one.level != now.level else "",
        )
        for one in effects[:_EFFECTS]
    )


def _levels(scenario: Scenario, now: Assessment, names: Names) -> Iterator[LevelLine]:
    """Give the levels, the highest first."""
    for place, level in reversed(list(enumerate(scenario.levels))):
        yield LevelLine(
            name=level.name, points=level.points, falls_below=level.falls_below, meaning=level.meaning,
            is_now=place == now.level and now.mark == scenario.mark,
            likelihood=likelihood_words(level.likelihood) if level.likelihood else "",
            needs=tuple(names.get(one, one) for one in level.needs),
            raised_by=tuple(names.get(one, one) for one in level.raised_by),
        )
