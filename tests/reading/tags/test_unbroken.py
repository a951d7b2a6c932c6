"""Abbreviations with full stops are kept whole in what is tagged."""

from __future__ import annotations

from vedette.model import EventType, Span
from vedette.reading.tags import TaggedEvent, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind
from vedette.reading.tags.unbroken import unbroken


def _source(start: int, end: int) -> TaggedSpan:
    return TaggedSpan(kind=SpanKind.SOURCE, span=Span(start, end), score=0.9, value="official")


def test_a_name_cut_inside_an_abbreviation_is_one_name_with_its_links() -> None:
    text = "The U.S. Central Command said it sank a boat."
    first, rest = _source(4, 6), _source(6, 24)  # "U." and "S. Central Command"
    event = TaggedEvent(span=Span(33, 37), type=EventType.STRIKE, score=0.9)
    says = [TaggedLink(role=Role.SAYS, left=event, right=each, score=0.9) for each in (first, rest)]
    tags = unbroken(Tags(events=(event,), spans=(first, rest), links=tuple(says)), text)
    assert [span.span.of(text) for span in tags.spans] == ["U.S. Central Command"]
    assert [link.right for link in tags.links] == [tags.spans[0]]


def test_names_without_abbreviations_stay_as_they_were() -> None:
    text = "The army said so. The navy did."
    tags = Tags(events=(), spans=(_source(4, 8), _source(22, 26)), links=())
    assert unbroken(tags, text) == tags


def test_one_initial_is_no_abbreviation() -> None:
    text = "Minister J. Example said so."
    tags = Tags(events=(), spans=(_source(12, 19),), links=())
    assert unbroken(tags, text) == tags
