"""A briefing is chosen, looked at and taken away in the browser; it says the same as the file."""

from __future__ import annotations

import pytest

from vedette.presentation.briefing import brief, to_markdown
from vedette.presentation.web import briefing_page


def test_the_page_tells_of_what_was_chosen_and_links_each_sentence_to_its_report(border) -> None:
    page = border.get("/briefing?published_since=2025-09-13").text
    assert "/events/e1" in page
    assert "/events/e2" in page
    assert "/events/e3abcdef" not in page
    assert 'href="/reports/' in page
    assert "#claim-c1" in page


def test_the_files_are_of_the_same_choice(border) -> None:
    address = "/briefing?published_since=2025-09-13&country=PL"
    page = border.get(address).text
    for suffix in ("html", "md", "pdf"):
        assert f'href="/briefing.{suffix}?country=PL&amp;published_since=2025-09-13"' in page


def test_the_markdown_is_that_of_the_command(border) -> None:
    answer = border.get("/briefing.md?published_until=2025-09-12")
    assert answer.text == to_markdown(brief(border.view, until="2025-09-12"))
    assert answer.headers["content-disposition"] == 'attachment; filename="vedette-briefing.md"'


def test_the_pdf_is_one(border) -> None:
    pytest.importorskip("typst", reason="Typst is not installed; it comes with the extra pdf")
    answer = border.get("/briefing.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


def test_days_in_the_wrong_order_are_told(border) -> None:
    answer = border.get("/briefing?published_since=2025-09-13&published_until=2025-09-01")
    assert answer.status_code == 422
    assert "Swap the two days" in answer.text


def test_nothing_known_is_said_and_not_offered_as_a_file(border) -> None:
    page = border.get("/briefing?published_since=2030-01-01").text
    assert "Nothing became known" in page
    assert "/briefing.pdf" not in page


def test_too_many_events_are_no_briefing(border, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing_page, "MOST", 2)
    assert "2 events at most; 3 are chosen" in border.get("/briefing").text
    refused = border.get("/briefing.html")
    assert refused.status_code == 400
    assert "at most" in refused.text


def test_hostile_words_stay_words(border) -> None:
    assert "<script>alert" not in border.get("/briefing").text


def test_a_file_is_written_in_one_language_whatever_the_reader_prefers(border) -> None:
    for suffix in ("md", "html"):
        ours = border.get(f"/briefing.{suffix}")
        assert border.get(f"/briefing.{suffix}?lang=uk", headers={"Accept-Language": "uk"}).text == ours.text


def test_the_page_says_what_was_chosen_in_the_language_of_its_reader(border) -> None:
    page = border.get("/briefing?lang=uk&published_since=2025-09-12&country=PL").text
    assert "повідомлення, опубліковані з 12 вересня 2025; лише країна PL" in page
    assert "Інші події" in border.get("/briefing?lang=uk").text
