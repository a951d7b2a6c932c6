"""What an assessment is told with: the names and rules of its author, and the sentences that indicators rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vedette.alerting import News, Wording
from vedette.alerting.noticing import Word
from vedette.model import (
    Assessment,
    Event,
    Factuality,
    Indicator,
    LevelReason,
    Measure,
    MeasureState,
    PlaceRole,
    Reason,
    Scenario,
)
from vedette.presentation.evidence import evidence_of
from vedette.presentation.indicator_words import rule_words
from vedette.store import View
from vedette.store.alerting import Quote, Spot, Told

# So many events of an indicator are quoted, the last ones: an alert is no dossier.
QUOTED = 3
_SPOTS = 5


def words_of(view: View, scenarios: Sequence[Scenario]) -> Word:
    """Give what words assessments of some scenarios, with sentences of a desk."""
    known = {one.id: one for one in scenarios}

    def word(now: Assessment, news: News) -> Wording:
        return wording(view, known[now.scenario], now, news)

    return word


def wording(view: View, scenario: Scenario, now: Assessment, news: News) -> Wording:
    """Word one assessment: what is newly met comes first, with its sentences."""
    names = {one.id: one.name for one in scenario.indicators}
    met = [one for one in now.measures if one.state is MeasureState.MET]
    told = [_told(view, scenario.indicator(one.indicator), one, is_new=one.indicator in news.fresh) for one in met]
    before = scenario.levels[news.before].name if news.before < len(scenario.levels) else str(news.before)
    changed = ("The rules of this scenario have changed since the alert before.",) if news.rules_changed else ()
    return Wording(
        name=scenario.name, before_name=before, meaning=scenario.levels[now.level].meaning,
        because=(*changed, *(level_reason(reason, names) for reason in now.reasons)),
        told=tuple(sorted(told, key=lambda one: not one.new)), unseen=tuple(names[one] for one in now.unseen),
    )


def level_reason(reason: Reason, names: Mapping[str, str]) -> str:
    """Say why a level is reached or not; ``names`` are those of the indicators, by id.

    Example:
        >>> level_reason(Reason(kind=LevelReason.POINTS, values={"points": 6.0, "needed": 5.0, "level": "high"}), {})
        "6 points; 'high' asks for 5."
    """
    level, indicator = reason.values.get("level", ""), str(reason.values.get("indicator", ""))
    name = names.get(indicator, indicator)
    match reason.kind:
        case LevelReason.RAISED_BY:
            return f"'{level}' is reached by this alone: {name}."
        case LevelReason.HELD_BACK:
            return f"The points for '{level}' are there; what it needs besides is not: {name}."
        case _:
            points, needed = (float(reason.values.get(name, 0)) for name in ("points", "needed"))
            return f"{points:g} point{'' if points == 1 else 's'}; '{level}' asks for {needed:g}."


def _told(view: View, indicator: Indicator, measure: Measure, *, is_new: bool) -> Told:
    number, voices = len(measure.events), len(measure.parties)
    found = f" ({number} event{'' if number == 1 else 's'}, told by {voices} part{'y' if voices == 1 else 'ies'})"
    return Told(
        indicator=indicator.id, name=indicator.name, rule=rule_words(indicator.rule) + (found if number else ""),
        why=indicator.why, new=is_new, against=indicator.against,
        quotes=tuple(_quotes(view, measure.events[-QUOTED:])) if is_new else (),
    )


def _quotes(view: View, ids: Sequence[str]) -> Iterator[Quote]:
    for event in view.events_of_ids(ids):
        quote = _quote(view, event)
        if quote is not None:
            yield quote


def _quote(view: View, event: Event) -> Quote | None:
    """Quote the claim that says it most plainly: nothing that denies it, a known origin first, then the first told."""
    known = frozenset(claim for origin in event.origins if origin.known for claim in origin.claims)
    claims = [one for one in view.claims(event.claims) if one.factuality is not Factuality.DENIED]
    reports = {one.id: one for one in view.reports(sorted({claim.report for claim in claims}))}
    claims = [one for one in claims if one.report in reports]
    if not claims:
        return None
    best = min(claims, key=lambda one: (one.id not in known, reports[one.report].published or "9", one.id))
    said = evidence_of(best, reports[best.report])
    return Quote(
        event=event.id, sentence=said.sentence.strip(), said_by=" <- ".join(said.chain), published=said.published,
        url=said.url, places=tuple(_spots(event))[:_SPOTS],
    )


def _spots(event: Event) -> Iterator[Spot]:
    for mention in event.places:
        if mention.role is PlaceRole.AT:
            yield Spot(name=mention.place.name, lat=mention.place.lat, lon=mention.place.lon)
