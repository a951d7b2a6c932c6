"""Whether a new judgement fits what people judged before, and if not, along which path.

*Same* is passed on from claim to claim. So a *same* closes a contradiction where a chain of
them would then join two claims that are judged different, and a *different* or *unsure*
where a chain joins its two sides already. A judgement that was left open (*unsure*) may
be settled by a later *same* or *different*.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vedette.errors import JudgementError
from vedette.linking.decided.found_again import FoundAgain, brought_up_to_date
from vedette.linking.decided.judged import Partition, newest_first
from vedette.model import Claim, Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Step:
    """One judgement on a path, from the claim at its beginning to the claim at its end (anchors)."""

    judgement: Judgement
    start: str
    end: str


def refuse_contradiction(new: Judgement, judgements: Sequence[Judgement], claims: Iterable[Claim]) -> None:
    """Let a judgement pass that fits what people judged before.

    Args:
        new: What somebody is about to judge.
        judgements: Those on record, undone ones too.
        claims: All claims of every report that one of these is about.

    Raises:
        JudgementError: It does not; the message gives the path that contradicts, and what to do.
    """
    told = tuple(claims)
    if new.verdict is not Verdict.SAME and set(new.left) & set(new.right):
        raise JudgementError(
            "Nothing was changed: a claim cannot be kept apart from itself. Give two events or claims that share none; "
            "to take a claim out of its event: vedette judge split EVENT CLAIM."
        )
    found = FoundAgain.among(told)
    for today in brought_up_to_date([new], found):
        if path := find_contradiction(today, brought_up_to_date(judgements, found)):
            names = {claim.anchor: claim.id for claim in reversed(told)}
            raise JudgementError(_refusal(new, path, names))


def _refusal(new: Judgement, path: Sequence[Step], names: Mapping[str, str]) -> str:
    steps = "; ".join(
        f"{names.get(step.start, step.start)} and {names.get(step.end, step.end)} are {_said(step.judgement)}"
        for step in path
    )
    return (
        f"Nothing was changed: '{new.verdict}' contradicts what people judged before: {steps}. "
        f"To judge otherwise, take one of these back first, for example: vedette judge undo {path[-1].judgement.id}"
    )


def _said(judgement: Judgement) -> str:
    why = f": {judgement.why}" if judgement.why else ""
    return f"{judgement.verdict} ({judgement.id} by {judgement.by} on {judgement.at[:10]}{why})"


def find_contradiction(new: Judgement, judgements: Sequence[Judgement]) -> tuple[Step, ...]:
    """Give the path of judgements that contradicts a new one; empty where there is none.

    The path runs through standing judgements only, from one side of what is contradicted
    to the other; where a standing *different* is what a *same* would break, it is the last step.

    Args:
        new: What somebody is about to judge, on anchors of today.
        judgements: Those on record, on anchors of today.

    Example:
        >>> first = Judgement.of("a", "b", Verdict.SAME, by="Ann", at="2025-09-12")
        >>> second = Judgement.of("b", "c", Verdict.SAME, by="Ben", at="2025-09-13")
        >>> third = Judgement.of("a", "c", Verdict.DIFFERENT, by="Eve", at="2025-09-14")
        >>> [(step.start, step.end) for step in find_contradiction(third, [first, second])]
        [('a', 'b'), ('b', 'c')]
    """
    standing = list(reversed(newest_first(judgements)))
    same = [one for one in standing if one.verdict is Verdict.SAME]
    apart = [one for one in standing if one.verdict is Verdict.DIFFERENT]
    if new.verdict is Verdict.SAME:
        return _broken_by(new, same, apart)
    joined = _path(new.left, new.right, same)
    if joined or new.verdict is Verdict.DIFFERENT:
        return joined
    return _open_again(new, same, apart)


def _broken_by(new: Judgement, same: Sequence[Judgement], apart: Iterable[Judgement]) -> tuple[Step, ...]:
    """Find a *different* of which the two sides would be joined by the new *same*."""
    then = [*same, new]
    parts = _joined(then)
    for different in apart:
        ours = {parts.root(anchor) for anchor in different.left}
        if ours.isdisjoint(parts.root(anchor) for anchor in different.right):
            continue
        path = _path(different.left, different.right, then)
        return (*(step for step in path if step.judgement is not new), Step(different, path[-1].end, path[0].start))
    return ()


def _open_again(new: Judgement, same: Sequence[Judgement], apart: Iterable[Judgement]) -> tuple[Step, ...]:
    """Find a *different* that already decides what the new judgement would leave open."""
    parts = _joined(same)
    sides = [{parts.root(anchor): anchor for anchor in side} for side in (new.left, new.right)]
    for different in apart:
        for left, right in ((different.left, different.right), (different.right, different.left)):
            start = next((sides[0][root] for root in map(parts.root, left) if root in sides[0]), None)
            end = next((sides[1][root] for root in map(parts.root, right) if root in sides[1]), None)
            if start and end:
                return (Step(different, start, end),)
    return ()


def _joined(same: Iterable[Judgement]) -> Partition:
    parts = Partition()
    for judgement in same:
        parts.join((*judgement.left, *judgement.right))
    return parts


def _path(starts: Iterable[str], goals: Iterable[str], same: Sequence[Judgement]) -> tuple[Step, ...]:
    """Find the shortest chain of *same* from one of the starts to one of the goals."""
    wanted, came_by = frozenset(goals), dict[str, Step | None].fromkeys(starts)
    waiting, unused = deque(came_by), list(same)
    while waiting:
        here = waiting.popleft()
        if here in wanted:
            return _steps_to(here, came_by)
        for judgement in [one for one in unused if here in one.left or here in one.right]:
            unused.remove(judgement)
            for anchor in (*judgement.left, *judgement.right):
                if anchor not in came_by:
                    came_by[anchor] = Step(judgement, here, anchor)
                    waiting.append(anchor)
    return ()


def _steps_to(end: str, came_by: dict[str, Step | None]) -> tuple[Step, ...]:
    steps: list[Step] = []
    while step := came_by[end]:
        steps.append(step)
        end = step.start
    return tuple(reversed(steps))
