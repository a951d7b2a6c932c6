"""Who the whole of a report is taken from: an agency in the dateline, a "Source:" line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vedette.model import Attribution, LinkKind, Report, Span
from vedette.reading.document import MentionKind
from vedette.reading.layout import dateline_agency
from vedette.reading.names import NameIndex


def dateline_chain(report: Report, names: NameIndex) -> tuple[Attribution, ...]:
    """Give the agency of a dateline as the source of the whole, where another outlet prints it."""
    span = dateline_agency(report.text)
    if span is None or _is_publisher(span.of(report.text), report):
        return ()
    return (_outlet(span, report, names, cue="dateline", kind=LinkKind.AGENCY),)


def source_chain(lines: Sequence[Span], report: Report, names: NameIndex) -> tuple[Attribution, ...]:
    """Give the outlets that "Source:" lines name, in their order; a line that names none we know is one itself.

    Args:
        lines: Where they stand, without their label.
        report: Whose lines they are.
        names: Of its language.
    """
    links = [link for line in lines for link in _links(line, report, names)]
    return tuple(link for link in links if not _is_publisher(link.name, report))


def _links(line: Span, report: Report, names: NameIndex) -> Iterator[Attribution]:
    found = [mention for mention in names.find(line.of(report.text), published=None) if mention.outlet is not None]
    if not found:
        yield _outlet(line, report, names, cue="Source", kind=LinkKind.OUTLET)
    for mention in found:
        yield _outlet(mention.span.shifted(line.start), report, names, cue="Source", kind=LinkKind.OUTLET)


def _outlet(span: Span, report: Report, names: NameIndex, *, cue: str, kind: LinkKind) -> Attribution:
    name = span.of(report.text)
    mentions = (each for each in names.find(name, published=None) if each.kind is MentionKind.OUTLET)
    known = next((mention.outlet for mention in mentions if mention.outlet is not None), None)
    if known is None:
        return Attribution(name=name, kind=kind, cue=cue, span=span)
    return Attribution(name=name, kind=known.kind, cue=cue, span=span, id=known.id, party=known.owner)


def _is_publisher(name: str, report: Report) -> bool:
    return (report.outlet or "").casefold() == name.casefold()
