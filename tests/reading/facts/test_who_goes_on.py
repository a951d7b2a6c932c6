"""Words that are tagged as said, and linked to nobody: "He added that ..."."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Report, Span
from vedette.reading.facts import FactReader
from vedette.reading.tags import Tags
from vedette.reading.tags.labels import Role, SpanKind

MARKED = """@ pl-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire
Czuwamy, {mówi|C1} {minister Litwy|S1 official LT}. Dodał, że <S1:{Litwa|A1 LT} {zamknie|E1 border_closure} granicę>.
E1 planned who=A1
"""


@dataclass(frozen=True)
class Unlinked:
    """The annotation without its links from events to sources; with or without what is said."""

    tagger: GoldTagger
    contents: bool

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        tags = self.tagger.tag(text, paragraphs)
        spans = tuple(span for span in tags.spans if self.contents or span.kind is not SpanKind.CONTENT)
        return replace(tags, spans=spans, links=tuple(link for link in tags.links if link.role is not Role.SAYS))


def _origins(*, contents: bool) -> list[str]:
    [item], problems = parse_items(MARKED, file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language="pl", tagger=Unlinked(GoldTagger(item), contents))
    claims = reader.read(Report.of(item.text, ref="a", published=item.published, language="pl"))
    return [claim.origin.party or "" for claim in claims if claim.origin is not None]


def test_what_is_tagged_as_said_is_said_by_who_spoke_last_in_the_paragraph() -> None:
    assert _origins(contents=True) == ["LT"]


def test_what_is_not_tagged_as_said_is_the_narrators() -> None:
    assert _origins(contents=False) == []
