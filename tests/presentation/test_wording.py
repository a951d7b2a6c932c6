"""What a reader of news is told in plain words."""

from __future__ import annotations

import pytest
from fake_view import NIGHT, border_desk, make_claim, make_event, make_report

from vedette.model import (
    ActorMention,
    ActorRole,
    Attribution,
    Conflict,
    Event,
    EventType,
    Factuality,
    LinkKind,
    Origin,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    QuantityMention,
    Stage,
)
from vedette.presentation.type_phrases import TYPE_PHRASES
from vedette.presentation.wording import (
    describe_actors,
    describe_chain,
    describe_conflict_field,
    describe_event,
    describe_place,
    describe_progress,
    describe_support,
)


def actor(name: str, role: ActorRole = ActorRole.INITIATOR) -> ActorMention:
    return ActorMention(name=name, role=role)


def origin(name: str, *claims: str, known: bool = True) -> Origin:
    return Origin(name=name, kind=LinkKind.OFFICIAL, known=known, claims=claims)


def closure(**fields: object) -> Event:
    border = Place(name="Poland-Belarus border", kind=PlaceKind.BORDER, countries=("PL", "BY"))
    given = {"actors": (actor("Poland"),), "places": (PlaceMention(place=border),), "period": NIGHT, **fields}
    return make_event(**given)  # type: ignore[arg-type]


def test_a_closed_border_reads_as_a_sentence() -> None:
    event = closure(origins=(origin("Ministry A"), origin("Agency B")))
    assert describe_event(event) == (
        "Poland closed the Poland-Belarus border (from the evening of 11 September 2025); stated as fact by 2 origins"
    )


@pytest.mark.parametrize(("stage", "words"), [
    (Stage.PLANNED, "Poland plans to close the Poland-Belarus border"),
    (Stage.UNDER_WAY, "Poland is closing the Poland-Belarus border"),
    (Stage.CANCELLED, "Poland called off the border closure at the Poland-Belarus border"),
])
def test_the_stage_is_in_the_verb(stage: Stage, words: str) -> None:
    assert describe_event(closure(stage=stage)).startswith(words + " (")


@pytest.mark.parametrize(("factuality", "first"), [
    (Factuality.DENIED, "Denied: "), (Factuality.POSSIBLE, "Possible: "), (Factuality.PROBABLE, "Probable: "),
    (Factuality.UNKNOWN, "Not clear: "),
])
def test_what_is_no_fact_says_so_in_its_first_word(factuality: Factuality, first: str) -> None:
    assert describe_event(closure(factuality=factuality)).startswith(first)


def test_an_unknown_origin_supports_nothing() -> None:
    event = closure(origins=(origin("", known=False),), reports=2, outlets=2)
    assert describe_event(event).endswith("stated as fact, origin not known")
    assert describe_support(event) == "2 reports, 2 outlets, 0 origins (and 1 not known)"


def test_relays_of_one_agency_are_one_origin() -> None:
    event = closure(origins=(origin("Agency"),), reports=4, outlets=3)
    assert describe_support(event) == "4 reports, 3 outlets, 1 origin"


def test_only_origins_that_say_so_are_counted_where_the_claims_are_known() -> None:
    report = make_report("a", "They shut it. It may be shut.")
    sure = make_claim("c1", report, EventType.BORDER_CLOSURE, "shut it")
    unsure = make_claim("c2", report, EventType.BORDER_CLOSURE, "may be shut", factuality=Factuality.POSSIBLE)
    event = closure(origins=(origin("Ministry", "c1"), origin("Expert", "c2")), claims=("c1", "c2"))
    assert describe_event(event, [sure, unsure]).endswith("stated as fact by 1 origin")


def test_a_dispute_over_whether_it_happened_is_said_and_not_counted_as_fact() -> None:
    event = closure(conflicts=(Conflict(field="happened", values=()),), origins=(origin("A"), origin("B")))
    assert describe_event(event).endswith("sources disagree whether it happened (2 origins)")


def test_without_somebody_who_did_it_the_sentence_is_a_heading() -> None:
    event = make_event(type=EventType.DRONE_INCIDENT, places=(
        PlaceMention(place=Place(name="Lithuania", kind=PlaceKind.COUNTRY)),
        PlaceMention(place=Place(name="Belarus", kind=PlaceKind.COUNTRY), role=PlaceRole.ORIGIN),
    ))
    assert describe_event(event).startswith("Drone incident in Lithuania from Belarus (date not known)")


def test_troops_are_what_was_deployed_and_kilometres_are_not() -> None:
    event = make_event(type=EventType.DEPLOYMENT, actors=(actor("Latvia"),), quantities=(
        QuantityMention(value=30, unit="km"), QuantityMention(value=800, unit="troops", qualifier="about")))
    assert describe_event(event).startswith("Latvia deployed about 800 troops (")


def test_many_actors_are_counted_not_listed() -> None:
    event = closure(actors=tuple(actor(name) for name in ("A", "B", "C", "D", "E")), stage=Stage.PLANNED)
    assert describe_event(event).startswith("A, B and 3 others plan to close")


def test_who_did_it_to_whom_in_one_cell() -> None:
    others = (actor("Latvia", ActorRole.PARTICIPANT), actor("Belarus", ActorRole.RECIPIENT))
    event = closure(actors=(actor("Poland"), *others))
    assert describe_actors(event) == "Poland with Latvia → Belarus"


def test_places_come_in_the_order_at_from_towards() -> None:
    places = (
        PlaceMention(place=Place(name="Minsk", kind=PlaceKind.CITY), role=PlaceRole.ORIGIN),
        PlaceMention(place=Place(name="Vilnius", kind=PlaceKind.CITY)),
    )
    assert describe_place(make_event(places=places)) == "Vilnius, from Minsk"


def test_the_chain_runs_from_the_outlet_to_the_origin() -> None:
    desk = border_desk()
    claim = next(desk.claims(["c2"]))
    assert describe_chain(claim, desk.report(claim.report)) == ["Border Wire", "Example Post", "State Agency"]


def test_an_outlet_that_quotes_itself_stands_once_and_an_unnamed_one_is_called_so() -> None:
    report = make_report("r7", "It shut.")
    unnamed = Attribution(name="", kind=LinkKind.UNNAMED)
    assert describe_chain(make_claim("c", report, EventType.BORDER_CLOSURE, "shut"), report) == ["report r7"]
    claim = make_claim("c", report, EventType.BORDER_CLOSURE, "shut", attribution=(unnamed,))
    assert describe_chain(claim, report) == ["report r7", "unnamed source"]
    own = make_report("x", "It shut.", outlet="Post")
    claim = make_claim("c", own, EventType.BORDER_CLOSURE, "shut", attribution=(
        Attribution(name="post", kind=LinkKind.OUTLET),))
    assert describe_chain(claim, own) == ["Post"]


def test_a_conflict_is_named_by_what_it_is_about() -> None:
    assert describe_conflict_field(Conflict(field="period", values=())) == "when"
    assert describe_conflict_field(Conflict(field="quantity:drones", values=())) == "how many drones"


@pytest.mark.parametrize("type", list(EventType))
@pytest.mark.parametrize("stage", list(Stage))
def test_every_type_has_words_for_every_stage(type: EventType, stage: Stage) -> None:
    with_actor = describe_event(make_event(type=type, stage=stage, actors=(actor("Estonia"),)))
    assert "Estonia" in with_actor
    assert "  " not in with_actor
    assert TYPE_PHRASES[type].noun in describe_event(make_event(type=type, stage=stage)).casefold()




def test_happened_does_not_stand_beside_denied() -> None:
    assert describe_progress(closure(factuality=Factuality.DENIED)) == ""
    assert describe_progress(closure()) == "happened"
    assert describe_progress(closure(factuality=Factuality.DENIED, stage=Stage.PLANNED)) == "planned"


def test_a_count_of_countries_is_nothing_that_is_deployed() -> None:
    event = make_event(type=EventType.DEPLOYMENT, actors=(actor("Latvia"),), quantities=(
        QuantityMention(value=2, unit="countries"),))
    assert describe_event(event).startswith("Latvia deployed forces (")


def test_two_figures_for_one_thing_are_not_added_up_and_two_scopes_stand_side_by_side() -> None:
    revised = tuple(QuantityMention(value=value, unit="drones") for value in (3, 4))
    scopes = tuple(QuantityMention(value=3, unit="drones", scope=scope) for scope in ("at sea", "on land"))

    def heading(*figures: QuantityMention) -> str:
        return describe_event(make_event(type=EventType.DRONE_INCIDENT, quantities=figures)).split(" (date")[0]

    assert heading(*revised, QuantityMention(value=2, unit="jets")) == "Drone incident (3 drones and 2 jets)"
    assert heading(*scopes) == "Drone incident (3 drones (at sea) and 3 drones (on land))"


def test_figures_in_a_heading_stand_in_brackets() -> None:
    event = make_event(type=EventType.DRONE_INCIDENT, quantities=(QuantityMention(value=2, unit="drones"),))
    assert describe_event(event).startswith("Drone incident (2 drones) (")


def test_only_an_exercise_is_called_by_its_name() -> None:
    drill = make_event(type=EventType.EXERCISE, names=("Zapad 2025",))
    shut = make_event(type=EventType.BORDER_CLOSURE, names=("Zapad 2025",))
    assert describe_event(drill).startswith("Exercise Zapad 2025 (")
    assert describe_event(shut).startswith("Border closure (")
