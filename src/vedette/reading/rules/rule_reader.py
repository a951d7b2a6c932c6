"""The reader by rules: a report through layout, parsing, names, triggers and their arguments, to claims."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from vedette.model import Bodies, Claim, Knowledge, Place, PlaceKind, Report, Section, Span
from vedette.model.codec import name_claim
from vedette.reading.document import BlockKind, Mention, Sentence
from vedette.reading.drill_times import DrillTimes
from vedette.reading.figures import Figures
from vedette.reading.headers import dateline_chain, signature_chain, source_chain
from vedette.reading.holders import name_holders
from vedette.reading.layout import lay_out
from vedette.reading.names import NameIndex
from vedette.reading.neighbours import load_neighbour_words, meant_themselves
from vedette.reading.places import countries_named, find_places
from vedette.reading.retelling import Telling, merge_tellings
from vedette.reading.rules.attribution import Chain, find_sayings
from vedette.reading.rules.findings import Findings, find_sentence_quantities
from vedette.reading.rules.first_look import RuleLook
from vedette.reading.rules.heard import Heard
from vedette.reading.rules.identities import Identifier
from vedette.reading.rules.lexicon import Lexicon, load_lexicon
from vedette.reading.rules.memory import Memory
from vedette.reading.rules.parsing import Parser, SpacyParser
from vedette.reading.rules.quotations import spoken_to_the_end
from vedette.reading.rules.rumours import is_rumour
from vedette.reading.rules.scenes import Setting
from vedette.reading.rules.speakers import source_speaker
from vedette.reading.rules.tellings import Teller
from vedette.reading.rules.triggers import find_triggers, is_make_believe
from vedette.reading.rules.voices import Voice, going_on_alike
from vedette.reading.scene import set_scenes
from vedette.reading.times import TimeExpression
from vedette.reading.undated import date_undated


class RuleReader:
    """Reads reports of one language by rules over a parser. Loading it takes about a second; keep it."""

    def __init__(
        self, knowledge: Knowledge, *, language: str = "en", parser: Parser | None = None,
        figures: Figures | None = None,
    ) -> None:
        self._knowledge = knowledge
        self.lexicon: Lexicon = load_lexicon(language)
        self._names = NameIndex(knowledge, language=language, ordinary=self.lexicon.ordinary_names)
        self._drills = DrillTimes.of(language)
        self._neighbours = load_neighbour_words(language)
        self._bodies = Bodies.known(knowledge)
        self._identifier = Identifier(self._names, self._bodies)
        self._parser = parser or SpacyParser(lemmas=self.lexicon.lemmas, words=self.lexicon.words)
        self._look = RuleLook(self.lexicon, knowledge, bases=self._parser.bases)
        self._figures = figures or Figures(language)

    def read(self, report: Report, *, only: Collection[Span] | None = None) -> list[Claim]:
        """Read one report; its claims in the order of the text: see :meth:`hear`."""
        return self.hear(report, only=only).claims

    def hear(self, report: Report, *, only: Collection[Span] | None = None) -> Heard:
        """Read one report, and keep who says what in it besides what its claims tell.

        Args:
            report: What to read.
            only: The blocks that could tell of an event, by their spans; any, if nothing is known of that.
        """
        blocks = lay_out(report.text, words=self.lexicon.layout, title=report.title)
        read_blocks = [block for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.SOURCE)]
        if not any(block.kind is BlockKind.PARAGRAPH for block in read_blocks):
            read_blocks = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
        read_blocks = self._look.worth_parsing(report.text, read_blocks, only=only)
        if all(block.kind is BlockKind.SOURCE for block in read_blocks):
            return Heard()
        [sentences] = self._parser.parse([(report.text, read_blocks)])
        self._name(sentences, report)
        sources = [s for s in sentences if read_blocks[s.block].kind is BlockKind.SOURCE]
        base = source_chain(
            [block.span for block in read_blocks if block.kind is BlockKind.SOURCE], report, self._names,
            citing=self.lexicon.layout.citing,
            read_speaker=source_speaker(sources, text=report.text, lexicon=self.lexicon),
        )
        base = base or dateline_chain(report, self._names) or signature_chain(report, self._names)
        body = [s for s in sentences if read_blocks[s.block].kind is not BlockKind.SOURCE]
        if is_make_believe(body, lexicon=self.lexicon):
            return Heard()
        heard = Heard()
        claims = set_scenes(self._claims(body, report, base, heard), report.text)
        mentions = [mention for sentence in body for mention in sentence.mentions]
        claims = self._identifier.identify(claims, report, mentions=mentions)
        claims = name_holders(claims, mentions=mentions, bodies=self._bodies)
        heard.claims += (replace(claim, id=name_claim(claim)) for claim in claims)
        return heard

    def _name(self, sentences: Sequence[Sentence], report: Report) -> None:
        """Find the names of every sentence; places last, since they need to know the countries."""
        editions = self._names.editions_named(f"{report.title or ''}\n{report.text}")
        for sentence in sentences:
            found = self._names.find(sentence.span.of(report.text), published=report.published, editions=editions)
            own = [_moved(mention, sentence.span.start) for mention in found]
            sentence.mentions = meant_themselves(own, self._neighbours.find(report.text, sentence.span, own))
        context = countries_named([mention for sentence in sentences for mention in sentence.mentions])
        for sentence in sentences:
            places = find_places(
                sentence, text=report.text, gazetteer=self._knowledge.gazetteer, context=context,
                kinds=self.lexicon.definite_places,
            )
            names = [name for name in sentence.mentions if not any(name.span.overlaps(place.span) for place in places)]
            sentence.mentions = [*names, *places]

    def _claims(self, sentences: Sequence[Sentence], report: Report, base: Chain, heard: Heard) -> list[Claim]:
        """Go through the text in order, keeping what later sentences refer back to."""
        triggers = [list(find_triggers(sentence, lexicon=self.lexicon)) for sentence in sentences]
        memory = Memory()
        memory.note(base)
        tellings: list[Telling] = []
        country: str | None = None
        places: dict[PlaceKind, Place] = {}
        voice = Voice()
        earlier: tuple[TimeExpression, ...] = ()
        for sentence, found in zip(sentences, triggers, strict=True):
            findings = replace(self._findings(sentence, report, memory, base, voice), earlier=earlier)
            earlier += findings.times
            heard.voices.append((sentence, findings))
            setting = Setting(
                gazetteer=self._knowledge.gazetteer, country=country, places=places,
                definite=self.lexicon.definite_places, said=self.lexicon.said,
            )
            teller = Teller(report, self.lexicon, findings, setting)
            told = []
            for trigger in found:
                own = list(teller.tell(trigger))
                told += own
                heard.unreal += [] if own else [trigger.span]
            tellings += list(going_on_alike(told, sentence, tellings, text=report.text))
            tellings += teller.go_on(sentence, tellings)
            places |= {mention.place.kind: mention.place for mention in sentence.mentions if mention.place is not None}
            country = _state_named(sentence) or country
        heard.voices, quoted = spoken_to_the_end(heard.voices, text=report.text, base=base)
        tellings = [
            replace(each, claim=replace(each.claim, attribution=quoted[each.claim.sentence]))
            if each.claim.sentence in quoted else each for each in tellings
        ]
        claims = merge_tellings(tellings, published=report.published, told_next=True)
        return date_undated(
            claims, report=report, lead=_lead(sentences), drills=self._drills, times=earlier
        )

    def _findings(
        self, sentence: Sentence, report: Report, memory: Memory, base: Chain, voice: Voice
    ) -> Findings:
        times = self._figures.times(report.text, sentence.span, names=sentence.mentions)
        sentence.times = [time.span for time in times]
        quantities = find_sentence_quantities(sentence, text=report.text, figures=self._figures)
        sayings = find_sayings(sentence, text=report.text, lexicon=self.lexicon, memory=memory)
        chain = base if sentence.section is not Section.BACKGROUND else ()
        if chain:  # under a "Source:" line, "reportedly" speaks of that source
            sayings = [saying for saying in sayings if not is_rumour(saying)]
        speaking = voice.of(sentence, sayings, text=report.text)
        return Findings(times, (), quantities, tuple(sayings), (*chain, *speaking))


def _lead(sentences: Sequence[Sentence]) -> Span | None:
    """Give the first paragraph of the news itself."""
    body = [sentence for sentence in sentences if sentence.section is Section.BODY]
    own = [sentence.span for sentence in body if sentence.block == body[0].block]
    return Span(own[0].start, own[-1].end) if own else None


def _state_named(sentence: Sentence) -> str | None:
    """Give the first state that a sentence names."""
    return next((mention.state.id for mention in sentence.mentions if mention.state is not None), None)


def _moved(mention: Mention, offset: int) -> Mention:
    return replace(mention, span=mention.span.shifted(offset))
