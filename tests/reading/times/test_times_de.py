"""What a reader of German news takes times to mean; every report here appeared on Friday, 12 September 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.reading.times import Tense

ReadTimes = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("Die Grenze wurde am 12. September 2025 geschlossen.", "12. September 2025", "2025-09-12"),
        ("Sie tagten am Freitag, dem 12. September, in Riga.", "Freitag, dem 12. September", "2025-09-12"),
        ("Am Freitag, 12. September 2025, begann die Übung.", "Freitag, 12. September 2025", "2025-09-12"),
        ("Die Drohne stürzte am 9.9. ab.", "9.9.", "2025-09-09"),
        ("Der Befehl vom 11.09.2025 gilt weiter.", "11.09.2025", "2025-09-11"),
        ("Am zwölften September trat das Verbot in Kraft.", "zwölften September", "2025-09-12"),
        ("Am 30. Dezember rollte ein Konvoi an.", "30. Dezember", "2025-12-30"),
        ("Der Angriff am 9. Mai vergangenen Jahres blieb folgenlos.", "9. Mai vergangenen Jahres", "2024-05-09"),
        (
            "Die Übung läuft vom 12. bis zum 16. September 2025.",
            "vom 12. bis zum 16. September 2025",
            "2025-09-12..2025-09-16",
        ),
        ("vom 12. bis 16. September", "vom 12. bis 16. September", "2025-09-12..2025-09-16"),
        ("Der Luftraum bleibt 12.–16. September gesperrt.", "12.–16. September", "2025-09-12..2025-09-16"),
        ("12.-16.9.2025", "12.-16.9.2025", "2025-09-12..2025-09-16"),
        ("zwischen dem 12. und dem 16. September", "zwischen dem 12. und dem 16. September", "2025-09-12..2025-09-16"),
        (
            "von Freitag, 12., bis Dienstag, 16. September",
            "von Freitag, 12., bis Dienstag, 16. September",
            "2025-09-12..2025-09-16",
        ),
        ("vom 28. August bis 3. September", "vom 28. August bis 3. September", "2025-08-28..2025-09-03"),
        ("von Montag bis Mittwoch", "von Montag bis Mittwoch", "2025-09-08..2025-09-10"),
        ("von Juli bis September", "von Juli bis September", "2025-07..2025-09"),
        ("Die Truppen zogen im Juli/August ab.", "Juli/August", "2025-07..2025-08"),
        ("2014–2022", "2014–2022", "2014..2022"),
        ("Die Reise war für Juli bis September geplant.", "Juli bis September", "2025-07..2025-09"),
        ("Am Dienstag stürzte eine Drohne ab.", "Dienstag", "2025-09-09"),
        ("Der Minister sprach am vergangenen Freitag.", "vergangenen Freitag", "2025-09-05"),
        ("Am kommenden Montag öffnet der Grenzübergang.", "kommenden Montag", "2025-09-15"),
        ("Am Dienstag nächster Woche wird abgestimmt.", "Dienstag nächster Woche", "2025-09-16"),
        ("Der Alarm kam Freitagmorgen.", "Freitagmorgen", "2025-09-12T06:00..2025-09-12T12:00"),
        ("Am Mittwochabend wurde geschossen.", "Mittwochabend", "2025-09-10T18:00..2025-09-10T22:00"),
        ("am frühen Mittwochmorgen", "frühen Mittwochmorgen", "2025-09-10T00:00..2025-09-10T06:00"),
        ("am späten Donnerstagabend", "späten Donnerstagabend", "2025-09-11T18:00..2025-09-11T23:59"),
        (
            "In der Nacht auf Mittwoch drangen Drohnen ein.",
            "In der Nacht auf Mittwoch",
            "2025-09-09T22:00..2025-09-10T06:00",
        ),
        ("in der Nacht zum Mittwoch", "in der Nacht zum Mittwoch", "2025-09-09T22:00..2025-09-10T06:00"),
        (
            "in der Nacht vom 9. auf den 10. September",
            "in der Nacht vom 9. auf den 10. September",
            "2025-09-09T22:00..2025-09-10T06:00",
        ),
        ("in der Nacht zum 10. September", "in der Nacht zum 10. September", "2025-09-09T22:00..2025-09-10T06:00"),
        (
            "in der Nacht von Dienstag auf Mittwoch",
            "in der Nacht von Dienstag auf Mittwoch",
            "2025-09-09T22:00..2025-09-10T06:00",
        ),
        ("Gestern Abend fiel der Strom aus.", "Gestern Abend", "2025-09-11T18:00..2025-09-11T22:00"),
        ("Heute Morgen landete das Flugzeug.", "Heute Morgen", "2025-09-12T06:00..2025-09-12T12:00"),
        ("am Morgen des 10. September", "Morgen des 10. September", "2025-09-10T06:00..2025-09-10T12:00"),
        ("Heute Nacht heulten die Sirenen.", "Heute Nacht", "2025-09-12T18:00..2025-09-13T06:00"),
        ("Vorgestern brannte ein Lager.", "Vorgestern", "2025-09-10"),
        ("Die Verhandlungen beginnen übermorgen.", "übermorgen", "2025-09-14"),
        ("Letzte Woche kamen die Panzer an.", "Letzte Woche", "2025-09-01..2025-09-07"),
        ("in der vergangenen Woche", "vergangenen Woche", "2025-09-01..2025-09-07"),
        ("nächste Woche", "nächste Woche", "2025-09-15..2025-09-21"),
        ("Anfang nächster Woche", "Anfang nächster Woche", "2025-09-15..2025-09-16"),
        ("in diesem Jahr", "diesem Jahr", "2025"),
        ("im vergangenen Jahr", "vergangenen Jahr", "2024"),
        ("im kommenden Monat", "kommenden Monat", "2025-10"),
        ("Ende vergangenen Jahres", "Ende vergangenen Jahres", "2024-09..2024-12"),
        ("im Vorjahr", "im Vorjahr", "2024"),
        ("Anfang September", "Anfang September", "2025-09-01..2025-09-10"),
        ("Mitte August 2024", "Mitte August 2024", "2024-08-11..2024-08-21"),
        ("Ende 2024", "Ende 2024", "2024-09..2024-12"),
        ("bis Jahresende", "bis Jahresende", "..2025-12"),
        ("im Frühjahr 2022", "Frühjahr 2022", "2022-03..2022-05"),
        ("im Sommer 2024", "Sommer 2024", "2024-06..2024-08"),
        ("im vergangenen Winter", "vergangenen Winter", "2024-12..2025-02"),
        ("im Spätsommer 2024", "Spätsommer 2024", "2024-08"),
        ("im dritten Quartal 2024", "dritten Quartal 2024", "2024-07..2024-09"),
        ("in der zweiten Septemberhälfte", "zweiten Septemberhälfte", "2025-09-16..2025-09-30"),
        ("in der ersten Jahreshälfte 2025", "ersten Jahreshälfte 2025", "2025-01..2025-06"),
        ("in den 1990er Jahren", "1990er Jahren", "1990..1999"),
        ("in den neunziger Jahren", "neunziger Jahren", "1990..1999"),
        ("Das Schiff lief 2019 aus.", "2019", "2019"),
        ("im September vergangenen Jahres", "September vergangenen Jahres", "2024-09"),
        ("im Oktober 2024", "Oktober 2024", "2024-10"),
        ("Seit Dienstag ist die Straße zu.", "Seit Dienstag", "2025-09-09.."),
        ("Seit drei Tagen ist die Straße zu.", "Seit drei Tagen", "2025-09-09.."),
        ("Seit 2014 steht dort eine Basis.", "Seit 2014", "2014.."),
        ("Ab Mitternacht gilt das Flugverbot.", "Ab Mitternacht", "2025-09-12T00:00.."),
        ("ab dem 11. September", "ab dem 11. September", "2025-09-11.."),
        ("Ab kommender Woche wird kontrolliert.", "Ab kommender Woche", "2025-09-15.."),
        ("bis zum 16. September", "bis zum 16. September", "..2025-09-16"),
        ("bis Ende September", "bis Ende September", "..2025-09-30"),
        ("bis spätestens 1. Oktober", "bis spätestens 1. Oktober", "..2025-10-01"),
        ("nach dem 16. September", "nach dem 16. September", "2025-09-16.."),
        ("vor dem 12. September", "vor dem 12. September", "..2025-09-12"),
        ("Um 23.40 Uhr fiel der erste Schuss.", "23.40 Uhr", "2025-09-12T23:40"),
        ("um 6:30 Uhr am Mittwoch", "6:30 Uhr am Mittwoch", "2025-09-10T06:30"),
        ("am Mittwoch gegen 6.30 Uhr", "Mittwoch gegen 6.30 Uhr", "2025-09-10T06:30"),
        ("am Mittwoch um 14 Uhr Ortszeit", "Mittwoch um 14 Uhr Ortszeit", "2025-09-10T14:00"),
        ("Der Himmel ist von 10 bis 12 Uhr gesperrt.", "von 10 bis 12 Uhr", "2025-09-12T10:00..2025-09-12T12:00"),
        ("um 3 Uhr morgens", "3 Uhr morgens", "2025-09-12T03:00"),
        ("Vor drei Tagen fiel eine Rakete.", "drei Tagen", "2025-09-09"),
        ("vor zwei Monaten", "zwei Monaten", "2025-07"),
        ("Die Manöver beginnen in zwei Wochen.", "in zwei Wochen", "2025-09-22..2025-09-28"),
        ("in den vergangenen drei Tagen", "den vergangenen drei Tagen", "2025-09-09..2025-09-12"),
        ("in den kommenden zwei Wochen", "den kommenden zwei Wochen", "2025-09-12..2025-09-26"),
        ("in den vergangenen Jahren", "den vergangenen Jahren", "vague"),
        ("in den nächsten Tagen", "den nächsten Tagen", "vague"),
        ("vor kurzem", "vor kurzem", "vague"),
        ("Jeden Freitag wird geprobt.", "Jeden Freitag", "vague"),
        ("Freitags fährt kein Zug.", "Freitags", "vague"),
        ("am Wochenende", "Wochenende", "2025-09-06..2025-09-07"),
        ("am vergangenen Wochenende", "vergangenen Wochenende", "2025-09-06..2025-09-07"),
        ("Tags zuvor hatte Minsk gewarnt.", "Tags zuvor", "2025-09-11"),
        ("zwei Wochen zuvor", "zwei Wochen zuvor", "2025-08-25..2025-08-31"),
        ("am nächsten Tag", "am nächsten Tag", "2025-09-13"),
        ("eine fünftägige Übung", "fünftägige", "nothing"),
        ("ein zweiwöchiges Manöver", "zweiwöchiges", "nothing"),
        ("Der Einsatz dauerte fünf Tage.", "fünf Tage", "nothing"),
        ("Derzeit ist die Grenze geschlossen.", "Derzeit", "2025-09-12"),
        (
            "Der Übergang bleibt vom 12. September, 0 Uhr, bis mindestens 16. September zu.",
            "vom 12. September, 0 Uhr, bis mindestens 16. September",
            "2025-09-12T00:00..2025-09-16",
        ),
        ("Nach Angaben vom Morgen ist die Lage ruhig.", "Morgen", "2025-09-12T06:00..2025-09-12T12:00"),
    ],
)  # fmt: skip
def test_a_time(text: str, words: str, meaning: str, read_times: ReadTimes) -> None:
    assert read_times("de", text) == [(words, meaning)]


@pytest.mark.parametrize(
    ("text", "tense", "meaning"),
    [
        ("Die Grenze wird am Freitag geöffnet.", Tense.FUTURE, "2025-09-12"),
        ("Am Mittwoch wurde geschossen.", Tense.PAST, "2025-09-10"),
        ("am Mittwoch", Tense.FUTURE, "2025-09-17"),
        ("im März", Tense.FUTURE, "2026-03"),
        ("im November", Tense.PAST, "2024-11"),
        ("am 5. Dezember", Tense.FUTURE, "2025-12-05"),
        ("am 5. Dezember", Tense.PAST, "2024-12-05"),
        ("am Wochenende", Tense.FUTURE, "2025-09-13..2025-09-14"),
    ],
)  # fmt: skip
def test_the_tense_decides(text: str, tense: Tense, meaning: str, read_times: ReadTimes) -> None:
    assert [shown for _, shown in read_times("de", text, tense=tense)] == [meaning]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("am 12. und 16. September", [("12.", "2025-09-12"), ("16. September", "2025-09-16")]),
        ("am 3., 4. und 7. Oktober", [("3.", "2025-10-03"), ("4.", "2025-10-04"), ("7. Oktober", "2025-10-07")]),
        ("am 12.9. und am 12.09.2025", [("12.9.", "2025-09-12"), ("12.09.2025", "2025-09-12")]),
        ("im Juli und August", [("Juli", "2025-07"), ("August", "2025-08")]),
        ("Die Übungen 2021 und 2023", [("2021", "2021"), ("2023", "2023")]),
        ("Vom Gesetz von 2014 blieb 2019 wenig.", [("2014", "2014"), ("2019", "2019")]),
    ],
)  # fmt: skip
def test_several_times(text: str, found: list[tuple[str, str]], read_times: ReadTimes) -> None:
    assert read_times("de", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Die 12. Brigade hielt am 12. Tag stand.",
        "2025 Soldaten zogen ein.",
        "Artikel 4 und Resolution 2231",
        "Leopard 2 und MiG-31",
        "Er rief zweimal an.",
        "Das kostet 20.25 Euro.",
        "die Nummer 12",
        "Der 34-jährige Fahrer schwieg.",
    ],
)
def test_no_time(text: str, read_times: ReadTimes) -> None:
    assert read_times("de", text) == []
