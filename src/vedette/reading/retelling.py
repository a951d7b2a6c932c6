"""The same event told twice in one report is one claim, with what each telling adds.

"Finland opened Example Shield on Monday ... The drill goes on until Friday ...
during the manoeuvres": the first telling is kept, the second gives it an end,
the third adds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vedette.model import (
    Attribution,
    Claim,
    EventType,
    Factuality,
    LinkKind,
    Period,
    PlaceRole,
    QuantityMention,
    Section,
    Span,
    Stage,
)
from vedette.reading.dated import COUNTED, MEASURES, Length, as_deadline, joined, report_day, with_length
from vedette.reading.retold import by_another, names_by_itself, told_with
from vedette.reading.several import is_of_days, is_sum

# Types under which reports tell of one incident in other words.
_INCIDENT = frozenset({EventType.AIRSPACE_VIOLATION, EventType.DRONE_INCIDENT})
# A report tells of one such measure several times: that it was taken, why, until when.
_RESTRICTIONS = frozenset({EventType.AIRSPACE_RESTRICTION, EventType.BORDER_CLOSURE, EventType.MOVEMENT_RESTRICTION})
SAME_BREATH = 60  # characters between two words of one sentence that tell of one thing
NEXT = 200  # characters between two sentences of which one at most stands between
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_JUDGING = (LinkKind.EXPERT, LinkKind.UNNAMED, LinkKind.WITNESS)
_ORDER = (Stage.PLANNED, Stage.UNDER_WAY, Stage.HAPPENED)


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with how much it tells: 3 a verb of its own, 2 a noun that something is said of, 1 a mere mention.

    ``same_as`` are the triggers of other tellings of which it is known that they
    tell of the same event; what has some is no telling of anything else.
    ``length`` is how long it lasts, where the text says so.
    """

    claim: Claim
    strength: int
    definite: bool  # "the exercises", "this incident": speaks of what was told before
    plural: bool = False  # "incursions": several, not the one told of elsewhere
    same_as: frozenset[Span] = frozenset()
    length: Length | None = None


def merge_tellings(
    tellings: Sequence[Telling], *, published: str | None = None, told_next: bool = False
) -> list[Claim]:
    """Give each event of a report once, in the order of the text.

    Args:
        tellings: Of the whole report.
        published: Its date, on which a measure begins that is told only with its length.
        told_next: Whether what the narrator tells in short is of who tells of it in the next sentence. Where rules and
            tags read a report it mostly is; where tags do alone, on the annotated corpus, oftener not.
    """
    kept: list[Telling] = []
    for telling in sorted(tellings, key=_weight):
        alike = [index for index, other in enumerate(kept) if _same(other, telling)]
        twin = min(alike, key=lambda index: _nearness(kept[index], telling), default=None)
        other = kept[twin] if twin is not None else None
        if twin is None or other is None:
            kept.append(telling)
        elif by_another(other.claim, telling.claim) or names_by_itself(telling.claim, other.claim):
            if telling.strength > 1:
                first, second = other.claim, telling.claim
                kept[twin] = replace(other, claim=told_with(first, second, published=published))
                kept.append(replace(telling, claim=told_with(second, first, published=published)))
        else:
            kept[twin] = replace(
                other, claim=_enriched(other, telling, told_next=told_next), length=other.length or telling.length,
                same_as=other.same_as | telling.same_as | {telling.claim.trigger},
            )
    claims = [_with_end(telling, published) for telling in kept]
    return sorted(claims, key=lambda claim: (claim.trigger.start, claim.trigger.end))


def without_repeats_in_headings(claims: Sequence[Claim]) -> list[Claim]:
    """Leave out what only a headline tells, where the text tells of such a thing, too: it told that in other words.

    A headline says more than its text where the text is a picture, or each
    headline of a digest is news of its own.

    Args:
        claims: Each event of the report once, in the order of the text.
    """
    text = [claim for claim in claims if claim.section is not Section.HEADLINE]
    return [
        claim for claim in claims
        if claim.section is not Section.HEADLINE or not any(_types_agree(claim.type, other.type) for other in text)
    ]


def _with_end(telling: Telling, published: str | None) -> Claim:
    claim, length = telling.claim, telling.length
    period, day = claim.period, report_day(published)
    if period is None and length is not None and claim.type in MEASURES and day is not None:
        period = Period(start=day, doubt=COUNTED)
    period = with_length(period, length, type=claim.type)
    return replace(claim, period=as_deadline(period, type=claim.type, stage=claim.stage))


def _weight(telling: Telling) -> tuple[int, bool, int]:
    """Order tellings: what tells most first.

    Of an exercise, verbs ("are training") tell no more than nouns, and its name
    and date tell more than "the drills".
    """
    claim = telling.claim
    if claim.type is not EventType.EXERCISE:
        return -telling.strength, telling.definite, claim.trigger.start
    weight = min(telling.strength, 2) + bool(claim.names) + (_worded(claim.period) is not None)
    weight += claim.factuality is Factuality.ASSERTED
    return -weight, telling.definite, claim.trigger.start


def _nearness(kept: Telling, telling: Telling) -> tuple[bool, bool, int]:
    """Prefer what has the same name, then what the same voice tells, then what stands nearest."""
    named_alike = bool(set(kept.claim.names) & set(telling.claim.names))
    return not named_alike, by_another(kept.claim, telling.claim), kept.claim.trigger.gap(telling.claim.trigger)


def _same(kept: Telling, other: Telling) -> bool:
    """Say whether two tellings of one report are of one event."""
    first, second = kept.claim, other.claim
    if first.trigger == second.trigger or not _could_be_one(first, second) or _is_part(kept, other):
        return False
    if first.trigger in other.same_as or second.trigger in kept.same_as or kept.same_as & other.same_as:
        return True
    if other.same_as:
        return False  # it is known what it tells again
    if first.type is EventType.EXERCISE:
        return _is_same_exercise(first, other)
    goes_on = first.type in _RESTRICTIONS and second.period is not None and second.period.start is None
    if not _places_agree(first, second) or (kept.plural != other.plural and not (other.definite or goes_on)):
        return False
    if not (other.strength == 1 or other.definite) and first.sentence == second.sentence:
        near = abs(first.trigger.start - second.trigger.start) < SAME_BREATH
        return first.type in _INCIDENT or near
    if _actors_disagree(first, second):
        return False
    mine, theirs = _worded(first.period), _worded(second.period)
    undated = theirs is None or theirs.start is None
    both_dated = mine is not None and theirs is not None
    return other.strength == 1 or other.definite or both_dated or (undated and first.type in _RESTRICTIONS)


def _could_be_one(first: Claim, second: Claim) -> bool:
    """Say whether nothing that two claims state rules out that they are of one event."""
    denied = Factuality.DENIED
    cancelled = Stage.CANCELLED
    return (
        _types_agree(first.type, second.type)
        and (first.factuality is denied) == (second.factuality is denied)
        and (first.stage is cancelled) == (second.stage is cancelled)
        and _names_agree(first, second)
        and _periods_agree(first.period, second.period)
    )


def _is_part(one: Telling, other: Telling) -> bool:
    """Say whether one of two tellings is of several things over weeks, and the other of one of them.

    That is one on a day; without a day, one alone that is more than mentioned.
    """
    sums = [is_sum(telling.claim, plural=telling.plural) for telling in (one, other)]
    if sums[0] is sums[1]:
        return False
    part = other if sums[0] else one
    return is_of_days(part.claim.period) or (part.claim.period is None and part.strength > 1 and not part.plural)


def _is_same_exercise(first: Claim, other: Telling) -> bool:
    """Say whether a telling is of the exercise told of; a report seldom tells of two without naming one."""
    second = other.claim
    named_alike = bool(set(first.names) & set(second.names))
    if not (named_alike or other.definite or _places_agree(first, second)) or _of_other_years(first, second):
        return False
    if first.factuality is not second.factuality and other.strength > 1 and not other.definite:
        return False
    return named_alike or (not (first.names and second.names) and not _actors_disagree(first, second))


def _of_other_years(first: Claim, second: Claim) -> bool:
    """Say whether one is named after a year in which the other was not: "Zapad 2025", "the drills of early 2022"."""
    mine, theirs = ({year for name in claim.names for year in _YEAR.findall(name)} for claim in (first, second))
    return _is_of_another(mine, second.period) or _is_of_another(theirs, first.period)


def _is_of_another(years: set[str], period: Period | None) -> bool:
    told = _worded(period)
    if not years or told is None or told.start is None:
        return False
    first, last = told.start[:4], (told.end or told.start)[:4]
    return all(year < first or (year > last and not told.open_end) for year in years)


def _types_agree(first: EventType, second: EventType) -> bool:
    return first is second or {first, second} <= _INCIDENT


def _names_agree(first: Claim, second: Claim) -> bool:
    return not first.names or not second.names or bool(set(first.names) & set(second.names))


def _worded(period: Period | None) -> Period | None:
    """Leave out a time that is not that of the words themselves: it tells no two events apart."""
    return period if period is not None and period.is_named else None


def _periods_agree(first: Period | None, second: Period | None) -> bool:
    first, second = _worded(first), _worded(second)
    if first is None or second is None:
        return True
    if first.first_day is None or second.first_day is None:
        return True
    latest_start = max(first.first_day, second.first_day)
    ends = [period.last_day for period in (first, second) if period.last_day is not None]
    return not ends or latest_start <= min(ends)


def _places_agree(first: Claim, second: Claim) -> bool:
    mine, theirs = _countries(first), _countries(second)
    return not mine or not theirs or bool(mine & theirs)


def _countries(claim: Claim) -> set[str]:
    return {code for mention in claim.places if mention.role is PlaceRole.AT for code in mention.place.countries}


def _actors_disagree(first: Claim, second: Claim) -> bool:
    mine, theirs = {a.party for a in first.actors if a.party}, {a.party for a in second.actors if a.party}
    return bool(mine) and bool(theirs) and not mine & theirs


def _enriched(kept: Telling, telling: Telling, *, told_next: bool) -> Claim:
    """Give the claim with what the other telling adds; what it says itself stays."""
    claim, other = kept.claim, telling.claim
    if telling.strength == 1 and not kept.definite:
        return claim  # a mention on the way says nothing new of the event
    return replace(
        claim,
        period=joined(claim.period, other.period, type=claim.type),
        places=claim.places or other.places, actors=claim.actors or other.actors,
        names=claim.names or other.names, equipment=claim.equipment or other.equipment,
        quantities=_together(claim, other),
        attribution=claim.attribution or (_told_next(claim, other) if told_next else ()),
        stage=_further(claim, telling),
    )


def _told_next(claim: Claim, other: Claim) -> tuple[Attribution, ...]:
    """Give who tells of an event right behind the sentence in which the narrator told of it in short.

    Not who only judges it: "... Experts believe that the drills were a rehearsal".
    """
    near = 0 <= other.sentence.start - claim.sentence.end <= NEXT
    says = all(link.cue is not None for link in other.attribution[-1:])
    known = all(link.kind not in _JUDGING for link in other.attribution)
    return other.attribution if near and says and known else ()


def _together(claim: Claim, other: Claim) -> tuple[QuantityMention, ...]:
    """Join figures of an exercise, which come in several sentences; of other events the first telling's stand."""
    if claim.type is not EventType.EXERCISE:
        return claim.quantities or other.quantities
    known = {(quantity.value, quantity.unit) for quantity in claim.quantities}
    return claim.quantities + tuple(item for item in other.quantities if (item.value, item.unit) not in known)


def _further(claim: Claim, telling: Telling) -> Stage:
    """Give the stage that is farther along, where the other telling says so by more than a mention."""
    named_alike = bool(set(claim.names) & set(telling.claim.names))
    told = telling.strength > 1 and (named_alike or telling.definite)
    if not told or Stage.CANCELLED in (claim.stage, telling.claim.stage):
        return claim.stage
    return max(claim.stage, telling.claim.stage, key=_ORDER.index)
