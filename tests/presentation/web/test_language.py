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
    answer = border.get("/?lang=xx")
    assert answer.headers["content-language"] == "en"
    assert "set-cookie" not in answer.headers


def test_programs_read_english(border):
    answer = border.get("/api/v1/events?lang=uk")
    assert "content-language" not in answer.headers
