"""The front door of reading: each report to the reader of its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vedette.model import Knowledge, ReadReport, Report
from vedette.reading.facts import FactReader
from vedette.reading.tags import Tagger
from vedette.reading.together import TogetherReader
from vedette.reading.tongues import READ_LANGUAGES, by_language
from vedette.undisturbed import undisturbed

RULED = "en"  # the language that is read by rules over a parser, too; the others are read by tags alone


def read(reports: Iterable[Report], *, knowledge: Knowledge) -> Iterator[ReadReport]:
    """Read reports into claims, one after the other, in their order.

    A report in a language that is not read gets a note and no claims; of one in
    several languages each paragraph is read in its own. Nothing is guessed.

    Args:
        reports: What was collected.
        knowledge: Names, outlets, exercises, equipment and places.

    Returns:
        Each report with its claims in the order of the text. Where reading a report raises, that costs this report
        only: ask for the next one, as :func:`vedette.inputs.read_good` does.

    Raises:
        ModelError: The files of the tagger are not there; at once, and whatever the reports.
    """
    # A generator would be at its end when a report makes it raise; a map is not.
    return map(_Readers(knowledge).read, reports)


def _note(languages: Sequence[str]) -> str | None:
    """Say which languages of a report are not read, the one of the report itself first."""
    unread = [language for language in languages if language not in READ_LANGUAGES]
    if not unread:
        return None
    if unread[0] == languages[0]:
        return f"Language {unread[0]} is not read."
    return f"Paragraphs in {', '.join(unread)} are not read."


class _Readers:
    """A reader for each language, loaded when its first report comes; the tagger, which all of them need, at once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._tagger = Tagger(threads=1)  # a second core would mostly wait: the windows of a report are small
        self._by_language: dict[str, TogetherReader | FactReader] = {}

    def read(self, report: Report) -> ReadReport:
        """Read one report."""
        parts = list(by_language(report, report.language or RULED))
        with undisturbed():
            claims = [
                claim for language, part in parts if language in READ_LANGUAGES
                for claim in self.of(language).read(part)
            ]
        claims.sort(key=lambda claim: (claim.trigger, claim.part))
        return ReadReport(report=report, claims=tuple(claims), note=_note([language for language, _ in parts]))

    def of(self, language: str) -> TogetherReader | FactReader:
        """Give the reader of a language."""
        if language not in self._by_language:
            self._by_language[language] = (
                TogetherReader(self._knowledge, tagger=self._tagger) if language == RULED
                else FactReader(self._knowledge, language=language, tagger=self._tagger)
            )
        return self._by_language[language]
