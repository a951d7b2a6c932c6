"""What an assessment is told with: the names and rules of its author, and the sentences that indicators rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vedette.alerting import News, Wording
from vedette.alerting.noticing import Word
from vedette.model import (
    Assessment,
    Event,
    Indicator,
    Measure,
    MeasureState,
    PlaceRole,
    Scenario,
)
from vedette.presentation.assessment_words import effect_words, level_reason
from vedette.presentation.evidence import plainest_evidence
from vedette.presentation.indicator_words import rule_words
from vedette.presentation.measure_words import measure_reason
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import marked
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
    told = [
        _told(view, scenario.indicator(one.indicator), one, names=names, is_new=one.indicator in news.fresh)
        for one in now.measures if one.state is MeasureState.MET
    ]
    before = scenario.levels[news.before].name if news.before < len(scenario.levels) else str(news.before)
    changed = (_("The rules of this scenario have changed since the alert before."),) if news.rules_changed else ()
    return Wording(
        name=scenario.name, before_name=before, meaning=scenario.levels[now.level].meaning,
        because=(*changed, *(f"{level_reason(reason, names)}." for reason in now.reasons)),
        outlook=tuple(_outlook(now, names)),
        told=tuple(sorted(told, key=lambda one: not one.new)), unseen=tuple(names[one] for one in now.unseen),
    )


def _outlook(now: Assessment, names: Mapping[str, str]) -> Iterator[str]:
    """Say what would take the scenario to another level, one change for each direction: the strongest."""
    for message, effects in ((marked("Higher with: %(change)s."), now.raising),
                             (marked("Lower with: %(change)s."), now.lowering)):
        effect = next((one for one in effects if one.level != now.level), None)
        if effect is not None:
            yield _(message) % {"change": effect_words(effect, names)}


def _told(
    view: View, indicator: Indicator, measure: Measure, *, names: Mapping[str, str], is_new: bool
) -> Told:
    return Told(
        indicator=indicator.id, name=indicator.name,
        rule="; ".join(measure_reason(reason, names) for reason in measure.reasons) or rule_words(indicator.rule),
        why=indicator.why, new=is_new, against=indicator.against,
        quotes=tuple(_quotes(view, measure.events[-QUOTED:])) if is_new else (),
    )


def _quotes(view: View, ids: Sequence[str]) -> Iterator[Quote]:
    for event in view.events_of_ids(ids):
        said = plainest_evidence(view, event)
        if said is not None:
            yield Quote(
                event=event.id, sentence=said.sentence.strip(), said_by=" <- ".join(said.chain),
                published=said.published, url=said.url, places=tuple(_spots(event))[:_SPOTS],
            )


def _spots(event: Event) -> Iterator[Spot]:
    for mention in event.places:
        if mention.role is PlaceRole.AT:
            yield Spot(name=mention.place.name, lat=mention.place.lat, lon=mention.place.lon)
