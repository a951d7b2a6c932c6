"""Values of one event that cannot all hold, side by side, with who gives which.

Not a conflict: a rounded figure (within 10%; "about 30,000" for anything that rounds to
it), "at least 18" and 21, ranges that overlap, counts of different things, a part and
the whole (of another scope, given together by one who should know, or adding up), a plan
and what came of it, one night told from either side of midnight, and a figure or date
that its own origin revised (only the latest word of each origin is looked at; see
:mod:`vedette.linking.disagreement.updates`). A part that is larger than the whole is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from vedette.linking.disagreement.figures import figures_differ
from vedette.linking.lineage.stated import (
    Bodies,
    Said,
    Value,
    by_value,
    speaker_of,
    stated_doers,
    stated_figures,
    stated_happening,
    stated_periods,
    stated_places,
)
from vedette.linking.profile import Profile
from vedette.linking.when import Window, disagree
from vedette.model import Conflict, ConflictValue, EventType, Stage


def find_conflicts(profiles: Sequence[Profile], bodies: Bodies) -> tuple[Conflict, ...]:
    """Find what the claims of one event disagree on: whether it happened, when, where, who, how many.

    Args:
        profiles: The claims of one event, in canonical order.
        bodies: Whose word each claim is, by claim id.
    """
    held = [profile for profile in profiles if not profile.denies]
    periods = stated_periods(held)
    return (
        *_conflict("happened", stated_happening(profiles), bodies, differ=lambda one, other: one.value != other.value),
        *(found for stage in Stage for found in _on_period(periods.get(stage, []), bodies)),
        *_conflict("place", stated_places(held), bodies, differ=_nothing_in_common),
        *_on_doers(held, bodies),
        *_on_figures(held, bodies),
    )


def latest_words(said: Sequence[Said[Value]], bodies: Bodies) -> list[Said[Value]]:
    """Keep what each origin said last: what it said before, it has revised."""
    last: dict[str, str] = {}
    for one in said:
        speaker = speaker_of(one, bodies)
        last[speaker] = max(one.profile.key[0], last.get(speaker, ""))
    return [one for one in said if one.profile.key[0] == last[speaker_of(one, bodies)]]


def _on_period(said: Sequence[Said[Window]], bodies: Bodies) -> Iterable[Conflict]:
    return _conflict("period", said, bodies, differ=lambda one, other: disagree(one.value, other.value))


def _on_doers(profiles: Sequence[Profile], bodies: Bodies) -> Iterable[Conflict]:
    """Who did it. Different types of one incident see it from different sides, and are not compared."""
    by_type: dict[EventType, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_type[profile.claim.type].append(profile)
    for group in by_type.values():
        yield from _conflict("actors", stated_doers(group), bodies, differ=_nothing_in_common)


def _on_figures(profiles: Sequence[Profile], bodies: Bodies) -> Iterable[Conflict]:
    for counted, said in stated_figures(profiles).items():
        differ = figures_differ(latest_words(said, bodies), bodies)
        yield from _conflict(f"quantity:{counted.unit}", said, bodies, differ=differ)


def _nothing_in_common(one: Said[frozenset[str]], other: Said[frozenset[str]]) -> bool:
    return not one.value & other.value


def _conflict(
    field: str, said: Sequence[Said[Value]], bodies: Bodies, *, differ: Callable[[Said[Value], Said[Value]], bool]
) -> Iterable[Conflict]:
    """Show every value that cannot hold beside another origin's; those that stand against the same are one side."""
    values = by_value(latest_words(said, bodies))
    speakers = {shown: {speaker_of(one, bodies) for one in given} for shown, given in values.items()}
    sides: dict[frozenset[str], list[str]] = defaultdict(list)
    for shown, given in values.items():
        rivals = frozenset(
            rival for rival, others in values.items()
            if differ(given[0], others[0]) and len(speakers[shown] | speakers[rival]) > 1
        )
        if rivals:
            sides[rivals].append(shown)
    if sides:
        yield Conflict(field=field, values=tuple(_side(alike, speakers, said, bodies) for alike in sides.values()))


def _side(
    alike: Sequence[str], speakers: Mapping[str, set[str]], said: Sequence[Said[Value]], bodies: Bodies
) -> ConflictValue:
    """Make one side of values that agree, under the one that most origins give, the first of equals.

    Who says it still has all on it that said so, the first report as well as the last.
    """
    claims = sorted({
        one.profile.claim.id for one in said if one.shown in alike and speaker_of(one, bodies) in speakers[one.shown]
    })
    return ConflictValue(
        value=max(alike, key=lambda shown: len(speakers[shown])),
        claims=tuple(claims), origins=tuple(sorted({bodies[claim].name for claim in claims})),
    )
