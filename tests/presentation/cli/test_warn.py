"""vedette warn and vedette replay, on a desk with invented reports and one scenario of the user's own."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import builders as build
from vedette.model import ReadReport
from vedette.store import open_store

Vedette = Callable[..., Any]
TODAY = datetime.now(UTC).date()
SCENARIO = """\
name = "Closed Doors"
question = "Are the neighbours closing their borders?"
[[level]]
name = "calm"
from = 0
likelihood = "unlikely"
[[level]]
name = "closing"
from = 2
meaning = "Borders are being closed."
[[indicator]]
id = "closures"
name = "Borders are closed"
kind = "count"
window = 10
weight = 2
match.types = ["border_closure"]
[[indicator]]
id = "strikes"
name = "Strikes"
kind = "count"
window = 10
weight = 3
match.types = ["strike"]
"""
OFF = ("airspace-escalation", "border-hybrid-pressure", "exercise-build-up")


def day(back: int) -> str:
    return (TODAY - timedelta(days=back)).isoformat()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "closed-doors.toml").write_text(SCENARIO, encoding="utf-8")
    for name in OFF:
        (folder / f"{name}.toml").write_text("off = true\n", encoding="utf-8")
    return folder.parent


@pytest.fixture
def arguments(tmp_path: Path, pack: Path) -> tuple[str, ...]:
    """A desk on which two parties told three days ago that a border was closed."""
    file = tmp_path / "desk.sqlite"
    with open_store(str(file)) as store:
        store.add([closure("Example Post", "LT"), closure("Harbour Gazette", "PL")])
    return "--desk", str(file), "--packs", str(pack)


def closure(outlet: str, party: str) -> ReadReport:
    told = build.report(
        f"The border was closed near Alytus, {party} said.", outlet=outlet, published=day(3),
        first_seen=f"{day(3)}T08:00:00+00:00",
    )
    link = build.link(f"the ministry of {party}", "official", party=party)
    place = build.place("Alytus", countries=["LT"], lat=54.4, lon=24.05)
    return ReadReport(report=told, claims=(
        build.claim(told, words="closed", period=day(3), places=[place], attribution=[link]),
    ))


def test_each_scenario_has_a_row_with_its_level_and_how_its_indicators_stand(
    vedette: Vedette, arguments: tuple[str, ...]
) -> None:
    answer = vedette("warn", *arguments)
    assert answer.code == 0
    heading, row = answer.out.splitlines()
    assert heading.split()[:3] == ["scenario", "day", "level"]
    assert row.split()[:3] == ["closed-doors", TODAY.isoformat(), "closing"]
    assert "Blind: Of closed-doors" in answer.err  # of strikes, nobody could have told on most days


def test_one_scenario_is_explained_with_reasons_sentences_and_what_would_change_it(
    vedette: Vedette, arguments: tuple[str, ...]
) -> None:
    answer = vedette("warn", "--scenario", "closed-doors", *arguments)
    assert answer.code == 0
    for told in (
        "Are the neighbours closing their borders?", "Level: closing (1)", "Borders are being closed.",
        "Why: 2 points; “closing” holds from 2 on.", "1 event in 10 days; it takes 1", "not observable",
        "<- the ministry of LT", "<- the ministry of PL", "said.", "lowers it", "adds points",
    ):
        assert told in answer.out, told


def test_who_speaks_ukrainian_is_told_in_ukrainian_and_programs_are_not(
    vedette: Vedette, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    english = vedette("warn", *arguments, "--format", "csv").out
    monkeypatch.setenv("VEDETTE_LANGUAGE", "uk")
    told = vedette("warn", *arguments, "--scenario", json.loads(vedette(
        "warn", *arguments, "--format", "jsonl").out.splitlines()[0])["scenario"]).out
    assert "Рівень: " in told and "Чому: " in told and "Упевненість: " in told
    for words in ("Level:", "Why:", "Confidence:", "Likelihood", "lapses on", "raises it", "lowers it", "stands"):
        assert words not in told, told
    assert vedette("warn", *arguments, "--format", "csv").out == english


def test_as_json_an_assessment_is_whole(vedette: Vedette, arguments: tuple[str, ...]) -> None:
    (line,) = map(json.loads, vedette("warn", "--format", "jsonl", *arguments).out.splitlines())
    assert (line["schema"], line["scenario"], line["level_name"], line["name"]) == (
        1, "closed-doors", "closing", "Closed Doors",
    )
    assert [one["state"] for one in line["measures"]] == ["met", "not_observable"]


def test_a_day_of_the_past_is_told_from_the_record(vedette: Vedette, arguments: tuple[str, ...]) -> None:
    answer = vedette("warn", "--day", day(1), *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "Nothing was assessed until" in answer.err
    vedette("warn", *arguments)
    assert "closing" in vedette("warn", "--day", TODAY.isoformat(), *arguments).out


def test_whoever_may_only_read_a_desk_that_was_never_assessed_is_told_where_it_is_done(
    vedette: Vedette, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vedette.presentation.cli.warn.may_write", lambda settings: False)
    answer = vedette("warn", *arguments)
    assert answer.code == 2
    assert "only read" in answer.err and "assesses, where the desk may be written" in " ".join(answer.err.split())


def test_a_scenario_that_is_not_there_is_told_with_those_that_are(vedette: Vedette, arguments: tuple[str, ...]) -> None:
    answer = vedette("warn", "--scenario", "open-doors", *arguments)
    assert answer.code == 2
    assert "There is no scenario 'open-doors' without faults. There are: closed-doors." in answer.err


def test_a_scenario_with_faults_is_named_and_the_others_go_on(
    vedette: Vedette, arguments: tuple[str, ...], pack: Path
) -> None:
    (pack / "scenarios" / "broken.toml").write_text(SCENARIO.replace("window = 10", "window = 0"), encoding="utf-8")
    answer = vedette("warn", *arguments)
    assert answer.code == 1
    assert "broken.toml, line" in answer.err
    assert "closed-doors" in answer.out


def test_a_replay_shows_the_days_on_which_something_changed(vedette: Vedette, arguments: tuple[str, ...]) -> None:
    answer = vedette("replay", "--from", day(5), "--to", day(1), *arguments)
    assert answer.code == 0
    rows = answer.out.splitlines()[1:]
    assert [row.split()[:3] for row in rows] == [[day(5), "closed-doors", "calm"], [day(3), "closed-doors", "closing"]]
    assert "met: Borders are closed" in rows[1]
    assert "5 days, 2 reports." in answer.err


def test_a_replay_as_csv_has_every_day(vedette: Vedette, arguments: tuple[str, ...]) -> None:
    answer = vedette("replay", "--from", day(5), "--to", day(1), "--format", "csv", *arguments)
    levels = [row["level"] for row in csv.DictReader(answer.out.splitlines())]
    assert levels == ["calm", "calm", "closing", "closing", "closing"]


def test_alarms_are_judged_by_what_happened(vedette: Vedette, arguments: tuple[str, ...], tmp_path: Path) -> None:
    truth = tmp_path / "happened.toml"
    truth.write_text(
        f'[[happened]]\nscenario = "closed-doors"\nfrom = {day(1)}\nwhat = "Trade stops."\n'
        f'[[happened]]\nscenario = "closed-doors"\nfrom = {day(40)}\n', encoding="utf-8",
    )
    given = ("replay", "--from", day(5), "--to", day(1), "--truth", str(truth), *arguments)
    (*_, line) = map(json.loads, vedette(*given, "--format", "jsonl").out.splitlines())
    assert line["caught"] == [{
        "from": day(1), "to": day(1), "what": "Trade stops.", "alarm": [day(3), day(1)], "lead": 2,
    }]
    assert ([one["from"] for one in line["missed"]], line["false_alarms"]) == ([day(40)], [])
    refused = vedette(*given, "--level", "war")
    assert (refused.code, refused.out) == (2, "")
    assert "Its levels: calm, closing." in refused.err


def test_days_the_wrong_way_round_are_told(vedette: Vedette, arguments: tuple[str, ...]) -> None:
    answer = vedette("replay", "--from", day(1), "--to", day(5), *arguments)
    assert answer.code == 2
    assert "Change one of them." in answer.err
    assert date.fromisoformat(day(5)) < date.fromisoformat(day(1))
