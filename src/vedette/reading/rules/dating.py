"""Which of the times of a sentence is an event's own, and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vedette.model import EventType, Period, Section, Span, Stage
from vedette.reading.anchors import tell_when
from vedette.reading.dated import (
    LASTING,
    MEASURES,
    Length,
    days_listed,
    ended,
    inherited,
    is_from_now_on,
)
from vedette.reading.document import Sentence, Token
from vedette.reading.ground import SPOKEN
from vedette.reading.rules.clauses import tiers
from vedette.reading.rules.grammar import doers, governing_verb, is_set_apart, is_verb
from vedette.reading.rules.lexicon import Lexicon
from vedette.reading.rules.triggers import Trigger, is_told
from vedette.reading.times import Tense, TimeExpression, TimeKind

# What happens on one day and again on another is told with several dates: "on Tuesday, Friday and on October 5".
_REPEATED = frozenset({
    EventType.AIRSPACE_RESTRICTION, EventType.AIRSPACE_VIOLATION, EventType.DRONE_INCIDENT, EventType.STRIKE,
    EventType.SHOOTDOWN, EventType.JAMMING, EventType.BORDER_CLOSURE, EventType.MARITIME_INCIDENT,
})
ABOVE = 2  # the third of the groups of words around an event: clauses that are not its own
_PHASES = ("begin_verbs", "end_verbs", "continue_verbs", "hold_verbs")


def find_periods(
    trigger: Trigger, *, times: Sequence[TimeExpression], earlier: Sequence[TimeExpression] = (),
    published: str | None, stage: Stage, lexicon: Lexicon,
) -> tuple[Period, ...]:
    """Find when an event happened or will, from the words nearest to it; each day where it is told of several.

    Args:
        trigger: The event.
        times: The time expressions of its sentence.
        earlier: Those of the sentences before, from which "the next day" is counted.
        published: The date of the report, against which "Friday" is read.
        stage: Planned things lie ahead, others behind.
        lexicon: The language.
    """
    dial = _Dial(trigger, (*earlier, *times), published, stage, lexicon)
    times = [time for time in times if not is_from_now_on(time)] or (times if trigger.type in MEASURES else ())
    until = _until_what(trigger, times) if trigger.type in LASTING else None
    if until is not None:
        found = find_periods(
            trigger, times=[time for time in times if time is not until[0]], earlier=earlier, published=published,
            stage=stage, lexicon=lexicon,
        )
        return _ended(found, dial.read_until(*until))
    near = 3 if is_told(trigger, lexicon=lexicon) else 1
    said = _said(trigger) if trigger.type in SPOKEN else frozenset()
    for number, tier in enumerate(tiers(trigger.sentence, trigger.token, barrier=lexicon.said)[:near]):
        own = [time for time in times if _stands_in(time.span, tier, trigger.sentence, but=said)]
        periods = [period for time in own if (period := dial.read(time)) is not None and (period.start or period.end)]
        if periods:
            found = _put_together(periods, trigger, lexicon)
            own_words = number == 0 or (number < ABOVE and not is_set_apart(trigger.sentence, trigger.token))
            return found if own_words else tuple(inherited(period) for period in found)
    return tuple(_only_one(dial, times, said))


@dataclass(frozen=True, slots=True)
class _Dial:
    """Reads the times of an event as the tense of its clause means them."""

    trigger: Trigger
    told: tuple[TimeExpression, ...]
    published: str | None
    stage: Stage
    lexicon: Lexicon

    def read(self, expression: TimeExpression) -> Period | None:
        """Tie a time to the calendar."""
        return tell_when(expression, self.told, published=self.published, tense=self._tense_of(expression))

    def read_until(self, expression: TimeExpression, verb: Token) -> Period | None:
        """Tie the time of an until-clause to the calendar: it lies ahead, unless the verb of its own is past."""
        tense = Tense.PAST if verb.tag == "VBD" else Tense.FUTURE
        return tell_when(expression, self.told, published=self.published, tense=tense)

    def _tense_of(self, expression: TimeExpression) -> Tense:
        """Give the side on which a time lies: "begins on Thursday", in the present, is the Thursday to come."""
        sentence = self.trigger.sentence
        verb = governing_verb(sentence, self.trigger.token) or self.trigger.token
        tense = _tense(sentence, verb, self.stage, self.lexicon)
        if tense is not Tense.PRESENT or expression.kind is not TimeKind.WEEKDAY or verb.tag not in ("VBZ", "VBP"):
            return tense
        phase = any(verb.lemma in self.lexicon.certainty[kind] for kind in _PHASES)
        set_down = phase or self.trigger.type is EventType.LAW_OR_VOTE
        return Tense.FUTURE if set_down and sentence.section is not Section.HEADLINE else tense


def _until_what(trigger: Trigger, times: Sequence[TimeExpression]) -> tuple[TimeExpression, Token] | None:
    """Give the time and the verb of a clause that says until what an event lasts: "until the board meets on Monday"."""
    sentence = trigger.sentence
    holder = governing_verb(sentence, trigger.token) or trigger.token
    for time in times:
        head = sentence.head_of(time.span)
        for above in sentence.ancestors(head) if head is not None and time.kind is not TimeKind.BOUND else ():
            marks = sentence.words["until_marks"]
            if above.dep == "advcl" and any(child.text.casefold() in marks for child in sentence.kids(above, "mark")):
                parent = sentence.parent(above)
                own = parent is not None and parent.index in (holder.index, trigger.token.index)
                return (time, above) if own else None
    return None


def _ended(found: tuple[Period, ...], until: Period | None) -> tuple[Period, ...]:
    """Give what was found of an event the end that is told of it."""
    last = (until.end or until.start) if until is not None else None
    if until is None or last is None:
        return found
    if not found:
        return (replace(until, start=None, end=last, open_end=False),)
    first, *others = found
    ends = first.end is None and (first.start is None or first.start <= last)
    return (replace(first, end=last, open_end=False) if ends else first, *others)


def _only_one(dial: _Dial, times: Sequence[TimeExpression], said: frozenset[int]) -> Iterator[Period]:
    """Give the one time of a sentence to what it tells of with no time of its own; not the day on which it was said.

    A day on which something else was done is one of many in an exercise.
    """
    sentence = dial.trigger.sentence
    for expression in times if len(times) == 1 and dial.trigger.type is not EventType.EXERCISE else ():
        head = sentence.head_of(expression.span)
        verb = governing_verb(sentence, head) if head is not None else None
        spoken = verb is not None and verb.lemma in dial.lexicon.said
        period = dial.read(expression) if head is not None and head.index not in said and not spoken else None
        if period is not None and period.start is not None:
            yield inherited(period)


def _put_together(periods: list[Period], trigger: Trigger, lexicon: Lexicon) -> tuple[Period, ...]:
    """Make the times of one clause one period, or the days of what happened again and again."""
    days = days_listed(periods)
    if len(days) > 1 and trigger.type in _REPEATED:
        return tuple(days)
    if len(days) > 1 and trigger.type in LASTING:
        return (replace(days[0], end=days[-1].start),)
    period = _joined(periods, trigger)
    verb = governing_verb(trigger.sentence, trigger.token) or trigger.token
    ends = not is_verb(trigger.token) and verb.lemma in lexicon.certainty["end_verbs"]
    ended = ends and trigger.type in LASTING and period.end is None
    return (replace(period, start=None, end=period.start, open_end=False) if ended else period,)


def find_length(trigger: Trigger, *, times: Sequence[TimeExpression]) -> Length | None:
    """Find how long an event lasts ("for seven days", "a five-day drill"), from the words of its clause."""
    if trigger.type not in LASTING:
        return None
    for tier in tiers(trigger.sentence, trigger.token)[:2]:
        for time in times:
            length = Length.of(time)
            if length is not None and _stands_in(time.span, tier, trigger.sentence) and _tells_length(time, trigger):
                return length
    return None


def _tells_length(time: TimeExpression, trigger: Trigger) -> bool:
    """Say whether a number of days is a length: behind "for" or "lasts", or as an attribute of the event."""
    sentence = trigger.sentence
    head = sentence.head_of(time.span)
    above = sentence.parent(head) if head is not None else None
    return above is not None and (above.lemma in sentence.words["length_heads"] or above.index == trigger.token.index)


def continuing_verb(sentence: Sentence, *, lexicon: Lexicon) -> Token | None:
    """Give the verb of a sentence that only says how long something goes on: "it will run until ...".

    Its subject must stand for what was told before: a pronoun, or "the measure",
    "the order".
    """
    words = lexicon.certainty
    for token in sentence.tokens:
        if token.lemma not in words["continue_verbs"] | words["end_verbs"] | words["begin_verbs"] | words["hold_verbs"]:
            continue
        for subject in [*doers(sentence, token), *sentence.kids(token, "nsubjpass")] if is_verb(token) else []:
            definite = any(child.lemma in sentence.words["articles"] for child in sentence.kids(subject, "det"))
            if subject.text.casefold() in sentence.words["event_pronouns"] or (
                definite and subject.lemma in words["measure_nouns"]
            ):
                return token
    return None


def _tense(sentence: Sentence, verb: Token, stage: Stage, lexicon: Lexicon) -> Tense:
    if stage is Stage.PLANNED:
        return Tense.FUTURE
    if stage is Stage.CANCELLED:
        return Tense.NONE  # what was called off lay ahead, or still does
    auxiliaries = {child.lemma for child in sentence.kids(verb, "aux")}
    if auxiliaries & lexicon.certainty["possible_modals"] and "have" not in auxiliaries:
        return Tense.FUTURE  # "may be closed in July"
    if verb.tag in ("VBD", "VBN") or any(child.lemma == "have" for child in sentence.kids(verb, "aux")):
        return Tense.PAST
    return Tense.PRESENT if verb.tag in ("VBZ", "VBP", "VBG") else Tense.NONE


def _stands_in(span: Span, tier: Sequence[Token], sentence: Sentence, *, but: frozenset[int] = frozenset()) -> bool:
    """Say whether an expression belongs to a group of words: the group holds the word that governs it."""
    head = sentence.head_of(span)
    return head is not None and head.index not in but and any(token.index == head.index for token in tier)


def _said(trigger: Trigger) -> frozenset[int]:
    """Give the words for what is promised, demanded, blamed: "to leave by Friday", "of having sent troops in May"."""
    sentence = trigger.sentence
    inside = [word for word in sentence.subtree(trigger.token) if word.dep in ("xcomp", "ccomp", "pcomp")]
    return frozenset(
        word.index for clause in inside if clause is not trigger.token for word in sentence.subtree(clause)
    )


def _joined(periods: list[Period], trigger: Trigger) -> Period:
    """Join a start and an "until" of one clause; else take what is nearest to the trigger."""
    nearest = min(periods, key=lambda period: _distance(period, trigger.span))
    if nearest.end is None and nearest.start is not None and trigger.type in LASTING:
        until = [period for period in periods if period.start is None and period.end is not None]
        if until:
            return ended(nearest, until[0].end)
    if nearest.start is None and trigger.type in LASTING:
        starts = [period for period in periods if period.start is not None and period.end is None]
        if starts:
            return ended(starts[0], nearest.end)
    return nearest


def _distance(period: Period, span: Span) -> int:
    return span.gap(period.span) if period.span is not None else 0
