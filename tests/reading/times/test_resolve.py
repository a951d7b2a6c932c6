"""What a reader of news takes times to mean; every report here appeared on Friday, 12 September 2025."""

from __future__ import annotations

import pytest

from vedette.errors import UsageError
from vedette.model.period import Period, Precision
from vedette.reading.times import Tense, TimeKind, find_times, load_time_words, resolve_time

WORDS = load_time_words("en")
FRIDAY = "2025-09-12"
PAST, FUTURE, NONE = Tense.PAST, Tense.FUTURE, Tense.NONE


def shown(period: Period | None) -> str:
    """Write a period on one line: start..end, a trailing or leading .. for an open or unknown side."""
    if period is None:
        return "nothing"
    if period.start is None and period.end is None:
        return period.precision.value
    if period.start is None:
        return f"..{period.end}"
    if period.open_end:
        return f"{period.start}.."
    return f"{period.start}..{period.end}" if period.end else period.start


def read(text: str, *, anchor: str | None = FRIDAY, tense: Tense = NONE) -> list[tuple[str, str]]:
    return [
        (time.text, shown(resolve_time(time, anchor=anchor, tense=tense))) for time in find_times(text, words=WORDS)
    ]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        # days with everything given
        ("The border closed on 12 September 2025.", "12 September 2025", "2025-09-12"),
        ("It was signed on September 12, 2025, in Riga.", "September 12, 2025", "2025-09-12"),
        ("It was signed on Sept. 12, 2025, in Riga.", "Sept. 12, 2025", "2025-09-12"),
        ("the drill of the 3rd of May 2024", "the 3rd of May 2024", "2024-05-03"),
        ("Dated 2025-09-11, the order says", "2025-09-11", "2025-09-11"),
        ("Dated 11.09.2025, the order says", "11.09.2025", "2025-09-11"),
        ("Dated 25/09/2025, the order says", "25/09/2025", "2025-09-25"),
        ("Dated 09/25/2025, the order says", "09/25/2025", "2025-09-25"),
        ("On the first of March 2024 shells fell", "the first of March 2024", "2024-03-01"),
        ("Friday, 12 September 2025", "Friday, 12 September 2025", "2025-09-12"),
        ("logged at 2025-09-11T06:30", "2025-09-11T06:30", "2025-09-11T06:30"),
        # days without a year: the nearest
        ("The border closed on 10 September.", "10 September", "2025-09-10"),
        ("It happened on Sept. 9 near Brest.", "Sept. 9", "2025-09-09"),
        ("Launched on 9 Sept near Brest.", "9 Sept", "2025-09-09"),
        ("On the 10th of September a plane", "the 10th of September", "2025-09-10"),
        ("On December 30 a convoy", "December 30", "2025-12-30"),
        ("On 2 January a convoy", "2 January", "2026-01-02"),
        ("He left on the 9th.", "the 9th", "2025-09-09"),
        ("On Tuesday, September 9, a drone fell", "Tuesday, September 9", "2025-09-09"),
        ("In the drill (12 June) a tank", "12 June", "2025-06-12"),
        ("on May 9 last year", "May 9 last year", "2024-05-09"),
        # ends and beginnings that are no dates
        ("It is closed since spring.", "since spring", "2025-03.."),
        ("Shelling went on until dawn.", "until dawn", "..2025-09-12T07:00"),
        ("Closed until at least 20 November", "until at least 20 November", "..2025-11-20"),
        ("They leave before the end of the month.", "before the end of the month", "..2025-09-30"),
        ("No earlier than 2029 will it open", "No earlier than 2029", "2029.."),
        ("It stays shut until Christmas.", "until Christmas", "..2025-12-25"),
        # what goes on without a break
        ("Dockers struck for the third day in a row.", "for the third day in a row", "2025-09-10.."),
        ("Jammed for a second straight week", "for a second straight week", "2025-09-01.."),
        # counted roughly
        ("A year ago it was blocked.", "A year ago", "2024-09"),
        ("Two years ago it was blocked.", "Two years ago", "2023"),
        ("In the past year five ships were boarded.", "the past year", "2024-09..2025-09"),
        ("A year and a half ago it was ordered.", "A year and a half ago", "2024-03"),
        ("It gathered in the past fortnight.", "the past fortnight", "2025-08-29..2025-09-12"),
        # hours in words
        ("Shells fell at about five this morning.", "five this morning", "2025-09-12T05:00"),
        ("at three on the morning of 9 September", "three on the morning of 9 September", "2025-09-09T03:00"),
        ("at first light on Wednesday", "at first light on Wednesday", "2025-09-10T04:00..2025-09-10T07:00"),
        ("Rockets hit the town before dawn.", "before dawn", "2025-09-12T00:00..2025-09-12T06:00"),
        # weekdays: the last seven days
        ("A drone fell on Tuesday.", "Tuesday", "2025-09-09"),
        ("The minister spoke on Friday.", "Friday", "2025-09-12"),
        ("The minister spoke on Saturday.", "Saturday", "2025-09-06"),
        ("It closed last Friday.", "last Friday", "2025-09-05"),
        ("It opens next Monday.", "next Monday", "2025-09-15"),
        ("It opened this Wednesday.", "this Wednesday", "2025-09-10"),
        ("on Tuesday of next week", "Tuesday of next week", "2025-09-16"),
        ("on Tuesday last week", "Tuesday last week", "2025-09-02"),
        ("Wednesday's flight", "Wednesday", "2025-09-10"),
        # counted from the report
        ("A plane landed yesterday.", "yesterday", "2025-09-11"),
        ("They meet today.", "today", "2025-09-12"),
        ("They meet tomorrow.", "tomorrow", "2025-09-13"),
        ("the day before yesterday", "the day before yesterday", "2025-09-10"),
        ("Three days ago a drone fell", "Three days ago", "2025-09-09"),
        ("a week ago", "a week ago", "2025-09-01..2025-09-07"),
        ("two months ago", "two months ago", "2025-07"),
        ("five years ago", "five years ago", "2020"),
        ("in two days", "in two days", "2025-09-14"),
        ("last week", "last week", "2025-09-01..2025-09-07"),
        ("this week", "this week", "2025-09-08..2025-09-14"),
        ("next week", "next week", "2025-09-15..2025-09-21"),
        ("last month", "last month", "2025-08"),
        ("next month", "next month", "2025-10"),
        ("this year", "this year", "2025"),
        ("last year", "last year", "2024"),
        ("last weekend", "last weekend", "2025-09-06..2025-09-07"),
        ("over the weekend", "the weekend", "2025-09-06..2025-09-07"),
        ("earlier this month", "earlier this month", "2025-09-01..2025-09-12"),
        ("later this month", "later this month", "2025-09-12..2025-09-30"),
        ("earlier this year", "earlier this year", "2025-01..2025-09"),
        ("early next year", "early next year", "2026-01..2026-04"),
        ("the past three days", "the past three days", "2025-09-09..2025-09-12"),
        ("over the past month", "the past month", "2025-08..2025-09"),
        ("the next two weeks", "the next two weeks", "2025-09-12..2025-09-26"),
        ("that same evening", "that same evening", "2025-09-12T18:00..2025-09-12T22:00"),
        ("the same week", "the same week", "2025-09-08..2025-09-14"),
        ("in recent years", "in recent years", "vague"),
        ("several days ago", "several days ago", "vague"),
        ("every Friday", "every Friday", "vague"),
        ("It is now closed.", "now", "2025-09-12"),
        ("It is currently closed.", "currently", "2025-09-12"),
        # months, seasons, quarters, years
        ("in July", "July", "2025-07"),
        ("in July 2024", "July 2024", "2024-07"),
        ("in August last year", "August last year", "2024-08"),
        ("last December", "last December", "2024-12"),
        ("in mid-July", "mid-July", "2025-07-11..2025-07-20"),
        ("in early August", "early August", "2025-08-01..2025-08-10"),
        ("in late October 2024", "late October 2024", "2024-10-21..2024-10-31"),
        ("the second half of September", "the second half of September", "2025-09-16..2025-09-30"),
        ("in the autumn of 2024", "the autumn of 2024", "2024-09..2024-11"),
        ("in the winter of 2024", "the winter of 2024", "2024-12..2025-02"),
        ("this summer", "this summer", "2025-06..2025-08"),
        ("last summer", "last summer", "2025-06..2025-08"),
        ("last autumn", "last autumn", "2024-09..2024-11"),
        ("in Q3 2025", "Q3 2025", "2025-07..2025-09"),
        ("in the third quarter of 2024", "the third quarter of 2024", "2024-07..2024-09"),
        ("in 2022", "2022", "2022"),
        ("in late 2024", "late 2024", "2024-09..2024-12"),
        ("in mid-2024", "mid-2024", "2024-05..2024-08"),
        ("at the end of the year", "the end of the year", "2025-11..2025-12"),
        ("in the 1990s", "the 1990s", "1990..1999"),
        # ranges
        ("from September 12 to 16", "from September 12 to 16", "2025-09-12..2025-09-16"),
        ("12-16 September", "12-16 September", "2025-09-12..2025-09-16"),
        ("12–16 September 2024", "12–16 September 2024", "2024-09-12..2024-09-16"),
        ("September 12-16, 2024", "September 12-16, 2024", "2024-09-12..2024-09-16"),
        ("between 5 and 9 October", "between 5 and 9 October", "2025-10-05..2025-10-09"),
        ("from 28 September to 3 October", "from 28 September to 3 October", "2025-09-28..2025-10-03"),
        ("from 28 to 3 October", "from 28 to 3 October", "2025-09-28..2025-10-03"),
        ("from 30 December 2025 to 2 January", "from 30 December 2025 to 2 January", "2025-12-30..2026-01-02"),
        ("from Monday to Friday", "from Monday to Friday", "2025-09-08..2025-09-12"),
        # a weekday behind a month is one of the report's week, not the first of that month
        ("closed from May to Sunday", "from May to Sunday", "2025-05..2025-09-14"),
        ("between August and Friday", "between August and Friday", "2025-08..2025-09-12"),
        ("From 2024 to Monday it stood", "From 2024 to Monday", "2024..2025-09-15"),
        ("from the summer to Tuesday", "from the summer to Tuesday", "2025-06..2025-09-16"),
        ("from June to August", "from June to August", "2025-06..2025-08"),
        ("July-August 2024", "July-August 2024", "2024-07..2024-08"),
        ("from 2014 to 2016", "from 2014 to 2016", "2014..2016"),
        ("from 2014 until now", "from 2014 until now", "2014..2025-09-12"),
        (
            "from 6 a.m. to 9 p.m. on Thursday",
            "from 6 a.m. to 9 p.m. on Thursday",
            "2025-09-11T06:00..2025-09-11T21:00",
        ),
        # one side only
        ("until 16 September", "until 16 September", "..2025-09-16"),
        ("through December 9", "through December 9", "..2025-12-09"),
        ("by December 1", "by December 1", "..2025-12-01"),
        ("by the end of December", "by the end of December", "..2025-12-31"),
        ("until Monday", "until Monday", "..2025-09-15"),
        ("no later than 1 October", "no later than 1 October", "..2025-10-01"),
        ("since Monday", "since Monday", "2025-09-08.."),
        ("since 2014", "since 2014", "2014.."),
        ("since the 9th", "since the 9th", "2025-09-09.."),
        ("starting October 1", "starting October 1", "2025-10-01.."),
        ("starting from 1 October", "starting from 1 October", "2025-10-01.."),
        ("from the evening of 11 September", "from the evening of 11 September", "2025-09-11T18:00.."),
        # hours
        ("at 6:30 a.m. local time on Wednesday", "6:30 a.m. local time on Wednesday", "2025-09-10T06:30"),
        ("on Wednesday at 23:40", "Wednesday at 23:40", "2025-09-10T23:40"),
        ("at 6 p.m. on 9 September", "6 p.m. on 9 September", "2025-09-09T18:00"),
        ("at midnight on Thursday", "midnight on Thursday", "2025-09-11T00:00"),
        ("at 12 a.m. on Thursday", "12 a.m. on Thursday", "2025-09-11T00:00"),
        ("around 23:40", "23:40", "2025-09-12T23:40"),
        ("on the morning of September 10", "the morning of September 10", "2025-09-10T06:00..2025-09-10T12:00"),
        ("on Thursday evening", "Thursday evening", "2025-09-11T18:00..2025-09-11T22:00"),
        ("last night", "last night", "2025-09-11T22:00..2025-09-12T06:00"),
        ("tonight", "tonight", "2025-09-12T18:00..2025-09-13T06:00"),
        ("overnight into Wednesday", "overnight into Wednesday", "2025-09-09T22:00..2025-09-10T06:00"),
        ("on the night of September 10", "on the night of September 10", "2025-09-10T22:00..2025-09-11T06:00"),
        ("the night of 9 to 10 September", "the night of 9 to 10 September", "2025-09-09T22:00..2025-09-10T06:00"),
        ("on the night of September 9-10", "on the night of September 9-10", "2025-09-09T22:00..2025-09-10T06:00"),
        ("at midnight from Thursday to Friday", "at midnight from Thursday to Friday", "2025-09-12T00:00"),
        ("at midnight of 9 to 10 September", "at midnight of 9 to 10 September", "2025-09-10T00:00"),
        (
            "on the night from Friday to Saturday",
            "on the night from Friday to Saturday",
            "2025-09-05T22:00..2025-09-06T06:00",
        ),
    ],
)  # fmt: skip
def test_without_a_tense(text: str, words: str, meaning: str) -> None:
    assert read(text) == [(words, meaning)]


@pytest.mark.parametrize(
    ("text", "tense", "meaning"),
    [
        ("on 5 December", PAST, "2024-12-05"),
        ("on 5 December", FUTURE, "2025-12-05"),
        ("on 2 October", PAST, "2025-10-02"),  # nobody leaves out the year of a day so long ago
        ("until noon on Monday", PAST, "..2025-09-15T12:00"),
        ("from June", Tense.PRESENT, "2025-06.."),  # what goes on has begun
        ("until 20 April", Tense.PRESENT, "..2026-04-20"),
        ("on 14 September", PAST, "2025-09-14"),  # grace: a paper prints tomorrow's date
        ("on 1 September", FUTURE, "2025-09-01"),  # days ago: of the next year its words would say so
        ("on 1 August", FUTURE, "2026-08-01"),
        ("on Wednesday", PAST, "2025-09-10"),
        ("on Wednesday", FUTURE, "2025-09-17"),
        ("on Friday", PAST, "2025-09-12"),
        ("this Wednesday", FUTURE, "2025-09-17"),
        ("in March", PAST, "2025-03"),
        ("in March", FUTURE, "2026-03"),
        ("in November", PAST, "2024-11"),
        ("in September", FUTURE, "2025-09"),
        ("over the weekend", FUTURE, "2025-09-13..2025-09-14"),
        ("from September 10 to 16", FUTURE, "2025-09-10..2025-09-16"),
        ("from Monday to Wednesday", FUTURE, "2025-09-15..2025-09-17"),
        ("from May to Sunday", PAST, "2025-05..2025-09-07"),
        ("until 16 September", PAST, "..2025-09-16"),  # decided in the past, ends in the future
        ("since November", FUTURE, "2024-11.."),
        ("in winter", FUTURE, "2025-12..2026-02"),
        ("in the first quarter", FUTURE, "2026-01..2026-03"),
        ("in the first quarter", PAST, "2025-01..2025-03"),
        ("closed until spring", PAST, "..2026-05"),
    ],
)
def test_the_tense_decides(text: str, tense: Tense, meaning: str) -> None:
    assert [shown for _, shown in read(text, tense=tense)] == [meaning]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("on 12 September 2025", "2025-09-12"),
        ("in September 2025", "2025-09"),
        ("since 2014", "2014.."),
        ("from 12 to 16 September 2025", "2025-09-12..2025-09-16"),
        ("on 12 September", "nothing"),
        ("in July", "nothing"),
        ("on Friday", "nothing"),
        ("yesterday", "nothing"),
        ("since Monday", "nothing"),
        ("at 23:40 on Monday", "nothing"),
    ],
)
def test_without_the_date_of_the_report_only_what_the_words_give(text: str, meaning: str) -> None:
    assert [shown for _, shown in read(text, anchor=None)] == [meaning]


def test_a_list_gives_each_of_its_days() -> None:
    assert read("on 12 and 16 September") == [("12", "2025-09-12"), ("16 September", "2025-09-16")]
    assert read("in 2021 and 2023") == [("2021", "2021"), ("2023", "2023")]


def test_a_weekday_that_contradicts_its_date_is_a_doubt() -> None:
    (right,) = find_times("on Friday, September 12", words=WORDS)
    (wrong,) = find_times("on Thursday, September 12", words=WORDS)
    resolved = resolve_time(wrong, anchor=FRIDAY)
    assert resolve_time(right, anchor=FRIDAY).doubt is None
    assert resolved.start == "2025-09-12"
    assert "2025-09-12 is a Friday" in resolved.doubt


def test_a_date_that_may_be_read_both_ways_is_a_doubt() -> None:
    (time,) = find_times("on 05/09/2025", words=WORDS)
    assert resolve_time(time, anchor=None).start == "2025-09-05"
    assert resolve_time(time, anchor=None).doubt == "day and month may be the other way round"


def test_an_impossible_day_means_nothing() -> None:
    assert read("on 31 September 2025") == [("31 September 2025", "nothing")]
    assert read("on 29 February") == [("29 February", "2024-02-29")]


def test_a_duration_is_counted_in_days() -> None:
    for text, days in [
        ("for five days", 5),
        ("a five-day visit", 5),
        ("for two weeks", 14),
        ("for several days", None),
    ]:
        (time,) = find_times(text, words=WORDS)
        assert time.kind is TimeKind.DURATION
        assert time.days == days
        assert resolve_time(time, anchor=FRIDAY) is None


def test_what_is_counted_from_the_context_says_so() -> None:
    (earlier,) = find_times("Two weeks earlier a convoy had crossed", words=WORDS)
    (ago,) = find_times("Two weeks ago a convoy crossed", words=WORDS)
    assert (earlier.from_context, ago.from_context) == (True, False)
    assert resolve_time(earlier, anchor="2025-07-31").start == "2025-07-14"


def test_hours_are_counted_only_where_the_hour_of_the_report_is_known() -> None:
    assert read("two hours ago", anchor="2025-09-12T01:30") == [("two hours ago", "2025-09-11T23:00")]
    assert read("two hours ago") == [("two hours ago", "2025-09-12")]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("at 6:30 on Monday", Precision.MINUTE),
        ("at 6 a.m. on Monday", Precision.HOUR),
        ("on Monday evening", Precision.PART_OF_DAY),
        ("on Monday", Precision.DAY),
        ("this weekend", Precision.WEEKEND),
        ("last week", Precision.WEEK),
        ("in early August", Precision.MONTH),
        ("in the autumn of 2024", Precision.SEASON),
        ("in late 2024", Precision.YEAR),
        ("in recent weeks", Precision.VAGUE),
    ],
)
def test_the_precision_is_never_finer_than_the_words(text: str, precision: Precision) -> None:
    (time,) = find_times(text, words=WORDS)
    assert resolve_time(time, anchor=FRIDAY).precision is precision


def test_the_period_carries_its_words() -> None:
    text = "They trained from 12 to 16 September."
    (time,) = find_times(text, words=WORDS)
    period = resolve_time(time, anchor=FRIDAY)
    assert period.text == period.span.of(text) == "from 12 to 16 September"


def test_an_anchor_that_is_no_date_is_refused() -> None:
    (time,) = find_times("on Friday", words=WORDS)
    with pytest.raises(UsageError, match="'last week' is no date"):
        resolve_time(time, anchor="last week")
