"""What became of a watched page stands on the page of its report: edits as a difference, and since when it is gone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from vedette.model import ReadReport, Report
from vedette.model.watched import Feed
from vedette.presentation.web.page_history import LONGEST_COMPARED
from vedette.store import open_store
from vedette.store.watching import ArchivePlace, NewPage, PageState, Received, Settled, Wanted

ADDRESS = "https://post.example/1"
MET = datetime(2031, 5, 3, 8, tzinfo=UTC)
FIRST, SECOND, THIRD = (
    "The border was shut at noon.", "The border was not shut at noon.", "The border was not shut.",
)


@pytest.fixture
def store(tmp_path):
    with open_store(str(tmp_path / "desk.sqlite")) as opened:
        yield opened


def watched(store, *texts, gone=None, last=PageState.KEPT):
    """A watched page that said these things, one a day; the ids of its reports."""
    book = store.watching
    book.follow([Wanted(outlet="post", feed=Feed(address="https://post.example/rss"))], at=MET - timedelta(days=9))
    errand = book.errand(at=MET, until=MET)
    page = NewPage(address=ADDRESS, state=PageState.AWAITED, due=MET)
    book.put_feed(replace(errand.feed, polled=MET, due=MET + timedelta(hours=1)), errand.host, pages=[page])
    ids = []
    for number, text in enumerate(texts):
        report = Report.of(text, ref="1", url=ADDRESS, title="Border shut")
        store.add([ReadReport(report=report, claims=())])
        place = ArchivePlace(file="pages-00000001.warc.gz", offset=number, length=1, sha256="00")
        received = Received(place=place, fetched=MET + timedelta(days=number), answered_as=ADDRESS)
        book.put_page(replace(book.page_at(ADDRESS), state=PageState.KEPT), None, received=received)
        book.settle([Settled(version=book.waiting(1)[0].version.number, report=report.id)])
        ids.append(report.id)
    if gone is not None:
        book.put_page(replace(book.page_at(ADDRESS), state=last), None, gone=gone)
    store.add([])
    return ids


@pytest.fixture
def show(browse, store):
    browser = browse(store)
    browser.app.state.watched_pages = store.watching

    def page(id, language="en"):
        answer = browser.get(f"/reports/{id}?lang={language}")
        assert answer.status_code == 200, answer.text
        return answer.text

    return page


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_what_a_version_changed_is_shown_word_by_word_with_a_way_to_the_other(store, show):
    first, second = watched(store, FIRST, SECOND)
    page = show(second)
    assert "The border was <ins>not </ins>shut at noon." in page
    assert "In this version, met on 4 May 2031" in words(page)
    assert f'href="/reports/{first}">The version before this one' in page


def test_what_was_changed_in_a_version_later_is_shown_beside_it(store, show):
    first, second = watched(store, FIRST, SECOND)
    page = show(first)
    assert "In the version after this one, met on 4 May 2031" in words(page)
    assert f'href="/reports/{second}">The version after this one' in page


def test_in_the_midst_of_versions_there_are_both_changes_and_a_list(store, show):
    ids = watched(store, FIRST, SECOND, THIRD)
    page = show(ids[1])
    assert "<ins>not </ins>" in page and "<del> at noon</del>" in page
    assert [page.count(f'href="/reports/{one}"') for one in ids] == [2, 1, 2]
    assert 'aria-current="page">4 May 2031' in page


def test_a_page_that_is_gone_says_since_when_and_keeps_its_text(store, show):
    (only,) = watched(store, FIRST, gone=MET + timedelta(days=30), last=PageState.GONE)
    page = words(show(only))
    assert "Gone since 2 June 2031." in page and FIRST in page
    assert "What was changed afterwards" not in page


def test_a_page_that_came_back_is_not_gone(store, show):
    (only,) = watched(store, FIRST, gone=MET + timedelta(days=30), last=PageState.KEPT)
    assert "Gone since" not in show(only)


def test_a_page_that_nobody_watches_or_that_stayed_the_same_says_nothing_of_it(store, show, border):
    (only,) = watched(store, FIRST)
    alone = Report.of("A train was late.", ref="2")
    store.add([ReadReport(report=alone, claims=())])
    for one in (only, alone.id):
        assert "changed afterwards" not in show(one)
    of_no_watch = next(iter(border.view.reports())).id
    assert border.get(f"/reports/{of_no_watch}").status_code == 200


def test_what_an_outlet_wrote_into_its_edit_is_text_and_nothing_else(store, show):
    hostile = "The <script>alert(1)</script> border\u202e was </ins><img src=x onerror=alert(1)> shut."
    _, second = watched(store, FIRST, hostile)
    page = show(second)
    assert "<script>alert" not in page and "<img src=x" not in page
    assert "\u202e" not in page.partition('id="changed"')[2].partition("</section>")[0]


def test_what_is_too_long_to_compare_holds_nobody_up(store, show):
    longest = "noon " * (LONGEST_COMPARED // 5 + 1)
    _, second = watched(store, longest, f"{longest} later")
    assert "too long to be compared here" in show(second)


def test_it_is_said_in_the_language_of_the_reader(store, show):
    ids = watched(store, FIRST, SECOND, gone=MET + timedelta(days=30), last=PageState.GONE)
    page = show(ids[0], "uk")
    for english in ("Gone since", "What was changed", "The version after", "struck out"):
        assert english not in page
