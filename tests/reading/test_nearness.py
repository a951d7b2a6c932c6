"""Of several towns of one name, the one near the other places of the report is meant."""

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import PlaceKind
from vedette.reading.inflection import load_inflection
from vedette.reading.place_lookup import look_up_place


@pytest.mark.parametrize(("state", "latitude"), [("Texas", 33.6), ("Florida", 29.7)])
def test_a_town_is_that_of_the_state_named_beside_it(state: str, latitude: float) -> None:
    gazetteer = load_knowledge().gazetteer
    [near] = [place for place in gazetteer.find(state) if place.kind is PlaceKind.REGION]
    found = look_up_place(
        "Gainesville", gazetteer=gazetteer, inflection=load_inflection("en"), context=frozenset({"US"}), near=[near]
    )
    assert found is not None and found.lat == pytest.approx(latitude, abs=0.2)
