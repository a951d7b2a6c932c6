"""In a text about the past, a date without a year belongs to the year told before."""

from __future__ import annotations

from vedette.reading.times import anchors_of, find_times, load_time_words, resolve_time

PAST = "On 1 September 1939 it began. By 17 September it was over. In June 1940 came the next, on 5 June 1940."
NEWS = "It is the largest since 2014, 2008 and 2022. On 17 September it will begin, and end on 5 October 2025."


def days(text: str) -> list[str | None]:
    times = find_times(text, words=load_time_words("en"))
    anchors = anchors_of(times, published="2025-09-12")
    found = (resolve_time(time, anchor=anchor) for time, anchor in zip(times, anchors, strict=True))
    return [period and (period.start or period.end) for period in found]


def test_a_history_goes_on_from_the_date_before() -> None:
    assert "1939-09-17" in days(PAST)


def test_news_that_look_back_once_or_twice_are_counted_from_the_report() -> None:
    assert "2025-09-17" in days(NEWS)


def test_news_of_monday_and_yesterday_are_no_history() -> None:
    looking_back = "Since Monday ships have crossed, as in 1999, 2004 and 2009. Yesterday two left; on 17 September "
    assert "2025-09-17" in days(looking_back + "firing will follow.")


def test_without_a_date_of_the_report_there_is_nothing_to_count_from() -> None:
    times = find_times(PAST, words=load_time_words("en"))
    assert set(anchors_of(times, published=None)) == {None}
