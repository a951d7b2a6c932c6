"""Words that are tagged as said, and linked to nobody: "He added that ..."."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Attribution, Report, Span
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


def _chains(marked: str, *, contents: bool) -> list[tuple[Attribution, ...]]:
    [item], problems = parse_items(marked, file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language=item.language, tagger=Unlinked(GoldTagger(item), contents))
    claims = reader.read(Report.of(item.text, ref="a", published=item.published, language=item.language))
    return [claim.attribution for claim in claims]


def _origins(*, contents: bool) -> list[str]:
    return [chain[-1].party or "" for chain in _chains(MARKED, contents=contents) if chain]


def test_what_is_tagged_as_said_is_said_by_who_spoke_last_in_the_paragraph() -> None:
    assert _origins(contents=True) == ["LT"]


def test_what_is_not_tagged_as_said_is_the_narrators() -> None:
    assert _origins(contents=False) == []


GERMAN = """@ de-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire
Ruhig ist es, {meldet|C1} die Agentur {Nordwind|S1 agency} unter {Berufung|C2} auf das {Amt|S2 official LT}. {MOOD}.
E1
"""


def test_who_passes_the_words_on_goes_on_passing_them() -> None:
    marked = GERMAN.replace("{MOOD}", "Die Straße <S1>S2:{sei gesperrt|E1 border_closure}>")
    [chain] = _chains(marked, contents=True)
    assert [link.name for link in chain] == ["Nordwind", "Amt"]


def test_a_verb_can_show_that_somebody_is_speaking_still() -> None:
    [chain] = _chains(GERMAN.replace("{MOOD}", "Die Straße sei {gesperrt|E1 border_closure}"), contents=False)
    assert chain[-1].name == "Amt"
    [chain] = _chains(GERMAN.replace("{MOOD}", "Die Straße ist {gesperrt|E1 border_closure}"), contents=False)
    assert chain == ()
