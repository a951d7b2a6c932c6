"""The front door of reading: each report to the reader of its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from vedette.model import Knowledge, ReadReport, Report
from vedette.reading.facts import FactReader
from vedette.reading.rules import RuleReader
from vedette.reading.tags import Tagger

READ_LANGUAGES = ("en",)
RULED = "en"  # the language that is read by rules over a parser; the others are read by tags


def read(reports: Iterable[Report], *, knowledge: Knowledge) -> Iterator[ReadReport]:
    """Read reports into claims, one after the other, in their order.

    A report in a language that is not read gets a note and no claims. Nothing
    is guessed.

    Args:
        reports: What was collected.
        knowledge: Names, outlets, exercises, equipment and places.

    Yields:
        Each report with its claims in the order of the text.
    """
    readers = _Readers(knowledge)
    for report in reports:
        language = report.language or RULED
        if language not in READ_LANGUAGES:
            yield ReadReport(report=report, claims=(), note=f"Language {language} is not read.")
        else:
            yield ReadReport(report=report, claims=tuple(readers.of(language).read(report)))


class _Readers:
    """A reader for each language, loaded when its first report comes."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._by_language: dict[str, RuleReader | FactReader] = {}

    def of(self, language: str) -> RuleReader | FactReader:
        """Give the reader of a language."""
        if language not in self._by_language:
            self._by_language[language] = (
                RuleReader(self._knowledge) if language == RULED
                else FactReader(self._knowledge, language=language, tagger=self._tagger)
            )
        return self._by_language[language]

    @cached_property
    def _tagger(self) -> Tagger:
        return Tagger()
