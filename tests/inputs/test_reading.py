"""Reading in several processes gives what reading in one gives; a report that cannot be read costs itself only."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from engine_steps import Poisonous
from vedette.errors import ModelError
from vedette.inputs import read_good
from vedette.knowledge import load_knowledge
from vedette.model import Knowledge, QuarantinedInput, ReadReport, Report
from vedette.reading.tags import Tagger
from vedette.reading.tongues import by_language
from vedette.samples import sample_files
from vedette.sources import collect


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def some_reports() -> list[Report | QuarantinedInput]:
    """Of each kind of file some, and something that is not there."""
    files = [str(file) for file in sample_files()]
    return [*collect([*files[:4], "nowhere.txt", *files[-4:]])][:18]


def test_any_number_of_jobs_gives_the_same_in_the_same_order(knowledge: Knowledge) -> None:
    items = some_reports()
    alone = list(read_good(items, knowledge=knowledge))
    assert list(read_good(items, knowledge=knowledge, jobs=2)) == alone
    assert sum(len(item.claims) for item in alone if isinstance(item, ReadReport)) > 10
    assert [isinstance(item, QuarantinedInput) for item in alone].count(True) == 1


def test_a_report_that_kills_its_process_ends_in_quarantine_and_the_rest_is_read(knowledge: Knowledge) -> None:
    deadly = replace(knowledge, gazetteer=Poisonous(knowledge.gazetteer, "Narva"))
    texts = ["Poland closed its border with Belarus on Friday.", "Troops arrived in Narva on Friday.",
             "Lithuania closed its airspace on Friday."]
    reports = [Report.of(text, ref=f"r{number}", language="en") for number, text in enumerate(texts)]
    first, second, third = read_good(reports, knowledge=deadly, jobs=2)
    assert isinstance(first, ReadReport) and isinstance(second, QuarantinedInput) and isinstance(third, ReadReport)
    assert first.claims and third.claims
    assert (second.source, second.reason) == (
        "r1", "It could not be read (the process that worked on it was ended by SIGKILL, perhaps because memory ran "
        "out).",
    )
    assert json.loads(second.content)["text"] == texts[1]


def test_a_report_that_is_read_already_is_passed_on(knowledge: Knowledge) -> None:
    done = ReadReport(report=Report.of("Nothing new.", ref="a"), claims=(), note="kept")
    assert list(read_good([done], knowledge=knowledge)) == [done]


def test_where_reading_raises_the_others_are_read_all_the_same_and_no_model_is_loaded_again(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Tagger] = []

    def load(*, threads: int) -> Tagger:
        loaded.append(Tagger(threads=threads))
        return loaded[-1]

    def touchy(report: Report, language: str) -> list[tuple[str, Report]]:
        if report.ref.startswith("bad"):
            raise ValueError("no such page")
        return list(by_language(report, language))

    monkeypatch.setattr("vedette.reading.reader.by_language", touchy)
    monkeypatch.setattr("vedette.reading.reader.Tagger", load)
    words = "Poland closed its border with Belarus on Friday."
    reports = [
        Report.of(words, ref=ref, url=f"https://news.example/{ref}", language="en")
        for ref in ("good", "bad", "bad again", "fine")
    ]
    first, second, third, fourth = read_good(reports, knowledge=knowledge)
    assert isinstance(first, ReadReport) and isinstance(fourth, ReadReport)
    assert (first.report.ref, fourth.report.ref) == ("good", "fine")
    assert len(first.claims) == len(fourth.claims) == 1
    assert isinstance(second, QuarantinedInput) and isinstance(third, QuarantinedInput)
    assert (second.source, second.reason) == (
        "https://news.example/bad", "It could not be read (ValueError: no such page).",
    )
    assert third.source == "https://news.example/bad again"
    assert len(loaded) == 1


def test_without_the_tagger_nothing_is_quarantined_and_the_fault_is_said(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*, threads: int) -> Tagger:
        raise ModelError("There is no tagger here.")

    monkeypatch.setattr("vedette.reading.reader.Tagger", missing)
    with pytest.raises(ModelError, match="no tagger here"):
        list(read_good([Report.of("The border is shut.", ref="a", language="en")], knowledge=knowledge))
