"""Manners: whatever happens, a host is never asked too soon, and never left for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.sources.web import USUAL_PAUSE, Fault, Standing, host_of
from vedette.sources.web.waiting import DAY

NOW = datetime(2025, 9, 12, 8, tzinfo=UTC)
PAGE = "https://post.example/a"
OF_THE_HOST = (Fault.DNS, Fault.REFUSED, Fault.TLS, Fault.TIMEOUT, Fault.SLOW, Fault.PROTOCOL)


def seconds(standing: Standing, now: datetime = NOW) -> float:
    return (standing.ready - now).total_seconds()


def failed(standing: Standing, times: int) -> Standing:
    for _ in range(times):
        standing = standing.ended(PAGE, NOW, fault=Fault.TIMEOUT)
    return standing


def test_a_host_that_nobody_knows_may_be_asked_at_once() -> None:
    assert seconds(Standing()) <= 0


def test_the_pause_is_counted_from_the_end() -> None:
    end = NOW + timedelta(seconds=30)
    assert Standing().ended(PAGE, end, status=200).ready == end + timedelta(seconds=USUAL_PAUSE)


@pytest.mark.parametrize("pause", [1.0, 20.0, DAY])
def test_a_site_may_ask_for_another_pause(pause: float) -> None:
    assert seconds(Standing(pause=pause).ended(PAGE, NOW, status=200)) == pause


def test_each_failure_doubles_the_pause_up_to_a_day() -> None:
    waits = [seconds(failed(Standing(), times)) for times in range(1, 25)]
    for doublings, wait in enumerate(waits[:12], 1):
        assert USUAL_PAUSE * 2**doublings <= wait <= 1.25 * USUAL_PAUSE * 2**doublings
    assert all(0.8 * DAY <= wait <= DAY for wait in waits[-5:])


def test_a_success_ends_the_row() -> None:
    then = failed(Standing(), 6).ended(PAGE, NOW, status=304)
    assert (seconds(then), then.failures) == (USUAL_PAUSE, 0)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_troubled_host_is_left_longer(status: int) -> None:
    assert seconds(Standing().ended(PAGE, NOW, status=status)) >= 2 * USUAL_PAUSE


@pytest.mark.parametrize("status", [200, 301, 304, 401, 403, 404, 410, 451])
def test_an_answer_about_one_page_is_no_failure_of_its_host(status: int) -> None:
    assert seconds(Standing().ended(PAGE, NOW, status=status)) == USUAL_PAUSE


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_of_one_page_is_no_failure_of_its_host(fault: Fault) -> None:
    assert (seconds(Standing().ended(PAGE, NOW, fault=fault)) > USUAL_PAUSE) is (fault in OF_THE_HOST)


@pytest.mark.parametrize(("said", "wait"), [(0.0, USUAL_PAUSE), (600.0, 600.0), (9 * DAY, DAY)])
def test_what_the_server_asks_for_counts_above_the_row(said: float, wait: float) -> None:
    assert seconds(failed(Standing(), 4).ended(PAGE, NOW, status=503, retry_after=said)) == wait


def test_hosts_that_failed_together_are_not_asked_together_and_always_alike() -> None:
    def waits() -> list[float]:
        pages = [f"https://post{number}.example/" for number in range(50)]
        return [seconds(Standing().ended(page, NOW, fault=Fault.DNS)) for page in pages]

    assert waits() == waits()
    assert len(set(waits())) == 50


@pytest.mark.parametrize(("address", "host"), [
    ("https://Post.Example:443/a", "post.example"), ("http://post.example:8080/", "post.example:8080"),
])
def test_manners_are_kept_by_host_and_port(address: str, host: str) -> None:
    assert host_of(address) == host


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
    standing, now = Standing(), NOW
    for status, said, fault, later in answers:
        now = max(now, standing.ready) + timedelta(seconds=later)
        standing = standing.ended(PAGE, now, status=status, retry_after=said, fault=None if status else fault)
        assert max(USUAL_PAUSE, min(said or 0, DAY)) <= seconds(standing, now) <= DAY
