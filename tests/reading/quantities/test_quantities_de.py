"""Which numbers of German texts are quantities, and of what."""

from __future__ import annotations

import pytest

from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("de")


@pytest.mark.parametrize(
    ("text", "words", "value", "high", "unit", "qualifier"),
    [
        ("Mehr als 34.000 Soldaten nahmen teil.", "Mehr als 34.000 Soldaten", 34_000, None, "soldiers", "at_least"),
        ("34 000 Soldaten nahmen teil.", "34 000 Soldaten", 34_000, None, "soldiers", "exactly"),
        ("1,5 Millionen Menschen flohen.", "1,5 Millionen Menschen", 1_500_000, None, "people", "exactly"),
        ("Zwei Dutzend Drohnen fielen.", "Zwei Dutzend Drohnen", 24, None, "drones", "exactly"),
        ("Hundert Fahrzeuge fuhren vorbei.", "Hundert Fahrzeuge", 100, None, "vehicles", "exactly"),
        ("Eine halbe Million Menschen floh.", "Eine halbe Million Menschen", 500_000, None, "people", "exactly"),
        ("Einundzwanzig Migranten kamen über den Zaun.", "Einundzwanzig Migranten", 21, None, "migrants", "exactly"),
        ("Zweihundertsechs Soldaten zogen ab.", "Zweihundertsechs Soldaten", 206, None, "soldiers", "exactly"),
        ("dreihunderttausend Reservisten", "dreihunderttausend Reservisten", 300_000, None, "reservists", "exactly"),
        ("siebenhundertfünfundachtzig Mann", "siebenhundertfünfundachtzig Mann", 785, None, "troops", "exactly"),
        ("20 russische Kampfdrohnen", "20 russische Kampfdrohnen", 20, None, "drones", "exactly"),
        ("Die Luftwaffe zählte 19 Aufklärungsdrohnen.", "19 Aufklärungsdrohnen", 19, None, "drones", "exactly"),
        ("drei MiG-31-Kampfjets", "drei MiG-31-Kampfjets", 3, None, "fighter jets", "exactly"),
        ("zwei Leopard-2-Panzer", "zwei Leopard-2-Panzer", 2, None, "tanks", "exactly"),
        ("Fünf Kriegsschiffe liefen aus.", "Fünf Kriegsschiffe", 5, None, "warships", "exactly"),
        ("Ein Dutzend Ballons trieb heran.", "Ein Dutzend Ballons", 12, None, "balloons", "exactly"),
        ("mit vier Hubschraubern", "vier Hubschraubern", 4, None, "helicopters", "exactly"),
        ("von 40 polnischen Grenzschützern", "40 polnischen Grenzschützern", 40, None, "border guards", "exactly"),
        ("2 Kilogramm Sprengstoff explodierten.", "2 Kilogramm Sprengstoff", 2, None, "kg", "exactly"),
        ("40 Tonnen humanitäre Hilfsgüter", "40 Tonnen humanitäre Hilfsgüter", 40, None, "tonnes", "exactly"),
        ("20 Kilometer von der Grenze", "20 Kilometer", 20, None, "km", "exactly"),
        ("eine 30-Kilometer-Zone", "30-Kilometer", 30, None, "km", "exactly"),
        ("mit 100 km/h", "100 km/h", 100, None, "km/h", "exactly"),
        ("50 Quadratkilometer Wald", "50 Quadratkilometer", 50, None, "km2", "exactly"),
        ("5 Mrd. Euro", "5 Mrd. Euro", 5_000_000_000, None, "EUR", "exactly"),
        ("20 Mio. Euro", "20 Mio. Euro", 20_000_000, None, "EUR", "exactly"),
        ("8 Tsd. Zloty", "8 Tsd. Zloty", 8_000, None, "PLN", "exactly"),
        ("30 Prozent der Straßen", "30 Prozent der Straßen", 30, None, "%", "exactly"),
        ("6.000 bis 8.000 Soldaten", "6.000 bis 8.000 Soldaten", 6_000, 8000, "soldiers", "exactly"),
        ("zwischen 6.000 und 8.000 Soldaten", "zwischen 6.000 und 8.000 Soldaten", 6_000, 8000, "soldiers", "exactly"),
        ("6 bis 8 Tausend Soldaten", "6 bis 8 Tausend Soldaten", 6_000, 8000, "soldiers", "exactly"),
        ("30–40 Prozent", "30–40 Prozent", 30, 40, "%", "exactly"),
        ("Dutzende Drohnen", "Dutzende Drohnen", 24, None, "drones", "at_least"),
        ("Hunderte von Menschen", "Hunderte von Menschen", 200, None, "people", "at_least"),
        ("Zehntausende Soldaten", "Zehntausende Soldaten", 20_000, None, "soldiers", "at_least"),
        ("mehrere hundert Migranten", "mehrere hundert Migranten", 300, None, "migrants", "at_least"),
        ("mindestens fünf Menschen", "mindestens fünf Menschen", 5, None, "people", "at_least"),
        ("bis zu 6000 Soldaten", "bis zu 6000 Soldaten", 6_000, None, "soldiers", "at_most"),
        ("höchstens 10 Menschen", "höchstens 10 Menschen", 10, None, "people", "at_most"),
        ("weniger als neun Männer", "weniger als neun Männer", 9, None, "men", "at_most"),
        ("knapp 2000 Migranten", "knapp 2000 Migranten", 2_000, None, "migrants", "about"),
        ("rund 40 Fahrzeuge", "rund 40 Fahrzeuge", 40, None, "vehicles", "about"),
        ("etwa 300 Kilometer", "etwa 300 Kilometer", 300, None, "km", "about"),
        ("genau 13 Ballons", "genau 13 Ballons", 13, None, "balloons", "exactly"),
        ("zehn weitere Soldaten", "zehn weitere Soldaten", 10, None, "soldiers", "exactly"),
        ("12 der 20 Drohnen", "12 der 20 Drohnen", 12, None, "drones", "exactly"),
    ],
)  # fmt: skip
def test_a_quantity(text: str, words: str, value: float, high: float | None, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    read = (found.span.of(text), found.value, found.high, found.unit, found.qualifier)
    assert read == (words, value, high, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "of", "scope"),
    [
        ("20 russische Kampfdrohnen", None, "russische"),
        ("von 40 polnischen Grenzschützern", None, "polnischen"),
        ("2 Kilogramm Sprengstoff explodierten.", "Sprengstoff", None),
        ("40 Tonnen humanitäre Hilfsgüter", "humanitäre Hilfsgüter", None),
        ("30 Prozent der Straßen", "Straßen", None),
    ],
)
def test_what_is_measured_and_what_the_count_is_limited_to(text: str, of: str | None, scope: str | None) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.of, found.scope) == (of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "Am 12. September verließen Soldaten das Land.",
        "Im Jahr 2025 verließen Soldaten das Land.",
        "Artikel 4, Flug 93",
        "fünf Tage, zwölf Termine",
        "eine Drohne",
        "MiG-31, Su-27, T-72",
        "um 7:30 Menschen",
        "2:1 Siege",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text, words=WORDS) == []
