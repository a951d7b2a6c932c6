"""Which numbers of Finnish texts are quantities, and of what."""

from __future__ import annotations

import pytest

from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("fi")


@pytest.mark.parametrize(
    ("text", "words", "value", "high", "unit", "qualifier"),
    [
        (
            "Harjoitukseen osallistui yli 34 000 sotilasta.",
            "yli 34 000 sotilasta",
            34_000,
            None,
            "soldiers",
            "at_least",
        ),
        ("34 tuhatta sotilasta", "34 tuhatta sotilasta", 34_000, None, "soldiers", "exactly"),
        ("1,5 miljoonaa ihmistä pakeni.", "1,5 miljoonaa ihmistä", 1_500_000, None, "people", "exactly"),
        ("Alas putosi kaksikymmentäyksi droonia.", "kaksikymmentäyksi droonia", 21, None, "drones", "exactly"),
        ("Kaksisataakuusi sotilasta lähti.", "Kaksisataakuusi sotilasta", 206, None, "soldiers", "exactly"),
        ("kolmesataatuhatta reserviläistä", "kolmesataatuhatta reserviläistä", 300_000, None, "reservists", "exactly"),
        (
            "kolmesataaviisikymmentä siirtolaista",
            "kolmesataaviisikymmentä siirtolaista",
            350,
            None,
            "migrants",
            "exactly",
        ),
        ("puoli miljoonaa ihmistä", "puoli miljoonaa ihmistä", 500_000, None, "people", "exactly"),
        ("puolitoista kilometriä", "puolitoista kilometriä", 1.5, None, "km", "exactly"),
        ("tusina ilmapalloa", "tusina ilmapalloa", 12, None, "balloons", "exactly"),
        ("Ilmaan nousi yksi hävittäjä.", "yksi hävittäjä", 1, None, "fighter jets", "exactly"),
        ("Ilmaan nousi 19 lentokonetta.", "19 lentokonetta", 19, None, "aircraft", "exactly"),
        ("kolme miehittämätöntä ilma-alusta", "kolme miehittämätöntä ilma-alusta", 3, None, "UAVs", "exactly"),
        ("neljällä helikopterilla", "neljällä helikopterilla", 4, None, "helicopters", "exactly"),
        ("40 Puolan rajavartijaa", "40 Puolan rajavartijaa", 40, None, "border guards", "exactly"),
        ("viisi sotalaivaa", "viisi sotalaivaa", 5, None, "warships", "exactly"),
        ("sata autoa", "sata autoa", 100, None, "cars", "exactly"),
        ("20 venäläistä taisteludroonia", "20 venäläistä taisteludroonia", 20, None, "drones", "exactly"),
        ("2 kiloa räjähdysainetta", "2 kiloa räjähdysainetta", 2, None, "kg", "exactly"),
        ("40 tonnia humanitaarista apua", "40 tonnia humanitaarista apua", 40, None, "tonnes", "exactly"),
        ("20 kilometriä rajalta", "20 kilometriä", 20, None, "km", "exactly"),
        ("20 kilometrin päässä rajasta", "20 kilometrin", 20, None, "km", "exactly"),
        ("30 kilometrin vyöhyke", "30 kilometrin", 30, None, "km", "exactly"),
        ("nopeus oli 100 km/h", "100 km/h", 100, None, "km/h", "exactly"),
        ("50 neliökilometriä", "50 neliökilometriä", 50, None, "km2", "exactly"),
        ("5 mrd. euroa", "5 mrd. euroa", 5_000_000_000, None, "EUR", "exactly"),
        ("20 miljoonaa zlotya", "20 miljoonaa zlotya", 20_000_000, None, "PLN", "exactly"),
        ("30 prosenttia teistä", "30 prosenttia", 30, None, "%", "exactly"),
        ("6 000–8 000 sotilasta", "6 000–8 000 sotilasta", 6_000, 8000, "soldiers", "exactly"),
        ("6–8 tuhatta sotilasta", "6–8 tuhatta sotilasta", 6_000, 8000, "soldiers", "exactly"),
        ("30–40 prosenttia", "30–40 prosenttia", 30, 40, "%", "exactly"),
        ("kymmeniä drooneja", "kymmeniä drooneja", 20, None, "drones", "at_least"),
        ("sadat ihmiset", "sadat ihmiset", 200, None, "people", "at_least"),
        ("tuhansia sotilaita", "tuhansia sotilaita", 2_000, None, "soldiers", "at_least"),
        ("kymmeniä tuhansia ihmisiä", "kymmeniä tuhansia ihmisiä", 20_000, None, "people", "at_least"),
        ("muutama sata siirtolaista", "muutama sata siirtolaista", 300, None, "migrants", "at_least"),
        ("vähintään viisi ihmistä", "vähintään viisi ihmistä", 5, None, "people", "at_least"),
        ("enintään 6000 sotilasta", "enintään 6000 sotilasta", 6_000, None, "soldiers", "at_most"),
        ("korkeintaan 10 ihmistä", "korkeintaan 10 ihmistä", 10, None, "people", "at_most"),
        ("alle yhdeksän miestä", "alle yhdeksän miestä", 9, None, "men", "at_most"),
        ("lähes 2000 siirtolaista", "lähes 2000 siirtolaista", 2_000, None, "migrants", "about"),
        ("noin 40 autoa", "noin 40 autoa", 40, None, "cars", "about"),
        ("ainakin 300 kilometriä", "ainakin 300 kilometriä", 300, None, "km", "at_least"),
        ("tasan 13 ilmapalloa", "tasan 13 ilmapalloa", 13, None, "balloons", "exactly"),
        ("kolme MiG-31-hävittäjää", "kolme MiG-31-hävittäjää", 3, None, "fighter jets", "exactly"),
        ("kaksi Leopard 2 -panssarivaunua", "kaksi Leopard 2 -panssarivaunua", 2, None, "tanks", "exactly"),
    ],
)  # fmt: skip
def test_a_quantity(text: str, words: str, value: float, high: float | None, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    read = (found.span.of(text), found.value, found.high, found.unit, found.qualifier)
    assert read == (words, value, high, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "of", "scope"),
    [
        ("40 Puolan rajavartijaa", None, "Puolan"),
        ("20 venäläistä taisteludroonia", None, "venäläistä"),
        ("2 kiloa räjähdysainetta", "räjähdysainetta", None),
        ("40 tonnia humanitaarista apua", "humanitaarista apua", None),
        ("kaksi Leopard 2 -panssarivaunua", None, "Leopard 2"),
    ],
)
def test_what_is_measured_and_what_the_count_is_limited_to(text: str, of: str | None, scope: str | None) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.of, found.scope) == (of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "12. syyskuuta sotilaat lähtivät.",
        "Vuonna 2025 sotilaat lähtivät.",
        "artikla 4, lento 93",
        "viisi päivää",
        "drooni putosi",
        "MiG-31, Su-27, T-72",
        "kello 7:30 ihmiset",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text, words=WORDS) == []
