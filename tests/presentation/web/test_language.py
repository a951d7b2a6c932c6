"""A request is answered in the language of its reader; programs always read English."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from vedette.presentation.web.language import language_for


@pytest.mark.parametrize(("header", "language"), [
    ("uk", "uk"), ("uk-UA,uk;q=0.9,en;q=0.5", "uk"), ("en-GB, uk;q=0.9", "en"), ("de, fr;q=0.5", "en"),
    ("uk;q=0, en;q=0.1", "en"), ("", "en"), ("uk;q=nonsense", "en"), (";;,,q=;", "en"),
])
def test_what_the_browser_prefers_counts(header, language):
    assert language_for(Headers({"accept-language": header})) == language


def test_what_was_chosen_before_counts_more_than_the_browser():
    assert language_for(Headers({"accept-language": "uk", "cookie": "lang=en"})) == "en"


def test_a_language_that_is_not_there_is_not_spoken():
    assert language_for(Headers({"cookie": "lang=../../etc"}), default="uk") == "uk"


def test_asking_for_a_language_is_remembered(border):
    answer = border.get("/?lang=uk")
    assert answer.headers["content-language"] == "uk"
    assert "lang=uk" in answer.headers["set-cookie"]
    assert '<html lang="uk"' in answer.text


def test_a_language_that_is_not_there_is_not_remembered(border):
    answer = border.get("/sources?lang=xx")
    assert answer.headers["content-language"] == "en"
    assert "set-cookie" not in answer.headers


def test_programs_read_english(border):
    answer = border.get("/api/v1/events?lang=uk")
    assert "content-language" not in answer.headers


@pytest.mark.parametrize("address", ["/", "/events", "/events/e1", "/events/e2", "/situations", "/situations/s1",
                                     "/search?q=border", "/sources", "/nothing"])
def test_a_page_in_ukrainian_holds_no_english_of_ours(border, address):
    joined = "&" if "?" in address else "?"
    page = border.get(f"{address}{joined}lang=uk").text
    assert '<html lang="uk"' in page
    for words in ("What ", "Who says", "Grade ", "Events", "Search", "Read it", "claim ", "Sources", "Skip to"):
        assert words not in page, words


def test_an_event_is_told_in_ukrainian(border):
    page = border.get("/events/e1?lang=uk").text
    assert "Закриття кордону: Польща; кордон Польща – Білорусь" in page
    assert "з вечора 11 вересня 2025; подано як факт, 1 першоджерело" in page
    assert "2 повідомлення, 2 видання, 1 першоджерело" in page


def test_the_page_links_to_itself_in_every_language(border):
    page = border.get("/search?q=border%20post&lang=uk").text
    assert 'href="/search?q=border+post&amp;lang=en"' in page
