"""From a trigger to claims: who, when, where, how sure, who says so, put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vedette.model import Claim, EventType, Period, Precision, QuantityMention, Report
from vedette.reading.dated import LASTING, of_itself, stage_by_date
from vedette.reading.document import Mention, MentionKind, Sentence, Token
from vedette.reading.incident_words import INCIDENTS
from vedette.reading.retelling import Telling
from vedette.reading.rules.actors import acting_apart, find_actors
from vedette.reading.rules.attribution import Chain, chain_of, joined_chains
from vedette.reading.rules.belongings import find_equipment, find_event_quantities
from vedette.reading.rules.clauses import tiers
from vedette.reading.rules.dating import continuing_verb, find_length, find_periods
from vedette.reading.rules.factuality import Standing, judge
from vedette.reading.rules.findings import Findings
from vedette.reading.rules.grammar import doers, is_verb, objects
from vedette.reading.rules.incidents import (
    find_case,
    is_one_of,
    last_incident,
    named_again,
    things_named,
)
from vedette.reading.rules.lexicon import Lexicon
from vedette.reading.rules.scenes import Setting, find_event_places
from vedette.reading.rules.speakers import speaker
from vedette.reading.rules.triggers import Trigger, is_told, takes_part

FORCES = ("forces", "ships", "aircraft")  # classes of words for what an exercise is counted in


@dataclass(frozen=True, slots=True)
class Teller:
    """Makes the claims of the triggers of one sentence."""

    report: Report
    lexicon: Lexicon
    findings: Findings
    setting: Setting

    def tell(self, trigger: Trigger) -> Iterator[Telling]:
        """Give the claims of a trigger: one for each day it names, one for each state that acts alone."""
        standing = judge(trigger.sentence, trigger.token, lexicon=self.lexicon)
        if not standing.real:
            return
        chain = self._chain(trigger.token)
        told = is_told(trigger, lexicon=self.lexicon)
        part = 0
        for actors in acting_apart(trigger, find_actors(trigger, lexicon=self.lexicon)):
            speaker = chain[-1].party if chain else None
            claim = Claim(
                id="", report=self.report.id, type=trigger.type, stage=standing.stage,
                factuality=standing.factuality, evidence=standing.evidence, trigger=trigger.span,
                sentence=trigger.sentence.span, section=trigger.sentence.section, actors=actors,
                places=find_event_places(trigger, actors, setting=self.setting, speaker=speaker, told=told),
                equipment=find_equipment(trigger),
                quantities=find_event_quantities(trigger, self.findings.quantities, lexicon=self.lexicon),
                names=_names_of(trigger), attribution=chain,
            )
            for period in self._periods(trigger, standing) or (_year_of_name(trigger, self.report.published),):
                stage = stage_by_date(
                    standing.stage, period, type=claim.type, published=self.report.published,
                    may_be_later=self.report.may_be_later,
                )
                dated = replace(claim, period=period, stage=stage, part=part)
                part += 1
                yield self._telling(trigger, dated)

    def go_on(self, sentence: Sentence, tellings: Sequence[Telling]) -> Iterator[Telling]:
        """Read what a sentence adds to what the text told of before: "It goes on until Friday"."""
        own = [telling for telling in tellings if telling.claim.sentence == sentence.span]
        before = [telling for telling in tellings if telling not in own]
        yield from self._of_incident(sentence, before, own)
        last = next((telling for telling in reversed(before) if telling.claim.type in LASTING), None)
        if last is None:
            return
        if last.claim.type is EventType.EXERCISE:
            yield from self._counted(sentence, last.claim, own)
        verb = continuing_verb(sentence, lexicon=self.lexicon)
        if verb is None or own:
            return
        trigger = Trigger(sentence, verb, self.lexicon.rules[0])
        standing = judge(sentence, verb, lexicon=self.lexicon)
        for period in self._periods(trigger, standing)[:1]:
            claim = replace(
                last.claim, trigger=verb.span, sentence=sentence.span, period=period, stage=standing.stage,
                quantities=(),
            )
            yield Telling(claim, 2, definite=True)

    def _of_incident(
        self, sentence: Sentence, before: Sequence[Telling], own: Sequence[Telling]
    ) -> Iterator[Telling]:
        """Read which drone it was, and on which day one of several incidents was."""
        if any(telling.claim.type in INCIDENTS for telling in own):
            return
        last = last_incident(sentence, before)
        if last is None:
            return
        for mention, verb in things_named(sentence):
            yield from self._named_again(sentence, mention, verb, last)
        noun = find_case(sentence)
        if noun is not None:
            yield from self._case(sentence, noun, last)

    def _named_again(self, sentence: Sentence, mention: Mention, verb: Token, last: Telling) -> Iterator[Telling]:
        standing = judge(sentence, verb, lexicon=self.lexicon)
        if standing.real:
            claim = named_again(last.claim, mention, sentence)
            chain = joined_chains(self._chain(verb), self._namer(sentence, verb))
            claim = replace(claim, factuality=standing.factuality, attribution=chain)
            yield Telling(claim, 2, definite=True, same_as=frozenset({last.claim.trigger}))

    def _namer(self, sentence: Sentence, verb: Token) -> Chain:
        """Give who says what a thing was by naming it: "the ministry identified it as ..."."""
        subjects = sentence.kids(verb, "nsubj") if verb.lemma in sentence.words["identify"] else ()
        links = (
            speaker(sentence, head, text=self.report.text, cue=verb.text, lexicon=self.lexicon) for head in subjects
        )
        return tuple(link for link in links if link is not None)

    def _case(self, sentence: Sentence, noun: Token, last: Telling) -> Iterator[Telling]:
        """Give the incident that a noun stands for: one of several, or the one told of, with its day."""
        trigger = Trigger(sentence, noun, self.lexicon.rules[0])
        again = frozenset() if is_one_of(last) else frozenset({last.claim.trigger})
        for period in self._periods(trigger, judge(sentence, noun, lexicon=self.lexicon))[:1]:
            claim = replace(
                last.claim, trigger=noun.span, sentence=sentence.span, section=sentence.section, period=period,
                quantities=(), equipment=(), attribution=self._chain(noun),
            )
            yield Telling(claim, 3, definite=bool(again), same_as=again)

    def _chain(self, token: Token) -> Chain:
        return joined_chains(self.findings.chain, chain_of(token, self.findings.sayings))

    def _counted(self, sentence: Sentence, told: Claim, own: Sequence[Telling]) -> Iterator[Telling]:
        """Read "Some 18,000 soldiers take part", "8,000 troops are in the field": how many, in what was told before."""
        joining = next((word for word in sentence.tokens if takes_part(sentence, word, lexicon=self.lexicon)), None)
        verb = joining or next((word for word in sentence.tokens if word.head == word.index and is_verb(word)), None)
        if verb is None or (own and not _recalls_edition(sentence, verb, told, own)):
            return
        trigger = Trigger(sentence, verb, self.lexicon.rules[0])
        found = find_event_quantities(trigger, self.findings.quantities, lexicon=self.lexicon)
        end = min((telling.claim.trigger.start for telling in own), default=sentence.span.end)
        quantities = tuple(
            each for each in found
            if (joining or self._is_of_forces(each, sentence)) and each.span is not None and each.span.end <= end
        )
        if quantities:
            claim = replace(told, trigger=verb.span, sentence=sentence.span, period=None, quantities=quantities)
            yield Telling(claim, 2, definite=True)

    def _is_of_forces(self, quantity: QuantityMention, sentence: Sentence) -> bool:
        head = sentence.head_of(quantity.span) if quantity.span is not None else None
        return head is not None and any(self.lexicon.in_class(head.lemma, name) for name in FORCES)

    def _periods(self, trigger: Trigger, standing: Standing) -> tuple[Period, ...]:
        found = find_periods(
            trigger, times=self.findings.times, earlier=self.findings.earlier, published=self.report.published,
            stage=standing.stage, lexicon=self.lexicon,
        )
        return tuple(
            period for period in found
            if of_itself(period, type=trigger.type, stage=standing.stage, published=self.report.published)
        )

    def _telling(self, trigger: Trigger, claim: Claim) -> Telling:
        strength = 3 if is_verb(trigger.token) else 2
        length = find_length(trigger, times=self.findings.times)
        if not is_told(trigger, lexicon=self.lexicon):
            strength = 2 if claim.period is not None else 1
        return Telling(claim, strength, definite=_is_definite(trigger), plural=_is_plural(trigger), length=length)


def _year_of_name(trigger: Trigger, published: str | None) -> Period | None:
    """Date an earlier edition by its name: "Zapad 2021", in a report of another year, was in 2021."""
    mention = trigger.sentence.mention_at(trigger.token, MentionKind.EXERCISE)
    year = mention.exercise.year if mention is not None and mention.exercise is not None else None
    if mention is None or year is None or published is None or str(year) >= published[:4]:
        return None
    return Period(start=str(year), precision=Precision.YEAR, text=mention.name, span=mention.span)


def _recalls_edition(sentence: Sentence, verb: Token, told: Claim, own: Sequence[Telling]) -> bool:
    """Say whether a sentence goes on with an exercise and only then recalls another edition of such.

    "5,400 soldiers are in the forests, and some recall that Example Shield 2017 had more": all that it tells itself
    stands outside its first clause.
    """
    first = {token.index for token in tiers(sentence, verb)[0]}
    triggers = [token.index for telling in own for token in sentence.at(telling.claim.trigger)]
    drills = [telling.claim.names for telling in own if telling.claim.type is EventType.EXERCISE]
    others = bool(told.names) and any(names and not set(names) & set(told.names) for names in drills)
    return others and not any(set(names) & set(told.names) for names in drills) and not first.intersection(triggers)


def _names_of(trigger: Trigger) -> tuple[str, ...]:
    """Give the names of the exercise that a claim is about, or that it stands in the light of."""
    sentence = trigger.sentence
    named = [mention for mention in sentence.mentions if mention.kind is MentionKind.EXERCISE]
    if trigger.type is EventType.EXERCISE and len({mention.name for mention in named}) > 1:
        own = sentence.mention_at(trigger.token, MentionKind.EXERCISE)
        below = {token.index for token in sentence.subtree(trigger.token)}
        close = [mention for mention in named if any(token.index in below for token in sentence.at(mention.span))]
        named = [own] if own is not None else close[:1]
    return tuple(dict.fromkeys(name for mention in named for name in (mention.name, mention.alias) if name is not None))


def _is_plural(trigger: Trigger) -> bool:
    """Say whether several things do it: "two drones entered", "repeated incursions"."""
    things = [trigger.token, *doers(trigger.sentence, trigger.token), *objects(trigger.sentence, trigger.token)]
    return any(token.tag == "NNS" for token in things)


def _is_definite(trigger: Trigger) -> bool:
    sentence = trigger.sentence
    return any(child.lemma in sentence.words["definite"] for child in sentence.kids(trigger.token, "det", "poss"))
