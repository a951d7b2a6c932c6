"""Which numbers of Latvian texts are quantities, and of what."""

from __future__ import annotations

import pytest

from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("lv")


@pytest.mark.parametrize(
    ("text", "words", "value", "high", "unit", "qualifier"),
    [
        (
            "Mācībās piedalījās vairāk nekā 34 000 karavīru.",
            "vairāk nekā 34 000 karavīru",
            34_000,
            None,
            "soldiers",
            "at_least",
        ),
        ("34 tūkst. karavīru", "34 tūkst. karavīru", 34_000, None, "soldiers", "exactly"),
        ("1,5 milj. cilvēku aizbēga.", "1,5 milj. cilvēku", 1_500_000, None, "people", "exactly"),
        ("Nokrita divdesmit viens drons.", "divdesmit viens drons", 21, None, "drones", "exactly"),
        ("21 drons", "21 drons", 21, None, "drones", "exactly"),
        ("Divi simti seši karavīri devās prom.", "Divi simti seši karavīri", 206, None, "soldiers", "exactly"),
        ("trīs simti tūkstoši rezervistu", "trīs simti tūkstoši rezervistu", 300_000, None, "reservists", "exactly"),
        ("divsimt karavīru", "divsimt karavīru", 200, None, "soldiers", "exactly"),
        ("piecsimt migrantu", "piecsimt migrantu", 500, None, "migrants", "exactly"),
        ("pusmiljons cilvēku", "pusmiljons cilvēku", 500_000, None, "people", "exactly"),
        ("puse miljona cilvēku", "puse miljona cilvēku", 500_000, None, "people", "exactly"),
        ("pusotrs kilometrs", "pusotrs kilometrs", 1.5, None, "km", "exactly"),
        ("Pacēlās viens iznīcinātājs.", "viens iznīcinātājs", 1, None, "fighter jets", "exactly"),
        ("Pacēlās 19 lidmašīnas.", "19 lidmašīnas", 19, None, "aircraft", "exactly"),
        ("Notriekti trīs bezpilota lidaparāti.", "trīs bezpilota lidaparāti", 3, None, "UAVs", "exactly"),
        ("ar četriem helikopteriem", "četriem helikopteriem", 4, None, "helicopters", "exactly"),
        ("40 Polijas robežsargi", "40 Polijas robežsargi", 40, None, "border guards", "exactly"),
        ("pieci karakuģi", "pieci karakuģi", 5, None, "warships", "exactly"),
        ("simts automašīnu", "simts automašīnu", 100, None, "cars", "exactly"),
        ("2 kilogrami sprāgstvielu", "2 kilogrami sprāgstvielu", 2, None, "kg", "exactly"),
        ("40 tonnas humānās palīdzības", "40 tonnas humānās palīdzības", 40, None, "tonnes", "exactly"),
        ("20 kilometru no robežas", "20 kilometru", 20, None, "km", "exactly"),
        ("30 kilometru zona", "30 kilometru", 30, None, "km", "exactly"),
        ("ar ātrumu 100 km/h", "100 km/h", 100, None, "km/h", "exactly"),
        ("50 kvadrātkilometri", "50 kvadrātkilometri", 50, None, "km2", "exactly"),
        ("5 mljrd. eiro", "5 mljrd. eiro", 5_000_000_000, None, "EUR", "exactly"),
        ("20 milj. zlotu", "20 milj. zlotu", 20_000_000, None, "PLN", "exactly"),
        ("30 procenti ceļu", "30 procenti", 30, None, "%", "exactly"),
        ("6000–8000 karavīru", "6000–8000 karavīru", 6_000, 8000, "soldiers", "exactly"),
        ("no 6 līdz 8 tūkst. karavīru", "no 6 līdz 8 tūkst. karavīru", 6_000, 8000, "soldiers", "exactly"),
        ("starp 6 un 8 tūkstošiem karavīru", "starp 6 un 8 tūkstošiem karavīru", 6_000, 8000, "soldiers", "exactly"),
        ("30–40 procenti", "30–40 procenti", 30, 40, "%", "exactly"),
        ("desmitiem dronu", "desmitiem dronu", 20, None, "drones", "at_least"),
        ("simtiem cilvēku", "simtiem cilvēku", 200, None, "people", "at_least"),
        ("tūkstošiem karavīru", "tūkstošiem karavīru", 2_000, None, "soldiers", "at_least"),
        ("vairāki simti migrantu", "vairāki simti migrantu", 300, None, "migrants", "at_least"),
        ("vismaz pieci cilvēki", "vismaz pieci cilvēki", 5, None, "people", "at_least"),
        ("ne mazāk kā 3 kuģi", "ne mazāk kā 3 kuģi", 3, None, "ships", "at_least"),
        ("līdz 6000 karavīru", "līdz 6000 karavīru", 6_000, None, "soldiers", "at_most"),
        ("ne vairāk kā 10 cilvēku", "ne vairāk kā 10 cilvēku", 10, None, "people", "at_most"),
        ("mazāk nekā deviņi vīrieši", "mazāk nekā deviņi vīrieši", 9, None, "men", "at_most"),
        ("gandrīz 2000 migrantu", "gandrīz 2000 migrantu", 2_000, None, "migrants", "about"),
        ("aptuveni 40 automašīnas", "aptuveni 40 automašīnas", 40, None, "cars", "about"),
        ("ap 300 kilometru", "ap 300 kilometru", 300, None, "km", "about"),
        ("tieši 13 balonu", "tieši 13 balonu", 13, None, "balloons", "exactly"),
        ("vēl 10 karavīri", "10 karavīri", 10, None, "soldiers", "exactly"),
        ("12 no 20 droniem", "12 no 20 droniem", 12, None, "drones", "exactly"),
        ("trīs MiG-31 iznīcinātāji", "trīs MiG-31 iznīcinātāji", 3, None, "fighter jets", "exactly"),
        ("20 Krievijas kaujas dronu", "20 Krievijas kaujas dronu", 20, None, "drones", "exactly"),
    ],
)  # fmt: skip
def test_a_quantity(text: str, words: str, value: float, high: float | None, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    read = (found.span.of(text), found.value, found.high, found.unit, found.qualifier)
    assert read == (words, value, high, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "of", "scope"),
    [
        ("40 Polijas robežsargi", None, "Polijas"),
        ("2 kilogrami sprāgstvielu", "sprāgstvielu", None),
        ("40 tonnas humānās palīdzības", "humānās palīdzības", None),
        ("trīs MiG-31 iznīcinātāji", None, "MiG-31"),
        ("20 Krievijas kaujas dronu", None, "Krievijas kaujas"),
    ],
)
def test_what_is_measured_and_what_the_count_is_limited_to(text: str, of: str | None, scope: str | None) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.of, found.scope) == (of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "12. septembrī karavīri devās prom.",
        "2025. gadā karavīri devās prom.",
        "4. pants, reiss 93",
        "piecas dienas",
        "drons nokrita",
        "MiG-31, Su-27, T-72",
        "7:30 cilvēki",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text, words=WORDS) == []
