"""What an assistant is told of warnings: how scenarios stand, why, and on which events that rests.

Names and questions of scenarios are those of whoever runs the desk; who stands behind what is met comes from reports.
"""

from __future__ import annotations

from vedette.model import Assessment, Measure, Scenario
from vedette.presentation.assessment_lines import standings
from vedette.presentation.assessment_words import (
    confidence_reason,
    confidence_word,
    effect_words,
    is_blind,
    level_reason,
    likelihood_words,
    trend_word,
)
from vedette.presentation.mcp.citing import FEW_CITATIONS, NOTICE, Answer, event_address, event_answer, untrusted
from vedette.presentation.measure_words import Names, measure_reason, state_word
from vedette.store.ports import View

# Each of them is given with citations; further ones by their addresses.
MOST_EVENTS_CITED = 10


def list_warnings(view: View, *, day: str | None = None) -> Answer:
    """Say how all scenarios stand, or stood on a day."""
    return {"notice": NOTICE, "warnings": [_standing(rules, now) for now, rules in standings(view, day)]}


def get_warning(view: View, scenario: str, *, day: str | None = None) -> Answer:
    """Say how one scenario stands, with the events that it rests on. Raises UnknownId."""
    rules, now = view.scenario(scenario), view.assessment(scenario, day)
    names = {one.id: one.name for one in rules.indicators}
    met = list(dict.fromkeys(event for one in now.measures if one.indicator in now.met for event in one.events))
    effects = ("would_raise", now.raising), ("would_lower", now.lowering)
    return {
        "notice": NOTICE, **_standing(rules, now), "about": rules.about,
        "why": [level_reason(one, names) for one in now.reasons],
        "indicators": [_indicator(one, names) for one in now.measures],
        # By other rules than those of now, a change would do something else.
        **{name: [effect_words(one, names) for one in some if now.mark == rules.mark] for name, some in effects},
        "events": [
            event_answer(view, one, most=FEW_CITATIONS) for one in view.events_of_ids(met[:MOST_EVENTS_CITED])
        ],
    }


def _standing(rules: Scenario, now: Assessment) -> Answer:
    return {
        "scenario": now.scenario, "name": rules.name, "question": rules.question, "day": now.day,
        "level": now.level_name, "rank": f"{now.level + 1} of {max(len(rules.levels), now.level + 1)}",
        "trend": trend_word(now.trend), "blind": is_blind(now),
        "likelihood": likelihood_words(now.likelihood) if now.likelihood is not None else None,
        "confidence": confidence_word(now.confidence),
        "confidence_reasons": [confidence_reason(one) for one in now.confidence_reasons],
    }


def _indicator(measure: Measure, names: Names) -> Answer:
    return {
        "name": names.get(measure.indicator, measure.indicator), "state": state_word(measure.state),
        # Both name parties as reports have them.
        "reasons": [untrusted(measure_reason(one, names)) for one in measure.reasons],
        "parties": [untrusted(one) for one in measure.parties], "lapses": measure.lapses,
        "events": [event_address(one) for one in measure.events],
    }
