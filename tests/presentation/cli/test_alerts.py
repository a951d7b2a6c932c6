"""vedette alerts, follow and digest: on a real desk, through a webhook on this machine."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import fromstring

import pytest

import builders as build
from alert_builders import alert, at, told
from vedette.model import ReadReport
from vedette.store import open_store
from webhook import webhook

NOW = datetime.now(UTC)
TODAY = NOW.date().isoformat()


@pytest.fixture(autouse=True)
def _no_channels(monkeypatch):
    monkeypatch.delenv("VEDETTE_ALERTS", raising=False)
    monkeypatch.setenv("VEDETTE_BY", "Ann Example")


@pytest.fixture
def hook():
    with webhook() as opened:
        yield opened


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A desk with a report of today that nothing is made of yet, and no alert."""
    address = str(tmp_path / "desk.sqlite")
    monkeypatch.setenv("VEDETTE_DESK", address)
    source = build.report(published=TODAY, url="https://post.example/a")
    closed = build.claim(
        source, words="closed its border", period=TODAY, actors=[build.actor("Poland", "PL")],
        places=[build.place("Poland-Belarus border", kind="border", countries=["PL", "BY"], lat=52.3, lon=23.6)],
    )
    with open_store(address) as store:
        store.add([ReadReport(report=source, claims=(closed,))])
    return address


@pytest.fixture
def alerted(desk):
    """The same desk with two alerts that wait for the channel 'duty'."""
    with open_store(desk) as store:
        for one in (alert("a111"), alert("a222", level=3, before=2, made=at(60), follows="a111")):
            assert store.alerting.put_alert(one, told(one), channels=["duty"])
    return desk


def channels(tmp_path, hook, more=""):
    file = tmp_path / "channels.toml"
    file.write_text(f'[[channel]]\nname = "duty"\naddress = "{hook.address}"\n{more}', encoding="utf-8")
    return str(file)


def test_alerts_are_listed_newest_first(vedette, alerted):
    answer = vedette("alerts", "list")
    assert answer.code == 0
    assert answer.out.index("rises from raised to high") < answer.out.index("rises from watchful to raised")
    assert "2 alerts wait" in answer.err
    lines = [json.loads(line) for line in vedette("alerts", "list", "--format", "jsonl").out.splitlines()]
    assert [line["id"] for line in lines] == ["a222", "a111"]
    assert lines[0]["told"][0]["quotes"][0]["sentence"].startswith("Four drones")


def test_without_alerts_it_says_so(vedette, desk):
    assert "No alert." in vedette("alerts").err


def test_who_takes_note_is_named_and_nobody_else_is(vedette, alerted):
    assert "Took note of 1 alert." in vedette("alerts", "ack", "a11", "--why", "called").out
    again = vedette("alerts", "ack", "a111", "--by", "Ben")
    assert "Took note of 0 alerts." in again.out
    assert "Ann Example took note of it" in again.err
    assert "a111" not in vedette("alerts", "list", "--open").out


@pytest.mark.parametrize(("id", "said"), [("b1", "No alert 'b1'"), ("a", "Several alerts begin with 'a'")])
def test_an_alert_that_is_not_one_is_said(vedette, alerted, id, said):
    answer = vedette("alerts", "ack", id)
    assert answer.code != 0
    assert said in answer.err


def test_a_scenario_is_snoozed_and_woken(vedette, alerted):
    assert "is snoozed until" in vedette("alerts", "snooze", "pressure", "--for", "6h", "--why", "known").out
    assert "snoozed until" in vedette("alerts", "list").err
    assert "is awake" in vedette("alerts", "snooze", "pressure", "--wake").out
    assert "snoozed" not in vedette("alerts", "list").err


@pytest.mark.parametrize("arguments", [
    ("pressure",), ("pressure", "--for", "soon"), ("pressure", "--for", "0h"), ("pressure", "--for", "1h", "--wake"),
    ("nothing", "--for", "1h"),
])
def test_a_snooze_that_makes_no_sense_is_refused(vedette, alerted, arguments):
    answer = vedette("alerts", "snooze", *arguments)
    assert answer.code != 0
    assert answer.err.startswith("Error:")


def test_what_waits_is_sent_once(vedette, alerted, hook, tmp_path):
    pytest.importorskip("apprise")
    file = channels(tmp_path, hook)
    answer = vedette("alerts", "send", "--channels", file)
    assert (answer.code, len(hook.came)) == (0, 1), answer.err
    assert "duty: sent" in answer.out
    assert "rises from watchful to raised" in hook.came[0]["message"]
    listed = [json.loads(line) for line in vedette("alerts", "list", "--format", "jsonl").out.splitlines()]
    assert [[(one["channel"], one["key"], one["tries"]) for one in line["letters"]] for line in listed] == [
        [("duty", hook.keys[0], 1)]] * 2
    vedette("alerts", "send", "--channels", file)
    assert len(hook.came) == 1
    assert not [secret for secret in ("s3cretpass", "tok3nvalue") if secret in answer.out + answer.err]


SCENARIO = """
name = "Borders close"
question = "Does the region shut itself off?"

[[level]]
name = "calm"
from = 0

[[level]]
name = "raised"
from = 1
likelihood = "likely"
meaning = "Look at the crossings."

[[indicator]]
id = "closed"
name = "A border is closed"
kind = "count"
window = 14
weight = 2
thin = true
match.types = ["border_closure"]
"""


def test_a_scenario_that_rises_is_told_with_its_sentence_and_told_once(vedette, desk, hook, tmp_path):
    pytest.importorskip("apprise")
    (tmp_path / "pack" / "scenarios").mkdir(parents=True)
    (tmp_path / "pack" / "scenarios" / "borders.toml").write_text(SCENARIO, encoding="utf-8")
    file = channels(tmp_path, hook, 'scenarios = ["borders"]\n')
    answer = vedette("alerts", "send", "--channels", file, "--packs", str(tmp_path / "pack"))
    assert answer.code == 0, answer.err
    (came,) = hook.came
    assert came["title"] == "Vedette: Borders close: rises from calm to raised"
    for part in (
        "Likelihood: likely", "Look at the crossings.", "2 points; “raised” holds from 1 on.",
        "New: A border is closed", "Poland closed its border with Belarus on Thursday.", "https://post.example/a",
    ):
        assert part in came["message"]
    again = vedette("alerts", "send", "--channels", file, "--packs", str(tmp_path / "pack"))
    assert (again.code, len(hook.came)) == (0, 1)
    assert "0 new alerts." in again.err
    (line,) = (json.loads(one) for one in vedette("alerts", "list", "--format", "jsonl").out.splitlines())
    assert (line["scenario"], line["kind"], line["level_name"]) == ("borders", "raised", "raised")
    assert "Borders close: rises from calm to raised" in vedette("digest", "--packs", str(tmp_path / "pack")).out


def test_a_scenario_whose_file_is_wrong_is_told_and_the_others_go_on(vedette, alerted, hook, tmp_path):
    pytest.importorskip("apprise")
    (tmp_path / "pack" / "scenarios").mkdir(parents=True)
    (tmp_path / "pack" / "scenarios" / "bad.toml").write_text("name = 1\n", encoding="utf-8")
    answer = vedette(
        "alerts", "send", "--channels", channels(tmp_path, hook), "--packs", str(tmp_path / "pack"))
    assert (answer.code, len(hook.came)) == (1, 1)
    assert "bad.toml" in answer.err


def test_a_channel_that_is_down_is_an_error_and_is_shown(vedette, alerted, hook, tmp_path):
    pytest.importorskip("apprise")
    hook.status = 503
    answer = vedette("alerts", "send", "--channels", channels(tmp_path, hook))
    assert answer.code == 1
    assert "Not sent: duty: The service answered 503 (Service Unavailable). Next try" in answer.err
    listed = vedette("alerts", "list")
    assert "Channel 'duty' is down since" in listed.err
    assert "duty (not yet)" in listed.out


def test_a_dry_run_prints_and_sends_nothing(vedette, alerted, hook, tmp_path):
    answer = vedette("alerts", "send", "--channels", channels(tmp_path, hook), "--dry-run")
    assert answer.code == 0
    assert "To duty: Vedette: 2 alerts" in answer.out
    assert hook.asked == 0
    assert "2 alerts wait" in vedette("alerts", "list").err


def test_a_template_that_fails_is_told_and_the_alert_goes_out(vedette, alerted, hook, tmp_path):
    pytest.importorskip("apprise")
    (tmp_path / "short.txt").write_text("one\n{{ alert }}\n", encoding="utf-8")
    answer = vedette("alerts", "send", "--channels", channels(tmp_path, hook, 'template = "short.txt"\n'))
    assert answer.code == 1
    assert "short.txt, line 2: 'alert' is undefined" in answer.err
    assert "rises from watchful to raised" in hook.came[0]["message"]


def test_a_channel_that_is_wrong_is_told_and_the_others_go_on(vedette, alerted, hook, tmp_path):
    pytest.importorskip("apprise")
    answer = vedette("alerts", "send", "--channels", channels(tmp_path, hook, '\n[[channel]]\nname = "x"\n'))
    assert (answer.code, len(hook.came)) == (1, 1)
    assert "channels.toml, line 5" in answer.err


def test_without_channels_nothing_can_be_sent(vedette, alerted):
    answer = vedette("alerts", "send")
    assert answer.code == 2
    assert "VEDETTE_ALERTS" in answer.err


def test_channels_are_tried_out_with_an_invented_alert(vedette, hook, monkeypatch):
    pytest.importorskip("apprise")
    monkeypatch.setenv("VEDETTE_ALERTS", hook.address)
    answer = vedette("alerts", "test")
    assert (answer.code, "sent." in answer.out) == (0, True)
    assert "TEST of this channel" in hook.came[0]["message"]
    shown = vedette("alerts", "test", "--dry-run")
    assert "This is a test. Nothing has happened." in shown.out
    assert len(hook.came) == 1
    assert "There is no channel 'mail'" in vedette("alerts", "test", "mail").err


def test_an_alert_is_written_as_cap(vedette, alerted, tmp_path):
    root = fromstring(vedette("alerts", "cap", "a222").out)
    assert root.findtext("{*}msgType") == "Update"
    answer = vedette("alerts", "cap", "a111", "--status", "Actual", "--scope", "Public", "--output", "alert.xml")
    assert (answer.code, answer.out) == (0, "")
    assert b"<status>Actual</status>" in (tmp_path / "alert.xml").read_bytes()
    assert "'status' is 'Real'" in vedette("alerts", "cap", "a111", "--status", "Real").err


def test_alerts_are_written_as_a_feed(vedette, alerted):
    root = fromstring(vedette("alerts", "feed", "--pages", "https://desk.example/").out)
    assert [one.get("href") for one in root.iterfind("{*}entry/{*}link[@rel='alternate']")] == [
        "https://desk.example/warnings/pressure?day=2031-05-04"] * 2


def test_what_is_followed_is_listed_and_left(vedette, desk):
    assert "Following place 'LT'." in vedette("follow", "add", "place", "LT").out
    assert "is followed already" in vedette("follow", "add", "place", "lt").err
    (line,) = vedette("follow", "list", "--format", "jsonl").out.splitlines()
    followed = json.loads(line)
    assert (followed["kind"], followed["followed"], followed["by"]) == ("place", "LT", "Ann Example")
    assert "No longer following" in vedette("follow", "stop", followed["id"][:6]).out
    assert "Nothing is followed" in vedette("follow", "list").err
    assert vedette("follow", "stop", "f0").code == 1
    assert vedette("follow", "add", "colour", "red").code == 2


def test_a_digest_tells_what_is_new_first_of_all_of_what_is_followed(vedette, desk):
    everything = vedette("digest")
    assert everything.code == 0
    assert "Poland closed the Poland-Belarus border" in everything.out
    assert "New: 1" in everything.out
    assert '\n  "Poland closed its border with Belarus on Thursday.' in everything.out
    vedette("follow", "add", "place", "LT")
    assert "PLACE: LT (nothing)" in vedette("digest").out
    assert "1 other event changed" in vedette("digest").out
    vedette("follow", "add", "actor", "Poland")
    lines = [json.loads(line) for line in vedette("digest", "--format", "jsonl").out.splitlines()]
    assert [(line["kind"], line["followed"]) for line in lines] == [("new", ["actor: Poland"])]
    tomorrow = (NOW + timedelta(days=1)).date().isoformat()
    assert "0 new reports" in vedette("digest", "--since", tomorrow).out


def test_a_digest_is_sent_once_a_day(vedette, desk, hook, tmp_path):
    pytest.importorskip("apprise")
    file = channels(tmp_path, hook, "digest = true\n")
    assert "To duty: Vedette: digest of" in vedette("digest", "--send", "--channels", file, "--dry-run").out
    assert hook.asked == 0
    answer = vedette("digest", "--send", "--channels", file)
    assert (answer.code, len(hook.came)) == (0, 1), answer.err
    assert "Poland closed the Poland-Belarus border" in hook.came[0]["message"]
    assert "had its digest of today" in vedette("digest", "--send", "--channels", file).err
    assert len(hook.came) == 1


def test_a_channel_without_digests_gets_none(vedette, desk, hook, tmp_path):
    pytest.importorskip("apprise")
    assert "No channel has 'digest = true'" in vedette(
        "digest", "--send", "--channels", channels(tmp_path, hook)).err
    assert hook.asked == 0
