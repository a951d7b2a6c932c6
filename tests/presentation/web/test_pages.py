"""What a reader sees on each page."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

import pytest
from fake_view import FakeView, border_desk, make_event, recurring_desk

import builders
from vedette.model import EventType, FieldSource, Judgement, Undo, Verdict

ADDRESSES = (
    "/", "/events", "/events/e1", "/events/e2", "/events/e3abcdef", "/situations", "/situations/s1", "/search",
    "/search?q=border", "/sources", "/briefing", "/review", "/claims/c1",
)


class Outline(HTMLParser):
    """Reads a page the way a test needs it: its text, ids, links and elements."""

    _VOID = frozenset({"meta", "link", "input", "img", "br", "hr"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.elements.append((tag, found))
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" else []
        if tag not in self._VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def page(browser, address: str) -> Outline:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Outline(answer.text)


def report_id(view: FakeView, ref: str) -> str:
    return next(report.id for report in view.all_reports if report.ref == ref)


def every_address(view: FakeView) -> list[str]:
    return [*ADDRESSES, *(f"/reports/{report.id}" for report in view.all_reports)]


def test_the_first_page_says_what_the_desk_holds(border):
    outline = page(border, "/")
    assert "3 events · 5 claims · 2 reports · 2 outlets · 1 situation" in outline.text
    assert "1 input could not be read and waits in quarantine" in outline.text
    assert "Border 2025" in outline.text and "/situations/s1" in outline.links


def test_an_empty_desk_says_how_to_fill_it(browse):
    browser = browse(FakeView())
    for address in ("/", "/events", "/sources"):
        assert "vedette add" in page(browser, address).text


def test_an_event_page_shows_what_people_decided_and_what_was_taken_back(browse):
    view = border_desk()
    anchors = {claim.id: claim.anchor for claim in view.all_claims}
    same = Judgement.of(
        anchors["c1"], anchors["c2"], Verdict.SAME, by="Ann <b>", at="2025-09-14T08:00", why="<i>one night</i>"
    )
    elsewhere = Judgement.of(anchors["c3"], anchors["c4"], Verdict.SAME, by="Zelma", at="2025-09-14T08:00")
    undo = Undo.of(same.id, by="Ben", at="2025-09-15T08:00", why="two nights")
    view = dataclasses.replace(view, all_decisions=(dataclasses.replace(same, undone=undo.at), elsewhere, undo))

    text = page(browse(view), "/events/e1").text

    assert "What people decided" in text
    assert "Ann <b>, 14 September 2025: <i>one night</i>; undone by Ben on 2025-09-15" in text
    assert "two nights" in text
    assert "Zelma" not in text
    assert "What people decided" not in page(browse(border_desk()), "/events/e1").text


def test_an_event_page_shows_its_line_its_fields_and_its_support(border):
    text = page(border, "/events/e1").text
    assert "Poland closed the Poland-Belarus border from the evening of 11 September 2025; stated as fact" in text
    assert "2 reports, 2 outlets, 1 origin" in text
    assert "exact to the part of day; in the words “from Thursday evening”" in text
    assert "where it happened; PL, BY; known as a border" in text and "52.30, 23.60" not in text
    assert "Grade B3" in text
    assert "One origin only." in text
    assert "12 September 2025 first told as: happened" in text


def test_every_claim_stands_as_its_sentence_with_the_trigger_marked_and_its_chain(border):
    answer = border.get("/events/e1").text
    assert "Poland <mark class=\"family-border\">shut</mark> the border with Belarus" in answer
    assert "Warsaw <mark class=\"family-border\">shut</mark> the border, the agency reports." in answer
    assert "Border Wire Example Post State Agency origin" in Outline(answer).text


def test_every_claim_leads_to_its_place_in_the_report(border):
    links = [link for link in page(border, "/events/e1").links if "#claim-" in link]
    assert len(links) == 2
    for link in links:
        address, _, anchor = link.partition("#")
        assert anchor in page(border, address).ids


def test_a_disagreement_stands_side_by_side_with_its_claims(border):
    outline = page(border, "/events/e2")
    assert "They disagree on how many troops" in outline.text
    assert "12,000 troops says Border Wire claim 1" in outline.text
    assert "30,000 troops says the ministry claim 2" in outline.text
    assert {"#c-c3", "#c-c4"} <= set(outline.links)
    assert {"c-c3", "c-c4"} <= set(outline.ids)


def test_what_is_denied_says_so_first_and_never_looks_like_a_fact(border):
    for address in ("/events/e3abcdef", "/events"):
        assert re.search(r"Denied: Belarus violated the airspace", page(border, address).text)


def test_an_origin_that_nobody_knows_counts_for_nothing(border):
    text = page(border, "/events/e3abcdef").text
    assert "unnamed source (origin not known) counts for nothing; told by Example Post; claim 1" in text


def test_a_report_is_shown_as_read_with_its_claims_beside_it(border):
    post = report_id(border.view, "post")
    outline = page(border, f"/reports/{post}")
    assert "Poland shut the border with Belarus on Thursday evening, the state agency said." in outline.text
    assert "2 claims border closure “shut” happened stated as fact" in outline.text
    assert {"claim-c1", "claim-c5", "about-c1", "about-c5"} <= set(outline.ids)
    assert {"/events/e1", "/events/e3abcdef", "https://post.example/a?x=1&y=2"} <= set(outline.links)


def test_a_field_says_where_it_was_learned(browse):
    told = builders.report(outlet="Example Post", outlet_from=FieldSource.DATELINE)
    outline = page(browse(FakeView(all_reports=(told,))), f"/reports/{told.id}")
    assert "Outlet Example Post from the dateline" in outline.text


def test_a_situation_lists_its_events_in_order(border):
    outline = page(border, "/situations/s1")
    assert [link for link in outline.links if link.startswith("/events/")] == ["/events/e1", "/events/e2"]


def test_a_recurring_exercise_has_its_earlier_editions_beside_it(browse):
    outline = page(browse(recurring_desk()), "/situations/s2")
    assert "Earlier editions Shield 2021 10–16 September 2021 30,000 troops" in outline.text
    assert "The ministry counts 30,000 troops at the drill." in outline.text, "the sentence of the figure"
    assert "9,000 troops" in outline.text, "a figure whose claim is gone is shown without a sentence"
    assert "What followed from the evening of 11 September 2025" in outline.text
    assert {"/situations/s0", "/events/e1"} <= set(outline.links)


def test_a_situation_says_what_kind_it_is_and_why(browse):
    browser = browse(recurring_desk())
    crisis = page(browser, "/situations/s3")
    assert "A crisis: incidents and measures between two states" in crisis.text
    assert "4 events (air, border)" in crisis.text
    assert "/api/v1/situations/s3" in crisis.links
    assert "Earlier editions" not in crisis.text and "Names" not in crisis.text
    assert "SHIELD-25" in page(browser, "/situations/s2").text


def test_all_situations_are_listed_with_what_kind_they_are(browse):
    outline = page(browse(recurring_desk()), "/situations")
    assert "a crisis: incidents and measures between two states" in outline.text
    assert {"/situations/s1", "/situations/s2", "/situations/s3"} <= set(outline.links)


def test_an_event_leads_to_all_of_its_situations_its_own_first(browse):
    links = page(browse(recurring_desk()), "/events/e2").links
    assert [link for link in links if link.startswith("/situations/")] == ["/situations/s2", "/situations/s3"]


def test_a_search_marks_the_words_and_names_the_events(border):
    answer = border.get("/search?q=12,000").text
    assert "<mark>12,000</mark>" in answer
    assert "/events/e2" in Outline(answer).links


def test_a_search_without_a_hit_says_so(border):
    assert "No report holds these words" in page(border, "/search?q=nothing+of+the+kind").text


def test_sources_count_reports_and_say_when(border):
    text = page(border, "/sources").text
    assert "Example Post 1 12 September 2025 12 September 2025 too few days to tell" in text
    assert "All 2" in text


def test_reports_without_an_outlet_are_counted_apart(browse):
    nameless = builders.report(outlet=None, published=None)
    assert "not known 1 date not known" in page(browse(FakeView(all_reports=(nameless,))), "/sources").text


def test_the_desk_says_that_it_is_well(border):
    assert border.get("/healthz").json() == {"status": "ok", "reports": 2, "events": 3}
    assert border.get("/healthz", method="HEAD").status_code == 200


def test_every_request_closes_the_view_that_it_opened(border):
    for address in every_address(border.view):
        border.get(address)
    border.get("/events/missing")
    assert border.opened == border.closed > len(ADDRESSES)


@pytest.mark.parametrize("address", every_address(border_desk()))
def test_every_page_can_be_used_by_keyboard_and_read_aloud(border, address):
    outline = page(border, address)
    tags = [tag for tag, _ in outline.elements]
    assert not outline.open, "every element is closed"
    assert tags.count("h1") == 1 and tags.count("main") == 1 and {"header", "nav", "footer"} <= set(tags)
    assert outline.links[0] == "#main"
    assert all(attrs.get("scope") for tag, attrs in outline.elements if tag == "th")
    labelled = {attrs["for"] for tag, attrs in outline.elements if tag == "label"}
    assert labelled >= {
        attrs["id"] for tag, attrs in outline.elements
        if tag in ("input", "select", "textarea") and attrs.get("type") != "hidden"
    }
    assert len(outline.ids) == len(set(outline.ids)), "an id is used once"


@pytest.mark.parametrize("address", every_address(border_desk()))
def test_no_link_of_a_page_leads_nowhere(border, address):
    here = page(border, address)
    there = {link.partition("#")[0]: here for link in here.links if link.startswith("#")}
    for link in here.links:
        where, _, place = link.partition("#")
        if not link.startswith(("/", "#")):
            continue
        if where not in there:
            answer = border.get(where)
            assert answer.status_code == 200, link
            is_page = answer.headers["content-type"].startswith("text/html") and not where.startswith("/briefing.")
            there[where] = Outline(answer.text) if is_page else None
        assert not place or place in there[where].ids, link


@pytest.mark.parametrize("address", every_address(border_desk()))
def test_no_page_holds_script_or_style_of_its_own(border, address):
    outline = page(border, address)
    assert not {"style", "iframe", "object"} & {tag for tag, _ in outline.elements}
    scripts = [attrs.get("src") or "" for tag, attrs in outline.elements if tag == "script"]
    assert all(source.startswith("/static/") for source in scripts), "a script is a file of ours"
    assert not [name for _, attrs in outline.elements for name in attrs if name == "style" or name.startswith("on")]


def test_a_country_is_never_shown_as_a_point(browse):
    told = builders.report()
    closing = builders.claim(told, words="closed", places=[
        builders.place("Poland", kind="country", lat=52.0, lon=20.0), builders.place("Brest", lat=52.1, lon=23.7),
    ])
    view = FakeView(all_reports=(told,), all_claims=(closing,), all_events=(builders.event([closing]),))
    text = page(browse(view), f"/events/{view.all_events[0].id}").text
    assert "52.10, 23.70" in text
    assert "52.00, 20.00" not in text


def test_a_sum_leads_to_its_parts_and_a_part_to_its_sum(browse) -> None:
    night = make_event("night1", EventType.DRONE_INCIDENT, part_of=("sum1", "gone"))
    browser = browse(FakeView(all_events=(night, make_event("sum1", EventType.DRONE_INCIDENT, parts=("night1",)))))

    whole, part = page(browser, "/events/sum1"), page(browser, "/events/night1")
    assert "It sums up" in whole.text and "/events/night1" in whole.links
    assert "It is counted in" in part.text and "/events/sum1" in part.links


def test_a_list_is_counted_once_as_long_as_the_desk_shows_the_same(browse, monkeypatch):
    view = border_desk()
    counted = []
    monkeypatch.setattr(view, "count_events", lambda asked: counted.append(asked) or len(view.all_events))
    browser = browse(view)
    for address in ("/events?type=exercise", "/events?type=exercise", "/events?type=exercise&offset=50"):
        page(browser, address)
    assert len(counted) == 1 and len(view.asked) == 2, "each page is looked up once, and all pages are counted once"
    page(browser, "/events?type=strike")
    assert len(counted) == 2
    view.all_events = (*view.all_events, make_event("e9", EventType.EXERCISE))
    assert "/events/e9" in page(browser, "/events?type=exercise").links
    assert len(counted) == 3


def test_a_list_that_was_read_in_one_language_is_written_anew_for_another(browse):
    browser = browse(border_desk())
    listed = {
        language: browser.get("/events", headers={"accept-language": language}).text.partition("<tbody>")[2]
        for language in ("en", "uk", "en-GB")
    }
    assert 'data-label="When"' in listed["en"] and 'data-label="Коли"' in listed["uk"]
    assert listed["en"].partition("</tbody>")[0] == listed["en-GB"].partition("</tbody>")[0]


@pytest.mark.parametrize("address", ["/", "/situations", "/sources"])
def test_a_report_of_the_first_day_of_all_keeps_no_page_from_being_drawn(browse, address):
    view = border_desk()
    view.all_reports = tuple(dataclasses.replace(report, published="0001-01-01") for report in view.all_reports)
    assert page(browse(view), address).links


@pytest.mark.parametrize("address", ["/events/e1", "/claims/c1", "/search?q=shut", "/briefing", "/"])
def test_a_quoted_sentence_cannot_turn_the_reading_direction_of_a_page_around(browse, address):
    view = border_desk()
    view.all_reports = tuple(
        dataclasses.replace(report, text=report.text.replace(" border", "\u202e\x07border", 1))
        for report in view.all_reports
    )
    found = browse(view).get(address).text
    assert "border" in found and not set(found) & set("\u202e\x07")


def test_a_search_is_answered_while_an_event_is_linked_anew(browse):
    view = border_desk()
    kept = view.all_events
    view.search = lambda words, limit: border_desk().search(words, limit=limit)
    view.all_events = kept[1:]
    assert "Border Wire" in page(browse(view), "/search?q=shut").text


def test_a_link_to_another_language_never_leaves_the_desk(border):
    answer = border.get("http://127.0.0.1:8765//elsewhere.example/x")
    assert answer.status_code == 404
    assert 'href="//' not in answer.text and "/elsewhere.example/x?lang=uk" in answer.text
