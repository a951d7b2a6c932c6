"""Words are found in every script, and nothing that is typed can break the search."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import builders as build
from stores import ON_SQLITE
from vedette.model import ReadReport
from vedette.store import EventFilter
from vedette.store.snippets import HIT_ENDS, HIT_STARTS

TEXTS = {
    "en": "Poland shut the crossing at Terespol, and then it's said to have opened another.",
    "uk": "Прикордонники п'яту добу перевіряють вантажівки біля Ягодина.",
    "ru": "Учения «Восток-2030» начались у города Псков.",
    "be": "Вайскоўцы ўвечары перакінулі тэхніку ў Гродна.",
    "pl": "Żołnierze rozpoczęli ćwiczenia w Białymstoku.",
    "lt": "Šiaulių oro uoste nusileido keturi naikintuvai.",
    "lv": "Ķegumā sākās mācības.",
    "et": "Õppus algas Võrumaal, öösel.",
    "de": "Die Übung an der Ostseeküste beginnt später.",
    "fi": "Harjoitus alkoi itärajalla.",
}


@pytest.fixture
def told(store):
    reports = {code: build.report(text, ref=code, language=code) for code, text in TEXTS.items()}
    store.add([ReadReport(report=one, claims=()) for one in reports.values()])
    return reports


def found(store, words):
    return {hit.report.ref for hit in store.search(words)}


@pytest.mark.parametrize(("words", "code"), [
    ("terespol", "en"), ("TERESPOL crossing", "en"), ("it's", "en"), ("п'яту", "uk"), ("ягодина", "uk"),
    ("Восток-2030", "ru"), ("псков", "ru"), ("ўвечары", "be"), ("zołnierze cwiczenia", "pl"), ("ĆWICZENIA", "pl"),
    ("siauliu", "lt"), ("Ķegumā", "lv"), ("kegu*", "lv"), ("õppus öösel", "et"), ("ubung", "de"), ("itäraja*", "fi"),
])
def test_words_are_found_in_every_script(store, told, words, code):
    assert found(store, words) == {code}


def test_all_words_must_be_found(store, told):
    assert found(store, "terespol псков") == set()


def test_quotes_hold_a_phrase_together(store, told):
    assert found(store, '"shut the crossing"') == {"en"}
    assert found(store, '"crossing the shut"') == set()
    assert found(store, '"shut the cros"*') == {"en"}


def test_an_asterisk_stands_for_any_ending_and_only_at_the_end(store, told):
    assert found(store, "cross") == set()
    assert found(store, "cross*") == {"en"}
    assert found(store, "*rossing") == set()
    assert found(store, "cr*ssing") == set()


@pytest.mark.parametrize("words", ["", "   ", '"', '""', "*", "-", "***", "( )", "«»", "\x00", "\ud800", "—"])
def test_without_a_word_nothing_is_found(store, told, words):
    assert store.search(words) == ()
    assert store.events(EventFilter(text=words)) == ()


@pytest.mark.parametrize("words", [
    "terespol AND", "terespol OR псков", "NOT terespol", "NEAR(terespol псков)", "title:terespol", "^terespol",
    'terespol"', '"terespol', "terespol) OR (1=1", "{title text}: x", "-terespol", "terespol + x",
    "'; DROP TABLE reports",
    "terespol" + " x" * 5000,
    "a" * 100_000, "terespol\x00", "\ud800terespol", "тер%_/", '""""', 'a"b"c"d', "NEAR/2",
])
def test_the_language_of_the_database_means_nothing(store, told, words):
    hits = store.search(words)
    assert {hit.report.ref for hit in hits} <= {"en"}
    assert store.count_events(EventFilter(text=words)) == 0
    assert store.counts()["reports"] == len(TEXTS)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(st.characters(exclude_categories=()) | st.sampled_from('"*()^:-+{}AND ORNEAR')))
def test_any_input_is_safe(store, typed):
    assert store.search(typed) == ()


def test_the_operators_of_the_database_are_words_like_others(store):
    store.add([ReadReport(report=build.report("Not and or near the bridge."), claims=())])
    assert len(store.search("not AND or NEAR")) == 1
    assert len(store.search("bridge AND river")) == 0


def test_a_snippet_marks_the_words(store, told):
    (hit,) = store.search("terespol")
    assert f"{HIT_STARTS}Terespol{HIT_ENDS}" in hit.snippet
    assert hit.snippet.count(HIT_STARTS) == hit.snippet.count(HIT_ENDS) == 1


def test_a_snippet_of_damaged_text_holds_no_other_marks(store):
    store.add([ReadReport(report=build.report("A \x02false\x03 mark\x00 and \ud800 a bridge."), claims=())])
    (hit,) = store.search("bridge")
    assert hit.snippet.replace(f"{HIT_STARTS}bridge{HIT_ENDS}", "bridge") == "A  false  mark  and   a bridge."


def test_a_title_weighs_more_than_the_text(store):
    in_text = build.report("The bridge was closed for a day.", ref="text", title="Traffic")
    in_title = build.report("It was closed for a day or so.", ref="title", title="The bridge")
    store.add([ReadReport(report=one, claims=()) for one in (in_text, in_title)])
    assert [hit.report.ref for hit in store.search("bridge")] == ["title", "text"]


def test_of_equally_good_reports_the_newest_comes_first_and_no_more_than_asked_for(store):
    reports = [build.report("The bridge was closed.", ref=str(number), url=f"https://post.example/{number}")
               for number in range(9)]
    store.add([ReadReport(report=one, claims=()) for one in reports])
    assert [hit.report.ref for hit in store.search("bridge", limit=4)] == ["8", "7", "6", "5"]
    assert store.search("bridge", limit=0) == ()


def test_a_hit_names_the_events_that_the_report_tells_of(store):
    told = build.report("The bridge was closed, and shots were fired.")
    late, early = build.claim(told, start=4, period="2025-09-12"), build.claim(told, start=20, period="2025-09-11")
    events = [build.event([late]), build.event([early])]
    store.add([ReadReport(report=told, claims=(late, early))])
    store.replace_events(events, [])
    (hit,) = store.search("bridge")
    assert hit.events == (events[1].id, events[0].id)


@ON_SQLITE
def test_the_index_is_sound(store, told):
    with store._book.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO reports_words(reports_words, rank) VALUES('integrity-check', 1)")
