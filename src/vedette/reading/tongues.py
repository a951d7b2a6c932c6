"""Reports in several languages: each paragraph is read in its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from vedette.language import guess_language
from vedette.model import Report, Span
from vedette.reading.language_file import language_tables

READ_LANGUAGES = ("en", "uk", "ru", "be", "pl", "lt", "lv", "et", "de", "fi")
FEWEST_LETTERS = 80  # of a paragraph, before it can differ from its report
SURE = 0.98
PLAIN = 3  # different common words of the report's language, with which a paragraph is in it: no need to look closer
_PARAGRAPH = re.compile(r"[^\n]+")
_LETTER = re.compile(r"[^\W\d_]")
_NO_LINE_END = re.compile(r"[^\n]")


def by_language(report: Report, language: str) -> Iterator[tuple[str, Report]]:
    r"""Give a report once for each language in it, with the paragraphs of the others blanked out.

    Offsets stay as they are. Short paragraphs, and those whose language is not
    plain to see, are taken to be in the language of the report.

    Args:
        report: Whole.
        language: Of most of it.

    Example:
        >>> english = "The ministry said on Monday that all crossings would stay closed until the end of the month."
        >>> other = "Міністерство повідомило, що всі пункти пропуску на кордоні лишатимуться закриті до кінця місяця."
        >>> text = f"{english}\n{other}"
        >>> parts = dict(by_language(Report.of(text, ref="a"), "en"))
        >>> sorted(parts), parts["uk"].text.strip()[:12], len(parts["en"].text) == len(text)
        (['en', 'uk'], 'Міністерство', True)
    """
    foreign = [(span, code) for span, code in _paragraphs(report.text, _common(language)) if code != language]
    others = dict.fromkeys(code for _, code in foreign)
    yield language, _without(report, [span for span, _ in foreign])
    for other in others:
        kept = [span for span, code in foreign if code == other]
        yield other, _only(report, kept)


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(language_tables(language, "layout")["common"]) if language in READ_LANGUAGES else frozenset()


def _paragraphs(text: str, common: frozenset[str]) -> Iterator[tuple[Span, str]]:
    """Give the paragraphs whose language is plain to see, but for those that are full of common words."""
    for match in _PARAGRAPH.finditer(text):
        if len(common.intersection(match.group().lower().split())) >= PLAIN:
            continue
        if len(_LETTER.findall(match.group())) >= FEWEST_LETTERS:
            guess = guess_language(match.group())
            if guess is not None and guess.confidence >= SURE:
                yield Span(*match.span()), guess.language


def _without(report: Report, spans: list[Span]) -> Report:
    text = report.text
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return replace(report, text=text) if spans else report


def _only(report: Report, spans: list[Span]) -> Report:
    blank = _NO_LINE_END.sub(" ", report.text)
    for span in spans:
        blank = blank[: span.start] + span.of(report.text) + blank[span.end :]
    return replace(report, text=blank)
