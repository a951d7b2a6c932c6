"""What a reader of Polish news takes times to mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.reading.times import Tense, TimeKind, find_times, load_time_words

ReadTimes = Callable[..., list[tuple[str, str]]]
WORDS = load_time_words("pl")


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        # days
        ("Granicę zamknięto 12 września 2025 roku.", "12 września 2025 roku", "2025-09-12"),
        ("W piątek, 12 września, dron spadł na pole.", "piątek, 12 września", "2025-09-12"),
        ("Dwunastego września rozpoczęły się ćwiczenia.", "Dwunastego września", "2025-09-12"),
        (
            "Dekret podpisano dwudziestego czwartego lutego 2022 r.",
            "dwudziestego czwartego lutego 2022 r.", "2022-02-24",
        ),
        ("Samolot zestrzelono 9 września.", "9 września", "2025-09-09"),
        ("Kolumna wyruszyła 30 grudnia.", "30 grudnia", "2025-12-30"),
        ("Most otworzą 2 stycznia.", "2 stycznia", "2026-01-02"),
        ("Rozkaz z 11.09.2025 obowiązuje.", "11.09.2025", "2025-09-11"),
        ("Umowę podpisano 12 IX 2025 r.", "12 IX 2025 r.", "2025-09-12"),
        ("Opublikowano 2025-09-11.", "2025-09-11", "2025-09-11"),
        ("Przyjechał 9 maja ubiegłego roku.", "9 maja ubiegłego roku", "2024-05-09"),
        ("Zbiórka odbyła się 3 marca tego roku.", "3 marca tego roku", "2025-03-03"),
        ("Zbiórka odbyła się 3 marca br.", "3 marca br.", "2025-03-03"),
        ("Zbiórka odbyła się 3 marca ub.r.", "3 marca ub.r.", "2024-03-03"),
        # weekdays
        ("Dron spadł we wtorek.", "wtorek", "2025-09-09"),
        ("Minister wystąpił w piątek.", "piątek", "2025-09-12"),
        ("Rozmowy odbyły się w sobotę.", "sobotę", "2025-09-06"),
        ("W ubiegły piątek zamknięto lotnisko.", "ubiegły piątek", "2025-09-05"),
        ("W przyszły poniedziałek otworzą granicę.", "przyszły poniedziałek", "2025-09-15"),
        ("Spotkanie wyznaczono na wtorek w przyszłym tygodniu.", "wtorek w przyszłym tygodniu", "2025-09-16"),
        ("W poniedziałek rano ruch wznowiono.", "poniedziałek rano", "2025-09-08T06:00..2025-09-08T12:00"),
        # counted from the report
        ("Wczoraj samolot wylądował w Rydze.", "Wczoraj", "2025-09-11"),
        ("Dziś się spotkają.", "Dziś", "2025-09-12"),
        ("Dzisiaj się spotkają.", "Dzisiaj", "2025-09-12"),
        ("Pojutrze przybędzie delegacja.", "Pojutrze", "2025-09-14"),
        ("Stało się to przedwczoraj.", "przedwczoraj", "2025-09-10"),
        ("Trzy dni temu spadł dron.", "Trzy dni temu", "2025-09-09"),
        ("Tydzień temu zamknięto granicę.", "Tydzień temu", "2025-09-01..2025-09-07"),
        ("Przed tygodniem zamknięto granicę.", "Przed tygodniem", "2025-09-01..2025-09-07"),
        ("Przed dwoma tygodniami zamknięto granicę.", "Przed dwoma tygodniami", "2025-08-25..2025-08-31"),
        ("Miesiąc temu było cicho.", "Miesiąc temu", "2025-08"),
        ("Pięć lat temu wszystko wyglądało inaczej.", "Pięć lat temu", "2020"),
        ("Pół roku temu umowę zerwano.", "Pół roku temu", "2025-03"),
        ("Ćwiczenia ruszą za dwa tygodnie.", "za dwa tygodnie", "2025-09-22..2025-09-28"),
        ("Za tydzień przybędzie kolumna.", "Za tydzień", "2025-09-15..2025-09-21"),
        ("W zeszłym tygodniu leciały drony.", "zeszłym tygodniu", "2025-09-01..2025-09-07"),
        ("W tym tygodniu ruch zostanie wznowiony.", "tym tygodniu", "2025-09-08..2025-09-14"),
        ("W przyszłym tygodniu ruch zostanie wznowiony.", "przyszłym tygodniu", "2025-09-15..2025-09-21"),
        ("W ubiegłym roku handel wzrósł.", "ubiegłym roku", "2024"),
        ("W tym roku handel spadł.", "tym roku", "2025"),
        ("W przyszłym roku bazę rozbudują.", "przyszłym roku", "2026"),
        ("W minionym miesiącu przybył pułk.", "minionym miesiącu", "2025-08"),
        ("Na początku miesiąca przybył batalion.", "Na początku miesiąca", "2025-09-01..2025-09-10"),
        ("Obiekt powstanie do końca roku.", "do końca roku", "..2025-12"),
        ("W miniony weekend posterunki nie działały.", "miniony weekend", "2025-09-06..2025-09-07"),
        ("W ciągu ostatnich trzech dni leciały drony.", "W ciągu ostatnich trzech dni", "2025-09-09..2025-09-12"),
        ("W ciągu ostatniej doby zestrzelono pięć dronów.", "W ciągu ostatniej doby", "2025-09-11..2025-09-12"),
        (
            "W ciągu najbliższych dwóch tygodni posterunki nie będą działać.",
            "W ciągu najbliższych dwóch tygodni", "2025-09-12..2025-09-26",
        ),
        ("W ostatnich latach granicę umocniono.", "W ostatnich latach", "vague"),
        ("Kilka dni temu dostrzeżono kolumnę.", "Kilka dni temu", "vague"),
        ("W najbliższych dniach posterunek otworzą.", "W najbliższych dniach", "vague"),
        ("Wkrótce posterunek otworzą.", "Wkrótce", "vague"),
        ("Niedawno posterunek otwarto.", "Niedawno", "vague"),
        ("Ostatnio posterunek ostrzelano.", "Ostatnio", "vague"),
        ("Obecnie posterunek jest zamknięty.", "Obecnie", "2025-09-12"),
        ("Posterunek zamykają w każdy piątek.", "każdy piątek", "vague"),
        ("Ostrzał trwa codziennie.", "codziennie", "vague"),
        ("Zbiórki odbywają się co dwa lata.", "co dwa lata", "vague"),
        # months and longer
        ("W lipcu przybył pułk.", "lipcu", "2025-07"),
        ("W maju przybył pułk.", "maju", "2025-05"),
        ("W lipcu 2024 roku przybył pułk.", "lipcu 2024 roku", "2024-07"),
        ("W sierpniu zeszłego roku przybył pułk.", "sierpniu zeszłego roku", "2024-08"),
        ("W zeszłym roku we wrześniu przybył pułk.", "zeszłym roku we wrześniu", "2024-09"),
        ("Pod koniec sierpnia przybył pułk.", "Pod koniec sierpnia", "2025-08-22..2025-08-31"),
        ("Na początku września przybył pułk.", "Na początku września", "2025-09-01..2025-09-10"),
        ("W połowie lipca przybył pułk.", "W połowie lipca", "2025-07-11..2025-07-21"),
        ("W pierwszej połowie września przybył pułk.", "W pierwszej połowie września", "2025-09-01..2025-09-15"),
        ("Latem 2024 roku przybył pułk.", "Latem 2024 roku", "2024-06..2024-08"),
        ("Tego lata przybył pułk.", "Tego lata", "2025-06..2025-08"),
        ("Zeszłej jesieni przybył pułk.", "Zeszłej jesieni", "2024-09..2024-11"),
        ("W trzecim kwartale 2025 roku eksport spadł.", "trzecim kwartale 2025 roku", "2025-07..2025-09"),
        ("W 2014 r. rosyjskie wojska weszły na Krym.", "2014 r.", "2014"),
        ("W 2022 roku zamknięto granicę.", "2022 roku", "2022"),
        ("W roku 2022 zamknięto granicę.", "roku 2022", "2022"),
        ("W latach 90. bazę zamknięto.", "latach 90", "1990..1999"),
        ("W latach dziewięćdziesiątych bazę zamknięto.", "latach dziewięćdziesiątych", "1990..1999"),
        ("Na początku lat 90. bazę zamknięto.", "Na początku lat 90", "1990..1992"),
        # hours
        ("Wybuch nastąpił 10 września o 6:30.", "10 września o 6:30", "2025-09-10T06:30"),
        ("Wybuch nastąpił 10 września o godz. 6.30.", "10 września o godz. 6.30", "2025-09-10T06:30"),
        ("Wybuch nastąpił o 23:40 we wtorek.", "o 23:40 we wtorek", "2025-09-09T23:40"),
        ("Posterunek zamknięto o siódmej rano.", "siódmej rano", "2025-09-12T07:00"),
        ("Posterunek zamknięto o godz. 19 czasu lokalnego.", "godz. 19 czasu lokalnego", "2025-09-12T19:00"),
        ("Posterunek zamknięto o 8 rano.", "8 rano", "2025-09-12T08:00"),
        ("Około 23:40 dron zniknął.", "23:40", "2025-09-12T23:40"),
        ("Rano 10 września spadł dron.", "Rano 10 września", "2025-09-10T06:00..2025-09-10T12:00"),
        ("W środę wieczorem spadł dron.", "środę wieczorem", "2025-09-10T18:00..2025-09-10T22:00"),
        ("W piątek nad ranem spadł dron.", "piątek nad ranem", "2025-09-12T00:00..2025-09-12T06:00"),
        (
            "Późnym wieczorem 11 września spadł dron.",
            "Późnym wieczorem 11 września", "2025-09-11T18:00..2025-09-11T23:59",
        ),
        ("W nocy 10 września spadł dron.", "W nocy 10 września", "2025-09-10T00:00..2025-09-10T06:00"),
        ("Ubiegłej nocy spadł dron.", "Ubiegłej nocy", "2025-09-11T22:00..2025-09-12T06:00"),
        ("W nocy z 9 na 10 września spadł dron.", "W nocy z 9 na 10 września", "2025-09-09T22:00..2025-09-10T06:00"),
        ("W nocy z wtorku na środę spadł dron.", "W nocy z wtorku na środę", "2025-09-09T22:00..2025-09-10T06:00"),
        ("O północy 12 września zakaz wejdzie w życie.", "O północy 12 września", "2025-09-12T00:00"),
        ("W południe w czwartek zawyła syrena.", "W południe w czwartek", "2025-09-11T12:00"),
        # from, until, between
        ("Ćwiczenia potrwają od 12 do 16 września.", "od 12 do 16 września", "2025-09-12..2025-09-16"),
        (
            "Ćwiczenia potrwają od 12 do 16 września 2025 roku.",
            "od 12 do 16 września 2025 roku", "2025-09-12..2025-09-16",
        ),
        ("Ćwiczenia potrwają 12–16 września.", "12–16 września", "2025-09-12..2025-09-16"),
        ("Ćwiczenia potrwają w dniach 12-16 września.", "12-16 września", "2025-09-12..2025-09-16"),
        (
            "Ćwiczenia potrwają od 30 września do 3 października.",
            "od 30 września do 3 października", "2025-09-30..2025-10-03",
        ),
        ("Posterunki są zamknięte od poniedziałku do piątku.", "od poniedziałku do piątku", "2025-09-08..2025-09-12"),
        ("Ćwiczenia odbędą się między 12 a 16 września.", "między 12 a 16 września", "2025-09-12..2025-09-16"),
        ("Od wieczora 11 września ruch jest wstrzymany.", "Od wieczora 11 września", "2025-09-11T18:00.."),
        ("Ruch jest wstrzymany już od 2014 roku.", "już od 2014 roku", "2014.."),
        ("Ruch jest wstrzymany od 2022 r.", "od 2022 r.", "2022.."),
        ("Od 15 września ruch zostanie ograniczony.", "Od 15 września", "2025-09-15.."),
        ("Po 15 września ruch zostanie wznowiony.", "Po 15 września", "2025-09-15.."),
        ("Ruch jest wstrzymany do rana 13 września.", "do rana 13 września", "..2025-09-13T12:00"),
        ("Wnioski przyjmują nie później niż do 30 września.", "nie później niż do 30 września", "..2025-09-30"),
        ("Ruch jest wstrzymany od 6:00 do 21:00.", "od 6:00 do 21:00", "2025-09-12T06:00..2025-09-12T21:00"),
        (
            "Ruch jest wstrzymany od godz. 6 do godz. 21.",
            "od godz. 6 do godz. 21", "2025-09-12T06:00..2025-09-12T21:00",
        ),
        ("Wojna w latach 2014–2022 zmieniła kraj.", "latach 2014–2022", "2014..2022"),
        ("Od początku roku zatrzymano 500 migrantów.", "Od początku roku", "2025-01.."),
        ("Ćwiczenia rozpoczną się 13 września, w sobotę.", "13 września, w sobotę", "2025-09-13"),
        ("W nocy z piątku na sobotę spadł dron.", "W nocy z piątku na sobotę", "2025-09-05T22:00..2025-09-06T06:00"),
        ("W ciągu nocy zestrzelono 12 dronów.", "W ciągu nocy", "2025-09-11T22:00..2025-09-12T06:00"),
        ("Ruch jest wstrzymany w godz. 10–12.", "godz. 10–12", "2025-09-12T10:00..2025-09-12T12:00"),
    ],
)
def test_a_time_and_what_it_means(read_times: ReadTimes, text: str, words: str, meaning: str) -> None:
    assert read_times("pl", text) == [(words, meaning)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("W lipcu i sierpniu 2024 roku trwały ćwiczenia.", [("lipcu", "2024-07"), ("sierpniu 2024 roku", "2024-08")]),
        ("W latach 2022 i 2023 bazę rozbudowano.", [("2022", "2022"), ("2023", "2023")]),
        (
            "Ćwiczenia były 10, 11 i 12 września.",
            [("10", "2025-09-10"), ("11", "2025-09-11"), ("12 września", "2025-09-12")],
        ),
    ],
)
def test_a_list_is_taken_apart(read_times: ReadTimes, text: str, found: list[tuple[str, str]]) -> None:
    assert read_times("pl", text) == found


@pytest.mark.parametrize(
    ("text", "tense", "meaning"),
    [
        ("Ćwiczenia rozpoczną się w środę.", Tense.FUTURE, "2025-09-17"),
        ("Ćwiczenia ruszą 2 marca.", Tense.FUTURE, "2026-03-02"),
        ("Ćwiczenia odbyły się 2 listopada.", Tense.PAST, "2024-11-02"),
        ("Ruch zostanie ograniczony w lipcu.", Tense.FUTURE, "2026-07"),
        ("Ruch ograniczono w listopadzie.", Tense.PAST, "2024-11"),
    ],
)
def test_the_tense_says_which_way_to_look(read_times: ReadTimes, text: str, tense: Tense, meaning: str) -> None:
    assert [found for _, found in read_times("pl", text, tense=tense)] == [meaning]


@pytest.mark.parametrize(
    ("text", "words", "count", "unit"),
    [
        ("Pięciodniowe ćwiczenia się skończyły.", "Pięciodniowe", 5, "day"),
        ("Dwudniowa wizyta się skończyła.", "Dwudniowa", 2, "day"),
        ("Tygodniowe ćwiczenia się skończyły.", "Tygodniowe", 1, "week"),
        ("Ruch wstrzymano na 24 godziny.", "24 godziny", 24, "hour"),
        ("Ruch wstrzymano na trzy miesiące.", "trzy miesiące", 3, "month"),
        ("Zakaz obowiązuje kilka tygodni.", "kilka tygodni", None, "week"),
    ],
)
def test_how_long_it_lasts(text: str, words: str, count: int | None, unit: str) -> None:
    (time,) = find_times(text, words=WORDS)
    assert (time.kind, time.text, time.count, time.unit) == (TimeKind.DURATION, words, count, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Zgodnie z artykułem 4 traktatu",
        "12. brygada wyszła na rubież",
        "W mieście jest 2025 osób.",
        "Lot 93 opóźniono.",
        "MiG-31 wystartował z lotniska.",
        "Maja powiedziała, że przyjedzie.",
        "Oni mają dom.",
        "Proszę dzwonić +48 22 123-45-67.",
        "Wynik 3-1 dla gości.",
        "W odległości 20–30 km od granicy.",
        "Doszli do połowy mostu.",
        "Był to punkt 5 regulaminu.",
        "Pułk liczy do 2000 ludzi.",
    ],
)
def test_not_a_time(read_times: ReadTimes, text: str) -> None:
    assert read_times("pl", text) == []
