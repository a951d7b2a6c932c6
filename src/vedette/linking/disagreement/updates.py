"""Origins that changed their word about an event: what they said first, and what they say now.

A figure or a date that its own origin corrects is no conflict. It is shown as an update,
so that nobody takes the first word for a second source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from vedette.linking.disagreement.figures import figures_differ
from vedette.linking.lineage.stated import (
    Bodies,
    Said,
    Value,
    by_value,
    speaker_of,
    stated_figures,
    stated_happening,
    stated_periods,
)
from vedette.linking.profile import Profile
from vedette.linking.when import disagree
from vedette.model import Stage, Update, UpdateStep


def find_updates(profiles: Sequence[Profile], bodies: Bodies) -> tuple[Update, ...]:
    """Find what known origins of one event took back: that it happened, its date, a figure.

    Rule: one origin gives, on a later day or at a later time, a value that cannot hold
    beside what it said before. To repeat a first word after that is a step of its own.

    Args:
        profiles: The claims of one event, in canonical order.
        bodies: Whose word each claim is, by claim id.
    """
    held = [profile for profile in profiles if not profile.denies]
    periods = stated_periods(held)
    found = [_updates(
        "happened", stated_happening(profiles), bodies, differ=lambda one, other: one.value != other.value
    )]
    for stage in Stage:
        found.append(_updates(
            "period", periods.get(stage, []), bodies, differ=lambda one, other: disagree(one.value, other.value)
        ))
    for counted, said in stated_figures(held).items():
        found.append(_updates(f"quantity:{counted.unit}", said, bodies, differ=figures_differ(said, bodies)))
    return tuple(update for updates in found for update in updates)


def _updates(
    field: str, said: Sequence[Said[Value]], bodies: Bodies, *, differ: Callable[[Said[Value], Said[Value]], bool]
) -> Iterable[Update]:
    by_speaker: dict[str, list[Said[Value]]] = defaultdict(list)
    for one in said:
        if bodies[one.profile.claim.id].known:
            by_speaker[speaker_of(one, bodies)].append(one)
    for speaker in sorted(by_speaker):
        steps = _steps(by_speaker[speaker], differ)
        if len(steps) > 1:
            name = bodies[steps[0][0].profile.claim.id].name
            yield Update(field=field, origin=name, steps=tuple(map(_step, steps)))


def _steps(said: Sequence[Said[Value]], differ: Callable[[Said[Value], Said[Value]], bool]) -> list[list[Said[Value]]]:
    """Group what one origin says, in the order of publication, into stretches without a contradiction."""
    steps: list[list[Said[Value]]] = []
    for told in _in_turn(said):
        changed = not steps or all(differ(new, old) for new in told for old in steps[-1])
        if changed:
            steps.append(told)
        else:
            steps[-1] += told
    return steps


def _in_turn(said: Sequence[Said[Value]]) -> list[list[Said[Value]]]:
    """Put together what was said at one moment, the earliest first.

    Versions of one page all name the moment of the first one. They follow one another as the desk met them.
    """
    versions: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for one in said:
        versions[one.profile.key[0], one.profile.report.url].add(one.profile.report.id)
    turns: dict[tuple[str, str], list[Said[Value]]] = defaultdict(list)
    for one in said:
        moment, report = one.profile.key[0], one.profile.report
        edited = report.url is not None and len(versions[moment, report.url]) > 1
        turns[moment, (report.first_seen or "") if edited else ""].append(one)
    return [turns[turn] for turn in sorted(turns)]


def _step(said: Sequence[Said[Value]]) -> UpdateStep:
    return UpdateStep(
        value="; ".join(by_value(said)), published=said[0].profile.report.published,
        claims=tuple(sorted({one.profile.claim.id for one in said})),
    )
