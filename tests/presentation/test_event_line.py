"""An event as a line of parts, for languages in which nobody can put names into a sentence."""

from __future__ import annotations

import pytest
from fake_view import BORDER, POLAND, VILNIUS, make_event

from vedette.model import (
    ActorMention,
    ActorRole,
    EquipmentMention,
    EventType,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    QuantityMention,
    Stage,
)
from vedette.presentation.event_sentence import event_sentence
from vedette.presentation.saying import speaking

BELARUS = ActorMention(name="Belarus", role=ActorRole.RECIPIENT, id="BY", party="BY")


def line(**fields):
    with speaking("uk"):
        return event_sentence(make_event(type=fields.pop("type", EventType.BORDER_CLOSURE), **fields))


def test_who_to_whom_and_where_stand_in_their_basic_form():
    said = line(actors=(POLAND, BELARUS), places=(PlaceMention(place=BORDER),))
    assert said == "Закриття кордону: Польща → Білорусь; кордон Польща – Білорусь"


@pytest.mark.parametrize(("stage", "start"), [
    (Stage.PLANNED, "Заплановано: закриття кордону"), (Stage.UNDER_WAY, "Триває: закриття кордону"),
    (Stage.CANCELLED, "Скасовано: закриття кордону"), (Stage.HAPPENED, "Закриття кордону"),
])
def test_what_has_not_happened_says_so_first(stage, start):
    assert line(stage=stage) == start


@pytest.mark.parametrize(("number", "words"), [(1, "1 дрон"), (3, "3 дрони"), (19, "19 дронів"), (1021, "1 021 дрон")])
def test_figures_are_inflected(number, words):
    said = line(type=EventType.DRONE_INCIDENT, quantities=(QuantityMention(value=number, unit="drones"),))
    assert said.replace("\u202f", " ") == f"Інцидент із дроном: {words}"


def test_a_thing_with_a_name_keeps_it_and_others_are_called_by_their_kind():
    said = line(type=EventType.DRONE_INCIDENT, equipment=(
        EquipmentMention(name="Gerbera", kind="uav"), EquipmentMention(name="flying object", kind="balloon")))
    assert said == "Інцидент із дроном: Gerbera; повітряна куля"


def test_where_from_is_told_from_where():
    places = (PlaceMention(place=VILNIUS), PlaceMention(place=BORDER, role=PlaceRole.ORIGIN))
    assert line(places=places) == "Закриття кордону: Vilnius; звідки: кордон Польща – Білорусь"


def test_a_body_of_a_state_and_a_crowd():
    guards = [
        ActorMention(name=f"{body} of Poland", role=ActorRole.INITIATOR, id=f"PL-{body}", party="PL")
        for body in ("Border Guard", "Police", "Customs", "Navy")
    ]
    assert line(actors=tuple(guards)) == "Закриття кордону: Прикордонна служба (Польща), Поліція (Польща) та ще 2"


def test_in_english_it_stays_a_sentence():
    event = make_event(actors=(POLAND,), places=(PlaceMention(place=BORDER),))
    assert event_sentence(event) == "Poland closed the Poland-Belarus border"


def test_a_body_of_a_state_that_is_named_itself_adds_nothing_to_the_sentence():
    government = ActorMention(name="Government of Poland", role=ActorRole.INITIATOR, id="PL-Government", party="PL")
    russia = Place(name="Russia", kind=PlaceKind.COUNTRY, countries=("RU",))
    event = make_event(
        actors=(POLAND, government), places=(PlaceMention(place=BORDER), PlaceMention(place=russia)),
    )
    assert event_sentence(event) == "Poland closed the Poland-Belarus border"
    assert event_sentence(make_event(actors=(government,))).startswith("Government of Poland closed")
