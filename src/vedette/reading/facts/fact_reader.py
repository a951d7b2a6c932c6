"""The reader by tags: a report through layout, tagger, names, times and quantities, to claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from vedette.model import Bodies, Claim, Knowledge, LinkKind, Report, Section, Span
from vedette.model.codec import name_claim
from vedette.reading.bodies import load_whose
from vedette.reading.dated import of_itself, stage_by_date
from vedette.reading.document import Block, BlockKind, Mention, MentionKind
from vedette.reading.drill_times import DrillTimes
from vedette.reading.drill_words import load_drill_words
from vedette.reading.facts.chains import Chain, find_chain, heading_link
from vedette.reading.facts.frames import find_frames
from vedette.reading.facts.going_on import go_on
from vedette.reading.facts.grounds import named_grounds, placed_grounds
from vedette.reading.facts.how_many import find_counts, find_equipment
from vedette.reading.facts.listed import with_listed
from vedette.reading.facts.naming import name_things
from vedette.reading.facts.neighboured import without_neighboured
from vedette.reading.facts.page import Line, Page
from vedette.reading.facts.passed_over import with_passed_over
from vedette.reading.facts.pointing import point_back
from vedette.reading.facts.sayings import load_saying_words
from vedette.reading.facts.sentences import split_sentences
from vedette.reading.facts.sources import SourceMender
from vedette.reading.facts.taking_part import take_part
from vedette.reading.facts.told_by import settle_who_tells
from vedette.reading.facts.when import find_length, find_period
from vedette.reading.facts.where import PlaceFinder
from vedette.reading.facts.who import find_actors
from vedette.reading.figures import Figures
from vedette.reading.headers import dateline_chain, signature_chain, source_chain
from vedette.reading.holders import name_holders
from vedette.reading.incident_words import load_naming_words
from vedette.reading.inflection import load_inflection
from vedette.reading.language_file import language_tables
from vedette.reading.layout import LayoutWords, lay_out
from vedette.reading.names import NameIndex
from vedette.reading.neighbours import load_neighbour_words, meant_themselves
from vedette.reading.retelling import Telling, merge_tellings, without_repeats_in_headings
from vedette.reading.scene import set_scenes
from vedette.reading.tags import TaggedEvent, Tags
from vedette.reading.tags.labels import Role
from vedette.reading.undated import date_undated

SURE_ENOUGH = 0.5  # of words and type; on the corpus F1 is level from 0 to 0.6, and precision counts here


class FindsWords(Protocol):
    """Finds the words of a text that tell of events: the tagger, or an annotation that stands in for it."""

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        """Tag the paragraphs of a text."""
        ...


@dataclass(frozen=True, slots=True)
class _Words:
    """What the reader needs of a language besides the tagger."""

    layout: LayoutWords
    abbreviations: frozenset[str]


@dataclass(frozen=True, slots=True)
class TaggedReport:
    """A report laid out in blocks, and the tags of those that can tell something."""

    report: Report
    blocks: tuple[Block, ...]
    tags: Tags

    @property
    def told(self) -> tuple[Block, ...]:
        """What the tags are of: all but site furniture and source lines."""
        return _told(self.blocks)

    def on_subject(self, chance: float) -> list[Span]:
        """Give the blocks that are on our subjects, at least as probably as this (0..1), by their spans."""
        return [block.span for block, on in zip(self.told, self.tags.on, strict=True) if on >= chance]


class FactReader:
    """Reads reports of one language by tags; keep it, and share the tagger between languages.

    Args:
        knowledge: Names, outlets, exercises, equipment and places.
        language: Of the reports, one of the ten.
        tagger: Finds the words.
        sure: How sure it has to be of an event, 0..1.
        figures: Shared with another reader of the same reports; its own without.
        told_next: Whether what the narrator tells in short is of who tells of it next (see ``merge_tellings``).
    """

    def __init__(
        self, knowledge: Knowledge, *, language: str, tagger: FindsWords, sure: float = SURE_ENOUGH,
        figures: Figures | None = None, told_next: bool = False,
    ) -> None:
        self._told_next = told_next
        table = language_tables(language, "layout")
        inflection = load_inflection(language)
        self._words = _Words(LayoutWords.of(table), frozenset(table.get("abbreviations", ())))
        self._tagger = tagger
        self._sure = sure
        self._figures = figures or Figures(language)
        self._names = NameIndex(knowledge, language=language, inflection=inflection)
        self._places = PlaceFinder(knowledge.gazetteer, inflection)
        self._bodies = Bodies.known(knowledge)
        self._drill_words = load_drill_words(language)
        self._drills = DrillTimes(self._drill_words, inflection)
        self._neighbours = load_neighbour_words(language)
        self._home: str | None = table.get("home")
        self._home_alone = None if table.get("spoken_abroad") else self._home
        self._naming = load_naming_words(language)
        self._joins = load_whose(language).joins
        self._sources = SourceMender(load_saying_words(language), inflection)

    def read(self, report: Report) -> list[Claim]:
        """Read one report; its claims in the order of the text."""
        return self.facts(self.tag(report))

    def tag(self, report: Report) -> TaggedReport:
        """Lay a report out and tag it, and no more: that tells whether it is worth reading on."""
        blocks = tuple(lay_out(report.text, words=self._words.layout, title=report.title))
        return TaggedReport(report, blocks, self._tagger.tag(report.text, [block.span for block in _told(blocks)]))

    def facts(self, tagged: TaggedReport) -> list[Claim]:
        """Make claims of the tags of a report; names, times and quantities are looked for only if there are events."""
        if not any(event.score >= self._sure for event in tagged.tags.events):
            return []
        report, page = tagged.report, self._page(tagged)
        base = self._base(tagged, page)
        tellings = [self._telling(event, page, base) for event in page.tags.events if event.score >= self._sure]
        merged = merge_tellings(tellings, published=report.published, told_next=self._told_next)
        claims = set_scenes(merged, report.text)
        claims = date_undated(
            claims, report=report, lead=_lead(page.lines), drills=self._drills, times=page.times
        )
        claims = name_holders(claims, mentions=page.mentions, bodies=self._bodies)
        return [replace(claim, id=name_claim(claim)) for claim in without_repeats_in_headings(claims)]

    def _base(self, tagged: TaggedReport, page: Page) -> Chain:
        """Give the chain that a source line or a dateline gives to all of a report."""
        sources = [block.span for block in tagged.blocks if block.kind is BlockKind.SOURCE]
        base = source_chain(
            sources, page.report, self._names, citing=self._words.layout.citing,
            read_speaker=lambda span, cue: heading_link(span, cue, page, names=self._names),
        )
        return base or dateline_chain(page.report, self._names) or signature_chain(page.report, self._names)

    def _page(self, tagged: TaggedReport) -> Page:
        report = tagged.report
        lines = tuple(self._lines(report.text, tagged.told))
        mentions, beside = self._mentions(report, lines)
        outlets = [mention.span for mention in mentions if mention.outlet is not None]
        tags = self._sources.mend(tagged.tags, report.text, outlets=outlets)
        tags = without_neighboured(tags, report.text, beside, mentions)
        times = tuple(
            time for line in lines for time in self._figures.times(report.text, line.span, names=mentions)
        )
        dated = [time.span for time in times]
        page = Page(
            report=report, lines=lines, tags=tags, mentions=mentions, times=times,
            quantities=tuple(
                quantity for line in lines
                for quantity in self._figures.quantities(report.text, line.span, names=mentions, times=dated)
            ),
            grounds=tuple(placed_grounds(
                report.text, tags, named_grounds(mentions), gazetteer=self._places.gazetteer,
                inflection=self._places.inflection,
            )),
            home=self._home, own=self._own(report), bodies=self._bodies,
            country_words=self._sources.words.country,
        )
        page = replace(page, tags=take_part(page, self._drill_words.takes_part, sure=self._sure))
        page = replace(page, tags=with_listed(page, self._joins))
        page = replace(page, tags=with_passed_over(page, self._sources.words))
        page = replace(page, tags=name_things(page, self._naming, says=self._sources.words, sure=self._sure))
        page = replace(page, tags=settle_who_tells(page, find_frames(page, self._sources.words)))
        page = replace(page, tags=point_back(page, self._sources.words))
        return replace(page, tags=go_on(page, self._sources.words))

    def _own(self, report: Report) -> str | None:
        """Give the country of who publishes: of the outlet, where it is known, else of a language of one country."""
        named = self._names.find(report.outlet, published=None) if report.outlet else []
        outlet = next((mention.outlet for mention in named if mention.outlet is not None), None)
        if outlet is None or outlet.kind is LinkKind.AGENCY:  # some agencies serve the whole world
            return self._home_alone
        return outlet.country

    def _lines(self, text: str, blocks: Sequence[Block]) -> Iterator[Line]:
        for number, block in enumerate(blocks):
            for span in split_sentences(text, block.span, abbreviations=self._words.abbreviations):
                yield Line(span, number, block.section)

    def _mentions(self, report: Report, lines: Sequence[Line]) -> tuple[tuple[Mention, ...], list[Span]]:
        """Give what is named, and the words that name a state only to say who borders on it."""
        editions = self._names.editions_named(f"{report.title or ''}\n{report.text}")
        named: list[Mention] = []
        beside: list[Span] = []
        for line in lines:
            found = self._names.find(
                line.span.of(report.text), published=report.published, editions=editions, bare=True
            )
            own = [replace(mention, span=mention.span.shifted(line.span.start)) for mention in found]
            neighboured = self._neighbours.find(report.text, line.span, own)
            named += meant_themselves(own, neighboured)
            beside += [span for _, span in neighboured]
        return tuple(named), beside

    def _telling(self, event: TaggedEvent, page: Page, base: Chain) -> Telling:
        line = page.line_of(event.span)
        actors = find_actors(event, page)
        period = of_itself(
            find_period(event, page), type=event.type, stage=event.stage, published=page.report.published
        )
        claim = Claim(
            id="", report=page.report.id, type=event.type,
            stage=stage_by_date(
                event.stage, period, type=event.type, published=page.report.published,
                may_be_later=page.report.may_be_later,
            ),
            factuality=event.factuality, evidence=event.evidence, trigger=event.span, sentence=line.span,
            section=line.section, actors=actors, places=self._places.find(event, actors, page),
            equipment=find_equipment(event, page),
            quantities=find_counts(event, page, words=self._figures.quantity_words), names=_names(event, page, line),
            attribution=find_chain(event, page, base=() if line.section is Section.BACKGROUND else base), period=period,
        )
        again = frozenset(link.right.span for link in page.linked(event, Role.SAME))
        strength = 3 if line.section is Section.BODY else 2
        return Telling(claim, strength, definite=bool(again), same_as=again, length=find_length(event, page))


def _told(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.kind not in (BlockKind.FURNITURE, BlockKind.SOURCE))


def _lead(lines: Sequence[Line]) -> Span | None:
    """Give the first paragraph of the news itself."""
    body = [line for line in lines if line.section is Section.BODY]
    own = [line.span for line in body if line.paragraph == body[0].paragraph]
    return Span(own[0].start, own[-1].end) if own else None


def _names(event: TaggedEvent, page: Page, line: Line) -> tuple[str, ...]:
    """Give the names of the exercise that an event is, or that its sentence speaks of."""
    linked = [link.right.span for link in page.linked(event, Role.NAME)]
    spans = linked or [line.span]
    mentions = [mention for span in spans for mention in page.named(span, MentionKind.EXERCISE)]
    names = [name for mention in mentions for name in (mention.name, mention.alias) if name is not None]
    return tuple(dict.fromkeys(names)) or tuple(dict.fromkeys(span.of(page.text) for span in linked))
