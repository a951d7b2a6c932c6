"""What a reader of Finnish news takes times to mean; every report here appeared on Friday, 12 September 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.reading.times import Tense

ReadTimes = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("Raja suljettiin 12. syyskuuta 2025.", "12. syyskuuta 2025", "2025-09-12"),
        ("Raja suljettiin syyskuun 12. päivänä.", "syyskuun 12. päivänä", "2025-09-12"),
        ("Harjoitus alkoi perjantaina 12. syyskuuta lähellä rajaa.", "perjantaina 12. syyskuuta", "2025-09-12"),
        ("Drooni putosi 9.9. kello 6.", "9.9. kello 6", "2025-09-09T06:00"),
        ("Lennokki putosi tiistaina 9. syyskuuta.", "tiistaina 9. syyskuuta", "2025-09-09"),
        ("Tämän vuoden maaliskuun 3. päivänä solmittiin sopimus.", "Tämän vuoden maaliskuun 3. päivänä", "2025-03-03"),
        ("Viime vuoden toukokuun 9. päivänä paraatia ei pidetty.", "Viime vuoden toukokuun 9. päivänä", "2024-05-09"),
        ("Asiakirja on päivätty 11.9.2025.", "11.9.2025", "2025-09-11"),
        ("kahdestoista syyskuuta", "kahdestoista syyskuuta", "2025-09-12"),
        ("Saattue lähti liikkeelle 30. joulukuuta.", "30. joulukuuta", "2025-12-30"),
        ("12.–16. syyskuuta", "12.–16. syyskuuta", "2025-09-12..2025-09-16"),
        ("12.–16.9.2025", "12.–16.9.2025", "2025-09-12..2025-09-16"),
        ("12.9.–16.9.", "12.9.–16.9.", "2025-09-12..2025-09-16"),
        ("syyskuun 12.–16. päivinä", "syyskuun 12.–16. päivinä", "2025-09-12..2025-09-16"),
        ("syyskuun 12. päivästä 16. päivään", "syyskuun 12. päivästä 16. päivään", "2025-09-12..2025-09-16"),
        ("28. elokuuta – 3. syyskuuta", "28. elokuuta – 3. syyskuuta", "2025-08-28..2025-09-03"),
        ("maanantaista keskiviikkoon", "maanantaista keskiviikkoon", "2025-09-08..2025-09-10"),
        ("heinäkuusta syyskuuhun", "heinäkuusta syyskuuhun", "2025-07..2025-09"),
        ("elo-syyskuussa", "elo-syyskuussa", "2025-08..2025-09"),
        ("kesä–elokuussa 2024", "kesä–elokuussa 2024", "2024-06..2024-08"),
        ("vuosina 2014–2022", "vuosina 2014–2022", "2014..2022"),
        ("vuodesta 2014 vuoteen 2022", "vuodesta 2014 vuoteen 2022", "2014..2022"),
        ("Lennokki putosi tiistaina.", "tiistaina", "2025-09-09"),
        ("Ministeri puhui viime perjantaina.", "viime perjantaina", "2025-09-05"),
        ("Ensi maanantaina raja avataan.", "Ensi maanantaina", "2025-09-15"),
        ("ensi viikon tiistaina", "ensi viikon tiistaina", "2025-09-16"),
        ("perjantaiaamuna", "perjantaiaamuna", "2025-09-12T06:00..2025-09-12T12:00"),
        ("perjantai-iltana", "perjantai-iltana", "2025-09-12T18:00..2025-09-12T22:00"),
        ("keskiviikkona illalla", "keskiviikkona illalla", "2025-09-10T18:00..2025-09-10T22:00"),
        ("keskiviikkoiltana", "keskiviikkoiltana", "2025-09-10T18:00..2025-09-10T22:00"),
        ("torstaina myöhään illalla", "torstaina myöhään illalla", "2025-09-11T18:00..2025-09-11T23:59"),
        ("keskiviikon vastaisena yönä", "keskiviikon vastaisena yönä", "2025-09-09T22:00..2025-09-10T06:00"),
        ("10. syyskuuta vastaisena yönä", "10. syyskuuta vastaisena yönä", "2025-09-09T22:00..2025-09-10T06:00"),
        (
            "tiistain ja keskiviikon välisenä yönä",
            "tiistain ja keskiviikon välisenä yönä",
            "2025-09-09T22:00..2025-09-10T06:00",
        ),
        (
            "9. ja 10. syyskuuta välisenä yönä",
            "9. ja 10. syyskuuta välisenä yönä",
            "2025-09-09T22:00..2025-09-10T06:00",
        ),
        ("keskiviikkona aamuyöllä", "keskiviikkona aamuyöllä", "2025-09-10T00:00..2025-09-10T06:00"),
        ("10. syyskuuta aamulla", "10. syyskuuta aamulla", "2025-09-10T06:00..2025-09-10T12:00"),
        ("Eilen katkesi sähkö.", "Eilen", "2025-09-11"),
        ("Eilen illalla katkesi sähkö.", "Eilen illalla", "2025-09-11T18:00..2025-09-11T22:00"),
        ("Toissapäivänä paloi varasto.", "Toissapäivänä", "2025-09-10"),
        ("Neuvottelut alkavat ylihuomenna.", "ylihuomenna", "2025-09-14"),
        ("Tänä aamuna laskeutui lentokone.", "Tänä aamuna", "2025-09-12T06:00..2025-09-12T12:00"),
        ("Viime yönä ulvoivat sireenit.", "Viime yönä", "2025-09-11T22:00..2025-09-12T06:00"),
        ("tänä yönä", "tänä yönä", "2025-09-12T18:00..2025-09-13T06:00"),
        ("Viime viikolla saapui panssareita.", "Viime viikolla", "2025-09-01..2025-09-07"),
        ("tällä viikolla", "tällä viikolla", "2025-09-08..2025-09-14"),
        ("ensi viikolla", "ensi viikolla", "2025-09-15..2025-09-21"),
        ("ensi viikon alussa", "ensi viikon alussa", "2025-09-15..2025-09-16"),
        ("viime kuussa", "viime kuussa", "2025-08"),
        ("ensi kuussa", "ensi kuussa", "2025-10"),
        ("tänä vuonna", "tänä vuonna", "2025"),
        ("viime vuonna", "viime vuonna", "2024"),
        ("viime vuoden lopussa", "viime vuoden lopussa", "2024-09..2024-12"),
        ("toissa vuonna", "toissa vuonna", "2023"),
        ("vuoden lopussa", "vuoden lopussa", "2025-09..2025-12"),
        ("loppuvuodesta", "loppuvuodesta", "2025-09..2025-12"),
        ("alkuvuodesta 2024", "alkuvuodesta 2024", "2024-01..2024-04"),
        ("syyskuun alussa", "syyskuun alussa", "2025-09-01..2025-09-10"),
        ("elokuun puolivälissä", "elokuun puolivälissä", "2025-08-11..2025-08-21"),
        ("vuoden 2024 lopussa", "vuoden 2024 lopussa", "2024-09..2024-12"),
        ("kesällä 2024", "kesällä 2024", "2024-06..2024-08"),
        ("viime talvena", "viime talvena", "2024-12..2025-02"),
        ("kevään alussa", "kevään alussa", "2025-03"),
        ("loppukesästä 2024", "loppukesästä 2024", "2024-08"),
        ("vuoden 2024 kolmannella neljänneksellä", "vuoden 2024 kolmannella neljänneksellä", "2024-07..2024-09"),
        ("lokakuussa 2024", "lokakuussa 2024", "2024-10"),
        ("viime vuoden syyskuussa", "viime vuoden syyskuussa", "2024-09"),
        ("kuluvan vuoden syyskuussa", "kuluvan vuoden syyskuussa", "2025-09"),
        ("vuonna 2014", "vuonna 2014", "2014"),
        ("1990-luvulla", "1990-luvulla", "1990..1999"),
        ("Vuodesta 2014 lähtien siellä on tukikohta.", "Vuodesta 2014 lähtien", "2014.."),
        ("tiistaista lähtien", "tiistaista lähtien", "2025-09-09.."),
        ("keskiyöstä", "keskiyöstä", "2025-09-12T00:00.."),
        ("ensi viikosta alkaen", "ensi viikosta alkaen", "2025-09-15.."),
        ("11. syyskuuta alkaen", "11. syyskuuta alkaen", "2025-09-11.."),
        ("elokuun 6. päivästä", "elokuun 6. päivästä", "2025-08-06.."),
        ("12. syyskuuta lähtien", "12. syyskuuta lähtien", "2025-09-12.."),
        ("perjantaihin asti", "perjantaihin asti", "..2025-09-12"),
        ("16. syyskuuta saakka", "16. syyskuuta saakka", "..2025-09-16"),
        ("vuoden loppuun asti", "vuoden loppuun asti", "..2025-12"),
        ("vuoden loppuun mennessä", "vuoden loppuun mennessä", "..2025-12"),
        ("vuoteen 2030 mennessä", "vuoteen 2030 mennessä", "..2030"),
        ("1. lokakuuta mennessä", "1. lokakuuta mennessä", "..2025-10-01"),
        ("16. syyskuuta jälkeen", "16. syyskuuta jälkeen", "2025-09-16.."),
        ("ennen 12. syyskuuta", "ennen 12. syyskuuta", "..2025-09-12"),
        ("Kello 23.40 kuului laukaus.", "Kello 23.40", "2025-09-12T23:40"),
        ("keskiviikkona kello 6.30", "keskiviikkona kello 6.30", "2025-09-10T06:30"),
        (
            "keskiviikkona noin kello 14 paikallista aikaa",
            "keskiviikkona noin kello 14 paikallista aikaa",
            "2025-09-10T14:00",
        ),
        ("klo 10–12", "klo 10–12", "2025-09-12T10:00..2025-09-12T12:00"),
        ("kello 10.00–12.00", "kello 10.00–12.00", "2025-09-12T10:00..2025-09-12T12:00"),
        ("Kolme päivää sitten putosi ohjus.", "Kolme päivää sitten", "2025-09-09"),
        ("viikko sitten", "viikko sitten", "2025-09-01..2025-09-07"),
        ("kaksi kuukautta sitten", "kaksi kuukautta sitten", "2025-07"),
        ("kolme vuotta sitten", "kolme vuotta sitten", "2022"),
        ("kahden viikon kuluttua", "kahden viikon kuluttua", "2025-09-22..2025-09-28"),
        ("viimeisten kolmen päivän aikana", "viimeisten kolmen päivän aikana", "2025-09-09..2025-09-12"),
        ("seuraavien kahden viikon aikana", "seuraavien kahden viikon aikana", "2025-09-12..2025-09-26"),
        ("viime vuosina", "viime vuosina", "vague"),
        ("lähipäivinä", "lähipäivinä", "vague"),
        ("äskettäin", "äskettäin", "vague"),
        ("Joka perjantai järjestetään koulutusta.", "Joka perjantai", "vague"),
        ("Perjantaisin junat eivät kulje.", "Perjantaisin", "vague"),
        ("viikonloppuna", "viikonloppuna", "2025-09-06..2025-09-07"),
        ("viime viikonloppuna", "viime viikonloppuna", "2025-09-06..2025-09-07"),
        ("seuraavana päivänä", "seuraavana päivänä", "2025-09-13"),
        ("päivää aiemmin", "päivää aiemmin", "2025-09-11"),
        ("Viisipäiväinen harjoitus päättyi.", "Viisipäiväinen", "nothing"),
        ("kaksiviikkoinen harjoitus", "kaksiviikkoinen", "nothing"),
        ("Tehtävä kesti viisi päivää.", "viisi päivää", "nothing"),
        ("viiden päivän ajan", "viiden päivän ajan", "nothing"),
        ("Parhaillaan raja on kiinni.", "Parhaillaan", "2025-09-12"),
        (
            "Raja on kiinni 12. syyskuuta kello 00.00 alkaen 16. syyskuuta asti.",
            "12. syyskuuta kello 00.00 alkaen 16. syyskuuta asti",
            "2025-09-12T00:00..2025-09-16",
        ),
        ("joka neljäs vuosi", "joka neljäs vuosi", "vague"),
    ],
)  # fmt: skip
def test_a_time(text: str, words: str, meaning: str, read_times: ReadTimes) -> None:
    assert read_times("fi", text) == [(words, meaning)]


@pytest.mark.parametrize(
    ("text", "tense", "meaning"),
    [
        ("Raja avataan perjantaina.", Tense.FUTURE, "2025-09-12"),
        ("Keskiviikkona ammuttiin.", Tense.PAST, "2025-09-10"),
        ("keskiviikkona", Tense.FUTURE, "2025-09-17"),
        ("maaliskuussa", Tense.FUTURE, "2026-03"),
        ("marraskuussa", Tense.PAST, "2024-11"),
        ("5. joulukuuta", Tense.FUTURE, "2025-12-05"),
        ("5. joulukuuta", Tense.PAST, "2024-12-05"),
        ("viikonloppuna", Tense.FUTURE, "2025-09-13..2025-09-14"),
    ],
)  # fmt: skip
def test_the_tense_decides(text: str, tense: Tense, meaning: str, read_times: ReadTimes) -> None:
    assert [shown for _, shown in read_times("fi", text, tense=tense)] == [meaning]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12. ja 16. syyskuuta", [("12.", "2025-09-12"), ("16. syyskuuta", "2025-09-16")]),
        ("3., 4. ja 7. lokakuuta", [("3.", "2025-10-03"), ("4.", "2025-10-04"), ("7. lokakuuta", "2025-10-07")]),
        ("heinäkuussa ja elokuussa", [("heinäkuussa", "2025-07"), ("elokuussa", "2025-08")]),
        ("vuosina 2021 ja 2023", [("2021", "2021"), ("2023", "2023")]),
    ],
)  # fmt: skip
def test_several_times(text: str, found: list[tuple[str, str]], read_times: ReadTimes) -> None:
    assert read_times("fi", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "37. prikaati, 12. pataljoona",
        "Saapui 2025 sotilasta.",
        "Naton 4. artikla, päätöslauselma 2231",
        "MiG-31 ja Leopard 2",
        "Hinta on 20,25 euroa.",
        "numero 12",
        "Elo on kallista.",
        "34-vuotias kuljettaja vaikeni.",
    ],
)
def test_no_time(text: str, read_times: ReadTimes) -> None:
    assert read_times("fi", text) == []
