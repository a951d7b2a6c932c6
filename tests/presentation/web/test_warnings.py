"""The pages of warnings: how scenarios stand, on what that rests, and what would change it."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from fake_view import FakeView
from warned_desk import pressure, warned_desk

from vedette.model import Attribution, Likelihood, LinkKind, Origin

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def warned_browser(browse):
    return browse(warned_desk())


def text(answer):
    assert answer.status_code == 200, answer.text
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def test_all_scenarios_stand_with_level_trend_and_how_sure_we_are(warned_browser):
    page = text(warned_browser.get("/warnings?day=2025-09-12"))
    assert "Pressure on the border Is the border under pressure?" in page
    assert "watch level 2 of 3" in page and "steady; 12 September 2025" in page
    assert "its author does not say" in page and "moderate" in page
    assert text(warned_browser.get("/warnings")).count("calm level 1 of 3") == 1


def test_a_scenario_that_is_left_out_is_no_quiet(browse):
    browser, faults = browse(warned_desk()), []
    browser.app.state.left_out = lambda: faults
    assert "left out" not in text(browser.get("/warnings"))
    faults.append("ports.toml, line 4: <script>window</script> is no window.")
    answer = browser.get("/warnings")
    assert "Not quiet, but left out" in text(answer) and "ports.toml, line 4" in answer.text
    assert "<script>window" not in answer.text


def test_the_highest_scenario_stands_first(browse):
    high = pressure("zz-higher", name="Higher", levels=tuple(
        replace(level, points=0 if place == 0 else place / 2) for place, level in enumerate(pressure().levels)
    ))
    page = text(browse(warned_desk(pressure(), high)).get("/warnings?day=2025-09-12"))
    assert page.index("Higher") < page.index("Pressure on the border")


def test_a_desk_that_was_never_assessed_says_how_to(browse):
    assert "vedette warn" in text(browse(FakeView()).get("/warnings"))
    assert "vedette warn" not in text(browse(FakeView()).get("/"))


def test_a_scenario_shows_what_is_met_and_leads_to_the_sentence(warned_browser):
    answer = warned_browser.get("/warnings/pressure?day=2025-09-12")
    page = text(answer)
    assert "2 points; “watch” holds from 2 on" in page
    assert "met : 1 event in 4 days; it takes 1" in page.replace("met:", "met :")
    assert "told by one party alone: LT" in page and "speaks against it" in page
    assert 'href="/events/e1"' in answer.text and "#claim-c1" in answer.text
    assert "Who shuts a border expects something." in page


def test_the_word_of_each_party_behind_an_event_can_be_read(browse):
    view = warned_desk()
    guards = Attribution(name="Border Guards", kind=LinkKind.OFFICIAL, cue="said")
    view.all_claims = tuple(replace(one, attribution=(guards,)) if one.id == "c2" else one for one in view.all_claims)
    two = tuple(
        Origin(name=name, kind=LinkKind.AGENCY, claims=(claim,), party=party)
        for name, claim, party in (("State Agency", "c1", "BY"), ("Border Guards", "c2", "PL"))
    )
    view.all_events = tuple(replace(one, origins=two) if one.id == "e1" else one for one in view.all_events)
    answer = browse(view).get("/warnings/pressure?day=2025-09-12")
    assert "#claim-c1" in answer.text and "#claim-c2" in answer.text
    assert "the sentence ( State Agency )" in text(answer) and "the sentence ( Border Guards )" in text(answer)


def test_of_an_event_with_one_voice_one_sentence_is_shown_without_a_name(warned_browser):
    answer = warned_browser.get("/warnings/pressure?day=2025-09-12")
    assert "#claim-c1" in answer.text and "#claim-c2" not in answer.text
    assert "the sentence ( State Agency )" not in text(answer)


def test_what_is_not_observable_is_no_quiet(warned_browser):
    page = text(warned_browser.get("/warnings/pressure"))
    assert "Not observable 1" in page and "it may have happened" in page


def test_what_would_raise_and_lower_it_is_said_with_the_level(warned_browser):
    page = text(warned_browser.get("/warnings/pressure?day=2025-09-12"))
    assert "“Drill” is told by independent parties, too +2 points → alarm" in page
    assert "by itself on 15 September 2025, if nothing new is told −2 points → calm" in page


def test_a_level_that_holds_on_says_until_when(browse):
    calm, watch, *higher = pressure().levels
    slow = pressure(levels=(calm, replace(watch, points=1.5, falls_below=0.5), *higher))
    page = text(browse(warned_desk(slow)).get("/warnings/pressure?day=2025-09-12"))
    assert page.count("Once reached, it holds on until there are fewer than 0.5 points.") == 1


def test_how_likely_and_how_sure_are_two_things(browse):
    levels = tuple(replace(level, likelihood=Likelihood.ROUGHLY_EVEN_CHANCE) for level in pressure().levels)
    page = text(browse(warned_desk(pressure(levels=levels))).get("/warnings/pressure?day=2025-09-12"))
    assert "How likely roughly even chance (45 to 55 percent)" in page
    assert "How sure we are moderate 2 independent parties stand behind what is met; 75 percent" in page


def test_every_state_has_a_shape_of_its_own_and_the_table_says_the_same(warned_browser):
    answer = warned_browser.get("/warnings/pressure")
    for state in ("met", "thinly_met", "unmet", "not_observable"):
        assert f'<rect class="{state}"' in answer.text
    page = text(answer)
    assert "Closed 8–10 September 2025: unmet; 11–14 September 2025: met; 15–17 September 2025: unmet" in page
    assert "Level 8–10 September 2025: calm ; 11–14 September 2025: watch ; 15–17 September 2025: calm" in page
    assert "rises from “calm” to “watch”" in page and "falls from “watch” to “calm”" in page


def test_rules_that_changed_since_are_told(browse):
    view = warned_desk()
    view.all_scenarios = (pressure(indicators=pressure().indicators[1:]),)
    page = text(browse(view).get("/warnings/pressure?day=2025-09-12"))
    assert "The rules of this scenario have changed" in page and "The rules no longer have this indicator." in page


def test_a_scenario_of_which_little_can_be_seen_is_called_blind(browse):
    view = warned_desk()
    view.all_assessments = tuple(replace(one, observable=0.2) for one in view.all_assessments)
    assert "Blind, not quiet. Only 20 percent" in text(browse(view).get("/warnings/pressure"))
    assert "blind, not quiet" in text(browse(view).get("/warnings"))


@pytest.mark.parametrize(("address", "status"), [
    ("/warnings/nothing", 404), ("/warnings/pressure?day=2020-01-01", 404), ("/warnings?day=soon", 422),
    ("/warnings/pressure?day=9999-99-99", 422),
])
def test_what_is_not_there_is_said(warned_browser, address, status):
    assert warned_browser.get(address).status_code == status


def test_what_the_author_wrote_is_text_and_nothing_else(browse):
    evil = "<script>struck=1</script>\u202e\x1b[31m"
    scenario = pressure(name=evil, question=evil, about=evil, levels=tuple(
        replace(level, name=evil, meaning=evil) for level in pressure().levels
    ), indicators=tuple(replace(one, name=evil, why=evil) for one in pressure().indicators))
    browser = browse(warned_desk(scenario))
    for address in ("/", "/warnings", "/warnings/pressure", "/warnings/pressure?day=2025-09-12"):
        answer = browser.get(address)
        assert answer.status_code == 200 and "struck" in answer.text
        assert "<script>struck" not in answer.text and "\u202e" not in answer.text and "\x1b" not in answer.text


def test_the_overview_leads_to_what_stands_higher_than_lowest(browse):
    view = warned_desk()
    view.all_assessments = view.assessments_of("pressure", until="2025-09-12")
    answer = browse(view).get("/")
    assert "watch level 2 of 3" in text(answer) and 'href="/warnings/pressure"' in answer.text


def test_the_feed_tells_changes_of_level_newest_first(warned_browser):
    answer = warned_browser.get("/warnings.atom")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    entries = ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Pressure on the border: falls from “watch” to “calm”", "Pressure on the border: rises from “calm” to “watch”",
    ]
    rising = entries[1]
    assert rising.findtext(f"{ATOM}updated") == "2025-09-11T00:00:00Z"
    assert rising.find(f"{ATOM}link").get("href") == "http://127.0.0.1:8765/warnings/pressure?day=2025-09-11"
    assert "Met: Closed" in rising.findtext(f"{ATOM}content")
    again = warned_browser.get("/warnings.atom", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_the_feed_is_english_for_everybody_and_the_pages_are_not(warned_browser):
    ukrainian = {"Accept-Language": "uk"}
    english, asked = warned_browser.get("/warnings.atom"), warned_browser.get("/warnings.atom", headers=ukrainian)
    assert asked.content == english.content
    page = warned_browser.get("/warnings/pressure", headers=ukrainian)
    assert "не видно" in page.text and "not observable" not in page.text


def test_the_feed_is_xml_whatever_the_author_wrote(browse):
    levels = tuple(replace(level, name=f"{level.name}\x1b]]><x>\u202e") for level in pressure().levels)
    answer = browse(warned_desk(pressure(levels=levels, question="a\x00b"))).get("/warnings.atom")
    entries = ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")
    assert len(entries) == 2 and all("<x>" in entry.findtext(f"{ATOM}title") for entry in entries)
