"""How scenarios stand as lines: one row or one JSON object each, and one scenario explained line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from vedette.model import Assessment, Measure, MeasureState, Scenario
from vedette.model.warning_codec import assessment_to_json
from vedette.presentation.assessment_words import (
    confidence_reason,
    confidence_word,
    effect_words,
    is_blind,
    level_reason,
    likelihood_words,
    percent,
    points_with_sign,
    trend_word,
)
from vedette.presentation.evidence import Evidence, evidence_by_party
from vedette.presentation.measure_words import measure_reason, state_word
from vedette.presentation.period_words import describe_day
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import marked
from vedette.store import View

COLUMNS = (
    "scenario", "day", "level", "trend", "likelihood", "points", "confidence", "observable", "met", "thin", "unmet",
    "not observable",
)
Standing = tuple[Assessment, Scenario]
# So many events of an indicator are quoted, the last ones, each in the words of so many parties: with two it is met.
QUOTED, PARTIES = 3, 2


def standings(view: View, day: str | None = None) -> Iterator[Standing]:
    """Give how each scenario of a desk stands, or stood on a day, with its rules; by id.

    One that somebody takes up between the two looks that this takes is left to the next.
    """
    known = {one.id: one for one in view.scenarios()}
    yield from ((one, known[one.scenario]) for one in view.assessments(day) if one.scenario in known)


def assessment_row(assessment: Assessment) -> tuple[str, ...]:
    """Give the row of an assessment: its level and how many indicators stand how."""
    states = [one.state for one in assessment.measures]
    likelihood = str(assessment.likelihood or "").replace("_", " ")
    return (
        assessment.scenario, assessment.day, assessment.level_name, trend_word(assessment.trend), likelihood,
        f"{assessment.points:g}", confidence_word(assessment.confidence), f"{percent(assessment.observable)} %",
        *(str(states.count(state)) for state in MeasureState),
    )


def assessment_line(assessment: Assessment, scenario: Scenario) -> dict[str, Any]:
    """Give an assessment as a JSON object, with the name and the question of its scenario."""
    return {**assessment_to_json(assessment), "name": scenario.name, "question": scenario.question}


def level_lines(assessment: Assessment, scenario: Scenario) -> Iterator[str]:
    """Say how a scenario stands and why; how likely it is and how sure we are in sentences of their own."""
    names = names_of(scenario)
    yield _("Level: %(level)s (%(number)s), %(trend)s.") % {
        "level": assessment.level_name, "number": assessment.level, "trend": trend_word(assessment.trend),
    }
    if assessment.mark != scenario.mark:
        yield _("It was assessed by other rules than those of now.")
    elif meaning := scenario.levels[assessment.level].meaning.strip():
        yield meaning
    for reason in assessment.reasons:
        yield _("Why: %(reason)s.") % {"reason": level_reason(reason, names)}
    if assessment.likelihood is not None:
        yield _("Likelihood, by its author: %(likelihood)s.") % {"likelihood": likelihood_words(assessment.likelihood)}
    why_sure = "; ".join(confidence_reason(reason) for reason in assessment.confidence_reasons)
    yield _("Confidence: %(confidence)s: %(reasons)s.") % {
        "confidence": confidence_word(assessment.confidence), "reasons": why_sure,
    }
    if is_blind(assessment):
        yield _("Blind: less than half of the weight can be observed. A low level says little.")


def measure_words(measure: Measure, names: Mapping[str, str]) -> str:
    """Say why an indicator stands as it does, and until when."""
    said = [measure_reason(reason, names) for reason in measure.reasons]
    if measure.lapses is not None:
        said.append(_("lapses on %(day)s if nothing new is told") % {"day": describe_day(measure.lapses)})
    return "; ".join(said)


def measure_points(measure: Measure) -> str:
    """Write the points that an indicator gives or takes away today; nothing where it gives none."""
    return points_with_sign(measure.points) if measure.points else ""


def measure_state(measure: Measure) -> str:
    """Say how an indicator stands."""
    return state_word(measure.state)


def effect_rows(assessment: Assessment, scenario: Scenario) -> Iterator[tuple[str, str, str, str]]:
    """Say what would raise or lower the level or its points: what it does, what happens, by how much, to which level.

    Nothing is said of an assessment by other rules than those of now.
    """
    names = names_of(scenario)
    if assessment.mark != scenario.mark:
        return
    for effect in (*assessment.raising, *assessment.lowering):
        upwards = effect in assessment.raising
        moved = effect.level != assessment.level
        label = _effect_label(upwards=upwards, moved=moved)
        points = points_with_sign(round(effect.points, 2))
        yield label, effect_words(effect, names), points, scenario.levels[effect.level].name


def _effect_label(*, upwards: bool, moved: bool) -> str:
    if upwards:
        return _("raises it") if moved else _("adds points")
    return _("lowers it") if moved else _("takes points")


def quotes(view: View, measure: Measure) -> Iterator[tuple[str, Evidence]]:
    """Give the last events that an indicator rests on, each with the plainest sentences of two parties."""
    for event in view.events_of_ids(measure.events[-QUOTED:]):
        for said in islice(evidence_by_party(view, event), PARTIES):
            yield event.id, said


def steps(before: Assessment | None, now: Assessment, scenario: Scenario) -> Iterator[str]:
    """Say what is met now and was not at the assessment before, and what is met no more.

    Args:
        before: The assessment before, if there is one.
        now: The assessment.
        scenario: Whose indicators they are.
    """
    names, met_before = names_of(scenario), before.met if before is not None else ()
    for message, ids in (
        (marked("met: %(names)s"), [one for one in now.met if one not in met_before]),
        (marked("met no more: %(names)s"), [one for one in met_before if one not in now.met]),
    ):
        if ids:
            yield _(message) % {"names": ", ".join(names.get(one, one) for one in ids)}


def names_of(scenario: Scenario) -> Mapping[str, str]:
    """Give the names of the indicators of a scenario by id."""
    return {one.id: one.name for one in scenario.indicators}
