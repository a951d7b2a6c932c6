"""Which numbers of Polish news are quantities, and of what."""

from __future__ import annotations

import pytest

from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("pl")


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("W ćwiczeniach bierze udział 34 000 żołnierzy.", 34000, "soldiers", "exactly"),
        ("34 tys. żołnierzy przybyło.", 34000, "soldiers", "exactly"),
        ("Ponad 20 dronów wleciało do Polski.", 20, "drones", "at_least"),
        ("Spadł jeden dron.", 1, "drones", "exactly"),
        ("21 dronów zestrzelono.", 21, "drones", "exactly"),
        ("Co najmniej pięć osób zostało rannych.", 5, "people", "at_least"),
        ("Półtora miliona ludzi wyjechało.", 1500000, "people", "exactly"),
        ("dwieście sześć osób", 206, "people", "exactly"),
        ("tysiąc rezerwistów", 1000, "reservists", "exactly"),
        ("dwa tysiące trzystu wojskowych", 2300, "troops", "exactly"),
        ("2 kg materiałów wybuchowych", 2, "kg", "exactly"),
        ("500 ton paliwa", 500, "tonnes", "exactly"),
        ("20 km od granicy", 20, "km", "exactly"),
        ("pięciokilometrowa strefa", 5, "km", "exactly"),
        ("20-kilometrowy pas", 20, "km", "exactly"),
        ("155-mm pocisk", 155, "mm", "exactly"),
        ("5 mln dolarów", 5000000, "USD", "exactly"),
        ("$5 mln", 5000000, "USD", "exactly"),
        ("2,5 mld euro", 2500000000, "EUR", "exactly"),
        ("300 mln zł", 300000000, "PLN", "exactly"),
        ("dziesiątki dronów", 20, "drones", "at_least"),
        ("kilkaset osób", 200, "people", "at_least"),
        ("12 z 20 dronów zestrzelono", 12, "drones", "exactly"),
        ("jeden z dronów", 1, "drones", "exactly"),
        ("do 5 okrętów", 5, "warships", "at_most"),
        ("około 100 sztuk sprzętu", 100, "pieces of equipment", "about"),
        ("ok. 30 proc. załóg", 30, "%", "about"),
        ("dwoma myśliwcami", 2, "fighter jets", "exactly"),
        ("24 kilometry kwadratowe", 24, "km2", "exactly"),
        ("pięcioro dzieci", 5, "children", "exactly"),
        ("50 polskich i litewskich strażników", 50, "guards", "exactly"),
        ("Troje ludzi zginęło.", 3, "people", "exactly"),
        ("pół miliona ludzi", 500000, "people", "exactly"),
        ("półtora kilometra", 1.5, "km", "exactly"),
        ("siedemnaście czołgów Leopard", 17, "tanks", "exactly"),
        ("100 km/h", 100, "km/h", "exactly"),
        ("sto dwadzieścia cztery osoby", 124, "people", "exactly"),
        ("dwóch pograniczników", 2, "border guards", "exactly"),
        ("1,5 tony trotylu", 1.5, "tonnes", "exactly"),
        ("nie mniej niż 12 rakiet", 12, "missiles", "at_least"),
        ("nie więcej niż 40 czołgów", 40, "tanks", "at_most"),
        ("niespełna 300 najemników", 300, "mercenaries", "at_most"),
        ("20 lub więcej statków", 20, "ships", "at_least"),
        ("tysiące uchodźców", 2000, "refugees", "at_least"),
        ("dziesiątki tysięcy ludzi", 20000, "people", "at_least"),
        ("siedem prób przekroczenia granicy", 7, "attempts", "exactly"),
        ("pięć przejść granicznych", 5, "crossing points", "exactly"),
        ("dwa bombowce", 2, "bombers", "exactly"),
        ("34.000 żołnierzy", 34000, "soldiers", "exactly"),
        ("50 min przeciwpiechotnych", 50, "mines", "exactly"),
        ("trzy miny", 3, "mines", "exactly"),
    ],
)
def test_how_many_of_what(text: str, value: float, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.value, found.high, found.unit, found.qualifier) == (value, None, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("od 6 do 8 tysięcy żołnierzy", 6000, 8000, "soldiers"),
        ("20–30 samolotów", 20, 30, "aircraft"),
        ("6-8 tysięcy polskich żołnierzy", 6000, 8000, "soldiers"),
        ("między 10 a 15 samolotami", 10, 15, "aircraft"),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float, unit: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.value, found.high, found.unit, found.qualifier) == (low, high, unit, "exactly")


@pytest.mark.parametrize(
    ("text", "of", "scope"),
    [
        ("2 kg materiałów wybuchowych", "materiałów wybuchowych", None),
        ("500 ton paliwa", "paliwa", None),
        ("50 polskich i litewskich strażników", None, "polskich i litewskich"),
        ("1,5 tony trotylu", "trotylu", None),
    ],
)
def test_what_is_measured_and_who_is_meant(text: str, of: str | None, scope: str | None) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.of, found.scope) == (of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "zgodnie z artykułem 4",
        "O 7:30 dron",
        "MiG-31 wystartował",
        "lot 93 opóźniono",
    ],
)
def test_not_a_quantity(text: str) -> None:
    assert find_quantities(text, words=WORDS) == []
