"""What a watch tells programs: a line of the log and a number for each thing that happens."""

import io
import json
import logging
from datetime import UTC, datetime

import pytest
from prometheus_client import CollectorRegistry

from vedette.presentation.watching.counts import Numbers, numbers_text
from vedette.presentation.watching.log import LogForm, library_lines, log_to
from vedette.watching import Happening, What

AT = datetime(2025, 9, 12, 6, tzinfo=UTC)


def happening(what, **fields):
    return Happening(what=what, at=AT, **{"address": "https://post.example/1"} | fields)


def lines(form, *happened):
    stream = io.StringIO()
    tell = log_to(stream, form)
    for one in happened:
        tell(one)
    return stream.getvalue().splitlines()


def test_a_line_says_what_of_which_address_why_and_what_comes_next():
    [line] = lines(LogForm.JSON, happening(What.PAGE_FAILED, why="The server answered 503.", next=AT, number=2))
    assert json.loads(line) == {
        "event": "page failed", "level": "warning", "at": "2025-09-12T06:00:00+00:00", "number": 2,
        "address": "https://post.example/1", "why": "The server answered 503.", "next": "2025-09-12T06:00:00+00:00",
    }


@pytest.mark.parametrize("form", list(LogForm))
def test_nothing_that_a_server_says_begins_a_line_of_its_own_or_moves_a_terminal(form):
    forged = 'Gone.\n{"event": "watch ended"}\x1b[2J'
    [line] = lines(form, happening(What.FEED_FAILED, why=forged))
    assert "\x1b" not in line


def test_what_other_rooms_log_stands_in_the_same_form():
    stream = io.StringIO()
    with library_lines(stream, LogForm.JSON):
        logging.getLogger("vedette.sources.archive").warning("Half a page at the end of %s was cut off.", "pages-1")
    assert json.loads(stream.getvalue())["event"] == "Half a page at the end of pages-1 was cut off."


def test_all_that_happens_is_counted_by_what_came_of_it():
    registry = CollectorRegistry()
    tell = Numbers(registry).tell
    for one in (
        happening(What.LISTED), happening(What.FEED_FAILED), happening(What.FEED_FAILED), happening(What.FETCHED),
        happening(What.READ, number=4), happening(What.EDITED, number=3), happening(What.REREAD, number=9),
        happening(What.DESK_TROUBLE),
    ):
        tell(one)
    text = numbers_text(registry).decode()
    for line in (
        'vedette_polls_total{outcome="answered"} 1.0', 'vedette_polls_total{outcome="failed"} 2.0',
        'vedette_pages_total{outcome="received"} 1.0', 'vedette_versions_total{outcome="edited"} 1.0',
        "vedette_claims_total 7.0", "vedette_troubles_total 1.0",
    ):
        assert line in text
