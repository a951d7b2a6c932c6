from __future__ import annotations

import time

import pytest

from vedette.sources.dates import iso_moment, month_or_year, published_in


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-09-12", "2025-09-12"),
        ("2025-09-12T08:30:00+03:00", "2025-09-12T08:30:00+03:00"),
        ("2025-09-12 08:30", "2025-09-12T08:30:00"),
        ("2025-09-12, in the evening", "2025-09-12"),
        ("20250912", "2025-09-12"),
        ("Fri, 12 Sep 2025 08:00:00 +0300", "2025-09-12T08:00:00+03:00"),
        ("12 вересня 2025", "2025-09-12"),
        ("2025-02-30", None),
        ("2025", None),
        ("2025-09", None),
        ("0001-01-01", None),
        ("soon", None),
        ("", None),
        ("1757664000", None),
    ],
)
def test_an_outlets_own_date_is_put_in_one_form(value: str, expected: str | None) -> None:
    assert iso_moment(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday, 12 September 2025, 10:40\n\nThe crossing was shut on 11 September.", "2025-09-12"),
        (
            "Crossing shut\n\nThe guard shut it on 9 September, after a balloon was found on 7 September 2025.",
            "2025-09-09",
        ),
        ("The drone fell on 3 July. Talks about exercise Amber-2025 are going on.", "2025-07-03"),
        ("Кордон закрили 9 вересня 2025 року, повідомила прикордонна служба.", "2025-09-09"),
        ("Sieną uždarė 2025 m. rugsėjo 9 d., pranešė pasieniečiai.", "2025-09-09"),
        ("Granicę zamknięto 9 września 2025 r., podała straż.", "2025-09-09"),
    ],
)
def test_the_latest_day_that_has_come_dates_a_report(text: str, expected: str) -> None:
    assert published_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The guard shut the crossing on Tuesday.",
        "The guard shut the crossing on 9 September.",
        "The drills are scheduled for 20 September 2025.",
        "The crossing stays shut until 20 September 2025.",
        "The drills run on 12-16 September 2025.",
        "Навчання заплановані на 20 вересня 2025 року.",
        "Учения пройдут 20 сентября 2025 года.",
        "Pratybos vyks 2025 m. rugsėjo 20 d.",
        "Ćwiczenia odbędą się 20 września 2025 r.",
        "Die Übung wird am 20. September 2025 beginnen.",
        "Harjoitus järjestetään 20. syyskuuta 2025.",
    ],
)
def test_no_day_is_invented_and_a_plan_dates_nothing(text: str) -> None:
    assert published_in(text) is None


def test_the_day_of_the_speaker_counts_not_the_day_of_the_plan() -> None:
    assert published_in("The border will close on 12 May 2025, the minister said on 9 May 2025.") == "2025-05-09"


def test_a_day_of_an_earlier_year_is_background() -> None:
    text = "The peninsula was taken on 18 March 2014. Drills of 2025 were shown to the press on 4 June."
    assert published_in(text) == "2025-06-04"


def test_a_day_under_background_does_not_date_a_report() -> None:
    assert published_in("The crossing is shut.\n\nBackground: it was shut before, on 3 March 2025.") is None


def test_a_start_counts_only_when_nothing_better_stands_there() -> None:
    assert published_in("From 9 May 2025 the sky is closed to small craft.") == "2025-05-09"
    assert published_in("From 9 May 2025 the sky is closed, the ministry wrote on 7 May.") == "2025-05-07"


@pytest.mark.parametrize(("within", "expected"), [("2025-09", "2025-09-14"), ("2025-08", "2025-08-30"), ("2024", None)])
def test_where_the_outlet_names_the_month_only_a_day_of_that_month_dates_a_report(
    within: str, expected: str | None
) -> None:
    text = "Talks of 2 October 2025 failed.\n\nThe guard met on 14 September 2025. On 30 August 2025 it had not."
    assert published_in(text, within=within) == expected


def test_a_day_without_a_year_is_of_the_year_that_the_outlet_names() -> None:
    assert published_in("The crossing was shut on 9 September.", within="2024") == "2024-09-09"


@pytest.mark.parametrize("value", ["2025-00", "2025-13", "12/2025", "1066", "", "२०२५", "2025-09-12"])
def test_what_is_no_month_and_no_year_limits_nothing(value: str) -> None:
    assert month_or_year(value) is None


@pytest.mark.parametrize("filler", ["\n", " \n", "- ", "\n-", "12 ", "Background ", "September "])
def test_a_long_text_of_nothing_is_looked_through_in_no_time(filler: str) -> None:
    began = time.process_time()
    assert published_in(filler * 20_000) is None
    assert time.process_time() - began < 2  # a tenth of a second; by the square of its length it was a minute
