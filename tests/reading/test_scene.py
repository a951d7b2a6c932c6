"""The scene of a claim without a place: what a reader would take it to be, and where there is none to take."""

from dataclasses import replace

import pytest

from vedette.model import (
    ActorMention,
    ActorRole,
    Claim,
    EventType,
    EvidenceKind,
    Factuality,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Section,
    Span,
    Stage,
)
from vedette.reading.scene import set_scenes

TEXT = "One sentence here. A second one.\nA new paragraph."
FIRST, SECOND, APART = Span(0, 18), Span(19, 32), Span(33, 49)
LATVIA = Place(name="Latvia", kind=PlaceKind.COUNTRY, countries=("LV",))
NARVA = Place(name="Narva", kind=PlaceKind.CITY, countries=("EE",))


def claim(
    type: EventType, sentence: Span, *places: tuple[Place, PlaceRole], doer: str | None = None,
    section: Section = Section.BODY,
) -> Claim:
    actors = (ActorMention(name=doer, role=ActorRole.INITIATOR, party=doer),) if doer else ()
    return Claim(
        id="", report="r", type=type, stage=Stage.HAPPENED, factuality=Factuality.ASSERTED, evidence=EvidenceKind.TOLD,
        trigger=Span(sentence.start, sentence.start + 3), sentence=sentence, section=section, actors=actors,
        places=tuple(PlaceMention(place=place, role=role) for place, role in places),
    )


def scene(*claims: Claim) -> list[str]:
    return [mention.place.name for mention in set_scenes(claims, TEXT)[-1].places if mention.role is PlaceRole.AT]


def test_a_claim_takes_the_scene_of_the_sentence_before() -> None:
    assert scene(claim(EventType.EXERCISE, FIRST, (NARVA, PlaceRole.AT)), claim(EventType.ARREST, SECOND)) == ["Narva"]


def test_the_same_kind_of_thing_goes_before_what_stands_nearer() -> None:
    told = claim(EventType.SHOOTDOWN, FIRST, (LATVIA, PlaceRole.AT))
    other = claim(EventType.ARREST, Span(10, 18), (NARVA, PlaceRole.AT))
    assert scene(told, other, claim(EventType.SHOOTDOWN, SECOND)) == ["Latvia"]


def test_a_paragraph_of_its_own_takes_the_scene_of_the_headline() -> None:
    headline = claim(EventType.EXERCISE, FIRST, (NARVA, PlaceRole.AT), section=Section.HEADLINE)
    assert scene(headline, claim(EventType.EXERCISE, APART)) == ["Narva"]


def test_background_takes_no_scene_from_the_news() -> None:
    news = claim(EventType.EXERCISE, FIRST, (NARVA, PlaceRole.AT))
    assert scene(news, claim(EventType.EXERCISE, APART, section=Section.BACKGROUND)) == []


@pytest.mark.parametrize("type", [EventType.ACCUSATION, EventType.LAW_OR_VOTE, EventType.MILITARY_AID])
def test_words_and_decisions_have_no_scene_to_share(type: EventType) -> None:
    assert scene(claim(EventType.EXERCISE, FIRST, (NARVA, PlaceRole.AT)), claim(type, SECOND)) == []


def test_a_thing_does_not_happen_where_it_came_from() -> None:
    before = claim(EventType.EXERCISE, FIRST, (NARVA, PlaceRole.AT), (LATVIA, PlaceRole.AT))
    assert scene(before, claim(EventType.DRONE_INCIDENT, SECOND, (LATVIA, PlaceRole.ORIGIN))) == ["Narva"]


def test_a_strike_is_not_on_the_ground_of_whoever_strikes() -> None:
    before = claim(EventType.EXERCISE, FIRST, (LATVIA, PlaceRole.AT))
    assert scene(before, claim(EventType.STRIKE, SECOND, doer="LV")) == []


def test_what_has_a_target_takes_no_scene() -> None:
    before = claim(EventType.EXERCISE, FIRST, (LATVIA, PlaceRole.AT))
    assert scene(before, claim(EventType.STRIKE, SECOND, (NARVA, PlaceRole.TARGET))) == []


def test_all_the_states_of_an_exercise_that_is_only_named_are_no_scene_of_others() -> None:
    named = Span(5, 9)
    exercise = claim(EventType.EXERCISE, FIRST)
    both = tuple(PlaceMention(place=place, role=PlaceRole.AT, span=named) for place in (LATVIA, NARVA))
    assert scene(replace(exercise, places=both), claim(EventType.WITHDRAWAL, SECOND)) == []
    assert scene(replace(exercise, places=both[:1]), claim(EventType.WITHDRAWAL, SECOND)) == ["Latvia"]
