"""What is told without a date takes it from elsewhere in the report, or stays without."""

from __future__ import annotations

from typing import Any

import pytest

from builders import actor, claim, place, when
from vedette.model import Claim, Period, Report, Span
from vedette.reading.dated import INHERITED
from vedette.reading.undated import REPORT_DAY, date_undated

DAY = "2025-09-12"


TEXT = f"{'.' * 999}\n{'.' * 999}"  # two paragraphs


def told(text: str, published: str | None) -> Report:
    return Report.of(text, ref="r1", published=published)


def dated(*claims: Claim, lead: Span | None = None, published: str | None = DAY) -> list[Period | None]:
    return [made.period for made in date_undated(claims, report=told(TEXT, published), lead=lead)]


def strike(start: int, **fields: Any) -> Claim:
    return claim("r1", "strike", start=start, sentence=(start, start + 50), **fields)


def drill(start: int, **fields: Any) -> Claim:
    return claim("r1", "exercise", start=start, **fields)


def test_an_exercise_told_of_again_has_the_date_it_was_told_with() -> None:
    first, again = dated(
        drill(0, period=when("2025-09-20", "2025-09-24"), names=["Zapad 2025"]), drill(200, names=["Zapad 2025"])
    )
    assert first is not None and again is not None
    assert (again.start, again.end, again.doubt) == (first.start, first.end, INHERITED)


def test_a_drill_that_goes_on_is_not_the_one_of_another_year() -> None:
    _, again = dated(
        drill(0, period=when("2023"), names=["Zapad"]), drill(200, names=["Zapad"], stage="under_way")
    )
    assert again == Period(start=DAY, doubt=REPORT_DAY)


def test_what_is_told_in_one_breath_happened_on_one_day_with_a_doubt() -> None:
    beside = strike(20, period=None)
    _, given = dated(strike(10, period=when("2025-09-10")), beside)
    assert given is not None
    assert (given.start, given.doubt, given.is_named) == ("2025-09-10", INHERITED, False)


@pytest.mark.parametrize(("start", "given"), [(300, "2025-09-10"), (1200, None)])
def test_a_day_is_passed_on_within_its_paragraph(start: int, given: str | None) -> None:
    crossing = claim("r1", "border_closure", start=start, sentence=(start, start + 50))
    _, period = dated(strike(10, period=when("2025-09-10")), crossing)
    assert (period.start if period else None) == given


def test_the_same_thing_told_of_in_another_paragraph_was_on_the_same_day() -> None:
    near_lviv = place("Lviv", countries=["UA"])
    _, given, elsewhere = dated(
        strike(10, period=when("2025-09-10"), places=[near_lviv]), strike(1200, places=[near_lviv]),
        strike(1300, places=[place("Goma", countries=["CD"])]),
    )
    assert given is not None and given.start == "2025-09-10"
    assert elsewhere is None


@pytest.mark.parametrize("fields", [
    {"stage": "planned"}, {"stage": "under_way"}, {"section": "background"},
])
def test_what_is_to_come_has_not_the_day_of_what_was_done(fields: dict[str, Any]) -> None:
    _, given = dated(strike(10, period=when("2025-09-10")), strike(300, **fields))
    assert given is None or given.start == DAY


def test_a_night_is_passed_on_whole_and_what_lasts_not_at_all() -> None:
    _, night = dated(strike(10, period=when("2025-09-10T22:00", "2025-09-11T06:00")), strike(20))
    assert night is not None and night.end == "2025-09-11T06:00"
    _, beside = dated(strike(10, period=when("2025-09-10", "2025-09-14")), strike(20))
    _, since = dated(strike(10, period=when("2025-09-10", open_end=True)), strike(20))
    assert beside is None and since is None


def test_an_exercise_of_another_name_or_party_does_not() -> None:
    other = dated(
        drill(0, period=when("2025-09-20"), names=["Zapad 2025"], actors=[actor("Belarus", "BY")]),
        drill(200, names=["Namejs"]), drill(300, actors=[actor("Poland", "PL")]),
    )
    assert other[1:] == [None, None]


def test_what_goes_on_while_the_report_is_written_goes_on_that_day_with_a_doubt() -> None:
    assert dated(drill(0, stage="under_way")) == [Period(start=DAY, doubt=REPORT_DAY)]


def test_what_the_lead_tells_as_done_is_of_the_day_with_a_doubt() -> None:
    assert dated(claim("r1", "border_closure", start=10), lead=Span(0, 100)) == [Period(start=DAY, doubt=REPORT_DAY)]


@pytest.mark.parametrize("fields", [
    {"start": 500}, {"factuality": "denied"}, {"section": "background"}, {"stage": "planned"},
])
def test_nothing_is_guessed_beyond_that(fields: dict[str, Any]) -> None:
    assert dated(claim("r1", "border_closure", **({"start": 10} | fields)), lead=Span(0, 100)) == [None]


def test_nothing_is_dated_by_a_report_without_a_day() -> None:
    assert dated(drill(0, stage="under_way"), published="2025-09") == [None]


def test_of_two_days_told_beside_it_the_nearer_is_passed_on() -> None:
    text = "x" * 400
    first = claim("r1", "strike", start=0, sentence=(0, 40), period="2025-09-08")
    undated = claim("r1", "arrest", start=100, sentence=(100, 140))
    second = claim("r1", "strike", start=60, sentence=(60, 90), period="2025-09-09")
    given = date_undated([first, second, undated], report=told(text, "2025-09-12"), lead=None)
    period = given[-1].period
    assert period is not None and period.start == "2025-09-09"
