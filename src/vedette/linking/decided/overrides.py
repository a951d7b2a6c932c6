"""Puts the grade that a person gave in the place of the one that the rule proposes.

Rule: an override holds for the event that now has most of the claims it was given for;
of equals, the one whose claims come first. Of several for one event, the newest that says
something of the letter counts for the letter, and likewise for the digit. What the
rule proposes stays among the reasons.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from vedette.linking.decided.found_again import FoundAgain, overrides_up_to_date
from vedette.linking.ordering import moment
from vedette.linking.profile import Profile
from vedette.model import DIGITS, LETTERS, Event, Grade, Override

Groups = Sequence[Sequence[Profile]]


def overrides_of(
    groups: Groups, overrides: Iterable[Override], *, found: FoundAgain | None = None
) -> Mapping[int, tuple[Override, ...]]:
    """Find the event that each override holds for.

    Args:
        groups: The claims of each event, in canonical order; all events with a claim that an override was given for.
        overrides: In any order, undone ones too.
        found: Finds old anchors among claims of today; without it, they are looked for in the groups.

    Returns:
        The overrides of each group that has any, by its position, the newest first.
    """
    standing = [override for override in overrides if override.undone is None]
    if not standing:
        return {}
    group_of = {profile.claim.anchor: number for number, group in enumerate(groups) for profile in group}
    found = found or FoundAgain.among(profile.claim for group in groups for profile in group)
    held: dict[int, list[Override]] = defaultdict(list)
    for override in overrides_up_to_date(standing, found):
        # Claims that people rejected stand in no event.
        if numbers := [group_of[anchor] for anchor in override.anchors if anchor in group_of]:
            held[_most(numbers)].append(override)
    return {number: tuple(sorted(some, key=_moment, reverse=True)) for number, some in held.items()}


def with_overrides(event: Event, overrides: Sequence[Override]) -> Event:
    """Give the event with the grade that people gave it.

    Args:
        event: As the rule grades it.
        overrides: Those that hold for it, the newest first.
    """
    letter = next((one for one in overrides if one.letter is not None), None)
    digit = next((one for one in overrides if one.digit is not None), None)
    if letter is None and digit is None:
        return event
    proposed = event.grade
    reasons = [_reason(one.letter, LETTERS[one.letter], one) for one in (letter,) if one and one.letter]
    reasons += [_reason(str(one.digit), DIGITS[one.digit], one) for one in (digit,) if one and one.digit]
    return replace(event, grade=Grade(
        letter=(letter.letter if letter else None) or proposed.letter,
        digit=(digit.digit if digit else None) or proposed.digit,
        reasons=(*reasons, f"the rule proposes {proposed}", *proposed.reasons),
    ))


def _reason(given: str, meaning: str, override: Override) -> str:
    why = f": {override.why}" if override.why else ""
    return f"{given}: {meaning}, set by {override.by} on {override.at[:10]}{why}"


def _most(numbers: Iterable[int]) -> int:
    counted = Counter(numbers)
    return min(counted, key=lambda number: (-counted[number], number))


def _moment(override: Override) -> tuple[str, str]:
    return moment(override.at), override.id
