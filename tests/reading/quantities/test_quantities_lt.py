"""Which numbers of Lithuanian texts are quantities, and of what."""

from __future__ import annotations

import pytest

from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("lt")


@pytest.mark.parametrize(
    ("text", "words", "value", "high", "unit", "qualifier"),
    [
        (
            "Pratybose dalyvavo daugiau nei 34 000 karių.",
            "daugiau nei 34 000 karių",
            34_000,
            None,
            "soldiers",
            "at_least",
        ),
        ("34 tūkst. karių", "34 tūkst. karių", 34_000, None, "soldiers", "exactly"),
        ("1,5 mln. žmonių pabėgo.", "1,5 mln. žmonių", 1_500_000, None, "people", "exactly"),
        ("Nukrito dvidešimt vienas dronas.", "dvidešimt vienas dronas", 21, None, "drones", "exactly"),
        ("21 dronas", "21 dronas", 21, None, "drones", "exactly"),
        ("Du šimtai šeši kariai išvyko.", "Du šimtai šeši kariai", 206, None, "soldiers", "exactly"),
        (
            "trys šimtai tūkstančių rezervistų",
            "trys šimtai tūkstančių rezervistų",
            300_000,
            None,
            "reservists",
            "exactly",
        ),
        ("pusė milijono žmonių", "pusė milijono žmonių", 500_000, None, "people", "exactly"),
        ("pusantro kilometro", "pusantro kilometro", 1.5, None, "km", "exactly"),
        ("Pakilo vienas naikintuvas.", "vienas naikintuvas", 1, None, "fighter jets", "exactly"),
        ("19 orlaivių pakilo.", "19 orlaivių", 19, None, "aircraft", "exactly"),
        ("Numušti trys bepiločiai.", "trys bepiločiai", 3, None, "UAVs", "exactly"),
        ("su keturiais sraigtasparniais", "keturiais sraigtasparniais", 4, None, "helicopters", "exactly"),
        ("40 Lenkijos pasieniečių", "40 Lenkijos pasieniečių", 40, None, "border guards", "exactly"),
        ("penki karo laivai", "penki karo laivai", 5, None, "warships", "exactly"),
        ("šimtas automobilių", "šimtas automobilių", 100, None, "cars", "exactly"),
        ("2 kilogramai sprogmenų", "2 kilogramai sprogmenų", 2, None, "kg", "exactly"),
        ("40 tonų humanitarinės pagalbos", "40 tonų humanitarinės pagalbos", 40, None, "tonnes", "exactly"),
        ("20 kilometrų nuo sienos", "20 kilometrų", 20, None, "km", "exactly"),
        ("30 kilometrų zona", "30 kilometrų", 30, None, "km", "exactly"),
        ("100 km/val. greičiu", "100 km/val.", 100, None, "km/h", "exactly"),
        ("50 kvadratinių kilometrų", "50 kvadratinių kilometrų", 50, None, "km2", "exactly"),
        ("5 mlrd. eurų", "5 mlrd. eurų", 5_000_000_000, None, "EUR", "exactly"),
        ("20 mln. zlotų", "20 mln. zlotų", 20_000_000, None, "PLN", "exactly"),
        ("30 proc. kelių", "30 proc.", 30, None, "%", "exactly"),
        ("6000–8000 karių", "6000–8000 karių", 6_000, 8000, "soldiers", "exactly"),
        ("nuo 6 iki 8 tūkst. karių", "nuo 6 iki 8 tūkst. karių", 6_000, 8000, "soldiers", "exactly"),
        ("tarp 6 ir 8 tūkstančių karių", "tarp 6 ir 8 tūkstančių karių", 6_000, 8000, "soldiers", "exactly"),
        ("30–40 proc.", "30–40 proc.", 30, 40, "%", "exactly"),
        ("dešimtys dronų", "dešimtys dronų", 20, None, "drones", "at_least"),
        ("šimtai žmonių", "šimtai žmonių", 200, None, "people", "at_least"),
        ("tūkstančiai karių", "tūkstančiai karių", 2_000, None, "soldiers", "at_least"),
        ("keliolika migrantų", "keliolika migrantų", 11, None, "migrants", "at_least"),
        ("keli šimtai migrantų", "keli šimtai migrantų", 300, None, "migrants", "at_least"),
        ("mažiausiai penki žmonės", "mažiausiai penki žmonės", 5, None, "people", "at_least"),
        ("ne mažiau kaip 3 laivai", "ne mažiau kaip 3 laivai", 3, None, "ships", "at_least"),
        ("iki 6000 karių", "iki 6000 karių", 6_000, None, "soldiers", "at_most"),
        ("ne daugiau kaip 10 žmonių", "ne daugiau kaip 10 žmonių", 10, None, "people", "at_most"),
        ("mažiau nei devyni vyrai", "mažiau nei devyni vyrai", 9, None, "men", "at_most"),
        ("beveik 2000 migrantų", "beveik 2000 migrantų", 2_000, None, "migrants", "about"),
        ("apie 40 automobilių", "apie 40 automobilių", 40, None, "cars", "about"),
        ("per 300 kilometrų", "per 300 kilometrų", 300, None, "km", "at_least"),
        ("lygiai 13 balionų", "lygiai 13 balionų", 13, None, "balloons", "exactly"),
        ("dar 10 karių", "10 karių", 10, None, "soldiers", "exactly"),
        ("12 iš 20 dronų", "12 iš 20 dronų", 12, None, "drones", "exactly"),
        ("trys MiG-31 naikintuvai", "trys MiG-31 naikintuvai", 3, None, "fighter jets", "exactly"),
        ("du tankai Leopard 2", "du tankai", 2, None, "tanks", "exactly"),
    ],
)  # fmt: skip
def test_a_quantity(text: str, words: str, value: float, high: float | None, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    read = (found.span.of(text), found.value, found.high, found.unit, found.qualifier)
    assert read == (words, value, high, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "of", "scope"),
    [
        ("40 Lenkijos pasieniečių", None, "Lenkijos"),
        ("2 kilogramai sprogmenų", "sprogmenų", None),
        ("40 tonų humanitarinės pagalbos", "humanitarinės pagalbos", None),
        ("trys MiG-31 naikintuvai", None, "MiG-31"),
    ],
)
def test_what_is_measured_and_what_the_count_is_limited_to(text: str, of: str | None, scope: str | None) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.of, found.scope) == (of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "Rugsėjo 12 kariai išvyko.",
        "2025 metais kariai išvyko.",
        "4 straipsnis, reisas 93",
        "penkios dienos",
        "dronas nukrito",
        "MiG-31, Su-27, T-72",
        "7:30 žmonės",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text, words=WORDS) == []
