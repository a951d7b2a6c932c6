"""What two claims of different texts come to, by aspects, is what comparing them says: each verdict, each score."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawn_desks import DAYS, claim_of, told
from vedette.linking.profile import Profile
from vedette.linking.same.aspects import WeighedAspects
from vedette.linking.same.same_event import compare

MEANS = [(), (("Gerbera", "uav"),), (("Shahed", "uav"),), (("Oreshnik", "ballistic_missile"),)]
drawn_claim = st.tuples(told, st.sampled_from(DAYS), st.sampled_from(MEANS), st.sampled_from([None, 40, 41]))


def profiles_of(newsroom: Any, drawn: Sequence[tuple[dict[str, Any], str | None, Any, int | None]]) -> list[Profile]:
    newsroom.claims.clear()
    newsroom.reports.clear()
    for number, (one, published, means, troops) in enumerate(drawn):
        report = newsroom.report(f"Text {number}, of its own, which nobody has copied.", published=published)
        claim_of(newsroom, report, 0, one)
        fields = {name: one[name] for name in ("where", "by", "when", "factuality", "stage", "names")}
        counted = [newsroom.count(troops, "troops")] if troops else []
        newsroom.claim(one["type"], report=newsroom.report(f"And text {number}."), equipment=means, quantities=counted,
                       **fields)
    return list(newsroom.profiles())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(drawn_claim, min_size=2, max_size=8))
def test_by_aspects_it_comes_out_as_by_comparing(newsroom: Any, drawn: Any) -> None:
    profiles = profiles_of(newsroom, drawn)
    weighed = WeighedAspects()
    aspects = {one.claim.id: weighed.aspects_of(one) for one in profiles}

    for left, right in combinations(profiles, 2):
        if left.text_family != right.text_family:
            whole = compare(left, right)
            pair = (aspects[left.claim.id], aspects[right.claim.id])
            assert weighed.compare(left, right, aspects=pair) == (whole.verdict, whole.score)
            assert weighed.compare(right, left, aspects=pair[::-1]) == (whole.verdict, whole.score)
