"""How many take part in an exercise, where a sentence says no more ("Some 13,000 soldiers are taking part").

The tagger knows many of these as tellings of the exercise; a sentence so bare it
often passes over. Such a sentence goes on with the exercise told of last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.model import TAKING_PART, EventType, QuantityMention, Section, Span, fold
from vedette.reading.document import MentionKind
from vedette.reading.facts.page import Line, Page
from vedette.reading.tags import TaggedEvent, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind

_WORD = re.compile(r"[^\W\d_]+")
# What can be there, besides people by whatever word; metres, days and roubles cannot.
_THERE = TAKING_PART | {
    "reservists", "conscripts", "officers", "sailors", "marines", "pilots", "men", "women", "volunteers", "recruits",
    "ships", "warships", "boats", "vessels", "frigates", "submarines", "aircraft", "jets", "fighter jets", "bombers",
    "helicopters", "drones", "vehicles", "armoured vehicles", "tanks", "guns", "systems", "pieces of equipment",
    "units", "battalions", "brigades", "countries", "states", "nations",
}
MOST_BETWEEN = 6  # words between those of one phrase: "nehmen auch in diesem Jahr wieder 900 Soldaten teil"
NEAR = 80  # characters between the phrase and the figure


def take_part(page: Page, words: Sequence[Sequence[str]], *, sure: float) -> Tags:
    """Give the tags of a page with those tellings of an exercise that only say how many are there.

    Args:
        page: Of the report.
        words: How its language says that somebody takes part, folded (``DrillWords.takes_part``).
        sure: From which score on an event counts, 0..1.
    """
    drills = [event for event in page.tags.events if event.type is EventType.EXERCISE and event.score >= sure]
    told = [event for event in page.tags.events if event.score >= sure]
    events: list[TaggedEvent] = []
    links: list[TaggedLink] = []
    for line in page.lines:
        before = [drill for drill in drills if drill.span.end <= line.span.start]
        if not before or line.section is Section.BACKGROUND or any(line.span.holds(event.span) for event in told):
            continue
        phrase = next(_phrases(line, page.text, words), None)
        counted = _counted(phrase, line, page) if phrase is not None else []
        if phrase is not None and counted:
            event = replace(before[-1], span=phrase)
            events.append(event)
            links += [TaggedLink(role=Role.COUNT, left=event, right=each, score=event.score) for each in counted]
            if not page.named(line.span, MentionKind.EXERCISE):
                links.append(TaggedLink(role=Role.SAME, left=event, right=before[-1], score=event.score))
    unsure = [event for event in page.tags.events if not any(event.span.overlaps(each.span) for each in events)]
    together = sorted([*unsure, *events], key=lambda event: event.span)
    return replace(page.tags, events=tuple(together), links=(*page.tags.links, *links))


def _phrases(line: Line, text: str, phrases: Sequence[Sequence[str]]) -> Iterator[Span]:
    """Give where a sentence says that somebody takes part, by the words of it that stand first and last."""
    words = [(fold(match.group()), match.span()) for match in _WORD.finditer(line.span.of(text))]
    for at, (word, (start, end)) in enumerate(words):
        behind = words[at + 1 : at + 2 + MOST_BETWEEN]
        for phrase in (phrase for phrase in phrases if word.startswith(phrase[0])):
            further = [far for other, (_, far) in behind if other.startswith(phrase[-1])]
            ends = further if len(phrase) > 1 else [end]
            yield from (Span(start, far).shifted(line.span.start) for far in ends)


def _counted(phrase: Span, line: Line, page: Page) -> list[TaggedSpan]:
    return [
        TaggedSpan(kind=SpanKind.QUANTITY, span=quantity.span, score=1.0) for quantity in page.quantities
        if quantity.span is not None and line.span.holds(quantity.span) and _is_near(quantity, phrase)
    ]


def _is_near(quantity: QuantityMention, phrase: Span) -> bool:
    return quantity.span is not None and quantity.unit in _THERE and quantity.span.gap(phrase) <= NEAR
