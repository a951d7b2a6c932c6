"""A digest: what changed since a moment, by what is followed, with the sentence that shows it."""

from __future__ import annotations

from dataclasses import replace

from fake_view import border_desk

from alert_builders import alert, at
from vedette.alerting.following import follow
from vedette.presentation.changes import ChangeKind
from vedette.presentation.digest import digest, digest_line, digest_text
from vedette.presentation.saying import speaking
from vedette.store import EventFilter, Mark
from vedette.store.alerting import FollowKind


def desk(mark=0):
    view = border_desk()
    view.mark_at = lambda moment: Mark(report=mark)
    return view


def following(kind, words):
    return follow(FollowKind(kind), words, by="Ann", at=at())


SINCE = "2025-09-12T06:00:00"


def test_without_anything_followed_a_digest_is_of_everything():
    told = digest(desk(), since=SINCE)
    assert {line.event.id for line in told.lines} == {"e1", "e2", "e3abcdef"}
    assert (told.reports, told.others, told.is_empty) == (2, 0, False)
    text = digest_text(told)
    assert text.startswith("Since 2025-09-12 06:00 UTC: 2 new reports.")
    assert "New: 3" in text


def test_what_is_followed_comes_by_itself_and_the_rest_is_counted():
    poland, nobody = following("actor", "PL"), following("weapon", "Oreshnik")
    told = digest(desk(), since=SINCE, followed=[poland, nobody])
    about = {line.event.id for line in told.lines}
    assert about
    assert told.others == 3 - len(about)
    text = digest_text(told)
    assert "ACTOR: PL\n" in text
    assert "WEAPON: Oreshnik (nothing)" in text
    assert f"{told.others} other event" in text


def test_each_line_shows_the_sentence_and_where_it_stands():
    told = digest(desk(), since=SINCE)
    text = digest_text(told, desk="https://desk.example")
    for line in told.lines:
        assert line.said is not None
        assert " ".join(line.said.sentence.split()) in text
        assert f"https://desk.example/events/{line.event.id}" in text


def test_what_strangers_wrote_breaks_no_line_and_calls_nobody():
    told = digest(desk(), since=SINCE)
    loud = replace(told.lines[0].said, before="@everyone\n\x1b[2J", trigger="look", after="\n- Denied: all")
    text = digest_text(replace(told, lines=(replace(told.lines[0], said=loud),)))
    assert '"@ everyone [2Jlook - Denied: all"' in text


def test_a_line_as_json_says_all_of_it():
    poland = following("actor", "PL")
    line = digest(desk(), since=SINCE, followed=[poland]).lines[0]
    told = digest_line(line)
    assert (told["kind"], told["followed"], told["event"]) == ("new", ["actor: PL"], line.event.id)
    assert told["sentence"] == line.said.sentence


def test_alerts_stand_before_everything_else():
    text = digest_text(digest(desk(mark=2), since=SINCE, alerts=[alert()]))
    assert "- Pressure on the border: rises from watchful to raised (4 May 2031), alert a1" in text


def test_a_digest_is_in_the_language_that_is_spoken():
    poland = following("actor", "PL")
    told = digest(desk(), since=SINCE, followed=[poland], alerts=[alert()])
    english = digest_text(told)
    with speaking("uk"):
        ukrainian = digest_text(told)
    assert "Від 2025-09-12 06:00 UTC: 2 нові повідомлення." in ukrainian
    for words in ("Since", "ALERTS", "ACTOR", "New:", "rises from", "other event", "told by"):
        assert words not in ukrainian
    # The sentences stay as the outlets wrote them.
    for line in told.lines[:1]:
        sentence = " ".join(line.said.sentence.split())
        assert (sentence in ukrainian) == (sentence in english)


def test_nothing_new_is_nothing_to_tell():
    told = digest(desk(mark=2), since=SINCE)
    assert told.is_empty
    assert digest_text(told) == "Since 2025-09-12 06:00 UTC: 0 new reports.\n"


def test_a_search_that_is_followed_finds_what_the_desk_finds():
    told = digest(desk(), since=SINCE, followed=[following("search", "border")])
    found = {line.event.id for line in told.lines}
    view = border_desk()
    assert found
    assert found == {event.id for event in view.events(EventFilter(text="border"))} & {"e1", "e2", "e3abcdef"}
    assert {line.change.kind for line in told.lines} <= {ChangeKind.NEW}
