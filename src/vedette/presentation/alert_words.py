"""What an assessment is told with: the names and rules of its author, and the sentences that indicators rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from vedette.alerting import News, Wording
from vedette.alerting.noticing import Word
from vedette.model import (
    Assessment,
    Event,
    Indicator,
    LevelRule,
    Measure,
    MeasureState,
    PlaceRole,
    Scenario,
)
from vedette.presentation.assessment_words import effect_words, level_reason
from vedette.presentation.evidence import evidence_by_party
from vedette.presentation.indicator_words import rule_words
from vedette.presentation.measure_words import measure_reason
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import marked
from vedette.store import View
from vedette.store.alerting import Quote, Spot, Told

# So many events of an indicator are quoted, the last ones: an alert is no dossier. Each is told in the words of two
# parties, since a second one is what an indicator is met by.
QUOTED, PARTIES = 3, 2
_SPOTS = 5


def words_of(view: View, scenarios: Sequence[Scenario]) -> Word:
    """Give what words assessments of some scenarios, with sentences of a desk.

    Another process may follow other scenarios by now: what these do not know is named by its id.
    """
    known = {one.id: one for one in scenarios}

    def word(now: Assessment, news: News) -> Wording:
        return wording(view, known.get(now.scenario), now, news)

    return word


def wording(view: View, scenario: Scenario | None, now: Assessment, news: News) -> Wording:
    """Word one assessment: what is newly met comes first, with its sentences.

    Without its scenario, the assessment speaks for itself: it has its level, its reasons and its events.
    """
    indicators = {one.id: one for one in scenario.indicators} if scenario is not None else {}
    levels = scenario.levels if scenario is not None else ()
    names = {one.id: one.name for one in indicators.values()}
    told = [
        _told(view, indicators.get(one.indicator), one, names=names, is_new=one.indicator in news.fresh)
        for one in now.measures if one.state is MeasureState.MET
    ]
    return Wording(
        name=scenario.name if scenario is not None else now.scenario,
        before_name=levels[news.before].name if news.before < len(levels) else str(news.before),
        meaning=_meaning(levels, now),
        because=(*_changed(scenario, now, news), *(f"{level_reason(reason, names)}." for reason in now.reasons)),
        outlook=tuple(_outlook(now, names)),
        told=tuple(sorted(told, key=lambda one: not one.new)),
        unseen=tuple(names.get(one, one) for one in now.unseen),
    )


def _meaning(levels: Sequence[LevelRule], now: Assessment) -> str:
    """Say what the level means to the author; nothing where it is none of these levels any more."""
    there = now.level < len(levels) and levels[now.level].name == now.level_name
    return levels[now.level].meaning if there else ""


def _changed(scenario: Scenario | None, now: Assessment, news: News) -> Iterator[str]:
    """Say why this alert may not read as the one before, or as the scenario does."""
    if news.rules_changed:
        yield _("The rules of this scenario have changed since the alert before.")
    if scenario is None or scenario.mark != now.mark:
        yield _("It was assessed by other rules than those of now.")


def _outlook(now: Assessment, names: Mapping[str, str]) -> Iterator[str]:
    """Say what would take the scenario to another level, one change for each direction: the strongest."""
    for message, effects in ((marked("Higher with: %(change)s."), now.raising),
                             (marked("Lower with: %(change)s."), now.lowering)):
        effect = next((one for one in effects if one.level != now.level), None)
        if effect is not None:
            yield _(message) % {"change": effect_words(effect, names)}


def _told(
    view: View, indicator: Indicator | None, measure: Measure, *, names: Mapping[str, str], is_new: bool
) -> Told:
    rule = "; ".join(measure_reason(reason, names) for reason in measure.reasons)
    quotes = tuple(_quotes(view, measure.events[-QUOTED:])) if is_new else ()
    if indicator is None:
        return Told(
            indicator=measure.indicator, name=measure.indicator, rule=rule, new=is_new, against=measure.points < 0,
            quotes=quotes,
        )
    return Told(
        indicator=indicator.id, name=indicator.name, rule=rule or rule_words(indicator.rule), why=indicator.why,
        new=is_new, against=indicator.against, quotes=quotes,
    )


def _quotes(view: View, ids: Sequence[str]) -> Iterator[Quote]:
    for event in view.events_of_ids(ids):
        spots = tuple(islice(_spots(event), _SPOTS))
        for said in islice(evidence_by_party(view, event), PARTIES):
            yield Quote(
                event=event.id, sentence=said.sentence.strip(), said_by=" <- ".join(said.chain),
                published=said.published, url=said.url, places=spots,
            )


def _spots(event: Event) -> Iterator[Spot]:
    for mention in event.places:
        if mention.role is PlaceRole.AT:
            yield Spot(name=mention.place.name, lat=mention.place.lat, lon=mention.place.lon)
