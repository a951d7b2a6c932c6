"""The reader: a report through layout, parsing, names, triggers and their arguments, to claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vedette.model import Claim, EventType, Knowledge, Place, PlaceKind, QuantityMention, ReadReport, Report, Section, Span, Stage
from vedette.model.codec import name_claim
from vedette.reading.arguments import acting_apart, find_actors, find_equipment, find_event_places, find_event_quantities
from vedette.reading.attribution import Chain, Memory, Saying, chain_of, find_sayings, is_quote, source_line
from vedette.reading.dating import LASTING, continuing_verb, find_periods
from vedette.reading.document import Block, BlockKind, Mention, MentionKind, Sentence
from vedette.reading.factuality import judge
from vedette.reading.grammar import doers, is_verb, objects
from vedette.reading.layout import lay_out
from vedette.reading.lexicon import Lexicon, load_lexicon
from vedette.reading.names import NameIndex
from vedette.reading.parsing import Parser, SpacyParser
from vedette.reading.places import countries_named, find_places
from vedette.reading.quantities import QuantityWords, find_quantities, load_quantity_words
from vedette.reading.retelling import Telling, merge_tellings
from vedette.reading.times import TimeExpression, TimeWords, find_times, load_time_words
from vedette.reading.triggers import Trigger, find_triggers, is_make_believe, is_told

READ_LANGUAGES = ("en",)


def read(reports: Iterable[Report], *, knowledge: Knowledge) -> Iterator[ReadReport]:
    """Read reports into claims, one after the other, in their order.

    A report in a language that is not read gets a note and no claims. Nothing
    is guessed.

    Args:
        reports: What was collected.
        knowledge: Names, outlets, exercises, equipment and places.

    Yields:
        Each report with its claims in the order of the text.
    """
    reader: Reader | None = None
    for report in reports:
        language = report.language or "en"
        if language not in READ_LANGUAGES:
            yield ReadReport(report=report, claims=(), note=f"Language {language} is not read.")
            continue
        if reader is None:
            reader = Reader(knowledge, language=language)
        yield ReadReport(report=report, claims=tuple(reader.read(report)))


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a sentence beside its names."""

    times: tuple[TimeExpression, ...]
    quantities: tuple[QuantityMention, ...]
    sayings: tuple[Saying, ...]
    chain: Chain  # what goes before any saying: a "Source:" line, or who a quotation goes on with


class Reader:
    """Reads reports of one language. Loading it takes about a second; keep it."""

    def __init__(self, knowledge: Knowledge, *, language: str = "en", parser: Parser | None = None) -> None:
        self._knowledge = knowledge
        self._lexicon: Lexicon = load_lexicon(language)
        self._names = NameIndex(knowledge, language=language, ordinary=self._lexicon.ordinary_names)
        self._parser = parser or SpacyParser(lemmas=self._lexicon.lemmas)
        self._times: TimeWords = load_time_words(language)
        self._quantities: QuantityWords = load_quantity_words(language)

    def read(self, report: Report) -> list[Claim]:
        """Read one report; its claims in the order of the text."""
        blocks = lay_out(report.text, words=self._lexicon.layout, title=report.title)
        read_blocks = [block for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.SOURCE)]
        if not any(block.kind is BlockKind.PARAGRAPH for block in read_blocks):
            read_blocks = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
        [sentences] = self._parser.parse([(report.text, read_blocks)])
        self._name(sentences, read_blocks, report)
        base = source_line(
            [s for s in sentences if read_blocks[s.block].kind is BlockKind.SOURCE],
            text=report.text, outlet=report.outlet, lexicon=self._lexicon,
        )
        body = [s for s in sentences if read_blocks[s.block].kind is not BlockKind.SOURCE]
        if is_make_believe(body, lexicon=self._lexicon):
            return []
        return [replace(claim, id=name_claim(claim)) for claim in self._claims(body, read_blocks, report, base)]

    def _name(self, sentences: Sequence[Sentence], blocks: Sequence[Block], report: Report) -> None:
        """Find the names of every sentence; places last, since they need to know the countries."""
        editions = self._names.editions_named(f"{report.title or ''}\n{report.text}")
        for sentence in sentences:
            found = self._names.find(sentence.span.of(report.text), published=report.published, editions=editions)
            sentence.mentions = [_moved(mention, sentence.span.start) for mention in found]
        context = countries_named([mention for sentence in sentences for mention in sentence.mentions])
        for sentence in sentences:
            places = find_places(sentence, text=report.text, gazetteer=self._knowledge.gazetteer, context=context)
            names = [name for name in sentence.mentions if not any(name.span.overlaps(place.span) for place in places)]
            sentence.mentions = [*names, *places]

    def _claims(
        self, sentences: Sequence[Sentence], blocks: Sequence[Block], report: Report, base: Chain
    ) -> list[Claim]:
        memory = Memory()
        tellings: list[Telling] = []
        country: str | None = None
        scenes: dict[PlaceKind, Place] = {}
        quoting: tuple[int, Chain] = (-1, ())
        memory.note(base)
        for sentence in sentences:
            found = self._found(sentence, report, memory, base, quoting)
            if found.sayings:
                quoting = (sentence.block, found.sayings[0].links)
            for trigger in find_triggers(sentence, lexicon=self._lexicon):
                tellings += self._tellings(trigger, found, report, country, scenes)
            tellings += self._continued(sentence, found, report, tellings)
            scenes |= {m.place.kind: m.place for m in sentence.mentions if m.place is not None}
            country = _last_country(sentence) or country
            memory.country = country
        return merge_tellings(tellings)

    def _found(
        self, sentence: Sentence, report: Report, memory: Memory, base: Chain, quoting: tuple[int, Chain]
    ) -> _Found:
        text = sentence.span.of(report.text)
        masked = [
            Span(mention.span.start - sentence.span.start, mention.span.end - sentence.span.start)
            for mention in sentence.mentions if mention.kind in (MentionKind.EXERCISE, MentionKind.EQUIPMENT, MentionKind.OUTLET)
        ]
        times = [replace(time, span=_shifted(time.span, sentence.span.start)) for time in find_times(text, words=self._times, masked=masked)]
        sentence.times = [time.span for time in times]
        masked += [Span(time.span.start - sentence.span.start, time.span.end - sentence.span.start) for time in times]
        quantities = [
            replace(quantity, span=_shifted(quantity.span, sentence.span.start) if quantity.span else None)
            for quantity in find_quantities(text, words=self._quantities, masked=masked)
        ]
        sayings = find_sayings(sentence, text=report.text, lexicon=self._lexicon, memory=memory)
        chain = base if sentence.section is not Section.BACKGROUND else ()
        if not sayings and quoting[0] == sentence.block and is_quote(sentence, text=report.text):
            chain = (*chain, *quoting[1])
        return _Found(tuple(times), tuple(quantities), tuple(sayings), chain)

    def _tellings(
        self, trigger: Trigger, found: _Found, report: Report, country: str | None,
        scenes: Mapping[PlaceKind, Place],
    ) -> Iterator[Telling]:
        """Give the claims of one trigger: one for each day it names, one for each state that acts alone."""
        standing = judge(trigger.sentence, trigger.token, lexicon=self._lexicon)
        if not standing.real:
            return
        everyone = find_actors(trigger, lexicon=self._lexicon)
        periods = find_periods(trigger, times=found.times, published=report.published, stage=standing.stage, lexicon=self._lexicon)
        chain = _joined(found.chain, chain_of(trigger.token, found.sayings))
        for actors in acting_apart(trigger, everyone):
            places = find_event_places(
                trigger, actors, gazetteer=self._knowledge.gazetteer, last_country=country, scenes=scenes,
                speaker=chain[-1].party if chain else None,
            )
            for period in periods or (None,):
                ahead = standing.stage is Stage.HAPPENED and period is not None and _lies_ahead(period.first_day, report.published)
                claim = Claim(
                    id="", report=report.id, type=trigger.type, stage=Stage.PLANNED if ahead else standing.stage,
                    factuality=standing.factuality, evidence=standing.evidence, trigger=trigger.span,
                    sentence=trigger.sentence.span, section=trigger.sentence.section, period=period, places=places,
                    actors=actors, equipment=find_equipment(trigger),
                    quantities=find_event_quantities(trigger, found.quantities, lexicon=self._lexicon),
                    names=_names_of(trigger), attribution=chain,
                )
                yield Telling(claim, _strength(trigger, claim, self._lexicon), _is_definite(trigger), _is_plural(trigger))


    def _continued(
        self, sentence: Sentence, found: _Found, report: Report, tellings: Sequence[Telling]
    ) -> Iterator[Telling]:
        """Read "It is to last until 28 August": a time of what the text told of before."""
        last = next((telling for telling in reversed(tellings) if telling.claim.type in LASTING), None)
        verb = continuing_verb(sentence, lexicon=self._lexicon)
        if last is None or verb is None or any(t.claim.sentence == sentence.span for t in tellings):
            return
        trigger = Trigger(sentence, verb, self._lexicon.rules[0])
        stage = judge(sentence, verb, lexicon=self._lexicon).stage
        periods = find_periods(trigger, times=found.times, published=report.published, stage=stage, lexicon=self._lexicon)
        for period in periods[:1]:
            claim = replace(
                last.claim, trigger=verb.span, sentence=sentence.span, period=period, stage=stage, quantities=(),
            )
            yield Telling(claim, 2, True)


def _joined(base: Chain, own: Chain) -> Chain:
    return (*base, *(link for link in own if all(link.name != other.name for other in base)))


def _names_of(trigger: Trigger) -> tuple[str, ...]:
    """Give the names of the exercise that a claim is about, or that it stands in the light of."""
    sentence = trigger.sentence
    named = [mention for mention in sentence.mentions if mention.kind is MentionKind.EXERCISE]
    if trigger.type is EventType.EXERCISE and len({mention.name for mention in named}) > 1:
        own = sentence.mention_at(trigger.token, MentionKind.EXERCISE)
        below = {token.index for token in sentence.subtree(trigger.token)}
        close = [mention for mention in named if any(token.index in below for token in sentence.at(mention.span))]
        named = [own] if own is not None else close[:1]
    return tuple(dict.fromkeys(mention.name for mention in named))


def _is_plural(trigger: Trigger) -> bool:
    """Say whether several things do it: "two drones entered", "repeated incursions"."""
    things = [trigger.token, *doers(trigger.sentence, trigger.token), *objects(trigger.sentence, trigger.token)]
    return any(token.tag == "NNS" for token in things)


def _strength(trigger: Trigger, claim: Claim, lexicon: Lexicon) -> int:
    if not is_told(trigger, lexicon=lexicon):
        return 2 if claim.period is not None else 1
    return 3 if is_verb(trigger.token) else 2


def _is_definite(trigger: Trigger) -> bool:
    return any(
        child.lemma in ("the", "this", "these", "that", "those", "its", "their")
        for child in trigger.sentence.kids(trigger.token, "det", "poss")
    )


def _last_country(sentence: Sentence) -> str | None:
    states = [
        mention.actor.id for mention in sentence.mentions
        if mention.kind is MentionKind.ACTOR and mention.actor is not None and mention.actor.kind == "state"
    ]
    return states[0] if states else None


def _lies_ahead(day: str | None, published: str | None) -> bool:
    return day is not None and published is not None and len(published) >= 10 and day > published[:10]


def _shifted(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _moved(mention: Mention, offset: int) -> Mention:
    return replace(mention, span=_shifted(mention.span, offset))
