"""From which day the times of a report are counted."""

from __future__ import annotations

import pytest

from vedette.reading.anchors import counted_from, tell_when
from vedette.reading.times import Tense, find_times, load_time_words

FRIDAY = "2025-09-12"


def last_told(text: str, *, language: str = "en", tense: Tense = Tense.PAST) -> str | None:
    """Give when the last time of a text begins, else when it ends."""
    times = find_times(text, words=load_time_words(language))
    period = tell_when(times[-1], times, published=FRIDAY, tense=tense)
    return period and (period.start or period.end)


@pytest.mark.parametrize(("text", "tense", "day"), [
    ("Built in May 2023, it was closed in one year", Tense.PAST, "2023-05-01"),
    ("Built in May 2023, it will be closed in one year", Tense.FUTURE, "2026-05-13"),
    ("Opened on 3 May 2026 and closed two days later", Tense.PAST, "2026-05-03"),
    ("It was closed two days later", Tense.PAST, "2026-05-13"),
])
def test_what_is_counted_from_a_day_of_the_story_starts_at_the_last_one_told(text: str, tense: Tense, day: str) -> None:
    times = find_times(text, words=load_time_words("en"))
    assert counted_from(times[-1], times, published="2026-05-13", tense=tense) == day


@pytest.mark.parametrize(("language", "words", "tense", "start"), [
    ("ru", "Ночью обстреляли порт", Tense.PAST, "2025-09-11T22:00"),
    ("uk", "Увечері обстріляли порт", Tense.PAST, "2025-09-11T18:00"),
    ("en", "The port was hit during the night", Tense.PAST, "2025-09-11T22:00"),
    ("uk", "Порт обстріляли цієї ночі", Tense.PAST, "2025-09-11T22:00"),
    ("uk", "Порт закриють цієї ночі", Tense.FUTURE, "2025-09-12T22:00"),
    ("en", "The port will close in the evening", Tense.FUTURE, "2025-09-12T18:00"),
    ("en", "They met in the morning", Tense.PAST, "2025-09-12T06:00"),
])
def test_a_night_or_evening_that_is_past_is_the_last_before_the_report(
    language: str, words: str, tense: Tense, start: str
) -> None:
    times = find_times(words, words=load_time_words(language))
    period = tell_when(times[0], times, published="2025-09-12", tense=tense)
    assert period is not None
    assert period.start == start


def test_a_night_told_behind_a_day_is_that_of_the_day() -> None:
    times = find_times("Troops left on 8 September. During the night shells fell.", words=load_time_words("en"))
    period = tell_when(times[1], times, published="2025-09-12", tense=Tense.PAST)
    assert period is not None
    assert period.start == "2025-09-08T22:00"


@pytest.mark.parametrize(("language", "text"), [
    ("fi", "Satama suljettiin perjantaina. Yön aikana torjuttiin kolme droonia."),
    ("et", "Sadam suleti reedel. Öösel tõrjuti kolm drooni."),
])
def test_a_night_told_behind_the_day_of_the_report_is_over(language: str, text: str) -> None:
    times = find_times(text, words=load_time_words(language))
    period = tell_when(times[-1], times, published="2025-09-12T19:30:00Z", tense=Tense.PAST)
    assert period is not None
    assert period.start == "2025-09-11T22:00"


@pytest.mark.parametrize(("text", "start"), [
    ("Shots fell on Wednesday evening. The square was cleared at dawn.", "2025-09-11T04:00"),
    ("The curfew began on Tuesday at 22:00. It was lifted in the morning.", "2025-09-10T06:00"),
    ("Shots fell on Wednesday morning. The square was cleared at dawn.", "2025-09-10T04:00"),
])
def test_the_morning_behind_an_evening_is_that_of_the_next_day(text: str, start: str) -> None:
    assert last_told(text) == start


def test_nothing_is_counted_in_days_from_a_week() -> None:
    assert last_told("The port was shut on 3 September. Last week it opened. Two days later mines were found.") == (
        "2025-09-05"
    )


def test_what_was_done_in_the_evening_was_not_done_on_a_day_to_come() -> None:
    assert last_told("The law is in force from 20 September. The bridge was shut in the evening.") == "2025-09-11T18:00"
    assert last_told("The drills begin on 20 September. The bridge was shut the day before.") == "2025-09-11"


def test_what_goes_on_since_dawn_does_so_on_the_day_of_the_report() -> None:
    text = "A drone fell on Monday. Soldiers have been searching the woods since 6 a.m."
    assert last_told(text, tense=Tense.PRESENT) == "2025-09-12T06:00"


@pytest.mark.parametrize("text", [
    "The mast was found two days later.", "Mortars fell silent for the first time in three weeks.",
])
def test_days_later_than_nothing_are_no_date(text: str) -> None:
    assert last_told(text) is None


@pytest.mark.parametrize(("language", "text", "start"), [
    ("de", "Im Mai 2024 fiel die Übung aus. Damals brannte ein Lager.", "2024-05"),
    ("lv", "Pērn tiltu slēdza. Toreiz apturēja arī vilcienus.", "2024"),
    ("ru", "Учения прошли в 2021 году. Тогда в них участвовали 200 тысяч человек.", "2021"),
    ("pl", "W maju 2024 roku spłonął magazyn. Wtedy zatrzymano dwie osoby.", "2024-05"),
])
def test_then_is_the_time_told_last(language: str, text: str, start: str) -> None:
    assert last_told(text, language=language) == start


def test_then_looks_back_to_nothing_that_is_still_to_come() -> None:
    assert last_told("Die Übung beginnt am 20. September. Damals fiel sie aus.", language="de") is None


def test_a_night_in_which_something_goes_on_began_before_the_report() -> None:
    assert last_told("Seit der Nacht wird geschossen.", language="de", tense=Tense.PRESENT) == "2025-09-11T22:00"


@pytest.mark.parametrize(("language", "text"), [
    ("en", "They arrived in January 2022. On 24 February of that year they attacked."),
    ("en", "They arrived in January 2022, and on 24 February of the same year they attacked."),
    ("uk", "Вони прибули у січні 2022 року. 24 лютого того ж року вони вдарили."),
    ("ru", "Они прибыли в январе 2022 года. 24 февраля того же года они ударили."),
    ("be", "Яны прыбылі ў студзені 2022 года. 24 лютага таго ж года яны ўдарылі."),
    ("pl", "Przybyli w styczniu 2022 r. 24 lutego tego samego roku zaatakowali."),
    ("lt", "Jie atvyko 2022 m. sausį. Tų pačių metų vasario 24 d. jie smogė."),
    ("lv", "Viņi ieradās 2022. gada janvārī. Tā paša gada 24. februārī viņi uzbruka."),
    ("et", "Nad saabusid 2022. aasta jaanuaris. Sama aasta 24. veebruaril nad ründasid."),
    ("de", "Sie kamen im Januar 2022. Am 24. Februar desselben Jahres griffen sie an."),
    ("fi", "He saapuivat tammikuussa 2022. Saman vuoden helmikuun 24. päivänä he hyökkäsivät."),
])
def test_a_day_of_that_year_is_of_the_year_told_last(language: str, text: str) -> None:
    times = find_times(text, words=load_time_words(language))
    period = tell_when(times[-1], times, published="2025-03-10", tense=Tense.PAST)
    assert period is not None and period.start == "2022-02-24"
