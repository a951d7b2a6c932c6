"""What a person decides, from the command line on a real desk, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import builders as build
from vedette.model import Knowledge, ReadReport
from vedette.store import Store, open_store


class NoPlaces:
    """A gazetteer of an empty world."""

    def find(self, name: str) -> tuple[Any, ...]:
        return ()

    def border(self, first: str, second: str) -> None:
        return None

    def country(self, code: str) -> None:
        return None


# Four texts of their own: what four outlets print alike on one day is the voice of one of them.
NIGHTS = {
    1: "The border was closed to lorries with timber.", 4: "The border was shut after balloons had come over.",
    7: "The border gate stayed barred while guards searched a train.", 10: "The border road had no cars all night.",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four reports of four nights: four events of a claim each, and one of them told twice."""
    nothing = Knowledge(actors=(), outlets=(), exercises=(), equipment=(), gazetteer=NoPlaces())  # type: ignore[arg-type]
    monkeypatch.setattr("vedette.desk.load_knowledge", lambda packs=(): nothing)
    monkeypatch.setattr("vedette.knowledge.load_knowledge", lambda packs=(): nothing)
    monkeypatch.setenv("VEDETTE_BY", "Ann Example")
    file = tmp_path / "desk.sqlite"
    monkeypatch.setenv("VEDETTE_DESK", str(file))
    with open_store(str(file)) as store:
        for month, text in NIGHTS.items():
            report = build.report(text, ref=str(month), outlet=f"Post {month}")
            store.add([ReadReport(report=report, claims=(build.claim(report, start=4, period=f"2025-{month:02}-11"),))])
    return file


def events(vedette: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in vedette("events", "--format", "jsonl").out.splitlines()]


def log(vedette: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in vedette("judge", "log", "--format", "jsonl").out.splitlines()]


def everything(file: Path) -> list[dict[str, Any]]:
    with open_store(str(file), read_only=True) as store:
        return list(store.dump())


def test_two_events_are_joined_and_undone_and_nothing_is_lost(vedette: Any, desk: Path) -> None:
    before = events(vedette)
    assert len(before) == 4
    first, second = before[0]["id"], before[1]["id"]

    done = vedette("judge", "same", first[:9], second[:9], "--why", "one long closure")

    assert done.code == 0, done.err
    assert len(events(vedette)) == 3
    (entry,) = log(vedette)
    assert (entry["by"], entry["decision"], entry["why"], entry["state"]) == (
        "Ann Example", "same", "one long closure", ""
    )
    assert vedette("judge", "undo", entry["id"][:9], "--why", "two after all", "--by", "Ben").code == 0
    assert events(vedette) == before
    undone, undo = log(vedette)
    assert undone["state"].startswith("undone by Ben on ")
    assert (undo["decision"], undo["by"], undo["why"]) == ("undo", "Ben", "two after all")
    # What was undone can be decided again at once.
    assert vedette("judge", "same", first, second, "--why", "one after all").code == 0
    assert len(events(vedette)) == 3


def test_a_field_is_set_shown_with_what_was_read_and_taken_back(vedette: Any, desk: Path) -> None:
    before = events(vedette)
    claim = before[0]["claims"][0]

    done = vedette("judge", "correct", claim[:9], "--field", "stage", "--value", "planned", "--why", "it says will")

    assert done.code == 0, done.err
    (event,) = [one for one in events(vedette) if claim in one["claims"]]
    (applied,) = event["corrections"]
    assert (event["stage"], applied["was"], applied["value"], applied["by"]) == (
        "planned", "happened", "planned", "Ann Example"
    )
    (entry,) = log(vedette)
    assert (entry["decision"], entry["field"], entry["value"]) == ("correct", "stage", "planned")
    assert entry["about"].endswith("stage is planned, was read as happened")
    shown = [json.loads(line) for line in vedette("show", event["id"], "--format", "jsonl").out.splitlines()]
    assert (shown[1]["stage"], shown[1]["corrections"]) == ("happened", event["corrections"])
    assert vedette("judge", "undo", entry["id"], "--why", "no").code == 0
    assert events(vedette) == before


def test_an_event_that_was_joined_is_found_under_its_old_id(vedette: Any, desk: Path) -> None:
    old = [event["id"] for event in events(vedette)]
    vedette("judge", "same", old[0], old[1], "--why", "one closure")

    shown = [vedette("show", wanted, "--format", "jsonl").out for wanted in old[:2]]

    assert shown[0] == shown[1] != ""


def test_a_cycle_is_refused_with_its_path_and_nothing_is_changed(vedette: Any, desk: Path) -> None:
    a, b, c, _ = (event["claims"][0] for event in events(vedette))
    vedette("judge", "same", a, b, "--why", "first")
    vedette("judge", "same", b, c, "--why", "second", "--by", "Ben")
    before = everything(desk)

    refused = vedette("judge", "different", a, c, "--why", "third")

    assert refused.code == 1
    assert refused.out == ""
    for part in ("Nothing was changed", a, b, c, "by Ann Example", "by Ben", "first", "second", "judge undo j"):
        assert part in refused.err
    assert everything(desk) == before


@pytest.mark.parametrize(("words", "code", "advice"), [
    (("same", "e404", "FIRST", "--why", "x"), 1, "'vedette events' lists events"),
    (("different", "FIRST", "c404", "--why", "x"), 1, "'vedette show EVENT' the claims"),
    (("same", "FIRST", "FIRST", "--why", "x"), 2, "nothing to judge between them"),
    (("split", "FIRST", "2", "--why", "x"), 2, "numbered 1 to 1"),
    (("split", "FIRST", "1", "--why", "x"), 2, "No claim would stay"),
    (("split", "FIRST", "OTHERCLAIM", "--why", "x"), 2, "but in e"),
    (("override", "e404", "B2", "--why", "x"), 1, "vedette events"),
    (("override", "FIRST", "G2", "--why", "x"), 2, "is no Admiralty code"),
    (("correct", "FIRSTCLAIM", "--why", "x"), 2, "Say one of these"),
    (("correct", "FIRSTCLAIM", "--field", "period", "--confirm", "--why", "x"), 2, "leave --field away"),
    (("correct", "FIRSTCLAIM", "--field", "type", "--reject", "--why", "x"), 2, "Every claim has a type"),
    (("correct", "FIRSTCLAIM", "--field", "period", "--value", "soon", "--why", "x"), 2, "is no date"),
    (("correct", "FIRSTCLAIM", "--field", "stage", "--value", "happened", "--why", "x"), 2, "is happened already"),
    (("correct", "c404", "--reject", "--why", "x"), 1, "gives the ids of an event's claims"),
    (("undo", "j404", "--why", "x"), 1, "vedette judge log"),
    (("rate", "Post 1", "H", "--why", "x"), 2, "is no reliability letter"),
    (("rate", "Post 1", "--why", "x"), 2, "--from FILE"),
    (("same", "FIRST", "SECOND"), 2, "--why"),
    (("same", "FIRST", "SECOND", "--why", "  "), 2, "Give a reason"),
])
def test_what_makes_no_sense_is_refused_with_advice(
    vedette: Any, desk: Path, words: tuple[str, ...], code: int, advice: str
) -> None:
    first, second, *_ = events(vedette)
    named = {"FIRST": first["id"], "SECOND": second["id"], "OTHERCLAIM": second["claims"][0],
             "FIRSTCLAIM": first["claims"][0]}
    before = everything(desk)

    refused = vedette("judge", *(named.get(word, word) for word in words))

    assert refused.code == code
    assert advice in " ".join(refused.err.split())
    assert everything(desk) == before


def test_claims_are_split_off_by_their_number(vedette: Any, desk: Path) -> None:
    told = "The border with Example Land was closed at midnight."
    with open_store(str(desk)) as store:
        for outlet in ("Early Post", "Late Post"):
            report = build.report(told, ref=outlet, outlet=outlet, published="2025-01-12")
            store.add([ReadReport(report=report, claims=(build.claim(report, start=4, period="2025-01-12"),))])
    before = {tuple(event["claims"]) for event in events(vedette)}
    (joined,) = (event for event in events(vedette) if len(event["claims"]) == 2)

    assert vedette("judge", "split", joined["id"], "2", "--why", "not the same night").code == 0

    parted = {tuple(event["claims"]) for event in events(vedette)}
    assert {(claim,) for claim in joined["claims"]} <= parted
    (entry,) = log(vedette)
    assert entry["decision"] == "different"
    vedette("judge", "undo", entry["id"], "--why", "it was")
    assert {tuple(event["claims"]) for event in events(vedette)} == before


def test_what_was_judged_one_is_split_only_after_that_is_undone(vedette: Any, desk: Path) -> None:
    first, second, *_ = events(vedette)
    vedette("judge", "same", first["id"], second["id"], "--why", "same closure")
    (entry,) = log(vedette)

    refused = vedette("judge", "split", first["id"], "1", "--why", "no")

    assert refused.code == 1
    assert f"vedette judge undo {entry['id']}" in " ".join(refused.err.split())


def test_a_grade_is_overridden_and_shown_with_its_reasons(vedette: Any, desk: Path) -> None:
    first, *_ = events(vedette)

    assert vedette("judge", "override", first["id"], "b1", "--why", "seen on the spot").code == 0

    assert events(vedette)[0]["grade"] == "B1"
    shown = " ".join(vedette("show", first["id"]).out.split())
    assert "set by Ann Example on" in shown
    assert "What people decided" in shown
    assert "override" in shown


def test_sources_are_rated_listed_and_rated_from_a_table(vedette: Any, desk: Path, tmp_path: Path) -> None:
    assert vedette("judge", "rate", "post 1", "c", "--why", "often late").code == 0
    assert events(vedette)[0]["grade"][0] == "C"
    listed = vedette("judge", "ratings", "--format", "csv").out
    assert listed.splitlines()[0].startswith("source,letter,why,")
    table = tmp_path / "sources.csv"

    table.write_text(listed.replace("Post 4,F", "Post 4,B"), encoding="utf-8")
    assert vedette("judge", "rate", "--from", str(table), "--why", "agreed").code == 0

    assert [event["grade"][0] for event in events(vedette)] == ["C", "B", "F", "F"]
    assert [entry["decision"] for entry in log(vedette)] == ["rate", "rate"]


@pytest.mark.parametrize(("text", "says"), [
    ("source,letter\nPost 4,B\nPost 7,G\n", "line 3: 'G' is no reliability letter"),
    ("source,letter\nPost 4,B\nPost 7,\n", "line 3: '' is no reliability letter"),
    ("source,letter\nPost 4,B\npost 4,C\n", "line 3: 'post 4' stands in line 2 already"),
    ("outlet,letter\nPost 4,B\n", "has no column source"),
    ("", "has no column source"),
])
def test_a_table_with_one_wrong_line_changes_nothing(
    vedette: Any, desk: Path, tmp_path: Path, text: str, says: str
) -> None:
    events(vedette)
    before = everything(desk)
    table = tmp_path / "sources.csv"
    table.write_text(text, encoding="utf-8")

    refused = vedette("judge", "rate", "--from", str(table), "--why", "agreed")

    assert refused.code == 2
    assert says in " ".join(refused.err.split())
    assert "Nothing was changed" in " ".join(refused.err.split())
    assert everything(desk) == before


def test_a_misspelt_desk_is_not_made(vedette: Any, desk: Path, tmp_path: Path) -> None:
    refused = vedette("judge", "same", "a", "b", "--why", "x", "--desk", str(tmp_path / "dekc"))
    assert refused.code == 1
    assert not (tmp_path / "dekc").exists()
    assert isinstance(open_store(str(desk)), Store)
