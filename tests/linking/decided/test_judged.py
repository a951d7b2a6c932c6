"""What a person decided holds: for whole events, through others, and after a newer reader."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.errors import JudgementError
from vedette.linking.decided.contradictions import find_contradiction, refuse_contradiction
from vedette.linking.decided.found_again import FoundAgain, brought_up_to_date
from vedette.linking.decided.judged import apply_judgements
from vedette.model import Claim, EventType, Judgement, Span, Verdict
from vedette.model.codec import name_claim

DRONE = {"by": ["RU"], "when": "2025-07-28"}
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def judged(left: Any, right: Any, verdict: Verdict, day: int = 1, by: str = "Ann") -> Judgement:
    return Judgement.of(left, right, verdict, by=by, at=f"2025-09-{day:02}")


def anchors(*claims: Claim) -> list[str]:
    return [claim.anchor for claim in claims]


def read_anew(claim: Claim, **changes: Any) -> Claim:
    """The claim as a newer reader gives it."""
    changed = replace(claim, **changes)
    return replace(changed, id=name_claim(changed))


def test_two_events_judged_the_same_are_one_with_all_their_claims(newsroom: Any) -> None:
    kaunas = [newsroom.claim("drone_incident", where=["Kaunas"], **DRONE) for _ in range(3)]
    vilnius = [newsroom.claim("drone_incident", where=["Vilnius"], **DRONE) for _ in range(3)]
    assert len(newsroom.clusters()) == 2

    clusters = newsroom.clusters([judged(anchors(*kaunas), anchors(*vilnius), SAME)])

    assert clusters == [{claim.id for claim in (*kaunas, *vilnius)}]


def test_claims_split_off_stay_apart_from_each_that_remains(newsroom: Any) -> None:
    told = [newsroom.claim("drone_incident", where=["Kaunas"], **DRONE) for _ in range(5)]
    assert len(newsroom.clusters()) == 1

    clusters = newsroom.clusters([judged(anchors(*told[:2]), anchors(*told[2:]), DIFFERENT)])

    assert sorted(map(len, clusters)) == [2, 3]
    assert {claim.id for claim in told[:2]} in clusters


def test_an_event_kept_apart_stays_so_when_more_reports_come(newsroom: Any) -> None:
    first = [newsroom.claim("drone_incident", where=["Kaunas"], **DRONE) for _ in range(2)]
    apart = [judged(first[0].anchor, first[1].anchor, DIFFERENT)]
    for _ in range(4):
        newsroom.claim("drone_incident", where=["Kaunas"], **DRONE)

        clusters = newsroom.clusters(apart)

        assert not any({claim.id for claim in first} <= group for group in clusters)


@pytest.mark.parametrize("changes", [
    {"trigger": Span(2, 9)}, {"type": EventType.AIRSPACE_VIOLATION}, {"trigger": Span(1, 4), "names": ("Zapad 2025",)},
    {"trigger": Span(20, 27)},
], ids=["other words", "other type", "fewer words, other fields", "other words of the sentence"])
def test_a_judgement_holds_after_a_newer_reader(newsroom: Any, changes: dict[str, Any]) -> None:
    text = "Drones of whom? Seen over Kaunas at night."
    kaunas = newsroom.claim("drone_incident", where=["Kaunas"], text=text, **DRONE)
    vilnius = newsroom.claim("drone_incident", where=["Vilnius"], **DRONE)
    again = newsroom.claim("drone_incident", where=["Kaunas"], **DRONE)
    decided = [judged(kaunas.anchor, vilnius.anchor, SAME), judged(kaunas.anchor, again.anchor, DIFFERENT, 2)]
    assert {kaunas.id, vilnius.id} in newsroom.clusters(decided)
    assert {again.id} in newsroom.clusters(decided)

    newer = read_anew(kaunas, **changes)
    assert newer.anchor != kaunas.anchor
    newsroom.claims[0] = newer

    assert {newer.id, vilnius.id} in newsroom.clusters(decided)
    assert {again.id} in newsroom.clusters(decided)


def test_of_two_claims_near_the_lost_words_the_one_of_the_type_is_meant(newsroom: Any) -> None:
    report = newsroom.report("Drones crossed the border and the border was shut.")
    drone = newsroom.claim("drone_incident", report=report, at=7)
    closure = newsroom.claim("border_closure", report=report, at=7)
    found = FoundAgain.among([drone, closure])

    assert found.find(f"{report.id}:9-14:border_closure") == closure.anchor
    assert found.find(f"{report.id}:40-44:drone_incident") == drone.anchor
    assert found.find(f"{report.id}:40-44:strike") is None
    assert found.find("elsewhere:9-14:border_closure") is None
    assert found.find("no anchor at all") is None


def test_two_claims_that_a_newer_reader_takes_for_one_leave_the_judgement_on_the_rest(newsroom: Any) -> None:
    report = newsroom.report("Two drones fell near Kaunas, a third near Vilnius.")
    one = newsroom.claim("drone_incident", report=report, at=4)
    other = newsroom.claim("drone_incident")
    found = FoundAgain.among([one, other])
    lost = f"{report.id}:5-9:drone_incident"

    assert brought_up_to_date([judged(one.anchor, lost, DIFFERENT)], found) == ()
    (kept,) = brought_up_to_date([judged([one.anchor, other.anchor], lost, SAME)], found)
    assert set(kept.left) | set(kept.right) == {one.anchor, other.anchor}


def test_a_cycle_is_refused_with_the_path(newsroom: Any) -> None:
    a, b, c = (newsroom.claim("strike", where=["Lublin"], when=f"2025-0{month}-01") for month in (1, 4, 8))
    standing = [judged(a.anchor, b.anchor, SAME), judged(b.anchor, c.anchor, SAME, 2, by="Ben")]

    with pytest.raises(JudgementError) as refused:
        refuse_contradiction(judged(a.anchor, c.anchor, DIFFERENT, 3), standing, newsroom.claims)

    message = str(refused.value)
    assert message.startswith("Nothing was changed: 'different' contradicts")
    for part in (a.id, b.id, c.id, standing[0].id, standing[1].id, "by Ben on 2025-09-02", "vedette judge undo"):
        assert part in message


def path(new: Judgement, *standing: Judgement) -> list[tuple[str, str, str]]:
    return [(step.start, step.end, str(step.judgement.verdict)) for step in find_contradiction(new, standing)]


def test_a_same_that_would_join_what_was_judged_different_is_refused() -> None:
    apart, near = judged("a", "d", DIFFERENT), judged("a", "b", SAME, 2)

    assert path(judged("b", "d", SAME, 3), apart, near) == [("a", "b", "same"), ("d", "a", "different")]
    assert path(judged("b", "c", SAME, 3), apart, near) == []


def test_events_are_followed_through_any_of_their_claims() -> None:
    first = judged(["a", "b"], ["c"], SAME)
    assert path(judged(["x", "a"], ["c", "y"], DIFFERENT, 2), first) == [("a", "c", "same")]
    assert path(judged(["x"], ["y"], DIFFERENT, 2), first) == []


def test_what_was_left_open_may_be_settled_and_what_was_settled_is_not_opened() -> None:
    left_open = judged("a", "b", UNSURE)
    assert path(judged("a", "b", SAME, 2), left_open) == path(judged("a", "b", DIFFERENT, 2), left_open) == []
    assert path(judged("a", "b", UNSURE, 2), judged("a", "b", SAME)) == [("a", "b", "same")]
    assert path(judged("a", "b", UNSURE, 2), judged("a", "b", DIFFERENT)) == [("a", "b", "different")]
    assert path(judged("a", "c", UNSURE, 3), judged("a", "b", DIFFERENT), judged("b", "c", SAME, 2)) == [
        ("a", "c", "different"),
    ]


def test_what_was_undone_contradicts_nothing() -> None:
    undone = replace(judged("a", "b", SAME), undone="2025-09-02")
    assert path(judged("a", "b", DIFFERENT, 3), undone) == []


def test_a_claim_is_not_kept_apart_from_itself() -> None:
    with pytest.raises(JudgementError, match="judge split"):
        refuse_contradiction(judged(["a", "b"], ["b"], DIFFERENT), [], [])


VERDICTS = st.sampled_from([SAME, DIFFERENT, UNSURE])
SIDES = st.tuples(st.sets(st.sampled_from("abcdef"), min_size=1, max_size=3),
                  st.sets(st.sampled_from("abcdef"), min_size=1, max_size=3)).filter(lambda pair: not pair[0] & pair[1])


@given(st.lists(st.tuples(SIDES, VERDICTS), max_size=12))
def test_all_that_was_let_pass_holds_at_once(asked: list[tuple[tuple[set[str], set[str]], Verdict]]) -> None:
    """Whatever people try in whatever order: after the refusals nothing on record contradicts anything else."""
    held: list[Judgement] = []
    for day, ((left, right), verdict) in enumerate(asked, start=1):
        new = judged(sorted(left), sorted(right), verdict, day)
        if not find_contradiction(new, held):
            held.append(new)

    units = apply_judgements(list("abcdef"), held)
    of = {"abcdef"[index]: number for number, unit in enumerate(units.units) for index in unit}
    for one in held:
        pairs = {(min(of[x], of[y]), max(of[x], of[y])) for x in one.left for y in one.right}
        if one.verdict is SAME:
            assert len({of[anchor] for anchor in (*one.left, *one.right)}) == 1
        elif one.verdict is DIFFERENT:
            assert pairs <= units.apart


@given(st.lists(st.tuples(SIDES, VERDICTS), max_size=8), st.randoms())
def test_the_order_in_which_judgements_are_handed_over_does_not_matter(
    asked: list[tuple[tuple[set[str], set[str]], Verdict]], random: Any
) -> None:
    held = [judged(sorted(left), sorted(right), verdict, day) for day, ((left, right), verdict) in enumerate(asked, 1)]
    shuffled = list(held)
    random.shuffle(shuffled)
    assert apply_judgements(list("abcdef"), held) == apply_judgements(list("abcdef"), shuffled)
