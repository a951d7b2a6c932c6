"""What a reader of Estonian news takes times to mean; every report here appeared on Friday, 12 September 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.reading.times import Tense

ReadTimes = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("Piir suleti 12. septembril 2025.", "12. septembril 2025", "2025-09-12"),
        ("2025. aasta 12. septembril suleti piir.", "2025. aasta 12. septembril", "2025-09-12"),
        ("Õppus algas reedel, 12. septembril piiri lähedal.", "reedel, 12. septembril", "2025-09-12"),
        ("Droon kukkus alla 9. septembril.", "9. septembril", "2025-09-09"),
        ("Tänavu 3. märtsil sõlmiti leping.", "Tänavu 3. märtsil", "2025-03-03"),
        ("Möödunud aasta 9. mail paraadi ei olnud.", "Möödunud aasta 9. mail", "2024-05-09"),
        ("Käesoleva aasta 10. septembril koosolek ära jäi.", "Käesoleva aasta 10. septembril", "2025-09-10"),
        ("kaheteistkümnendal septembril", "kaheteistkümnendal septembril", "2025-09-12"),
        ("Dokument kannab kuupäeva 11.09.2025.", "11.09.2025", "2025-09-11"),
        ("Kolonn asus teele 30. detsembril.", "30. detsembril", "2025-12-30"),
        ("12.–16. septembril", "12.–16. septembril", "2025-09-12..2025-09-16"),
        ("12.–16. septembrini", "12.–16. septembrini", "2025-09-12..2025-09-16"),
        ("12. septembrist 16. septembrini", "12. septembrist 16. septembrini", "2025-09-12..2025-09-16"),
        ("12. kuni 16. septembrini", "12. kuni 16. septembrini", "2025-09-12..2025-09-16"),
        (
            "alates 12. septembrist kuni 16. septembrini",
            "alates 12. septembrist kuni 16. septembrini",
            "2025-09-12..2025-09-16",
        ),
        ("28. augustist 3. septembrini", "28. augustist 3. septembrini", "2025-08-28..2025-09-03"),
        ("esmaspäevast kolmapäevani", "esmaspäevast kolmapäevani", "2025-09-08..2025-09-10"),
        ("juulist septembrini", "juulist septembrini", "2025-07..2025-09"),
        ("2014.–2022. aastal", "2014.–2022. aastal", "2014..2022"),
        ("aastatel 2014–2022", "aastatel 2014–2022", "2014..2022"),
        ("Droon kukkus alla teisipäeval.", "teisipäeval", "2025-09-09"),
        ("Minister kõneles eelmisel reedel.", "eelmisel reedel", "2025-09-05"),
        ("Järgmisel esmaspäeval avatakse piir.", "Järgmisel esmaspäeval", "2025-09-15"),
        ("järgmise nädala teisipäeval", "järgmise nädala teisipäeval", "2025-09-16"),
        ("reede hommikul", "reede hommikul", "2025-09-12T06:00..2025-09-12T12:00"),
        ("Reedeõhtul lasti õhku raudtee.", "Reedeõhtul", "2025-09-12T18:00..2025-09-12T22:00"),
        ("kolmapäeva õhtul", "kolmapäeva õhtul", "2025-09-10T18:00..2025-09-10T22:00"),
        ("kolmapäeva öösel", "kolmapäeva öösel", "2025-09-10T22:00..2025-09-11T06:00"),
        ("10. septembri hommikul", "10. septembri hommikul", "2025-09-10T06:00..2025-09-10T12:00"),
        ("neljapäeva hilisõhtul", "neljapäeva hilisõhtul", "2025-09-11T18:00..2025-09-11T23:59"),
        ("kolmapäeva varahommikul", "kolmapäeva varahommikul", "2025-09-10T00:00..2025-09-10T06:00"),
        ("ööl vastu kolmapäeva", "ööl vastu kolmapäeva", "2025-09-09T22:00..2025-09-10T06:00"),
        ("öösel vastu 10. septembrit", "öösel vastu 10. septembrit", "2025-09-09T22:00..2025-09-10T06:00"),
        ("ööl teisipäevast kolmapäeva", "ööl teisipäevast kolmapäeva", "2025-09-09T22:00..2025-09-10T06:00"),
        (
            "9. ja 10. septembri vahelisel ööl",
            "9. ja 10. septembri vahelisel ööl",
            "2025-09-09T22:00..2025-09-10T06:00",
        ),
        ("Eile kadus elekter.", "Eile", "2025-09-11"),
        ("Eile õhtul kadus elekter.", "Eile õhtul", "2025-09-11T18:00..2025-09-11T22:00"),
        ("Üleeile põles ladu.", "Üleeile", "2025-09-10"),
        ("Läbirääkimised algavad ülehomme.", "ülehomme", "2025-09-14"),
        ("Täna hommikul maandus lennuk.", "Täna hommikul", "2025-09-12T06:00..2025-09-12T12:00"),
        ("Täna öösel undasid sireenid.", "Täna öösel", "2025-09-12T18:00..2025-09-13T06:00"),
        ("Eelmisel nädalal saabusid tankid.", "Eelmisel nädalal", "2025-09-01..2025-09-07"),
        ("sel nädalal", "sel nädalal", "2025-09-08..2025-09-14"),
        ("järgmisel nädalal", "järgmisel nädalal", "2025-09-15..2025-09-21"),
        ("järgmise nädala alguses", "järgmise nädala alguses", "2025-09-15..2025-09-16"),
        ("eelmisel kuul", "eelmisel kuul", "2025-08"),
        ("järgmisel kuul", "järgmisel kuul", "2025-10"),
        ("sel aastal", "sel aastal", "2025"),
        ("möödunud aastal", "möödunud aastal", "2024"),
        ("möödunud aasta lõpus", "möödunud aasta lõpus", "2024-09..2024-12"),
        ("Mullu selliseid juhtumeid ei olnud.", "Mullu", "2024"),
        ("Tänavu on piir suletud.", "Tänavu", "2025"),
        ("aasta lõpus", "aasta lõpus", "2025-09..2025-12"),
        ("septembri alguses", "septembri alguses", "2025-09-01..2025-09-10"),
        ("augusti keskel", "augusti keskel", "2025-08-11..2025-08-21"),
        ("2024. aasta lõpus", "2024. aasta lõpus", "2024-09..2024-12"),
        ("2024. aasta suvel", "2024. aasta suvel", "2024-06..2024-08"),
        ("eelmisel talvel", "eelmisel talvel", "2024-12..2025-02"),
        ("kevade alguses", "kevade alguses", "2025-03"),
        ("2024. aasta kolmandas kvartalis", "2024. aasta kolmandas kvartalis", "2024-07..2024-09"),
        ("septembri teisel poolel", "septembri teisel poolel", "2025-09-16..2025-09-30"),
        ("2024. aasta oktoobris", "2024. aasta oktoobris", "2024-10"),
        ("möödunud aasta septembris", "möödunud aasta septembris", "2024-09"),
        ("2014. aastal", "2014. aastal", "2014"),
        ("aastal 2014", "aastal 2014", "2014"),
        ("1990. aastatel", "1990. aastatel", "1990..1999"),
        ("1990ndatel", "1990ndatel", "1990..1999"),
        ("Alates 2014. aastast on seal baas.", "Alates 2014. aastast", "2014.."),
        ("2014. aastast", "2014. aastast", "2014.."),
        ("teisipäevast alates", "teisipäevast alates", "2025-09-09.."),
        ("keskööst", "keskööst", "2025-09-12T00:00.."),
        ("järgmisest nädalast", "järgmisest nädalast", "2025-09-15.."),
        ("homsest", "homsest", "2025-09-13.."),
        ("alates 11. septembrist", "alates 11. septembrist", "2025-09-11.."),
        ("16. septembrini", "16. septembrini", "..2025-09-16"),
        ("kuni aasta lõpuni", "kuni aasta lõpuni", "..2025-12"),
        ("hiljemalt 1. oktoobriks", "hiljemalt 1. oktoobriks", "..2025-10-01"),
        ("aasta lõpuks", "aasta lõpuks", "..2025-12"),
        ("pärast 16. septembrit", "pärast 16. septembrit", "2025-09-16.."),
        ("enne 12. septembrit", "enne 12. septembrit", "..2025-09-12"),
        ("Kell 23.40 kõlas lask.", "Kell 23.40", "2025-09-12T23:40"),
        ("kolmapäeval kell 6.30", "kolmapäeval kell 6.30", "2025-09-10T06:30"),
        (
            "kolmapäeval kella 14 paiku kohaliku aja järgi",
            "kolmapäeval kella 14 paiku kohaliku aja järgi",
            "2025-09-10T14:00",
        ),
        ("kella 10–12", "kella 10–12", "2025-09-12T10:00..2025-09-12T12:00"),
        ("kella 10.00 kuni 12.00", "kella 10.00 kuni 12.00", "2025-09-12T10:00..2025-09-12T12:00"),
        ("Kolm päeva tagasi kukkus alla rakett.", "Kolm päeva tagasi", "2025-09-09"),
        ("nädal tagasi", "nädal tagasi", "2025-09-01..2025-09-07"),
        ("kahe kuu eest", "kahe kuu eest", "2025-07"),
        ("kolm aastat tagasi", "kolm aastat tagasi", "2022"),
        ("kahe nädala pärast", "kahe nädala pärast", "2025-09-22..2025-09-28"),
        ("viimase kolme päeva jooksul", "viimase kolme päeva jooksul", "2025-09-09..2025-09-12"),
        ("järgmise kahe nädala jooksul", "järgmise kahe nädala jooksul", "2025-09-12..2025-09-26"),
        ("viimastel aastatel", "viimastel aastatel", "vague"),
        ("lähipäevil", "lähipäevil", "vague"),
        ("hiljuti", "hiljuti", "vague"),
        ("Igal reedel toimub väljaõpe.", "Igal reedel", "vague"),
        ("Reedeti rongid ei sõida.", "Reedeti", "vague"),
        ("nädalavahetusel", "nädalavahetusel", "2025-09-06..2025-09-07"),
        ("eelmisel nädalavahetusel", "eelmisel nädalavahetusel", "2025-09-06..2025-09-07"),
        ("järgmisel päeval", "järgmisel päeval", "2025-09-13"),
        ("päev varem", "päev varem", "2025-09-11"),
        ("Lõppes viiepäevane õppus.", "viiepäevane", "nothing"),
        ("kahenädalane õppus", "kahenädalane", "nothing"),
        ("Missioon kestis viis päeva.", "viis päeva", "nothing"),
        ("Praegu on piir suletud.", "Praegu", "2025-09-12"),
        (
            "Piir on suletud alates 12. septembrist kell 00.00 kuni 16. septembrini.",
            "alates 12. septembrist kell 00.00 kuni 16. septembrini",
            "2025-09-12T00:00..2025-09-16",
        ),
        ("iga nelja aasta järel", "iga nelja aasta järel", "vague"),
    ],
)  # fmt: skip
def test_a_time(text: str, words: str, meaning: str, read_times: ReadTimes) -> None:
    assert read_times("et", text) == [(words, meaning)]


@pytest.mark.parametrize(
    ("text", "tense", "meaning"),
    [
        ("Piir avatakse reedel.", Tense.FUTURE, "2025-09-12"),
        ("Kolmapäeval tulistati.", Tense.PAST, "2025-09-10"),
        ("kolmapäeval", Tense.FUTURE, "2025-09-17"),
        ("märtsis", Tense.FUTURE, "2026-03"),
        ("novembris", Tense.PAST, "2024-11"),
        ("5. detsembril", Tense.FUTURE, "2025-12-05"),
        ("5. detsembril", Tense.PAST, "2024-12-05"),
        ("nädalavahetusel", Tense.FUTURE, "2025-09-13..2025-09-14"),
    ],
)  # fmt: skip
def test_the_tense_decides(text: str, tense: Tense, meaning: str, read_times: ReadTimes) -> None:
    assert [shown for _, shown in read_times("et", text, tense=tense)] == [meaning]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12. ja 16. septembril", [("12.", "2025-09-12"), ("16. septembril", "2025-09-16")]),
        ("3., 4. ja 7. oktoobril", [("3.", "2025-10-03"), ("4.", "2025-10-04"), ("7. oktoobril", "2025-10-07")]),
        ("juulis ja augustis", [("juulis", "2025-07"), ("augustis", "2025-08")]),
        ("2021. ja 2023. aastal", [("2021.", "2021"), ("2023. aastal", "2023")]),
    ],
)  # fmt: skip
def test_several_times(text: str, found: list[tuple[str, str]], read_times: ReadTimes) -> None:
    assert read_times("et", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "37. brigaad, 12. pataljon",
        "Saabus 2025 sõdurit.",
        "NATO lepingu artikkel 4, resolutsioon 2231",
        "MiG-31 ja Leopard 2",
        "Hind on 20.25 eurot.",
        "number 12",
        "34-aastane juht vaikis.",
    ],
)
def test_no_time(text: str, read_times: ReadTimes) -> None:
    assert read_times("et", text) == []
