"""The words of a letter, and templates of the user's own that fail: told with their line, and nothing is kept back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alert_builders import DRONES, QUOTE, alert
from vedette.alerting import Channel, Writer
from vedette.alerting.wordbook import Wordbook
from vedette.alerting.writing import LONGEST


@pytest.fixture
def template(tmp_path):
    return tmp_path / "short.txt"


def write(*alerts, template=None, text=None, desk="https://desk.example"):
    writer = Writer(desk=desk)
    if text is not None:
        template.write_text(text, encoding="utf-8")
    words = writer(Channel(name="duty", address="json://x", template=template), alerts or (alert(),), "m1")
    return words, writer


def test_a_letter_says_what_changed_why_by_whose_word_and_what_cannot_be_seen():
    words, _ = write()
    assert words.subject == "Vedette: Pressure on the border: rises from watchful to raised"
    for part in (
        "Likelihood: likely; confidence: moderate; 75% of what is looked for can be observed now.",
        "6 points; this level asks for 5.", "New: Drones over the border: 4 events in 7 days, at least 2 asked for",
        '"Four drones crossed the border near Kapčiamiestis." (Example Post, citing border guards, 3 May 2031) '
        "https://post.example/drones", "Lower with: no more drones.", "Cannot be observed now: Sabotage.", "https://desk.example/warnings/pressure",
        "vedette alerts ack a1", "Letter m1",
    ):
        assert part in words.body


@pytest.mark.parametrize(("published", "said"), [
    ("2031-05-03T23:30:00+03:00", "3 May 2031, 23:30 UTC+3"), ("2031-05-03T20:30:00Z", "3 May 2031, 20:30 UTC"),
    ("2031-05-03T06:15:00-03:30", "3 May 2031, 06:15 UTC-3:30"), ("2031-05-03T20:30:00", "3 May 2031"),
    ("2031-05", "2031-05"), ("in spring", "in spring"),
])
def test_when_a_sentence_was_published_is_told_with_its_time_zone(published, said):
    words, _ = write(alert(told=(replace(DRONES, quotes=(replace(QUOTE, published=published),)),)))
    assert f"border guards, {said}) https" in words.body
    assert "from watchful to raised. 4 May 2031" in words.body


def test_a_template_of_ones_own_sees_moments_as_they_are_and_in_words(template):
    timed = replace(QUOTE, published="2031-05-03T23:30:00+03:00")
    words, writer = write(
        alert(told=(replace(DRONES, quotes=(timed,)),)), template=template,
        text="{{ alerts[0].day }} {{ alerts[0].on }} {% set said = alerts[0].told[0].quotes[0] %}"
             "{{ said.published }} {{ said.when }}",
    )
    assert words.body == "2031-05-04 4 May 2031 2031-05-03T23:30:00+03:00 3 May 2031, 23:30 UTC+3"
    assert writer.faults == []


def test_several_alerts_are_one_letter():
    words, _ = write(alert(), alert("a2", scenario="airspace", name="Airspace", level=1, before=2))
    assert words.subject == "Vedette: 2 alerts: Pressure on the border, Airspace"
    assert "Airspace: falls from raised to watchful" in words.body


def test_without_an_address_of_the_desk_there_is_no_link_to_it():
    words, _ = write(desk="")
    assert "/warnings/" not in words.body


def test_what_strangers_wrote_breaks_no_line_and_is_no_template():
    evil = replace(QUOTE, sentence="{{ 7 * 7 }}\nSubject: all clear\x1b[2J\u202e", said_by="a\r\nb")
    words, writer = write(alert(told=(replace(DRONES, quotes=(evil,)),)))
    assert '"{{ 7 * 7 }} Subject: all clear[2J" (a b,' in words.body
    assert writer.faults == []


def test_what_strangers_wrote_calls_nobody():
    loud = replace(QUOTE, sentence="Look @everyone, <@123> and <@&45>!", said_by="@here")
    words, _ = write(alert(told=(replace(DRONES, quotes=(loud,)),)))
    assert '"Look @ everyone, <@ 123> and <@ &45>!" (@ here' in words.body


def test_a_letter_that_is_too_long_is_cut_and_says_so():
    many = [alert(f"a{n}", scenario=f"s{n}") for n in range(200)]
    words, _ = write(*many)
    assert len(words.body) < LONGEST + 100
    assert words.body.endswith("The rest is on the desk. Letter m1")


def test_a_template_of_ones_own_gives_body_and_subject(template):
    words, writer = write(
        template=template, text="Subject: {{ alerts[0].name | upper }}\n{{ alerts[0].level }} {{ desk }} {{ key }}\n"
    )
    assert (words.subject, words.body) == ("PRESSURE ON THE BORDER", "raised https://desk.example m1")
    assert writer.faults == []


@pytest.mark.parametrize(("text", "line", "said"), [
    ("{% for one in alerts %}\n{{ one.name }}\n", 2, "Unexpected end of template"),
    ("one\ntwo {{ alert.name }}\n", 2, "'alert' is undefined"),
    ("\n\n{{ alerts[0].nmae }}", 3, "has no attribute 'nmae'"),
    ("{{ 1 / 0 }}", 1, "ZeroDivisionError"),
    ("{{ alerts.__class__.__mro__ }}", 1, "unsafe"),
    ("{% include 'other.txt' %}", 1, "no loader"),
    ("   \n", None, "it gives no text"),
])
def test_a_template_that_fails_is_told_with_its_line_and_the_letter_goes_out_all_the_same(template, text, line, said):
    words, writer = write(template=template, text=text)
    (fault,) = writer.faults
    assert (fault.line, said in str(fault)) == (line, True), str(fault)
    assert str(fault).startswith(str(template))
    assert "rises from watchful to raised" in words.body


@pytest.mark.parametrize(("text", "said"), [
    ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "it comes to no end"),
    ("{{ 'x' * 10 ** 11 }}", "memory"),
    ("{{ 10 ** (10 ** 10) }}", "it comes to no end"),
    ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "RecursionError"),
])
def test_a_template_that_never_ends_or_takes_all_memory_holds_no_letter_back(monkeypatch, template, text, said):
    monkeypatch.setattr("vedette.alerting.filling.CPU_SECONDS", 1)
    words, writer = write(template=template, text=text)
    (fault,) = writer.faults
    assert said in str(fault), str(fault)
    assert "rises from watchful to raised" in words.body


def test_a_template_without_end_that_tells_something_is_cut(template):
    words, writer = write(template=template, text="{% for a in range(99999) %}{{ alerts[0].name }}\n{% endfor %}")
    assert writer.faults == []
    assert len(words.body) < LONGEST + 100


def test_a_template_sees_nothing_of_the_computer(monkeypatch, template):
    monkeypatch.setenv("VEDETTE_SECRET", "s3cret")
    words, _ = write(template=template, text="{{ lipsum.__globals__ }} {{ alerts[0].id }}")
    assert "s3cret" not in words.body and "__builtins__" not in words.body


def test_a_letter_is_in_the_words_that_are_given():
    told = {"rises from %(before)s to %(level)s": "steigt von %(before)s auf %(level)s", "New:": "Neu:",
            "Letter %(key)s": "Brief %(key)s"}
    words = Wordbook(
        phrase=lambda one: told.get(one, one), likelihood=lambda one: f"<{one}>", confidence=lambda one: f"<{one}>"
    )
    letter = Writer(words=words)(Channel(name="duty", address="json://x"), [alert()], "m1")
    assert letter.subject == "Vedette: Pressure on the border: steigt von watchful auf raised"
    for part in ("Likelihood: <likely>; confidence: <moderate>", "Neu: Drones over the border", "Brief m1"):
        assert part in letter.body


def test_a_template_that_is_not_there_is_told_once(template):
    writer = Writer()
    channel = Channel(name="duty", address="json://x", template=template)
    writer(channel, [alert()], "m1")
    writer(channel, [alert("a2")], "m2")
    assert [str(fault) for fault in writer.faults] == [
        f"{template}: cannot be read: No such file or directory. Check 'template' of the channel."
    ]
