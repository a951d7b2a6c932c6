"""Manners: whatever happens, a host is never asked too soon, and never left for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.sources.web import Fault, Manners
from vedette.sources.web.manners import USUAL_PAUSE
from vedette.sources.web.waiting import DAY

NOW = datetime(2025, 9, 12, 8, tzinfo=UTC)
PAGE = "https://post.example/a"
OF_THE_HOST = (Fault.DNS, Fault.REFUSED, Fault.TLS, Fault.TIMEOUT, Fault.SLOW, Fault.PROTOCOL)


def seconds(manners: Manners, now: datetime = NOW, address: str = PAGE) -> float:
    return (manners.ready_at(address, now) - now).total_seconds()


def fail(manners: Manners, times: int, now: datetime = NOW) -> float:
    for _ in range(times):
        manners.begun(PAGE, now)
        manners.ended(PAGE, now, fault=Fault.TIMEOUT)
    return seconds(manners, now)


def test_a_host_that_nobody_knows_may_be_asked_at_once() -> None:
    assert seconds(Manners()) <= 0


def test_one_request_at_a_time_goes_to_a_host() -> None:
    manners = Manners()
    manners.begun(PAGE, NOW)
    for later in (0, 60, 3_600):
        assert seconds(manners, NOW + timedelta(seconds=later), "https://post.example/b") > 0
    assert seconds(manners, address="https://other.example/") <= 0


def test_the_pause_is_counted_from_the_end() -> None:
    manners = Manners()
    manners.begun(PAGE, NOW)
    manners.ended(PAGE, NOW + timedelta(seconds=30), status=200)
    assert manners.ready_at(PAGE, NOW) == NOW + timedelta(seconds=30 + USUAL_PAUSE)


def test_a_site_may_ask_for_another_pause() -> None:
    manners = Manners()
    for asked, pause in ((20.0, 20.0), (1.0, 1.0), (None, USUAL_PAUSE), (10 * DAY, DAY)):
        manners.asks_for(PAGE, asked)
        manners.begun(PAGE, NOW)
        manners.ended(PAGE, NOW, status=200)
        assert seconds(manners) == pause


def test_each_failure_doubles_the_pause_up_to_a_day() -> None:
    waits = [fail(Manners(), times) for times in range(1, 25)]
    for doublings, wait in enumerate(waits[:12], 1):
        assert USUAL_PAUSE * 2**doublings <= wait <= 1.25 * USUAL_PAUSE * 2**doublings
    assert all(0.8 * DAY <= wait <= DAY for wait in waits[-5:])


def test_a_success_ends_the_row() -> None:
    manners = Manners()
    fail(manners, 6)
    manners.begun(PAGE, NOW)
    manners.ended(PAGE, NOW, status=304)
    assert seconds(manners) == USUAL_PAUSE


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_troubled_host_is_left_longer(status: int) -> None:
    manners = Manners()
    manners.begun(PAGE, NOW)
    manners.ended(PAGE, NOW, status=status)
    assert seconds(manners) >= 2 * USUAL_PAUSE


@pytest.mark.parametrize("status", [200, 301, 304, 401, 403, 404, 410, 451])
def test_an_answer_about_one_page_is_no_failure_of_its_host(status: int) -> None:
    manners = Manners()
    manners.begun(PAGE, NOW)
    manners.ended(PAGE, NOW, status=status)
    assert seconds(manners) == USUAL_PAUSE


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_of_one_page_is_no_failure_of_its_host(fault: Fault) -> None:
    manners = Manners()
    manners.begun(PAGE, NOW)
    manners.ended(PAGE, NOW, fault=fault)
    assert (seconds(manners) > USUAL_PAUSE) is (fault in OF_THE_HOST)


@pytest.mark.parametrize(("said", "wait"), [(0.0, USUAL_PAUSE), (600.0, 600.0), (9 * DAY, DAY)])
def test_what_the_server_asks_for_counts_above_the_row(said: float, wait: float) -> None:
    manners = Manners()
    fail(manners, 4)
    manners.begun(PAGE, NOW)
    manners.ended(PAGE, NOW, status=503, retry_after=said)
    assert seconds(manners) == wait


def test_hosts_that_failed_together_are_not_asked_together_and_always_alike() -> None:
    def waits() -> list[float]:
        manners = Manners()
        for number in range(50):
            manners.ended(f"https://post{number}.example/", NOW, fault=Fault.DNS)
        return [seconds(manners, address=f"https://post{number}.example/") for number in range(50)]

    assert waits() == waits()
    assert len(set(waits())) == 50


def test_a_clock_that_was_set_back_makes_nobody_wait_longer_than_a_day() -> None:
    manners = Manners()
    manners.ended(PAGE, NOW, status=200)
    assert seconds(manners, NOW - timedelta(days=400)) == DAY


def test_the_standing_of_a_host_can_be_kept_and_taken_up() -> None:
    before, after = Manners(), Manners()
    wait = fail(before, 3)
    before.begun(PAGE, NOW)  # and then the process was killed
    after.resume(PAGE, before.standing(PAGE))
    assert seconds(after, NOW + timedelta(days=1)) <= 0
    assert fail(after, 1) > wait


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([200, 304, 404, 429, 503, None]),
            st.sampled_from([None, 0.0, 30.0, 1e9]),
            st.sampled_from(list(Fault)),
            st.floats(0, 100_000),
        ),
        max_size=30,
    )
)
def test_no_row_of_answers_leads_to_a_request_too_soon_or_never(
    answers: list[tuple[int | None, float | None, Fault, float]],
) -> None:
    manners, now = Manners(), NOW
    for status, said, fault, later in answers:
        ready = manners.ready_at(PAGE, now)
        assert ready <= now + timedelta(seconds=DAY)
        now = max(now, ready) + timedelta(seconds=later)
        manners.begun(PAGE, now)
        assert manners.ready_at(PAGE, now) > now
        manners.ended(PAGE, now, status=status, retry_after=said, fault=None if status else fault)
        assert manners.ready_at(PAGE, now) >= now + timedelta(seconds=max(USUAL_PAUSE, min(said or 0, DAY)))
