"""Whether two claims can tell of the same time."""

from __future__ import annotations

from vedette.linking.feature import NEUTRAL, RULED_OUT, Feature
from vedette.linking.kinship import INCIDENTS, REPEATABLE
from vedette.linking.profile import Profile
from vedette.linking.threads.sums import AGGREGATE_HOURS, until_told
from vedette.linking.when import FOREVER, MIDNIGHT_HOURS, Window
from vedette.model import Stage

SAME_DAY = 2.0
MIDNIGHT = 1.75
INSIDE = 1.0
COARSE = 0.5
SHORTER = 3
"""A sum over three times as long as something took is another thing."""
_MEASURES = frozenset({"kg", "g", "t", "tonnes", "km", "m", "cm", "km/h", "hours", "days", "weeks", "years", "%"})
# Days between two reports, and what it is worth that they are so close where no date is named.
_NEARNESS = ((1, 1.0), (3, 0.75), (14, NEUTRAL), (60, -1.5))
_LONG_AGO = -4.0


def compare_when(left: Profile, right: Profile) -> Feature:
    """Weigh the dates of two claims.

    Rule: dates that the words name are compared as stretches of hours; a part
    of a day and the next day may be one night. Where a date is not named, the
    days of publication stand for it, and weigh less. A count over weeks, or since
    a month, is never one of its days (see ``sums``).
    """
    if _is_sum_of(left, right) or _is_sum_of(right, left):
        return Feature("when", RULED_OUT, "one counts several incidents over weeks, the other is of a shorter time")
    if left.window and right.window:
        return _compare_windows(left, right)
    return _compare_nearness(left, right)


def _is_sum_of(whole: Profile, part: Profile) -> bool:
    if whole.family not in INCIDENTS or whole.window is None or part.window is None:
        return False
    counted, inside = until_told(whole.window, whole.day), until_told(part.window, part.day)
    hours = counted.end - counted.start
    if hours <= AGGREGATE_HOURS or (inside.end - inside.start) * SHORTER > hours:
        return False
    return counts_several(whole)


def counts_several(profile: Profile) -> bool:
    """Say whether a claim has a figure that counts more than one of something."""
    return any(count.value > 1 and count.unit not in _MEASURES for count in profile.claim.quantities)


def _compare_windows(left: Profile, right: Profile) -> Feature:
    first, second = left.window, right.window
    if first is None or second is None:
        return Feature("when", NEUTRAL, "no date")
    words = f"{left.when_words} / {right.when_words}"
    if first.open_end and second.open_end:
        first, second = first.opening, second.opening
    if not first.overlaps(second):
        return _compare_apart(left, right, gap=first.gap(second), words=words)
    return Feature("when", _overlap_value(first, second), words)


def _overlap_value(first: Window, second: Window) -> float:
    if first.within_a_day and second.within_a_day:
        return SAME_DAY
    if first.open_end or second.open_end:
        opening, other = (first.opening, second) if first.open_end else (second.opening, first)
        return SAME_DAY - 0.5 if opening.overlaps(other) or opening.gap(other) <= MIDNIGHT_HOURS else COARSE
    if (first.start, first.end) == (second.start, second.end):
        return INSIDE if first.coarse else SAME_DAY
    nested = first.holds(second) or second.holds(first)
    return INSIDE if nested and not (first.coarse or second.coarse) else COARSE


def _compare_apart(left: Profile, right: Profile, *, gap: int, words: str) -> Feature:
    finer = any(profile.window and profile.window.finer_than_day for profile in (left, right))
    if finer and gap <= MIDNIGHT_HOURS:
        return Feature("when", MIDNIGHT, f"{words}: either side of midnight")
    repeats = left.family in REPEATABLE
    if gap < 24:
        return Feature("when", -0.5 if repeats else NEUTRAL, f"{words}: a day apart")
    plan_and_fact = (left.claim.stage is Stage.PLANNED) is not (right.claim.stage is Stage.PLANNED)
    if not repeats and gap <= (14 * 24 if plan_and_fact else 72):
        return Feature("when", -2.0, f"{words}: {gap // 24 + 1} days apart")
    return Feature("when", RULED_OUT, f"{words}: {gap // 24 + 1} days apart")


def _compare_nearness(left: Profile, right: Profile) -> Feature:
    days = _days_between(left, right)
    if days is None:
        return Feature("when", _undated_value(left, right), "no date to compare")
    value = next((worth for limit, worth in _NEARNESS if days <= limit), _LONG_AGO)
    if left.family in REPEATABLE and days > 3 and value == NEUTRAL:
        value = -0.5
    return Feature("when", value, f"no date in one of them; told {days} days apart")


def _undated_value(left: Profile, right: Profile) -> float:
    """Weigh that nothing dates one of them: what recurs may be another time, unless one denies what the other says."""
    undatable = all(profile.window is None and profile.report.published is None for profile in (left, right))
    if left.family not in REPEATABLE or undatable or left.denies is not right.denies:
        return NEUTRAL
    return -0.5


def _days_between(left: Profile, right: Profile) -> int | None:
    """Count the days between a named date and a publication, or between two publications."""
    distances = []
    for dated, undated in ((left, right), (right, left)):
        if dated.window and undated.day is not None:
            distances.append(_days_to(dated.window, undated.day))
    if left.day is not None and right.day is not None and not (_names_past(left) or _names_past(right)):
        distances.append(abs(left.day - right.day))
    return min(distances, default=None)


def _days_to(window: Window, day: int) -> int:
    end = window.start + 24 * 30 if window.end >= FOREVER else window.end
    return max(0, (window.start - day * 24 - 23) // 24, (day * 24 - end) // 24 + 1) if window.start > -FOREVER else 0


def _names_past(profile: Profile) -> bool:
    """Say whether the date lies more than three days before the report: then its publication says nothing of it."""
    return bool(profile.window and profile.day is not None and profile.window.end < (profile.day - 3) * 24)
