"""What two claims come to, by aspects and by their words, is what comparing them says: each verdict, each score."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawn_desks import DAYS, claim_of, told
from vedette.linking.profile import Profile
from vedette.linking.same.cluster import Verdicts
from vedette.linking.same.same_event import compare
from vedette.model import Verdict

MEANS = [(), (("Gerbera", "uav"),), (("Shahed", "uav"),), (("Oreshnik", "ballistic_missile"),)]
FIRST = "Poland closed its border on Thursday night."
SECOND = "Two drones fell near the town, and nobody was hurt."
WIRE = f"{FIRST} {SECOND}"
SENTENCES = [(0, len(FIRST)), (len(FIRST) + 1, len(WIRE))]
drawn_claim = st.tuples(told, st.sampled_from(DAYS), st.sampled_from(MEANS), st.sampled_from([None, 40, 41]))
copied = st.tuples(
    drawn_claim, st.sampled_from(["The Daily", "Alpha"]), st.sampled_from(SENTENCES), st.integers(0, 1),
    st.sampled_from([0, 40]),
)


def profiles_of(newsroom: Any, drawn: Sequence[Any], copies: Sequence[Any] = ()) -> list[Profile]:
    newsroom.claims.clear()
    newsroom.reports.clear()
    for number, (one, published, means, troops) in enumerate(drawn):
        report = newsroom.report(f"Text {number}, of its own, which nobody has copied.", published=published)
        claim_of(newsroom, report, 0, one)
        claim(newsroom, newsroom.report(f"And text {number}."), one, means, troops)
    for (one, _, means, troops), outlet, sentence, part, at in copies:
        claim(newsroom, newsroom.report(WIRE, outlet=outlet), one, means, troops, sentence=sentence, part=part, at=at)
    return list(newsroom.profiles())


def claim(newsroom: Any, report: Any, one: Any, means: Any, troops: int | None, **more: Any) -> None:
    fields = {name: one[name] for name in ("where", "by", "when", "factuality", "stage", "names")}
    counted = [newsroom.count(troops, "troops")] if troops else []
    newsroom.claim(one["type"], report=report, equipment=means, quantities=counted, **fields, **more)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(drawn_claim, max_size=4), copies=st.lists(copied, max_size=6))
def test_by_aspects_it_comes_out_as_by_comparing(newsroom: Any, drawn: Any, copies: Any) -> None:
    verdicts = Verdicts()

    for left, right in permutations(profiles_of(newsroom, drawn, copies), 2):
        whole = compare(left, right)
        assert verdicts.of(left, right) == (whole.verdict, whole.score)


def test_one_sentence_in_two_copies_and_the_same_words_told_twice_are_seen(newsroom: Any) -> None:
    one = {"where": ["Lublin"], "by": [], "when": None, "factuality": "asserted", "stage": "happened", "names": []}
    wire, copy = newsroom.report(WIRE, outlet="The Daily"), newsroom.report(WIRE, outlet="Alpha")
    for report, part in ((wire, 0), (wire, 1), (copy, 0)):
        claim(newsroom, report, {**one, "type": "strike"}, (), None, sentence=SENTENCES[1], part=part)
    first, again, copied_from = (
        next(each for each in newsroom.profiles() if each.claim.id == made.id) for made in newsroom.claims
    )
    verdicts = Verdicts()

    assert verdicts.of(first, again)[0] is Verdict.DIFFERENT
    assert verdicts.of(first, copied_from)[0] is Verdict.SAME
