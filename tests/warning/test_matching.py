"""Which events an indicator is about, which day they stand for, and who stands behind them."""

from typing import Any

import pytest

import builders as build
from vedette.model import (
    ActorFilter,
    ActorRole,
    EditionsRule,
    Event,
    EventMatcher,
    EventType,
    Factuality,
    FigureFilter,
    Grade,
    LinkKind,
    Match,
    Origin,
    PlaceKind,
    PlaceRole,
    Polygon,
    Stage,
    Support,
    Telling,
)
from vedette.warning import Index, match, touched

from .told import indicator, scenario

TELLING = Telling(told="2031-06-10", known="2031-06-11", situations=("Steady Oak 2031", "s123"), edition="s123")
PERIOD = build.when("2031-06-09")


def event(type: str = "drone_incident", **fields: Any) -> Event:
    about = {name: fields.pop(name) for name in ("stage", "factuality") if name in fields}
    places = fields.pop("places", [build.place("Alytus", countries=["LT"], lat=54.4, lon=24.0)])
    claim = build.claim("r1", type, period=fields.pop("period", PERIOD), places=places, **about)
    return build.event([claim], **{"parties": ("LT", "PL"), "bodies": ("Guard", "Police"), **fields})


def matched(given: Event, rule: Any = None, *, controlled: tuple[str, ...] = (), **matcher: Any) -> Match | None:
    return match(given, indicator(rule=rule, matcher=EventMatcher(**matcher)), scenario="s", telling=TELLING,
                 controlled=controlled)


def test_a_match_holds_all_that_measuring_needs() -> None:
    given = event()
    assert matched(given) == Match(
        scenario="s", indicator="drones", event=given.id, day="2031-06-09", last="2031-06-09", known="2031-06-11",
        origins=("Guard", "Police"), parties=("LT", "PL"), edition="s123",
    )


@pytest.mark.parametrize("factuality", ["possible", "denied", "unknown"])
def test_what_is_denied_or_only_possible_never_happened_unless_asked_for_by_name(factuality: str) -> None:
    assert matched(event(factuality=factuality)) is None
    assert matched(event(factuality=factuality), factualities=(Factuality(factuality),)) is not None


@pytest.mark.parametrize("stage", ["planned", "cancelled"])
def test_what_is_planned_or_called_off_never_happened_unless_asked_for_by_name(stage: str) -> None:
    assert matched(event(stage=stage)) is None
    assert matched(event(stage=stage), stages=(Stage(stage),)) is not None


ALYTUS, RIGA = build.place("Alytus", lat=54.4, lon=24.0).place, build.place("Riga", lat=56.9, lon=24.1).place
WEST = ActorFilter(who=("LT", "PL"), role=ActorRole.INITIATOR)


@pytest.mark.parametrize(("matcher", "fits"), [
    ({"types": (EventType.DRONE_INCIDENT, EventType.STRIKE)}, True), ({"types": (EventType.STRIKE,)}, False),
    ({"countries": ("LT", "LV")}, True), ({"countries": ("LV",)}, False), ({"countries": ("BY",)}, False),
    ({"countries": ("BY",), "place_roles": (PlaceRole.ORIGIN,)}, True),
    ({"near": (ALYTUS,)}, False), ({"near": (ALYTUS,), "within_km": 1.0}, True),
    ({"near": (RIGA,), "within_km": 200.0}, False), ({"near": (RIGA,), "within_km": 300.0}, True),
    ({"place_kinds": (PlaceKind.CITY,)}, True), ({"place_kinds": (PlaceKind.BORDER,)}, False),
    # All has to hold of one place: the border is that of Belarus, the town is not.
    ({"countries": ("BY",), "place_kinds": (PlaceKind.CITY,), "place_roles": tuple(PlaceRole)}, False),
    ({"borders": (("LT", "BY"),), "place_roles": (PlaceRole.ORIGIN,)}, True),
    ({"borders": (("LT", "LV"),), "place_roles": (PlaceRole.ORIGIN,)}, False),
    ({"areas": (Polygon(((23, 54), (25, 54), (25, 55))),)}, True),
    ({"areas": (Polygon(((23, 56), (25, 56), (25, 57))),)}, False),
    ({"actors": (ActorFilter(who=("BY",)),)}, True), ({"actors": (ActorFilter(who=("BY-MoD",)),)}, True),
    ({"actors": (ActorFilter(who=("BY",), role=ActorRole.RECIPIENT),)}, False),
    ({"actors": (ActorFilter(who=("BY",)), WEST)}, False),
    ({"equipment": ("balloon", "uav")}, True), ({"equipment": ("ship",)}, False),
    ({"situations": ("Steady Oak",)}, True), ({"situations": ("steady oak 2031",)}, True),
    ({"situations": ("s123",)}, True), ({"situations": ("Steady Oak 2030",)}, False), ({"situations": ("Oak",)}, False),
    ({"names": ("gerbera",)}, True), ({"names": ("Alytus",)}, True), ({"names": ("Aly",)}, False),
    ({"letter": "B"}, True), ({"letter": "A"}, False), ({"digit": 2}, True), ({"digit": 1}, False),
    ({"origins": 2, "parties": 2}, True), ({"origins": 3}, False), ({"parties": 3}, False),
    ({"figure": FigureFilter(units=("drones",))}, True), ({"figure": FigureFilter(units=("troops",))}, False),
    ({"figure": FigureFilter(units=("DRONES",), at_least=18)}, True),
    ({"figure": FigureFilter(units=("drones",), at_least=19)}, False),
    ({"figure": FigureFilter(units=("drones",), at_most=20)}, False),  # "at least 18" may be more
    ({"figure": FigureFilter(units=("balloons",), at_least=5, at_most=9)}, True),
    ({"figure": FigureFilter(units=("balloons",), at_most=7)}, False),
])
def test_every_field_of_a_matcher_has_to_hold(matcher: dict[str, Any], fits: bool) -> None:
    border = build.place("the frontier", kind="border", countries=["BY", "LT"], role="origin")
    given = event(
        places=[build.place("Alytus", countries=["LT"], lat=54.4001, lon=24.0), border],
        actors=(build.actor("Ministry of Defence", "BY-MoD"),), equipment=(build.equipment("Gerbera"),),
        quantities=(build.quantity(18, "drones", qualifier="at_least"), build.quantity(5, "balloons", high=8)),
        grade=Grade(letter="B", digit=2),
    )
    assert (matched(given, **matcher) is not None) is fits


def test_a_country_is_not_where_its_middle_lies() -> None:
    area = (Polygon(((23, 54), (25, 54), (25, 56), (23, 56))),)
    assert matched(event(places=[build.place("Lithuania", kind="country", lat=55.2, lon=24.0)]), areas=area) is None
    assert matched(event(places=[build.place("Kaunas")]), areas=area) is None  # no point, no place in an area
    assert matched(event(places=[]), areas=area) is None


TOLD, JUNE = "2031-06-10", "2031-06-%02d"


@pytest.mark.parametrize(("stage", "period", "day", "last"), [
    ("happened", build.when("2031-06-09"), JUNE % 9, JUNE % 9),
    ("happened", build.when("2031-06-09T18:00", precision="part_of_day"), JUNE % 9, JUNE % 9),
    ("under_way", build.when("2031-06-09", "2031-06-16"), JUNE % 9, JUNE % 16),
    ("under_way", build.when("2031-06-09", open_end=True), JUNE % 9, JUNE % 9),
    ("under_way", build.when(None, "2031-06-16", precision="day"), TOLD, JUNE % 16),
    ("happened", build.when(None, "2031-06-05", precision="day"), JUNE % 5, JUNE % 5),
    ("happened", build.when("2031-06"), TOLD, TOLD), ("happened", build.when("2031"), TOLD, TOLD),
    ("happened", build.when("2030"), "2030-12-31", "2030-12-31"),
    ("happened", build.when("2031-05"), "2031-05-31", "2031-05-31"),
    ("happened", build.when("2031-07"), "2031-07-01", "2031-07-01"),
    ("happened", None, TOLD, TOLD), ("happened", build.when(precision="vague"), TOLD, TOLD),
    ("planned", build.when("2031-09-01"), TOLD, TOLD), ("cancelled", build.when("2031-09-01"), TOLD, TOLD),
])
def test_the_day_that_an_event_stands_for(stage: str, period: Any, day: str, last: str) -> None:
    found = matched(event(stage=stage, period=period), stages=tuple(Stage))
    assert found is not None and (found.day, found.last) == (day, last)


def test_who_denies_it_does_not_stand_behind_it() -> None:
    given = event(support=(
        Support(fact="happened", value="asserted", claims=("c1",), bodies=("Guard",), parties=("LT",)),
        Support(fact="happened", value="denied", claims=("c2",), bodies=("Embassy",), parties=("BY",)),
    ), parties=("BY", "LT"))
    found = matched(given)
    assert found is not None and (found.origins, found.parties) == (("Guard",), ("LT",))


def test_behind_a_figure_stands_who_says_the_figure() -> None:
    given = event(quantities=(build.quantity(34000),), support=(
        Support(fact="happened", value="asserted", claims=("c1",), bodies=("A", "B"), parties=("LT", "PL")),
        Support(fact="quantity:people", value="about 34000 troops", claims=("c1",), bodies=("A",), parties=("LT",)),
        Support(fact="quantity:people", value="6000 to 8000 troops (Russian)", claims=("c2",), bodies=("B",),
                parties=("PL",)),
    ))
    for least, parties in ((30000, ("LT",)), (5000, ("LT", "PL"))):
        found = matched(given, figure=FigureFilter(units=("troops",), at_least=least))
        assert found is not None and (found.parties, found.figure) == (parties, 34000.0)


def test_media_that_a_state_controls_are_known_as_such() -> None:
    def by(*origins: Origin) -> Match:
        found = matched(event(origins=origins, parties=("BY",)), controlled=("belta",))
        assert found is not None
        return found

    agency = Origin(name="BelTA", kind=LinkKind.AGENCY, party="BY")
    nameless = Origin(name="sources (by BelTA)", kind=LinkKind.UNNAMED, party="BY", relay="BelTA")
    ministry = Origin(name="Ministry of Defence", kind=LinkKind.OFFICIAL, party="BY")
    unknown = Origin(name="unknown", kind=LinkKind.OUTLET, known=False)
    assert [by(*origins).state_media for origins in (
        (agency,), (agency, nameless), (agency, unknown), (agency, ministry), (ministry,), (unknown,),
    )] == [True, True, True, False, False, False]


def test_without_units_an_exercise_is_matched_by_its_length() -> None:
    week = event("exercise", period=build.when("2031-06-09", "2031-06-15"))
    found = matched(week, EditionsRule(window=30, factor=2))
    assert found is not None and found.figure == 7.0
    assert matched(event("exercise"), EditionsRule(window=30, factor=2)) is None


def test_an_event_touches_what_looks_at_its_type_and_its_countries() -> None:
    def about(id: str, **matcher: Any) -> Any:
        return indicator(id, matcher=EventMatcher(**matcher))

    index = Index.of([scenario(
        about("type", types=(EventType.DRONE_INCIDENT,)), about("other type", types=(EventType.STRIKE,)),
        about("country", countries=("LT",)), about("other country", countries=("LV",)),
        about("both", types=(EventType.DRONE_INCIDENT,), countries=("LV", "LT")), about("any", names=("x",)),
        about("border", borders=(("BY", "LT"),)), indicator("built", matcher=None),
    )])
    assert [found.id for _, found in touched(event(), index)] == ["any", "border", "both", "country", "type"]
    assert [found.id for _, found in touched(event(places=[]), index)] == ["any", "type"]
