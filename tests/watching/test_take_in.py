"""From what the archive has to reports, claims and events on a desk."""

from datetime import UTC, datetime

import pytest

from engine_steps import Deadly
from vedette.desk import Desk
from vedette.inputs import readers
from vedette.inputs.reader_mark import reader_of
from vedette.knowledge import load_knowledge
from vedette.model import Report
from vedette.model.watched import FeedKind
from vedette.sources.listings import Listed
from vedette.sources.web import FetchedPage
from vedette.store import EventFilter
from vedette.store.watching import FeedEntry, PageEntry, PageState
from vedette.watching import Arrived

AT = datetime(2025, 9, 12, 6, tzinfo=UTC)
SHUT = "Poland closed its border with Belarus on 11 September 2025, the interior ministry said in Warsaw on Thursday."


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Desk.open(str(tmp_path_factory.mktemp("desk") / "desk.sqlite")) as opened:
        yield opened


def arrived(words, *, address="https://post.example/1", post=None, at=AT, **fields):
    body = f"<html lang=en><title>Border shut</title><article><h1>Border shut</h1><p>{words}</p></article></html>"
    feed = FeedEntry(
        number=1, address="https://post.example/rss", outlet="post", kind=FeedKind.RSS, host="post.example", added=AT
    )
    known = {"title": "Border shut", "published": "2025-09-12"} | fields
    entry = PageEntry(
        number=1, address=address, feed=1, host="post.example", state=PageState.KEPT, listed=AT, **known
    )
    page = FetchedPage(url=address, status=200, content_type="text/html; charset=utf-8", body=body.encode())
    return Arrived(page=page, entry=entry, feed=feed, at=at, post=post)


def test_a_page_becomes_a_report_first_seen_when_it_was_fetched(desk):
    [taken] = desk.take_in([arrived(SHUT)])
    report = desk.store.report(taken.report)
    assert (report.first_seen, report.published, report.url) == (
        "2025-09-12T06:00:00+00:00", "2025-09-12", "https://post.example/1",
    )
    assert taken.claims == len(desk.store.claims_of_report(report.id)) > 0
    [again] = desk.take_in([arrived(SHUT)])
    assert (again.report, again.claims) == (taken.report, 0)


def test_what_cannot_be_read_is_in_quarantine_with_its_bytes(desk):
    [taken] = desk.take_in([arrived("", address="https://post.example/empty")])
    assert taken.report is None
    assert taken.reason
    [kept] = [one for one in desk.store.quarantined() if one.source == "https://post.example/empty"]
    assert b"Border shut" in kept.content


def test_a_post_is_read_from_the_list_that_holds_it(desk):
    post = Listed(address="https://social.example/p/1", published="2025-09-12T05:00:00+00:00", text=SHUT)
    [taken] = desk.take_in([arrived("", address=post.address, post=post)])
    report = desk.store.report(taken.report)
    assert (report.text, report.url, report.published) == (SHUT, post.address, post.published)


def test_versions_of_one_article_are_one_voice_and_another_figure_is_an_update(tmp_path):
    more = " He took no questions, and left all that journalists wanted to know about it to another day of the week."
    first = f"Lithuania deployed 400 soldiers to the border with Belarus on 11 September 2025, the army said.{more}"
    second = first.replace("400", "700")
    with Desk.open(str(tmp_path / "desk.sqlite")) as desk:
        versions = [arrived(words, at=AT.replace(hour=hour)) for hour, words in ((6, first), (9, second))]
        older, newer = desk.take_in(versions)
        assert older.report != newer.report
        assert {report.url for report in desk.store.reports()} == {"https://post.example/1"}
        told = [
            event for event in desk.store.events(EventFilter())
            if {claim.report for claim in desk.store.claims(event.claims)} == {older.report, newer.report}
        ]
        assert told  # both versions tell of one event
        for event in told:
            assert len(event.origins) == 1
        assert any(event.updates for event in told)


def test_the_desk_says_by_which_reader_its_newest_claims_are(tmp_path):
    ours = reader_of(load_knowledge())
    with Desk.open(str(tmp_path / "desk.sqlite")) as desk:
        desk.take_in([arrived("", address="https://post.example/empty")])
        assert desk.store.reader() is None  # nothing was read yet
        desk.take_in([arrived(SHUT)])
        assert desk.store.reader() == ours
        desk.store.set_reader("older")
        report = Report.of("Latvia shut its border with Russia on Friday.", ref="a", language="en")
        desk.add_gathered([report])
        assert desk.store.reader() == ours
        desk.store.set_reader("older")
        desk.add_gathered([report])
        assert desk.store.reader() == "older"  # it was known already


def test_a_page_that_ends_the_process_beside_is_in_quarantine_as_it_came(tmp_path, monkeypatch):
    monkeypatch.setattr(readers, "ReceivedStep", Deadly)
    with Desk.open(str(tmp_path / "desk.sqlite")) as desk, readers.ReadingApart(desk.knowledge) as apart:
        [taken] = desk.take_in([arrived(SHUT)], reader=apart)
        assert "ended with code 7" in taken.reason
        [kept] = desk.store.quarantined()
        assert (kept.reason, SHUT.encode() in kept.content) == (taken.reason, True)
