"""Which numbers of Estonian texts are quantities, and of what."""

from __future__ import annotations

import pytest

from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("et")


@pytest.mark.parametrize(
    ("text", "words", "value", "high", "unit", "qualifier"),
    [
        (
            "Õppusel osales rohkem kui 34 000 sõdurit.",
            "rohkem kui 34 000 sõdurit",
            34_000,
            None,
            "soldiers",
            "at_least",
        ),
        ("34 tuh. sõdurit", "34 tuh. sõdurit", 34_000, None, "soldiers", "exactly"),
        ("1,5 mln inimest põgenes.", "1,5 mln inimest", 1_500_000, None, "people", "exactly"),
        ("Alla kukkus kakskümmend üks drooni.", "kakskümmend üks drooni", 21, None, "drones", "exactly"),
        ("Kakssada kuus sõdurit lahkus.", "Kakssada kuus sõdurit", 206, None, "soldiers", "exactly"),
        ("kolmsada tuhat reservväelast", "kolmsada tuhat reservväelast", 300_000, None, "reservists", "exactly"),
        ("kolmsada viiskümmend migranti", "kolmsada viiskümmend migranti", 350, None, "migrants", "exactly"),
        ("pool miljonit inimest", "pool miljonit inimest", 500_000, None, "people", "exactly"),
        ("poolteist kilomeetrit", "poolteist kilomeetrit", 1.5, None, "km", "exactly"),
        ("tosin õhupalli", "tosin õhupalli", 12, None, "balloons", "exactly"),
        ("Õhku tõusis üks hävitaja.", "üks hävitaja", 1, None, "fighter jets", "exactly"),
        ("Õhku tõusis 19 lennukit.", "19 lennukit", 19, None, "planes", "exactly"),
        ("kolm mehitamata lennuvahendit", "kolm mehitamata lennuvahendit", 3, None, "UAVs", "exactly"),
        ("nelja kopteriga", "nelja kopteriga", 4, None, "helicopters", "exactly"),
        ("40 Poola piirivalvurit", "40 Poola piirivalvurit", 40, None, "border guards", "exactly"),
        ("viis sõjalaeva", "viis sõjalaeva", 5, None, "warships", "exactly"),
        ("sada autot", "sada autot", 100, None, "cars", "exactly"),
        ("20 Vene ründedrooni", "20 Vene ründedrooni", 20, None, "drones", "exactly"),
        ("2 kilogrammi lõhkeainet", "2 kilogrammi lõhkeainet", 2, None, "kg", "exactly"),
        ("40 tonni humanitaarabi", "40 tonni humanitaarabi", 40, None, "tonnes", "exactly"),
        ("20 kilomeetrit piirist", "20 kilomeetrit", 20, None, "km", "exactly"),
        ("20 km kaugusel piirist", "20 km", 20, None, "km", "exactly"),
        ("30-kilomeetrine tsoon", "30-kilomeetrine", 30, None, "km", "exactly"),
        ("kiirusega 100 km/h", "100 km/h", 100, None, "km/h", "exactly"),
        ("50 ruutkilomeetrit", "50 ruutkilomeetrit", 50, None, "km2", "exactly"),
        ("5 mld eurot", "5 mld eurot", 5_000_000_000, None, "EUR", "exactly"),
        ("20 miljonit zlotti", "20 miljonit zlotti", 20_000_000, None, "PLN", "exactly"),
        ("30 protsenti teedest", "30 protsenti", 30, None, "%", "exactly"),
        ("6000–8000 sõdurit", "6000–8000 sõdurit", 6_000, 8000, "soldiers", "exactly"),
        ("6 kuni 8 tuhat sõdurit", "6 kuni 8 tuhat sõdurit", 6_000, 8000, "soldiers", "exactly"),
        ("30–40 protsenti", "30–40 protsenti", 30, 40, "%", "exactly"),
        ("kümned droonid", "kümned droonid", 20, None, "drones", "at_least"),
        ("sajad inimesed", "sajad inimesed", 200, None, "people", "at_least"),
        ("tuhandeid sõdureid", "tuhandeid sõdureid", 2_000, None, "soldiers", "at_least"),
        ("kümneid tuhandeid inimesi", "kümneid tuhandeid inimesi", 20_000, None, "people", "at_least"),
        ("mitusada migranti", "mitusada migranti", 300, None, "migrants", "at_least"),
        ("vähemalt viis inimest", "vähemalt viis inimest", 5, None, "people", "at_least"),
        ("mitte vähem kui 3 laeva", "mitte vähem kui 3 laeva", 3, None, "ships", "at_least"),
        ("kuni 6000 sõdurit", "kuni 6000 sõdurit", 6_000, None, "soldiers", "at_most"),
        ("mitte rohkem kui 10 inimest", "mitte rohkem kui 10 inimest", 10, None, "people", "at_most"),
        ("vähem kui üheksa meest", "vähem kui üheksa meest", 9, None, "men", "at_most"),
        ("alla 5 kg", "alla 5 kg", 5, None, "kg", "at_most"),
        ("ligi 2000 migranti", "ligi 2000 migranti", 2_000, None, "migrants", "about"),
        ("umbes 40 autot", "umbes 40 autot", 40, None, "cars", "about"),
        ("üle 300 kilomeetri", "üle 300 kilomeetri", 300, None, "km", "at_least"),
        ("täpselt 13 õhupalli", "täpselt 13 õhupalli", 13, None, "balloons", "exactly"),
        ("veel 10 sõdurit", "10 sõdurit", 10, None, "soldiers", "exactly"),
        ("kolm MiG-31 hävitajat", "kolm MiG-31 hävitajat", 3, None, "fighter jets", "exactly"),
    ],
)  # fmt: skip
def test_a_quantity(text: str, words: str, value: float, high: float | None, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    read = (found.span.of(text), found.value, found.high, found.unit, found.qualifier)
    assert read == (words, value, high, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "of", "scope"),
    [
        ("40 Poola piirivalvurit", None, "Poola"),
        ("20 Vene ründedrooni", None, "Vene"),
        ("2 kilogrammi lõhkeainet", "lõhkeainet", None),
        ("40 tonni humanitaarabi", "humanitaarabi", None),
        ("kolm MiG-31 hävitajat", None, "MiG-31"),
    ],
)
def test_what_is_measured_and_what_the_count_is_limited_to(text: str, of: str | None, scope: str | None) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.of, found.scope) == (of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "12. septembril lahkusid sõdurid.",
        "2025. aastal lahkusid sõdurid.",
        "artikkel 4, lend 93",
        "viis päeva",
        "droon kukkus alla",
        "MiG-31, Su-27, T-72",
        "kell 7:30 inimesed",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text, words=WORDS) == []
