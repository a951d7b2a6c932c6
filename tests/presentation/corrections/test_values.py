"""What people write for a field is understood, and written as it is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders as build
from vedette.errors import UsageError
from vedette.model import (
    Attribution,
    CorrectedField,
    EventType,
    Factuality,
    Finding,
    Knowledge,
    KnownActor,
    KnownBody,
    KnownOutlet,
    LinkKind,
    Period,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Precision,
    Stage,
)
from vedette.presentation.corrections import known_field, understand, write

BREST = {"BY": (52.1, 23.7), "FR": (48.4, -4.5)}


class Towns:
    """Two towns of one name, one country and one border."""

    def find(self, name: str) -> tuple[Place, ...]:
        if name != "Brest":
            return ()
        return tuple(
            Place(name="Brest", kind=PlaceKind.CITY, countries=(country,), lat=lat, lon=lon, geonames=number)
            for number, (country, (lat, lon)) in enumerate(BREST.items(), start=1)
        )

    def border(self, first: str, second: str) -> Place | None:
        codes = tuple(sorted((first, second)))
        return Place(name="border", kind=PlaceKind.BORDER, countries=codes) if codes == ("BY", "PL") else None

    def country(self, code: str) -> Place | None:
        return Place(name="Poland", kind=PlaceKind.COUNTRY, countries=("PL",)) if code == "PL" else None


KNOWN = Knowledge(
    actors=(KnownActor(id="PL", name="Poland", kind="state", party="PL", names={"uk": ("Польща",)}),),
    outlets=(KnownOutlet(id="wire", name="Example Wire", kind=LinkKind.AGENCY, aliases=("ExWire",)),),
    exercises=(), equipment=(), gazetteer=Towns(),
    bodies=(KnownBody(id="MoD", name="Ministry of Defence of {state}", kind="organ"),),
)


def understood(field: str, written: str):
    return understand(known_field(field), written, KNOWN)


@pytest.mark.parametrize(("field", "written", "value"), [
    ("type", "border closure", EventType.BORDER_CLOSURE),
    ("type", "Border_Closure", EventType.BORDER_CLOSURE),
    ("stage", "under way", Stage.UNDER_WAY),
    ("factuality", "denied", Factuality.DENIED),
    ("factuality", "none", Factuality.UNKNOWN),
    ("claim", "confirmed", Finding.CONFIRMED),
    ("period", "2025", Period(start="2025", precision=Precision.YEAR, text="2025")),
    ("period", "2025-09-11t18:00", Period(
        start="2025-09-11T18:00", precision=Precision.MINUTE, text="2025-09-11t18:00")),
    ("period", "2025-09-11/..", Period(start="2025-09-11", open_end=True, text="2025-09-11/..")),
    ("period", "../2025-09-16", Period(end="2025-09-16", text="../2025-09-16")),
    ("period", "none", None), ("place", "none", ()), ("actor", "none", ()), ("quantity", "none", ()),
    ("origin", "none", None),
    ("place", "PL", (PlaceMention(place=Towns().country("PL")),)),
    ("place", "PL-BY", (PlaceMention(place=Towns().border("PL", "BY")),)),
    ("place", "Brest, BY (from)", (PlaceMention(place=Towns().find("Brest")[0], role=PlaceRole.ORIGIN),)),
    ("place", "Post 7 @ 52.5 23.5, BY", (build.place("Post 7", kind="site", countries=["BY"], lat=52.5, lon=23.5),)),
    ("actor", "Польща", (build.actor("Poland", "PL"),)),
    ("actor", "PL-MoD (recipient); Somebody Else", (
        build.actor("Ministry of Defence of Poland", "PL-MoD", party="PL", role="recipient"),
        build.actor("Somebody Else"))),
    ("actor", "ministry of defence of poland", (build.actor("Ministry of Defence of Poland", "PL-MoD", party="PL"),)),
    ("quantity", "about 34,000 troops; 2-3 kg of explosives (in Poland)", (
        build.quantity(34000, qualifier="about"),
        build.quantity(2, "kg", high=3, of="explosives", scope="in Poland"))),
    ("origin", "ExWire", Attribution(name="Example Wire", kind=LinkKind.AGENCY, id="wire")),
    ("origin", "Poland", Attribution(name="Poland", kind=LinkKind.OFFICIAL, id="PL", party="PL")),
    ("origin", "Anna Example (expert)", Attribution(name="Anna Example", kind=LinkKind.EXPERT)),
])
def test_what_is_written_is_understood(field, written, value):
    assert understood(field, written) == value


@pytest.mark.parametrize(("field", "written", "says"), [
    ("type", "party", "'party' is no type. Write one of: exercise"),
    ("type", "none", "is no type"), ("stage", "", "Say what the stage should be"),
    ("period", "2025-02-30", "'2025-02-30' is no date"), ("period", "2025-13", "is no date"),
    ("period", "../..", "neither from when nor until when"),
    ("period", "2025-09-16/2025-09-11", "ends before it begins"),
    ("period", "11 September", "Write a date as 2025-09-11"),
    ("place", "Brest", "several places called 'Brest': in BY, FR"),
    ("place", "Atlantis", "No place 'Atlantis' is known"),
    ("place", "Brest, PL", "No place 'Brest, PL'"), ("place", "Post @ 95 23, BY", "not on the earth"),
    ("place", "Brest, BY (under)", "none of: from, to, at"), ("actor", "Poland (victim)", "none of: initiator"),
    ("quantity", "many drones", "'many drones' is no figure"), ("quantity", "8-6 drones", "runs backwards"),
    ("origin", "Nobody Known", "Say what 'Nobody Known' is"), ("period", "9" * 600, "at most 500 characters"),
])
def test_what_cannot_be_understood_says_how_it_is_written(field, written, says):
    with pytest.raises(UsageError, match=says.replace("(", r"\(")):
        understood(field, written)


def test_a_field_that_is_none_is_named_with_those_there_are():
    with pytest.raises(UsageError, match=r"'colour' is no field of a claim. Write one of: claim, type"):
        known_field("colour")


@pytest.mark.parametrize(("field", "written"), [
    ("type", "border closure"), ("factuality", "denied"), ("period", "2025-09-11/2025-09-16"), ("period", "2025/.."),
    ("place", "Brest, BY (origin); BY-PL; Post 7 @ 52.5 23.5, BY"), ("actor", "Poland (recipient); Somebody Else"),
    ("quantity", "about 34,000 troops; 2–3 kg of explosives (in Poland)"), ("origin", "Anna Example (expert)"),
    ("origin", "none"),
])
def test_what_is_shown_in_a_form_means_itself(field, written):
    value = understood(field, written)

    assert write(value) == written
    assert understood(field, write(value)) == value


@given(field=st.sampled_from(CorrectedField), written=st.text(max_size=60))
def test_whatever_is_written_is_understood_or_refused_in_a_sentence(field, written):
    try:
        value = understand(field, written, KNOWN)
    except UsageError as error:
        assert str(error).rstrip().endswith((".", "..", ")")) or "Write" in str(error)
    else:
        assert isinstance(write(value), str)
