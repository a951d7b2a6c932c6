"""What a briefing tells, and that strangers' words in it do nothing."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

import pytest
from fake_view import FakeView, border_desk, make_event

from vedette.errors import UnknownId
from vedette.model import (
    Conflict,
    Event,
    EventType,
    Factuality,
    Period,
    Place,
    PlaceKind,
    PlaceMention,
    Situation,
    Stage,
)
from vedette.presentation.briefing import BriefingForm, brief, render_briefing, to_html, to_markdown
from vedette.store.ports import EventFilter
from vedette.store.sightings import Box


class Page(HTMLParser):
    """Collects tags, addresses and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_events_stand_under_their_situation_and_the_rest_comes_last() -> None:
    groups = brief(border_desk()).groups
    assert [group.name for group in groups] == ["Border 2025", "Other events"]
    assert [line.event.id for line in groups[0].lines] == ["e1", "e2"]
    assert [line.number for group in groups for line in group.lines] == [1, 2, 3]


def test_the_day_is_that_of_the_newest_report_unless_one_is_given() -> None:
    assert brief(border_desk()).as_of == "2025-09-13"
    assert brief(border_desk(), as_of="2025-09-30").as_of == "2025-09-30"


def test_it_says_of_how_much_it_tells() -> None:
    one = FakeView(all_events=(make_event("e1"),))
    assert brief(one).size == "1 event in 0 reports of 0 outlets"
    for page in (to_markdown(brief(border_desk())), to_html(brief(border_desk()))):
        assert "3 events in 2 reports of 2 outlets; all reports on the desk." in page


def test_planned_next_leaves_out_what_is_over_by_that_day() -> None:
    assert [line.event.id for line in brief(border_desk()).planned] == ["e2"]
    assert brief(border_desk(), as_of="2025-09-30").planned == ()


def test_a_cancelled_or_denied_plan_is_not_planned_next() -> None:
    def planned(**fields: object) -> list[str]:
        view = FakeView(all_events=(make_event("e1", EventType.EXERCISE, **fields),))
        return [line.event.id for line in brief(view).planned]

    assert planned(stage=Stage.PLANNED) == ["e1"]
    assert planned(stage=Stage.CANCELLED) == []
    assert planned(stage=Stage.PLANNED, factuality=Factuality.DENIED) == []


def test_the_time_chosen_is_that_of_publication() -> None:
    assert [line.event.id for line in brief(border_desk(), until="2025-09-12").lines] == ["e1", "e3abcdef"]
    assert [line.event.id for line in brief(border_desk(), since="2025-09-13").lines] == ["e1", "e2"]


def test_one_situation_can_be_chosen_by_name() -> None:
    briefing = brief(border_desk(), situations=["border 2025"])
    assert [line.event.id for line in briefing.lines] == ["e1", "e2"]
    assert "only Border 2025" in briefing.window
    with pytest.raises(UnknownId):
        brief(border_desk(), situations=["nowhere"])


def test_an_event_of_several_situations_belongs_to_the_briefing_of_each() -> None:
    view = border_desk()
    view.all_situations = (*view.all_situations, Situation(id="s2", name="Night watch", names=(), events=("e3abcdef",)))
    view.all_events = tuple(
        dataclasses.replace(event, situation="s1", also_in=("s2",)) if event.id == "e3abcdef" else event
        for event in view.all_events
    )
    assert [line.event.id for line in brief(view, situations=["Night watch"]).lines] == ["e3abcdef"]


@pytest.mark.parametrize(("asked", "words"), [
    ({"box": Box(20.5, 53.9, 26.9, 56.5)}, "part of the map 20.5,53.9,26.9,56.5"),
    ({"letter": "B", "digit": 2}, "grade B2 or better"), ({"origins": 1}, "at least 1 origin"),
    ({"stage": "under_way", "factuality": "denied"}, "under way, denied"), ({"text": "drones"}, "words “drones”"),
])
def test_what_was_asked_for_is_said_in_words(asked: dict[str, object], words: str) -> None:
    assert brief(FakeView(), among=EventFilter(**asked)).window == f"all reports on the desk; only {words}"


def test_what_is_denied_and_what_is_disputed_have_their_own_part() -> None:
    briefing = brief(border_desk())
    assert [line.event.id for line in briefing.denied] == ["e3abcdef"]
    [disagreement] = briefing.disagreements
    assert disagreement.about == "how many troops"
    assert [(side.value, side.origins) for side in disagreement.sides] == [
        ("12,000 troops", ("Border Wire",)), ("30,000 troops", ("the ministry",))]
    assert [side.sources[0].claim.id for side in disagreement.sides] == ["c3", "c4"]


def test_the_timeline_is_in_the_order_of_time_and_leaves_out_what_has_no_date() -> None:
    assert [line.event.id for line in brief(border_desk()).timeline] == ["e1", "e2"]


def test_every_event_quotes_a_sentence_with_its_chain() -> None:
    for line in brief(border_desk()).lines:
        assert line.sources
        assert all(source.chain and source.trigger for source in line.sources)
    assert brief(border_desk()).lines[0].voices == (
        "Example Post <- State Agency", "Border Wire <- Example Post <- State Agency")


@pytest.mark.parametrize("form", list(BriefingForm))
def test_the_same_desk_gives_the_same_briefing(form: BriefingForm) -> None:
    one, two = border_desk(), border_desk()
    two.all_claims, two.all_reports = two.all_claims[::-1], two.all_reports[::-1]
    assert render_briefing(brief(one), form) == render_briefing(brief(border_desk()), form)
    assert brief(two).points == brief(one).points


def test_the_page_is_one_file_without_scripts_that_loads_nothing() -> None:
    page = Page(to_html(brief(border_desk())))
    assert not {"script", "img", "iframe", "link", "object", "form"} & page.tags
    assert {link for link in page.links if not link.startswith("#")} == {"https://post.example/a?x=1&y=2"}


def test_every_link_within_the_page_leads_somewhere() -> None:
    page = Page(to_html(brief(border_desk())))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_hostile_titles_are_shown_and_do_nothing() -> None:
    html = to_html(brief(border_desk()))
    assert "<script" not in html
    assert "Border shut <script>alert(1)</script> evil" in Page(html).text
    assert not {"\x1b", "\u202e"} & set(html)
    markdown = to_markdown(brief(border_desk()))
    assert r"Border shut \<script\>alert(1)\</script\> evil" in markdown
    assert "\x1b" not in markdown


@pytest.mark.parametrize("url", [
    "javascript:alert(1)", "data:text/html,x", "https://x.example/a)b> onload", 'https://x.example/"><b>', "file:///etc/x"])
def test_an_address_that_would_act_is_no_link(url: str) -> None:
    view = border_desk()
    reports = tuple(dataclasses.replace(report, url=url) for report in view.all_reports)
    view.all_reports = reports
    briefing = brief(view)
    assert all(link.startswith("#") for link in Page(to_html(briefing)).links)
    assert "](<" not in to_markdown(briefing)


def test_markdown_has_a_part_for_each_question_and_only_its_own_headings() -> None:
    headings = re.findall(r"^#+ .*", to_markdown(brief(border_desk())), flags=re.MULTILINE)
    assert headings == [
        "# Briefing, as of 13 September 2025", "## What is new", "### Border 2025", "### Other events", "## Timeline",
        "## Places", "## Where sources disagree", "## Denied", "## Planned next",
    ]


def test_rows_of_a_markdown_table_keep_their_columns_whatever_a_place_is_called() -> None:
    place = Place(name="A | B\n| C", kind=PlaceKind.CITY, lat=54.0, lon=24.0)
    event: Event = make_event(period=Period(start="2025-09-01"), places=(PlaceMention(place=place),))
    for line in to_markdown(brief(FakeView(all_events=(event,)))).splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 5


def test_an_empty_desk_gives_a_page_that_says_so() -> None:
    briefing = brief(FakeView())
    assert "Nothing became known" in to_markdown(briefing)
    assert "Nothing became known" in to_html(briefing)


def test_many_reports_of_one_event_show_each_voice_first_and_count_the_rest() -> None:
    view = border_desk()
    repeats = tuple(dataclasses.replace(view.all_claims[0], id=f"x{number}") for number in range(6))
    view.all_claims += repeats
    event = dataclasses.replace(view.all_events[0], claims=("c1", *(claim.id for claim in repeats), "c2"))
    view.all_events = (event,)
    line = brief(view).lines[0]
    assert len(line.sources) == 4
    assert line.more == 4
    assert line.sources[1].chain == ("Border Wire", "Example Post", "State Agency")


def test_a_conflict_without_origins_says_so() -> None:
    view = FakeView(all_events=(make_event(conflicts=(Conflict(field="period", values=()),)),))
    assert "When, in event 1" in to_markdown(brief(view))
