"""From verdicts to groups: what is of one class is counted, not gone through."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.linking.same.agglomerate import AGREEING_SHARE, agglomerate
from vedette.model import Verdict

Scored = tuple[Verdict, float]
VerdictOn = Callable[[int, int], Scored]

CLASSES = 4
scored = st.tuples(st.sampled_from([Verdict.SAME, Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT]), st.integers(1, 3))


def one_by_one(count: int, pairs: Sequence[tuple[int, int]], verdict_on: VerdictOn) -> list[list[int]]:
    """The rule as it is written, without any short cut."""
    groups = [{number} for number in range(count)]
    same = sorted((-verdict_on(*pair)[1], pair) for pair in pairs if verdict_on(*pair)[0] is Verdict.SAME)
    joined = True
    while joined:
        joined = False
        for _, (left, right) in same:
            ours = next(group for group in groups if left in group)
            theirs = next(group for group in groups if right in group)
            verdicts = [verdict_on(one, other)[0] for one in ours for other in theirs]
            agreeing = verdicts.count(Verdict.SAME) >= AGREEING_SHARE * len(verdicts)
            if ours is not theirs and Verdict.DIFFERENT not in verdicts and agreeing:
                groups.remove(theirs)
                ours |= theirs
                joined = True
    return sorted(sorted(group) for group in groups)


@settings(max_examples=300, deadline=None)
@given(
    class_of=st.lists(st.integers(0, CLASSES - 1), max_size=14),
    verdicts=st.lists(scored, min_size=CLASSES * CLASSES, max_size=CLASSES * CLASSES),
    met=st.sets(st.tuples(st.integers(0, CLASSES - 1), st.integers(0, CLASSES - 1))),
)
def test_it_is_the_rule_as_it_is_written(
    class_of: list[int], verdicts: list[Scored], met: set[tuple[int, int]]
) -> None:
    def of_classes(one: int, other: int) -> Scored:
        return verdicts[min(one, other) * CLASSES + max(one, other)]

    pairs = sorted({(min(pair), max(pair)) for pair in met})
    candidates = [
        (one, other) for one in range(len(class_of)) for other in range(one + 1, len(class_of))
        if (min(class_of[one], class_of[other]), max(class_of[one], class_of[other])) in pairs
    ]

    groups = agglomerate(class_of, pairs, of_classes)

    assert sorted(groups) == one_by_one(
        len(class_of), candidates, lambda one, other: of_classes(class_of[one], class_of[other])
    )


def test_a_story_that_thousands_tell_alike_takes_no_longer_than_its_classes() -> None:
    asked: list[tuple[int, int]] = []

    def same(one: int, other: int) -> Scored:
        asked.append((one, other))
        return Verdict.SAME, 5.0

    began = time.process_time()
    groups = agglomerate([number % 3 for number in range(5000)], [(0, 0), (0, 1), (1, 2)], same)

    assert [len(group) for group in groups] == [5000]
    assert len(asked) <= 6
    assert time.process_time() - began < 5
