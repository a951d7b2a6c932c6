"""How it stands with what is watched: on the page of sources, and for programs."""

from dataclasses import replace

import pytest
from fake_view import border_desk

from vedette.model.coverage import SourceState
from vedette.model.source_health import SourceHealth
from vedette.model.watched import FeedKind


def health(outlet, state, **fields):
    return SourceHealth(
        outlet=outlet, address=f"https://{outlet}.example/rss", kind=FeedKind.RSS, state=state, rhythm=5400.0,
        **{"answered": "2025-09-12T06:05:31+00:00"} | fields,
    )


@pytest.fixture
def watched(browse):
    return browse(replace(border_desk(), health=(
        health("steady", SourceState.STEADY),
        health("dark", SourceState.FAILING, streak=4, reason="<b>Nobody</b> answers."),
    )))


def test_the_page_tells_blind_from_reporting_and_says_why(watched):
    page = watched.get("/sources").text
    assert page.index("dark.example") < page.index("steady.example")
    assert "blind" in page and "reporting" in page
    assert "&lt;b&gt;Nobody&lt;/b&gt; answers." in page
    assert "1.5 h" in page and "2025-09-12 06:05" in page


def test_numbers_are_for_prometheus(watched):
    answer = watched.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'vedette_feeds{state="blind"} 1.0' in answer.text
    assert "vedette_queue_pages 0.0" in answer.text


def test_readiness_says_no_more_than_that(watched):
    assert watched.get("/readyz").json() == {"status": "ok"}
