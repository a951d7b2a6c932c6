"""The texts that everything is measured on, as files: reports as JSON Lines, and pages that hold the same reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Self

from vedette.evaluation.eventless import read_eventless
from vedette.evaluation.made_reports import make_mixed, make_subject, write_reports
from vedette.evaluation.speed.made_pages import made_page
from vedette.evaluation.speed.result import Told
from vedette.evaluation.split import Part, in_part
from vedette.model import Report

ORDINARY = Path("corpus/ordinary/en.lines")


@dataclass(frozen=True, slots=True)
class Texts:
    """A folder with texts of one name."""

    folder: Path

    @property
    def reports(self) -> Path:
        """The reports, one a line."""
        return self.folder / "reports.jsonl"

    @property
    def pages(self) -> Path:
        """A folder with a page for each report."""
        return self.folder / "pages"

    @property
    def desk(self) -> Path:
        """A desk that holds them read and not linked, once it was made."""
        return self.folder / "read.sqlite"

    @classmethod
    def write(cls, folder: Path, reports: Sequence[Report]) -> Self:
        """Write reports, and the pages that hold them."""
        texts = cls(folder)
        texts.pages.mkdir(parents=True)
        write_reports(texts.reports, reports)
        for number, report in enumerate(reports):
            (texts.pages / f"{number:06}.html").write_text(made_page(report), encoding="utf-8")
        return texts


def made(name: str, count: int) -> Iterator[Report]:
    """Make the reports of a name: ``mixed`` as a day's news mixes them, ``subject`` all on our subjects."""
    return _MAKERS[name](count)


def told(name: str, reports: Sequence[Report]) -> Told:
    """Say how many they are and how long."""
    return Told(name=name, reports=len(reports), words=round(median(len(one.text.split()) for one in reports)))


def _mixed(count: int) -> Iterator[Report]:
    # Ordinary paragraphs that the looks did not learn from.
    return make_mixed(count, in_part(read_eventless(ORDINARY), Part.TEST))


_MAKERS: Mapping[str, Callable[[int], Iterator[Report]]] = {"mixed": _mixed, "subject": make_subject}
