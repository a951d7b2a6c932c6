"""Sentences of a paragraph, by its full stops and the abbreviations of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vedette.model import Span

_STOP = re.compile(r"[.!?…]+[\"'»”’)\]]*\s+(?=[\"'«„“”(\[–—-]*\s?[^\W_])")
_LAST_WORD = re.compile(r"[^\s(«„\"“]*\Z")
_ORDINAL = re.compile(r"\d{1,3}\Z")


def split_sentences(text: str, span: Span, *, abbreviations: frozenset[str]) -> Iterator[Span]:
    """Cut a stretch of text into sentences, without the blanks between them.

    A full stop ends none behind an abbreviation, a single letter or an ordinal
    number, nor before a small letter.

    Args:
        text: The text of the report.
        span: Which stretch of it.
        abbreviations: Lower case, without their last full stop.

    Example:
        >>> text = "Am 3. Mai schloss der Übergang. Er bleibt zu."
        >>> [part.of(text) for part in split_sentences(text, Span(0, len(text)), abbreviations=frozenset())]
        ['Am 3. Mai schloss der Übergang.', 'Er bleibt zu.']
    """
    start = span.start
    for stop in _STOP.finditer(text, span.start, span.end):
        if stop.end() < span.end and _ends(text, start, stop, abbreviations):
            yield Span(start, len(text[: stop.end()].rstrip()))
            start = stop.end()
    if start < span.end:
        yield Span(start, span.end)


def _ends(text: str, start: int, stop: re.Match[str], abbreviations: frozenset[str]) -> bool:
    sign = stop.group().strip()
    following = text[stop.end() :].lstrip("\"'«„“”([–—- ")[:1]
    if following.islower():
        return False
    if not sign.startswith(".") or len(sign.rstrip("\"'»”’)]")) > 1:
        return True
    last = _LAST_WORD.search(text, start, stop.start())
    word = last.group() if last else ""
    initial = len(word) == 1 and word.isalpha() and word.isupper()
    return not (initial or _ORDINAL.search(word) or word.casefold() in abbreviations)
