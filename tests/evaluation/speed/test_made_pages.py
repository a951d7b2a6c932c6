"""Pages for measuring hold a report and what stands around an article; the one is found and not the other."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from vedette.evaluation.made_reports import make_subject
from vedette.evaluation.speed.clock import Clock
from vedette.evaluation.speed.texts import Texts
from vedette.evaluation.speed.works import trafilatura
from vedette.model import Report
from vedette.sources import collect


def test_what_is_collected_from_a_page_is_the_report(tmp_path: Path) -> None:
    reports = list(islice(make_subject(3), 3))
    texts = Texts.write(tmp_path / "texts", reports)
    collected = [item for item in collect([str(texts.pages)], outlets=()) if isinstance(item, Report)]
    for made, found in zip(reports, collected, strict=True):
        paragraphs = made.text.split("\n\n")
        kept = [one for one in paragraphs if one in found.text]
        assert len(kept) >= len(paragraphs) * 0.9
        for around in ("cookies", "Bakers say", "I doubt it", "Podcasts", "An invented newspaper"):
            assert around not in found.text
        assert (found.title, found.published) == (made.title or "News", made.published)


def test_trafilatura_alone_reads_the_same_pages(tmp_path: Path) -> None:
    reports = list(make_subject(2))
    with Clock() as clock:
        counted, letters = trafilatura(Texts.write(tmp_path / "texts", reports), 1, clock)
    assert counted == 2
    assert letters > 0.9 * sum(len(report.text) for report in reports)
