"""Reading in a process of its own: a page may end the process, and costs only itself."""

import os
import signal
from dataclasses import dataclass, replace

import pytest

from vedette.engine import Limits
from vedette.inputs import readers
from vedette.inputs.readers import ReadingApart, ReadingHere
from vedette.knowledge import load_knowledge
from vedette.model import QuarantinedInput, ReadReport, Report
from vedette.sources.received import Received
from vedette.sources.web import FetchedPage

NIGHT = "2025-09-12T01:15:00+00:00"


@dataclass(frozen=True)
class Deadly:
    """A step whose process ends over what says "deadly", raises over "wrong", and never ends over "endless"."""

    knowledge: object

    def open(self):
        return _work


def _work(item):
    text = item.page.body.decode() if isinstance(item, Received) else item.text
    if "deadly" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "wrong" in text:
        raise ValueError("No.")
    while "endless" in text:
        pass
    return Report.of(text, ref="page") if isinstance(item, Received) else readers.Reading((), None)


@pytest.fixture
def reader(monkeypatch):
    monkeypatch.setattr(readers, "ReceivedStep", Deadly)
    with ReadingApart(load_knowledge(), limits=Limits(tries=2, seconds=1.0)) as opened:
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


def test_the_process_reads_what_this_one_would():
    page = received("Kyiv closed its border with Belarus on 12 September 2025, the ministry said.")
    with ReadingApart(load_knowledge()) as apart:
        [report] = apart.reports([page])
        [read] = apart.read([report])
    assert read.report == report
    assert {claim.report for claim in read.claims} == {report.id}
    assert replace(report, first_seen=None).url == page.address


def test_this_process_puts_aside_what_the_other_would_and_with_the_same_words(monkeypatch):
    def touchy(received, *, outlets):
        raise ValueError("No.")

    page = received("A wrong page.")
    with monkeypatch.context() as patched:
        patched.setattr(readers, "ReceivedStep", Deadly)
        with ReadingApart(load_knowledge()) as apart:
            [over_there] = apart.reports([page])
    monkeypatch.setattr(readers, "read_received", touchy)
    assert ReadingHere(load_knowledge()).reports([page]) == [over_there]
