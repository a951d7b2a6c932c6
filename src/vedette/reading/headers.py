"""Who the whole of a report is taken from: an agency in the dateline or below the text, a "Source:" line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from vedette.model import Attribution, LinkKind, Report, Span
from vedette.reading.layout import dateline_agency
from vedette.reading.names import NameIndex
from vedette.reading.outlets import is_outlet_of, is_publishing, outlet_link

# Reads a part of a "Source:" line that names no outlet; the words are the cue.
ReadSpeaker = Callable[[Span, str], Attribution | None]
SOURCE = "Source"
_EDGES = " \t,;.()–—-"
_BOTTOM_LINES = 3  # a signature stands at the end, or above a line on who wrote it
_LONGEST_SIGNATURE = 40
_AROUND = " \u00a0\t()/[].,–—-"


def dateline_chain(report: Report, names: NameIndex) -> tuple[Attribution, ...]:
    """Give the agency of a dateline as the source of the whole, where another outlet prints it."""
    span = dateline_agency(report.text)
    if span is None:
        return ()
    known = next(_outlets(span, report, names, cue="dateline"), None)
    link = known or Attribution(name=span.of(report.text), kind=LinkKind.AGENCY, cue="dateline", span=span)
    return () if is_outlet_of(link, report.outlet) else (replace(link, name=span.of(report.text), span=span),)


def signature_chain(report: Report, names: NameIndex) -> tuple[Attribution, ...]:
    """Give the agency that signs a text below it, where another outlet prints it: "(Example Wire)", "/EW/"."""
    for line in _last_lines(report.text):
        signed = _signed(line, report, names)
        if signed is not None:
            return () if is_outlet_of(signed, report.outlet) else (signed,)
    return ()


def _signed(line: Span, report: Report, names: NameIndex) -> Attribution | None:
    """Read a signature: an agency alone on a line, or in brackets behind the last sentence."""
    words = line.of(report.text)
    for link in _outlets(line, report, names, cue=SOURCE):
        if link.span is None or link.kind is not LinkKind.AGENCY:
            continue
        before = report.text[line.start : link.span.start]
        behind = report.text[link.span.end : line.end]
        alone = len(words) <= _LONGEST_SIGNATURE and not before.strip(_AROUND)
        if not behind.strip(_AROUND) and (alone or before.endswith(("(", "/", "["))):
            return link
    return None


def _last_lines(text: str) -> list[Span]:
    found = [Span(*match.span()) for match in re.finditer(r"[^\n]*\S", text)]
    return found[-_BOTTOM_LINES:][::-1]


def source_chain(
    lines: Sequence[Span], report: Report, names: NameIndex, *, citing: re.Pattern[str],
    read_speaker: ReadSpeaker | None = None,
) -> tuple[Attribution, ...]:
    """Read "Source:" lines: "European Pravda, citing the state agency BelTA" are two links.

    Outlets stand before who speaks. The outlet of the report itself is left out.

    Args:
        lines: Where they stand, without their label.
        report: Whose lines they are.
        names: Of its language.
        citing: What joins the parts of a line, in its language.
        read_speaker: Reads a part that names no outlet; without it the words are an outlet that we do not know.
    """
    links: list[Attribution] = []
    for line in lines:
        for part, cue in _parts(line, report.text, citing):
            found = list(_outlets(part, report, names, cue=cue))
            if not found:
                read = read_speaker or (lambda span, word: _as_written(span, report.text, cue=word))
                found = [link for link in (read(part, cue),) if link is not None]
            links += found
    links.sort(key=lambda link: not is_publishing(link))
    return tuple(link for link in links if not is_outlet_of(link, report.outlet))


def _parts(line: Span, text: str, citing: re.Pattern[str]) -> Iterator[tuple[Span, str]]:
    """Cut a line where it cites; give each part with its cue."""
    cuts = [(line.start, line.start), *(match.span() for match in citing.finditer(text, line.start, line.end))]
    for (start, after), (end, _) in pairwise([*cuts, (line.end, line.end)]):
        part = text[after:end]
        inner = part.strip(_EDGES)
        if inner:
            begin = after + part.index(inner)
            yield Span(begin, begin + len(inner)), text[start:after] or SOURCE


def _outlets(span: Span, report: Report, names: NameIndex, *, cue: str) -> Iterator[Attribution]:
    for mention in names.find(span.of(report.text), published=None):
        link = outlet_link(replace(mention, span=mention.span.shifted(span.start)), report.text, cue=cue)
        if link is not None:
            yield link


def _as_written(span: Span, text: str, *, cue: str) -> Attribution | None:
    return Attribution(name=span.of(text), kind=LinkKind.OUTLET, cue=cue, span=span)
