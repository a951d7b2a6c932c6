"""vedette indicators: every fault of every file is told, and the others go on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Vedette = Callable[..., Any]
TAIWAN = """\
template = "regional-pressure"
[values]
region = "the Taiwan Strait"
pressing = ["CN"]
under-pressure = ["TW"]
area = [[117.0, 21.0], [123.5, 21.0], [123.5, 26.5], [120.0, 27.0], [117.0, 24.0]]
"""
BROKEN = """\
name = "Broken"
question = "?"
[[level]]
name = "calm"
from = 0
[[level]]
name = "raised"
from = 1
[[indicator]]
id = "closures"
name = "Closures"
kind = "count"
window = -7
[indicator.match]
types = ["border_closures"]
"""


def test_what_is_shipped_has_no_fault(vedette: Vedette) -> None:
    answer = vedette("indicators", "check")
    assert (answer.code, answer.out) == (0, "")
    assert "3 scenarios without fault: airspace-escalation, border-hybrid-pressure, exercise-build-up" in answer.err


def test_every_fault_is_told_with_file_line_and_fix(vedette: Vedette, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "strait.toml").write_text(TAIWAN, encoding="utf-8")
    answer = vedette("indicators", "check", str(tmp_path / "broken.toml"), str(tmp_path / "strait.toml"))
    assert answer.code == 1
    told = "broken.toml, line 13: indicator 1 'closures', key 'window': -7 is out of bounds. Give 1 or more"
    assert told in answer.err
    assert "broken.toml, line 15: " in answer.err and "Did you mean 'border_closure'?" in answer.err
    assert "1 scenario without fault: strait." in answer.err


def test_scenarios_of_a_users_pack_are_listed_and_faults_are_never_silent(vedette: Vedette, tmp_path: Path) -> None:
    folder = tmp_path / "pack" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "strait.toml").write_text(TAIWAN, encoding="utf-8")
    (folder / "broken.toml").write_text(BROKEN, encoding="utf-8")
    answer = vedette("indicators", "list", "--packs", str(tmp_path / "pack"), "--format", "jsonl")
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert [line["id"] for line in lines] == [
        "airspace-escalation", "border-hybrid-pressure", "exercise-build-up", "strait",
    ]
    assert lines[-1]["name"] == "Pressure on the Taiwan Strait"
    assert "broken.toml, line 13" in answer.err


def test_a_scenario_is_shown_with_its_levels_and_rules(vedette: Vedette) -> None:
    answer = vedette("indicators", "show", "airspace-escalation")
    assert answer.code == 0
    for words in ("Escalation in the air", "very likely", "+2, half after 14 days", "1 or more events in 14 days"):
        assert words in answer.out


def test_a_scenario_that_is_not_there_is_told_with_those_that_are(vedette: Vedette) -> None:
    answer = vedette("indicators", "show", "airspace")
    assert answer.code == 2 and "There are: airspace-escalation, border-hybrid-pressure" in answer.err
