"""Reading in several processes gives what reading in one gives; a report that cannot be read costs itself only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from engine_steps import Poisonous
from vedette.inputs import read_good
from vedette.inputs.reading import read as real_read
from vedette.knowledge import load_knowledge
from vedette.model import Knowledge, QuarantinedInput, ReadReport, Report
from vedette.samples import sample_files
from vedette.sources import collect


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def some_reports() -> list[Report | QuarantinedInput]:
    files = [str(file) for file in sample_files()]
    return [*collect([*files[:4], "nowhere.txt", *files[-4:]])]


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


def test_where_reading_raises_the_next_report_is_read_all_the_same(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def touchy(reports: Iterable[Report], *, knowledge: Knowledge) -> Iterator[ReadReport]:
        for report in reports:
            if report.text == "bad":
                raise ValueError("no such page")
            yield from real_read([], knowledge=knowledge)
            yield ReadReport(report=report, claims=())

    monkeypatch.setattr("vedette.inputs.reading.read", touchy)
    reports = [Report.of(text, ref=text, url=f"https://news.example/{text}") for text in ("good", "bad", "fine")]
    first, second, third = read_good(reports, knowledge=knowledge)
    assert isinstance(first, ReadReport) and first.report.ref == "good"
    assert isinstance(third, ReadReport) and third.report.ref == "fine"
    assert isinstance(second, QuarantinedInput)
    assert (second.source, second.reason) == (
        "https://news.example/bad", "It could not be read (ValueError: no such page).",
    )
