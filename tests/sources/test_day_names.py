from __future__ import annotations

import pytest

from vedette.sources.day_names import find_days


@pytest.mark.parametrize(
    "words",
    [
        "2025-09-12",
        "2025/09/12",
        "12.09.2025",
        "12/09/2025 is not read, 12.9.2025 is",
        "09/25/2025 no, 2025-09-12",
        "12 September 2025",
        "September 12, 2025",
        "the 12th of September 2025",
        "Sept. 12, 2025",
        "12 Sep 2025",
        "12 вересня 2025 року",
        "12 сентября 2025 года",
        "12 верасня 2025 года",
        "12 września 2025 r.",
        "2025 m. rugsėjo 12 d.",
        "2025. gada 12. septembrī",
        "12. septembril 2025",
        "12. September 2025",
        "12. syyskuuta 2025",
    ],
)
def test_a_full_date_is_read_in_ten_languages(words: str) -> None:
    assert [day.iso() for day in find_days(f"({words})")] == ["2025-09-12"]


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("5 January", 1),
        ("5 лютого", 2),
        ("5 марта", 3),
        ("5 красавіка", 4),
        ("5 maja", 5),
        ("birželio 5 d.", 6),
        ("5. jūlijā", 7),
        ("5. augustil", 8),
        ("5 верасня", 9),
        ("5. lokakuuta", 10),
        ("5 листопада", 11),
        ("5. Dezember", 12),
        ("5 мая", 5),
        ("5 травня", 5),
        ("5 ліпеня", 7),
        ("5 lipca", 7),
        ("liepos 5", 7),
        ("5 stycznia", 1),
        ("vasario 5", 2),
        ("5 студзеня", 1),
        ("5. märtsil", 3),
        ("5. März", 3),
        ("5. marraskuuta", 11),
        ("5 жовтня", 10),
        ("5 снежня", 12),
    ],
)
def test_a_day_without_a_year_is_read(words: str, month: int) -> None:
    assert [(day.day, day.month, day.year) for day in find_days(f"x {words}: y")] == [(5, month, None)]


@pytest.mark.parametrize(
    "words", ["31 February 2025", "12 marines", "version 1.2.2025.7", "12 decks", "40 May", "12 mayors"]
)
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert find_days(words) == []


@pytest.mark.parametrize(
    "words", ["12-16 September 2025", "12 to 16 September", "September 12–16", "с 12 по 16 сентября"]
)
def test_the_ends_of_a_range_are_marked(words: str) -> None:
    assert [day.in_range for day in find_days(words)] == [True]
