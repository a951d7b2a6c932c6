"""Reading in a process of its own: a page may end the process, and costs only itself."""

from dataclasses import replace

import pytest

from engine_steps import Choosy
from vedette.engine import Limits
from vedette.inputs import readers
from vedette.inputs.readers import ReadingApart, ReadingHere
from vedette.knowledge import load_knowledge
from vedette.model import QuarantinedInput, ReadReport, Report
from vedette.sources.received import Received
from vedette.sources.web import FetchedPage

NIGHT = "2025-09-12T01:15:00+00:00"


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


@pytest.fixture(scope="module")
def reader(knowledge):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(readers, "ReceivedStep", Choosy)
        opened = ReadingApart(knowledge, limits=Limits(tries=2, seconds=1.0))
    with opened:
        yield opened


def received(words, number=1):
    page = FetchedPage(
        url=f"https://post.example/{number}", status=200, content_type="text/plain", body=words.encode()
    )
    return Received(page=page, address=page.url, at=NIGHT)


def test_a_page_that_ends_the_process_is_quarantined_and_the_rest_is_read(reader):
    words = ["Shut.", "A deadly page.", "Open.", "A wrong page.", "An endless page.", "Shut again."]
    made = reader.reports([received(text, number) for number, text in enumerate(words)])
    assert [one.text for one in made if isinstance(one, Report)] == ["Shut.", "Open.", "Shut again."]
    refused = [one for one in made if isinstance(one, QuarantinedInput)]
    assert [one.source for one in refused] == [f"https://post.example/{number}" for number in (1, 3, 4)]
    assert [one.content for one in refused] == [words[number].encode() for number in (1, 3, 4)]
    assert "SIGSEGV" in refused[0].reason
    assert "ValueError: No." in refused[1].reason
    assert "longer than 1 seconds" in refused[2].reason


def test_a_report_that_ends_the_process_is_quarantined_and_the_rest_is_read(reader):
    reports = [Report.of(text, ref="page") for text in ("Shut.", "A deadly report.", "Open.")]
    done = reader.read(reports)
    assert [type(one) for one in done] == [ReadReport, QuarantinedInput, ReadReport]
    assert [one.report for one in done if isinstance(one, ReadReport)] == [reports[0], reports[2]]
    assert b"A deadly report." in done[1].content


def test_the_process_reads_what_this_one_would(knowledge):
    page = received("Kyiv closed its border with Belarus on 12 September 2025, the ministry said.")
    with ReadingApart(knowledge) as apart:
        [report] = apart.reports([page])
        [read] = apart.read([report])
    assert read.report == report
    assert {claim.report for claim in read.claims} == {report.id}
    assert replace(report, first_seen=None).url == page.address


def test_this_process_puts_aside_what_the_other_would_and_with_the_same_words(knowledge, monkeypatch):
    def touchy(received, *, outlets):
        raise ValueError("No.")

    page = received("A wrong page.")
    with monkeypatch.context() as patched:
        patched.setattr(readers, "ReceivedStep", Choosy)
        with ReadingApart(knowledge) as apart:
            [over_there] = apart.reports([page])
    monkeypatch.setattr(readers, "read_received", touchy)
    assert ReadingHere(knowledge).reports([page]) == [over_there]
