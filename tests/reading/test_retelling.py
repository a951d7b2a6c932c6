"""When two tellings in one report are one event, and what the second adds to the first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from builders import actor, claim, equipment, link, place, quantity, when
from vedette.model import Attribution, Claim
from vedette.reading.retelling import Telling, merge_tellings, without_repeats_in_headings

VERB, NOUN, MENTION = 3, 2, 1


def told(
    type: str = "border_closure", *, start: int = 0, strength: int = VERB, definite: bool = False,
    plural: bool = False, **fields: Any,
) -> Telling:
    """A telling at a place of the text, in a sentence of its own."""
    made = claim("r1", type, start=start, sentence=fields.pop("sentence", (start, start + 40)), **fields)
    return Telling(made, strength, definite, plural)


def merged(*tellings: Telling) -> list[Claim]:
    return merge_tellings(tellings)


@dataclass(frozen=True)
class Pair:
    """Two tellings, the second 100 characters after the first, and whether they are one event."""

    why: str
    first: dict[str, Any]
    second: dict[str, Any] = field(default_factory=dict)
    one: bool = True


POLES, LETTS = [actor("Poland", "PL")], [actor("Latvia", "LV")]
IN_POLAND, IN_LATVIA = [place("Poland", countries=["PL"])], [place("Latvia", countries=["LV"])]
DRILL = {"type": "exercise", "strength": NOUN}
CROSSED = {"type": "airspace_violation"}

PAIRS = [
    Pair("'the closure' speaks of what was told before", {}, {"strength": NOUN, "definite": True}),
    Pair("a mere mention adds no event", {}, {"strength": MENTION}),
    Pair("a measure is told again without a day", {"period": "2025-09-12"}, {"strength": VERB}),
    Pair("'the drills of early 2022' are no edition of 2025", DRILL | {"names": ["Zapad 2025"]},
         DRILL | {"definite": True, "period": when("2022-01", "2022-04")}, one=False),
    Pair("'the drills, held since 2009' are it, too", DRILL | {"names": ["Zapad 2025"]},
         DRILL | {"definite": True, "period": when("2009", open_end=True)}),
    Pair("'the drills in September 2025' are that edition", DRILL | {"names": ["Zapad 2025"]},
         DRILL | {"definite": True, "period": "2025-09"}),
    Pair("two closures on two days are two", {"period": "2025-09-12"}, {"period": "2025-09-20"}, one=False),
    Pair("one day inside the other's period", {"period": when("2025-09-12", "2025-09-20")}, {"period": "2025-09-15"}),
    Pair("an open end holds any later day", {"period": when("2025-09-12", open_end=True)}, {"period": "2025-10-15"}),
    Pair("Poland's and Latvia's", {"actors": POLES}, {"actors": LETTS, "definite": True}, one=False),
    Pair("in Poland and in Latvia", {"places": IN_POLAND}, {"places": IN_LATVIA, "definite": True}, one=False),
    Pair("a denial is not the event", {}, {"factuality": "denied", "definite": True}, one=False),
    Pair("a cancellation is not the plan", {"stage": "planned"}, {"stage": "cancelled", "definite": True}, one=False),
    Pair("a closure is no reopening", {}, {"type": "border_reopening", "definite": True}, one=False),
    Pair("two verbs of two arrests", {"type": "arrest"}, {"type": "arrest"}, one=False),
    Pair("a drone that violates the airspace", CROSSED, {"type": "drone_incident", "definite": True}),
    Pair("repeated violations are not this one", CROSSED, {**CROSSED, "plural": True, "strength": NOUN}, one=False),
    Pair("nor where they are but mentioned", CROSSED, {**CROSSED, "plural": True, "strength": MENTION}, one=False),
    Pair("'these violations' are those told of", CROSSED, {**CROSSED, "plural": True, "definite": True}),
    Pair("one exercise under one name", {**DRILL, "names": ["Zapad 2025"]}, {**DRILL, "names": ["Zapad 2025"]}),
    Pair("two names, two exercises", {**DRILL, "names": ["Zapad 2025"]}, {**DRILL, "names": ["Kevadtorm"]}, one=False),
    Pair("'the exercise' is the one with a name", {**DRILL, "names": ["Zapad 2025"]}, {**DRILL, "definite": True}),
    Pair("two editions", {**DRILL, "names": ["Zapad 2021"]}, {**DRILL, "names": ["Zapad 2025"]}, one=False),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.why)
def test_two_tellings(pair: Pair) -> None:
    assert len(merged(told(**pair.first), told(**pair.second, start=100))) == (1 if pair.one else 2)


def test_what_is_known_to_tell_of_one_event_is_no_telling_of_another() -> None:
    sent = told("military_aid", period="2025-10-15")
    landed = told("military_aid", start=100, definite=True)
    may_end_up = told("military_aid", start=200, stage="planned")
    again = Telling(landed.claim, landed.strength, definite=True, same_as=frozenset({sent.claim.trigger}))
    unread = told(start=900).claim.trigger
    elsewhere = Telling(landed.claim, landed.strength, definite=True, same_as=frozenset({unread}))
    assert [claim.trigger.start for claim in merged(sent, again, may_end_up)] == [0, 200]
    assert [claim.trigger.start for claim in merged(sent, elsewhere, may_end_up)] == [0, 100, 200]


def test_a_third_telling_finds_the_first_through_the_second() -> None:
    bill, passed = told("law_or_vote", strength=NOUN), told("law_or_vote", start=100, period="2025-09-08")
    in_force = told("law_or_vote", start=200, period="2025-09-08")
    second = Telling(passed.claim, VERB, definite=True, same_as=frozenset({bill.claim.trigger}))
    third = Telling(in_force.claim, VERB, definite=True, same_as=frozenset({passed.claim.trigger}))
    [claim] = merged(bill, second, third)
    assert claim.period is not None and claim.period.start == "2025-09-08"


def test_two_words_of_one_breath_tell_one_thing() -> None:
    sentence = (0, 200)
    first = told("shootdown", sentence=sentence)
    assert len(merged(first, told("shootdown", start=30, sentence=sentence, strength=NOUN))) == 1
    assert len(merged(first, told("shootdown", start=150, sentence=sentence, strength=NOUN))) == 2


def test_two_claims_of_one_word_stay_two() -> None:
    """ "Poland and Latvia restricted flights": one word, two states, two measures."""
    first, second = told(actors=POLES, sentence=(0, 40)), told(actors=LETTS, sentence=(0, 40))
    assert len(merged(first, second)) == 2


def test_nothing_told_gives_nothing() -> None:
    assert merged() == []


def test_the_claims_come_in_the_order_of_the_text() -> None:
    late, early = told("arrest", start=300), told("protest", start=10, strength=MENTION)
    assert [one.trigger.start for one in merged(late, early)] == [10, 300]


def test_the_telling_that_says_most_is_kept_wherever_it_stands() -> None:
    mention, verb = told(start=0, strength=MENTION), told(start=100, strength=VERB)
    assert [one.trigger.start for one in merged(mention, verb)] == [100]


def test_a_later_telling_gives_the_end() -> None:
    begun = told(period=when("2025-09-12", open_end=True))
    [one] = merged(begun, told(start=100, strength=NOUN, definite=True, period=when(end="2025-09-30")))
    assert one.period is not None
    assert (one.period.start, one.period.end, one.period.open_end) == ("2025-09-12", "2025-09-30", False)


def test_what_the_first_lacks_comes_from_the_second() -> None:
    more = told(
        start=100, strength=NOUN, definite=True, places=IN_POLAND, actors=POLES, quantities=[quantity(2, "crossings")],
    )
    [one] = merged(told(), more)
    assert (one.places, one.actors) == (more.claim.places, more.claim.actors)
    assert one.quantities == more.claim.quantities


def test_what_the_first_says_itself_stays() -> None:
    first = told(places=IN_POLAND, actors=POLES, attribution=[link("BelTA", "agency")], period="2025-09-12")
    more = told(
        start=100, strength=NOUN, definite=True, places=[place("Kuźnica", kind="crossing")], actors=POLES,
        attribution=[link("BelTA", "agency")], period="2025-09-12",
    )
    assert merged(first, more) == [first.claim]


ARMY, MINISTER = link("army", id="LT-army", party="LT"), link("defence minister", id="LT-mod", party="LT")
DRONE = {"type": "drone_incident", "places": IN_LATVIA}


def test_what_another_one_says_of_it_is_a_claim_of_his_own() -> None:
    """ "A drone came in on 18 April, said the army. ... It was a Gerbera, said the minister." """
    came = told(**DRONE, period="2026-04-18", attribution=[ARMY], quantities=[quantity(2, "kg")])
    was = told(
        "drone_incident", start=100, definite=True, attribution=[MINISTER], equipment=[equipment("Gerbera")]
    )
    army, minister = merged(came, was)
    assert (army.attribution, army.equipment, army.quantities) == ((ARMY,), (), came.claim.quantities)
    assert (minister.attribution, minister.equipment, minister.quantities) == ((MINISTER,), was.claim.equipment, ())
    assert (minister.period and minister.period.start, minister.places) == ("2026-04-18", army.places)


def test_the_day_that_one_names_is_not_the_word_of_the_other() -> None:
    day = when("2026-04-18", text="on 18 April", span=(5, 16))
    came = told(**DRONE, period=day, attribution=[ARMY])
    army, minister = merged(came, told(**DRONE, start=100, definite=True, attribution=[MINISTER]))
    assert [claim.period is not None and claim.period.is_named for claim in (army, minister)] == [True, False]


def test_what_is_lent_a_day_to_come_is_planned() -> None:
    """ "The border closes on Friday, said the army. ... The closure stays in force until May, said the minister." """
    closes = told(places=IN_LATVIA, period="2026-04-24", stage="planned", attribution=[ARMY])
    stays = told(start=100, definite=True, stage="under_way", attribution=[MINISTER])
    claims = merge_tellings([closes, stays], published="2026-04-22")
    assert [claim.stage for claim in claims] == ["planned", "planned"]


def test_who_speaks_twice_is_one_voice_though_another_spoke_between() -> None:
    came = told(**DRONE, period="2026-04-18", attribution=[ARMY])
    was = told(**DRONE, start=100, definite=True, attribution=[MINISTER])
    fell = told(**DRONE, start=200, definite=True, attribution=[ARMY], equipment=[equipment("Gerbera")])
    army, minister = merged(came, was, fell)
    assert (army.equipment, minister.equipment) == (fell.claim.equipment, ())


VOICES = [
    ("two bodies of one state", [ARMY], [MINISTER], 2),
    ("offices of two states", [link("police in Vilnius", party="LT")], [link("Riga police", party="LV")], 2),
    ("one office, whatever state stands near", [link("police", party="LT")], [link("police", party="LV")], 1),
    ("two offices by their words", [link("prosecutor")], [link("border guard")], 2),
    ("an agency, and whom it passes on", [link("BelTA", "agency")], [link("BelTA", "agency"), MINISTER], 1),
    ("the narrator says no more than who is named", [], [MINISTER], 1),
    ("a surname is who was named in full", [link("defence minister Ann Sample")], [link("Sample")], 1),
    ("more words for one office", [link("ministry")], [link("Lithuanian defence ministry", party="LT")], 1),
    ("sources may be anybody", [link("sources", "unnamed")], [MINISTER], 1),
]


@pytest.mark.parametrize(("first", "second", "voices"), [case[1:] for case in VOICES], ids=[case[0] for case in VOICES])
def test_how_many_voices_tell_of_it(first: list[Attribution], second: list[Attribution], voices: int) -> None:
    again = told(**DRONE, start=100, definite=True, attribution=second)
    assert len(merged(told(**DRONE, attribution=first), again)) == voices


def test_who_only_mentions_it_says_nothing_of_it() -> None:
    came = told(**DRONE, attribution=[ARMY])
    mention = told(**DRONE, start=100, strength=MENTION, attribution=[MINISTER])
    assert merged(came, mention) == [came.claim]


TWO_IN_JULY = {"type": "drone_incident", "quantities": [quantity(2, "drones")]}
IN_JULY, ON_THE_10TH = when("2025-07", text="in July"), when("2025-07-10", text="on 10 July")
SUMS = [
    ("two in July, and one on the 10th", TWO_IN_JULY, {"period": ON_THE_10TH}, 2),
    ("drones in July, and one on the 10th", {"type": "drone_incident", "plural": True}, {"period": ON_THE_10TH}, 2),
    ("two in July, and a wreck that was found", TWO_IN_JULY, {}, 2),
    ("two in July, and these two again", TWO_IN_JULY, {"plural": True}, 1),
    ("two in July, told again as two in July", TWO_IN_JULY, {**TWO_IN_JULY, "period": IN_JULY}, 1),
    ("one in July, which was on the 10th", {"type": "drone_incident"}, {"period": ON_THE_10TH}, 1),
    ("600 men who trained in July, and on the 10th", {"type": "exercise", "quantities": [quantity(600)]},
     {"type": "exercise", "period": ON_THE_10TH}, 1),
]


@pytest.mark.parametrize(("first", "second", "events"), [case[1:] for case in SUMS], ids=[case[0] for case in SUMS])
def test_a_sum_is_no_telling_of_its_part(first: dict[str, Any], second: dict[str, Any], events: int) -> None:
    whole, part = {**first, "period": IN_JULY}, {"type": "drone_incident", "definite": True, **second}
    assert len(merged(told(**whole), told(**part, start=100))) == events
    assert len(merged(told(**part), told(**whole, start=100, definite=True))) == events


def test_a_mention_on_the_way_adds_nothing() -> None:
    first = told()
    assert merged(first, told(start=100, strength=MENTION, places=IN_POLAND, period="2025-09-12")) == [first.claim]


@pytest.mark.parametrize(
    ("before", "after", "reached"),
    [("planned", "under_way", "under_way"), ("under_way", "planned", "under_way"), ("planned", "happened", "happened")],
)
def test_the_stage_reached_is_the_farthest(before: str, after: str, reached: str) -> None:
    named = {**DRILL, "names": ["Zapad 2025"]}
    [one] = merged(told(**named, stage=before), told(**named, stage=after, start=100))
    assert one.stage == reached


def test_of_two_twins_the_nearer_is_meant() -> None:
    first, second = told("arrest", period="2025-09-01"), told("arrest", start=200, period="2025-09-20")
    more = told("arrest", start=260, strength=NOUN, definite=True, places=IN_LATVIA)
    early, late = merged(first, second, more)
    assert (early.places, late.places) == ((), more.claim.places)


def headed(*types: str) -> list[Claim]:
    """Claims of a headline, then of the text, in the order of their types; "|" stands between them."""
    cut = types.index("|")
    return [
        claim("r1", each, start=100 * at, section="headline" if at < cut else "body")
        for at, each in enumerate(types) if at != cut
    ]


@pytest.mark.parametrize(("types", "kept"), [
    (("strike", "|", "strike"), ["strike"]),
    (("evacuation", "|", "strike"), ["evacuation", "strike"]),
    (("drone_incident", "|", "airspace_violation"), ["airspace_violation"]),
    (("arrest", "sabotage", "|", "arrest"), ["sabotage", "arrest"]),
    (("arrest", "|"), ["arrest"]),
])
def test_a_headline_counts_for_what_the_text_does_not_tell(types: tuple[str, ...], kept: list[str]) -> None:
    assert [each.type for each in without_repeats_in_headings(headed(*types))] == kept


MINISTRY, EXPERT = link("Ministry", "official", cue="said"), link("Analysts", "expert", cue="believe")


@pytest.mark.parametrize(("why", "second", "who", "wanted"), [
    ("the next sentence says who says so", 60, MINISTRY, ["Ministry"]),
    ("one far away may tell on other grounds", 900, MINISTRY, []),
    ("experts only judge it", 60, EXPERT, []),
    ("nobody is said to speak", 60, link("Ministry", "official", cue=None), []),
])
def test_what_the_narrator_tells_in_short_is_told_by_who_tells_it_next(
    why: str, second: int, who: Any, wanted: list[str]
) -> None:
    both = told(), told(start=second, strength=NOUN, definite=True, attribution=[who])
    [one] = merge_tellings(both, told_next=True)
    assert [each.name for each in one.attribution] == wanted, why
    assert not merge_tellings(both)[0].attribution, "only where the reader asks for it"
