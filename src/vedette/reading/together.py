"""Two readings of one report put together: what the rules read, with what the tags add to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vedette.model import Attribution, Claim, Knowledge, LinkKind, Period, PlaceRole, Report, Span, Stage
from vedette.model.codec import name_claim
from vedette.reading.facts import FactReader
from vedette.reading.figures import Figures
from vedette.reading.outlets import is_outlet_of
from vedette.reading.retelling import SAME_BREATH, Telling, merge_tellings
from vedette.reading.rules import RuleReader
from vedette.reading.rules.heard import Heard
from vedette.reading.tags import Tagger

# Rules are precise and know few ways of saying a thing; tags know many, and err more often where they are not sure.
# Where tags alone read real reports best, which nothing of theirs was chosen by; on the corpus .6 to .9 are alike.
SURE_ALONE = 0.8
# A block is worth a parse if the tagger holds it to be on our subjects at all. Of the paragraphs with events in the
# parts of the corpus that nothing was learned from, this leaves out one in some eight hundred; of the ordinary ones
# that both looks let through, one in three.
WORTH_PARSING = 0.3
_MEDIA = (LinkKind.OUTLET, LinkKind.AGENCY)
_WORD = re.compile(r"\w+")
Chain = tuple[Attribution, ...]


class TogetherReader:
    """Reads English by rules, and by tags where those are sure; keep it.

    Args:
        knowledge: Names, outlets, exercises, equipment and places.
        tagger: Finds the words that the rules do not know.
        sure: How sure tags have to be, 0..1.
    """

    def __init__(self, knowledge: Knowledge, *, tagger: Tagger, sure: float = SURE_ALONE) -> None:
        figures = Figures("en")
        self._rules = RuleReader(knowledge, figures=figures)
        self._facts = FactReader(knowledge, language="en", tagger=tagger, sure=sure, figures=figures, told_next=True)

    def read(self, report: Report) -> list[Claim]:
        """Read one report; its claims in the order of the text."""
        tagged = self._facts.tag(report)
        heard = self._rules.hear(report, only=tagged.on_subject(WORTH_PARSING))
        facts = [
            _heard(claim, heard) for claim in self._facts.facts(tagged)
            # What is asked for or aimed at may be told as planned; as done or denied it is told wrongly.
            if claim.stage is Stage.PLANNED or not heard.is_unreal(claim.trigger, lexicon=self._rules.lexicon)
        ]
        claims = put_together(heard.claims, facts, more=True, quoting=heard.quotes)
        return _relayed(claims, heard.relayed_lead(), outlet=report.outlet)


def put_together(
    ruled: Sequence[Claim], tagged: Sequence[Claim], *, more: bool, quoting: Callable[[Span], bool] | None = None
) -> list[Claim]:
    """Give the claims of the rules, with fields that they left open filled from the tags.

    Args:
        ruled: What the rules read.
        tagged: What was read by tags in the same report.
        more: Whether events that only the tags found are claims, too.
        quoting: Says whether the sentence at a stretch has a quotation of its own, and so tells of no other sentence.
    """
    filled: dict[str, Claim] = {claim.id: claim for claim in ruled}
    others: list[Claim] = []
    for claim in tagged:
        twin = next((other for other in ruled if _is_same(other, claim)), None)
        if twin is None:
            others.append(claim)
        else:
            filled[twin.id] = _filled(filled[twin.id], claim)
    filled = {name: _pointed_at(claim, tagged, quoting) for name, claim in filled.items()}
    tellings = [Telling(claim, 3, definite=False) for claim in filled.values()]
    if more:
        tellings += [Telling(claim, 2, definite=False) for claim in others]
        claims = merge_tellings(tellings, told_next=True)
    else:
        claims = sorted(filled.values(), key=lambda claim: (claim.trigger, claim.part))
    return [replace(claim, id=name_claim(claim)) for claim in claims]


def _relayed(claims: list[Claim], lead: tuple[Span, Chain] | None, *, outlet: str | None) -> list[Claim]:
    """Give what the sentence that opens a report tells, told by nobody, with whom the report is taken from."""
    links = tuple(link for link in lead[1] if not is_outlet_of(link, outlet)) if lead is not None else ()
    if lead is None or not links:
        return claims
    told = (
        replace(claim, attribution=links) if not claim.attribution and lead[0].holds(claim.trigger) else claim
        for claim in claims
    )
    return [replace(claim, id=name_claim(claim)) for claim in told]


def _pointed_at(ruled: Claim, tagged: Sequence[Claim], quoting: Callable[[Span], bool] | None) -> Claim:
    """Give a claim that nobody tells with whom a later sentence names for all of its own: "The ministry said this"."""
    if ruled.attribution:
        return ruled
    for other in tagged:
        later = all(link.span is not None and link.span.start >= other.sentence.end for link in other.attribution)
        spans = [link.span for link in other.attribution if link.span is not None]
        quotes = quoting is not None and any(map(quoting, spans))
        if other.attribution and later and not quotes and other.sentence.overlaps(ruled.sentence):
            return replace(ruled, attribution=other.attribution)
    return ruled


def _heard(claim: Claim, heard: Heard) -> Claim:
    """Give what only the tags know of with who says it by the parse of its sentence, where the tags misheard it.

    They did where they found nobody, somebody of another sentence, or one whom the speaker only speaks of.
    """
    told, own = claim.attribution, heard.chain_at(claim.trigger)
    origin = told[-1].span if told else None
    away = origin is not None and not claim.sentence.overlaps(origin)
    spoken_of = origin is not None and heard.is_spoken_of(origin, by=claim.trigger)
    if not own or (told and not away and not spoken_of):
        return claim if told else replace(claim, attribution=own)
    return replace(claim, attribution=_chain(own, told))


def _is_same(ruled: Claim, tagged: Claim) -> bool:
    if ruled.trigger.overlaps(tagged.trigger):
        return True
    near = ruled.trigger.gap(tagged.trigger) <= SAME_BREATH
    return ruled.type is tagged.type and near and ruled.sentence.overlaps(tagged.sentence)


def _filled(ruled: Claim, tagged: Claim) -> Claim:
    placed = any(mention.role is PlaceRole.AT for mention in ruled.places)
    return replace(
        ruled, period=_period(ruled.period, tagged.period),
        places=ruled.places if placed else ruled.places or tagged.places,
        actors=ruled.actors or tagged.actors, equipment=ruled.equipment or tagged.equipment,
        quantities=ruled.quantities or tagged.quantities, names=ruled.names or tagged.names,
        attribution=_chain(ruled.attribution, tagged.attribution),
    )


def _period(ruled: Period | None, tagged: Period | None) -> Period | None:
    """Give the time as the rules have it; as the tags have it where those found words for it, and the rules none."""
    worded = [period for period in (ruled, tagged) if period is not None and period.is_named]
    return worded[0] if worded else ruled or tagged


def _chain(ruled: Chain, tagged: Chain) -> Chain:
    """Give who says so as the rules have it; as the tags have it where those add to it."""
    if not ruled or not tagged:
        return ruled or tagged
    if all(link.kind is LinkKind.UNNAMED for link in ruled) and all(link.kind in _MEDIA for link in tagged):
        return (*tagged, *ruled)  # "..., the agency reported, citing its own sources"
    further = len(tagged) > len(ruled) and [link.name for link in tagged[: len(ruled)]] == [link.name for link in ruled]
    heard = {link.id for link in ruled if link.kind in _MEDIA} - {link.id for link in tagged}
    passed_on = not heard and all(link.kind in _MEDIA or link in ruled for link in tagged[:-1])
    through = len(tagged) >= len(ruled) and passed_on and _is_one(ruled[-1], tagged[-1])
    return tagged if further or through else (*ruled[:-1], _with_party(ruled[-1], tagged[-1]))


def _with_party(ruled: Attribution, tagged: Attribution) -> Attribution:
    """Give an official of whom the parse does not show whose he is with whose the text is found to speak of."""
    officials = ruled.kind is LinkKind.OFFICIAL and tagged.kind is LinkKind.OFFICIAL
    return replace(ruled, party=tagged.party) if officials and ruled.party is None else ruled


def _is_one(ruled: Attribution, tagged: Attribution) -> bool:
    """Say whether both have the words of one origin, or the other is the same in full: "Mr Sample", "A. Sample"."""
    if ruled.span is not None and tagged.span is not None and ruled.span.overlaps(tagged.span):
        return True
    alike = (ruled.kind in _MEDIA) is (tagged.kind in _MEDIA)
    last = _WORD.findall(ruled.name)[-1:]
    return alike and any(word in last for word in _WORD.findall(tagged.name))
