"""Letters that people gave to sources, and grades that they gave to events."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from vedette.errors import UsageError
from vedette.model import Event, Override, Rating, admiralty_code, reliability_letter

STRIKE = {"where": ["Lublin"], "when": "2025-09-12"}


def rated(source: str, letter: str, day: int = 1, **rest: Any) -> Rating:
    return Rating.of(source, letter, by="Ann", at=f"2025-09-{day:02}", **rest)


def graded(newsroom: Any, *decisions: Any) -> Event:
    (event,) = newsroom.link(decisions).events
    return event


def test_the_letter_comes_from_the_table_with_who_gave_it_and_why(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Example Post", **STRIKE)
    assert graded(newsroom).grade.letter == "F"

    grade = graded(newsroom, rated("example post", "B", why="corrects its errors")).grade

    assert str(grade) == "B3"
    assert grade.reasons[0] == (
        "B: usually reliable, example post, rated by Ann on 2025-09-01: corrects its errors"
    )


def test_the_newest_letter_counts_and_an_older_one_again_when_that_is_undone(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Example Post", **STRIKE)
    old, new = rated("Example Post", "B", 1), rated("Example Post", "D", 2)

    assert graded(newsroom, new, old).grade.letter == "D"
    assert graded(newsroom, replace(new, undone="2025-09-03"), old).grade.letter == "B"


def test_all_names_of_a_source_are_one(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Example Wire", **STRIKE)
    assert graded(newsroom, rated("ExWire", "C")).grade.letter == "C"


def test_a_chain_is_as_reliable_as_its_worst_rated_link(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Example Post", says=[newsroom.says("Example Wire", "agency")], **STRIKE)
    wire, post = rated("Example Wire", "A"), rated("Example Post", "E")

    assert graded(newsroom, wire).grade.letter == "A"
    assert graded(newsroom, wire, post).grade.letter == "E"


def test_an_event_has_the_letter_of_its_best_claim_that_does_not_deny_it(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Example Post", **STRIKE)
    newsroom.claim("strike", outlet="Other Post", **STRIKE)
    newsroom.claim("strike", outlet="Third Post", factuality="denied", **STRIKE)
    ratings = [rated("Example Post", "D"), rated("Other Post", "C"), rated("Third Post", "A")]

    assert graded(newsroom, *ratings).grade.letter == "C"


def test_a_source_that_somebody_says_cannot_be_judged_says_nothing(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Example Post", says=[newsroom.says("Example Wire", "agency")], **STRIKE)
    assert graded(newsroom, rated("Example Wire", "F"), rated("Example Post", "C")).grade.letter == "C"


def test_state_media_are_marked_whatever_their_letter(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="State Wire", **STRIKE)
    grade = graded(newsroom, rated("State Wire", "B")).grade
    assert grade.letter == "B"
    assert "state-controlled: State Wire" in grade.reasons


def test_a_person_overrides_the_rule_and_the_rule_stays_to_be_seen(newsroom: Any) -> None:
    claim = newsroom.claim("strike", **STRIKE)
    given = Override.of([claim.anchor], digit=1, by="Ann", at="2025-09-20T08:00", why="seen on the spot")

    grade = graded(newsroom, given).grade

    assert str(grade) == "F1"
    assert grade.reasons[:2] == ("1: confirmed, set by Ann on 2025-09-20: seen on the spot", "the rule proposes F3")
    assert any(reason.startswith("3: ") for reason in grade.reasons)
    assert graded(newsroom, replace(given, undone="2025-09-21")).grade == graded(newsroom).grade


def test_letter_and_digit_are_overridden_apart_each_by_the_newest(newsroom: Any) -> None:
    claim = newsroom.claim("strike", **STRIKE)
    both = Override.of([claim.anchor], letter="A", digit=1, by="Ann", at="2025-09-20")
    digit = Override.of([claim.anchor], digit=5, by="Ben", at="2025-09-21")

    assert str(graded(newsroom, both, digit).grade) == "A5"


def test_an_override_stays_when_more_is_told_and_goes_with_most_of_its_claims(newsroom: Any) -> None:
    first = [newsroom.claim("strike", **STRIKE) for _ in range(3)]
    given = Override.of([claim.anchor for claim in first], digit=6, by="Ann", at="2025-09-20")
    newsroom.claim("strike", outlet="Other Post", **STRIKE)
    assert graded(newsroom, given).grade.digit == 6

    apart = newsroom.judge(first[0], first[1], "different")
    events = newsroom.link([given, apart]).events

    assert len(events) == 2
    assert [event.grade.digit == 6 for event in events].count(True) == 1


def test_an_override_holds_after_a_newer_reader(newsroom: Any) -> None:
    from vedette.model import EventType
    from vedette.model.codec import name_claim

    claim = newsroom.claim("strike", **STRIKE)
    given = Override.of([claim.anchor], digit=6, by="Ann", at="2025-09-20")
    changed = replace(claim, type=EventType.SABOTAGE)
    newsroom.claims[0] = replace(changed, id=name_claim(changed))

    assert graded(newsroom, given).grade.digit == 6


@pytest.mark.parametrize("wrong", ["G", "", "AB", "1", "Ä"])
def test_a_wrong_letter_is_a_clear_error(wrong: str) -> None:
    with pytest.raises(UsageError, match="is no reliability letter"):
        reliability_letter(wrong)


@pytest.mark.parametrize("wrong", ["G2", "B7", "B0", "", "2B", "B22", "²"])
def test_a_wrong_code_is_a_clear_error(wrong: str) -> None:
    with pytest.raises(UsageError, match="is no Admiralty code"):
        admiralty_code(wrong)
