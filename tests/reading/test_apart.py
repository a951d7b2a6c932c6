"""What is so many days before or after another: from which of the two a day is counted, and for which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim
from vedette.model import Claim, EventType, Period, Report, Span, Stage
from vedette.reading.apart import COUNTED
from vedette.reading.times import TimeKind, find_times, load_time_words
from vedette.reading.undated import date_undated

PUBLISHED = "2025-09-20"


def told(text: str, *words: tuple[str, str], **fields: object) -> list[tuple[str | None, str | None]]:
    """Date what a sentence tells, each as a type and its word; a word with "@" after it has the first day named."""
    times = find_times(text, words=load_time_words("en"))
    own = next((time for time in times if time.kind is not TimeKind.DISTANCE), None)
    claims = []
    for kind, word in words:
        start = text.index(word.removesuffix("@"))
        made = claim("r1", kind, start=start, sentence=(0, len(text)), **fields)
        period = Period(start="2025-09-11", text=own.text, span=own.span) if own and word.endswith("@") else None
        claims.append(replace(made, trigger=Span(start, start + len(word.removesuffix("@"))), period=period))
    report = Report.of(text, ref="r1", published=PUBLISHED, language="en")
    dated = date_undated(claims, report=report, lead=Span(0, len(text)), times=times)
    return [(made.period.start, made.period.doubt) if made.period else (None, None) for made in dated]


@pytest.mark.parametrize(("distance", "day"), [
    ("a day after", "2025-09-10"), ("three days after", "2025-09-08"), ("two weeks after", "2025-08-28"),
    ("a month after", "2025-08"), ("a year after", "2024-09"), ("the day after", "2025-09-10"),
    ("nearly two weeks after", "2025-08-28"),
])
def test_what_stands_behind_after_was_so_much_earlier(distance: str, day: str) -> None:
    text = f"Latvia closed its airspace on 11 September, {distance} drones flew into Poland."
    assert told(text, ("airspace_restriction", "closed@"), ("drone_incident", "flew"))[1] == (day, COUNTED)


def test_what_stands_behind_before_was_later() -> None:
    text = "On 11 September, three days before a drone crashed at the fence, the border was closed."
    given = told(text, ("drone_incident", "crashed"), ("border_closure", "closed@"))
    assert given[0] == ("2025-09-14", COUNTED)


def test_the_other_is_dated_where_what_stands_behind_has_the_day() -> None:
    text = "The border was closed two days after a drone crashed on 11 September."
    assert told(text, ("border_closure", "closed"), ("drone_incident", "crashed@"))[0] == ("2025-09-13", COUNTED)


def test_a_day_named_before_the_distance_is_not_that_of_what_stands_behind_it() -> None:
    text = "On 11 September, a week before a drone crashed at the fence, the border was closed."
    given = told(text, ("drone_incident", "crashed@"), ("border_closure", "closed"))
    assert given == [("2025-09-18", COUNTED), ("2025-09-11", None)]


def test_at_the_head_of_a_sentence_the_other_is_behind_the_comma() -> None:
    text = "A day after a drone crashed at the fence, the border was closed on 11 September."
    assert told(text, ("drone_incident", "crashed"), ("border_closure", "closed@"))[0] == ("2025-09-10", COUNTED)


def test_a_day_told_of_something_else_in_the_sentence_is_counted_from() -> None:
    text = "They met on 11 September, two days after a drone crashed at the fence."
    assert told(text, ("drone_incident", "crashed")) == [("2025-09-09", COUNTED)]


def test_days_that_nobody_counted_date_nothing_and_are_not_those_of_the_other() -> None:
    text = "Days after a drone crashed at the fence, the border was closed on 11 September."
    assert told(text, ("drone_incident", "crashed"), ("border_closure", "closed@"))[0] == (None, None)


def test_from_the_day_of_the_report_it_is_counted_too() -> None:
    text = "The border was closed two days after a drone crashed at the fence."
    given = told(text, ("border_closure", "closed"), ("drone_incident", "crashed"))
    assert given[0][0] == PUBLISHED
    assert given[1] == ("2025-09-18", COUNTED)


def test_what_is_done_was_not_done_after_the_report() -> None:
    text = "On 11 September, three weeks before a drone crashed at the fence, the border was closed."
    assert told(text, ("drone_incident", "crashed"), ("border_closure", "closed@"))[0] == (None, None)


def test_when_an_exercise_ended_says_not_when_it_began() -> None:
    text = "The border was opened on 11 September, two days after the drills ended."
    assert told(text, ("border_reopening", "opened@"), ("exercise", "drills"))[1] == (None, None)


def test_hours_are_no_distance_between_days() -> None:
    text = "The border was closed on 11 September, two hours after a drone crashed at the fence."
    given = told(text, ("border_closure", "closed@"), ("drone_incident", "crashed"))
    assert given[1][0] == "2025-09-11"


@pytest.mark.parametrize(("language", "text", "words", "direction", "count", "unit"), [
    ("en", "two days after drones flew in", "two days after", 1, 2, "day"),
    ("en", "a week before the drills began", "a week before", -1, 1, "week"),
    ("en", "Days after drones flew in", "Days after", 1, None, "day"),
    ("en", "in the weeks before the drills", "in the weeks before", -1, None, "week"),
    ("en", "the day before the drills", "the day before", -1, 1, "day"),
    ("uk", "через два дні після того, як дрони залетіли", "два дні після того, як", 1, 2, "day"),
    ("uk", "через день після атаки", "день після", 1, 1, "day"),
    ("uk", "за тиждень до навчань", "тиждень до", -1, 1, "week"),
    ("ru", "спустя две недели после удара", "две недели после", 1, 2, "week"),
    ("ru", "через день после того, как дроны залетели", "день после того, как", 1, 1, "day"),
    ("ru", "за два дня до учений", "два дня до", -1, 2, "day"),
    ("be", "праз два дні пасля таго, як дроны заляцелі", "два дні пасля таго, як", 1, 2, "day"),
    ("be", "за тыдзень да вучэнняў", "тыдзень да", -1, 1, "week"),
    ("pl", "dzień po tym, jak drony wleciały", "dzień po tym, jak", 1, 1, "day"),
    ("pl", "dwa tygodnie przed manewrami", "dwa tygodnie przed", -1, 2, "week"),
    ("lt", "praėjus dviem dienoms po to, kai dronai įskrido", "praėjus dviem dienoms po to, kai", 1, 2, "day"),
    ("lt", "likus savaitei iki pratybų", "likus savaitei iki", -1, 1, "week"),
    ("lv", "dienu pēc tam, kad droni ielidoja", "dienu pēc tam, kad", 1, 1, "day"),
    ("lv", "divas dienas pirms mācībām", "divas dienas pirms", -1, 2, "day"),
    ("et", "kaks päeva pärast seda, kui droonid lendasid", "kaks päeva pärast seda, kui", 1, 2, "day"),
    ("et", "nädal enne õppust", "nädal enne", -1, 1, "week"),
    ("de", "einen Tag nachdem Drohnen eingeflogen waren", "einen Tag nachdem", 1, 1, "day"),
    ("de", "zwei Wochen vor dem Manöver", "zwei Wochen vor", -1, 2, "week"),
    ("fi", "kaksi päivää sen jälkeen, kun droonit lensivät", "kaksi päivää sen jälkeen, kun", 1, 2, "day"),
    ("fi", "viikko ennen harjoitusta", "viikko ennen", -1, 1, "week"),
])
def test_how_languages_say_it(
    language: str, text: str, words: str, direction: int, count: int | None, unit: str
) -> None:
    (time,) = find_times(text, words=load_time_words(language))
    assert (time.kind, time.text, time.direction, time.count, time.unit) == (
        TimeKind.DISTANCE, words, direction, count, unit
    )


@pytest.mark.parametrize(("text", "kind"), [
    ("He had left a week before.", TimeKind.RELATIVE),
    ("A week before, he had left.", TimeKind.RELATIVE),
    ("Two days after that he left.", TimeKind.RELATIVE),
])
def test_what_is_counted_from_something_told_before_stays_what_it_was(text: str, kind: TimeKind) -> None:
    assert [time.kind for time in find_times(text, words=load_time_words("en"))] == [kind]


def test_the_claims_stay_what_they_are_where_nothing_stands_apart() -> None:
    made: list[Claim] = [claim("r1", "strike", start=0, sentence=(0, 20), period="2025-09-11")]
    report = Report.of("x" * 40, ref="r1", published=PUBLISHED)
    given = date_undated(made, report=report, lead=None)
    assert (given[0].type, given[0].stage, given[0].period) == (EventType.STRIKE, Stage.HAPPENED, made[0].period)
