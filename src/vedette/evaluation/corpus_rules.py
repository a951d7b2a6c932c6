"""What a label can hardly mean: dates against their weekday, figures against their digits, sources that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vedette.evaluation.annotated import AnnotatedItem, EventLine, Mark, MarkKind, Role
from vedette.evaluation.day_words import day_doubt, needless_word
from vedette.evaluation.problem import Problem
from vedette.evaluation.sentences import sentences_of
from vedette.evaluation.values import QuantityValue, TimeValue
from vedette.model.claim import Factuality, Section, Stage
from vedette.model.event_type import EventType

MOST_PARAGRAPHS = 5
MOST_SENTENCES = 9
_SPEECH = frozenset({EventType.DENIAL})
_Finding = tuple[int, str, str, bool]


def check_meaning(item: AnnotatedItem) -> list[Problem]:
    """Name what is wrong (errors) and what a writer should look at again in one item."""
    checks = (_edges, _times, _quantities, _events, _chains, _idle_sources, _size)
    return [
        Problem(item.file, line, f"{item.id}: {what}", fix, error=error)
        for check in checks
        for line, what, fix, error in check(item)
    ]


def _edges(item: AnnotatedItem) -> Iterator[_Finding]:
    for mark in item.marks:
        word = needless_word(mark.span.of(item.text), language=item.language)
        if word and mark.kind is not MarkKind.CUE:
            yield mark.line, f"{mark.id} begins with '{word}'.", f"Leave it out: {word} {{...|{mark.id}}}.", False


def _times(item: AnnotatedItem) -> Iterator[_Finding]:
    for mark in item.marks:
        value = mark.value
        if not isinstance(value, TimeValue) or value.period is None:
            continue
        words, period = mark.span.of(item.text), value.period
        days = {edge[:10] for edge in (period.start, period.end) if edge and len(edge) >= 10}
        night = any(part in value.code for part in ("-night", "-tonight"))
        if len(days) == 1 and not period.doubt and not night:
            (day,) = days
            doubt = day_doubt(words, day, published=item.published, language=item.language)
            if doubt:
                yield mark.line, f"{mark.id} '{words}' cannot be {day}: {doubt}.", "Correct it, or write 'doubt'.", True
        if days and "T" not in value.code and not _digits_fit(words, value.code):
            yield mark.line, f"{mark.id} '{words}' names a number that {value.code} lacks.", "Compare them.", False


def _digits_fit(words: str, code: str) -> bool:
    """Say whether each day of the month or year in the words is in the code."""
    numbers = {int(number) for number in re.findall(r"\d+", code)}
    written = {int(number) for number in re.findall(r"\d+", words)}
    return all(number in numbers for number in written if number <= 31 or number >= 1900)


def _quantities(item: AnnotatedItem) -> Iterator[_Finding]:
    for mark in item.marks:
        if not isinstance(mark.value, QuantityValue):
            continue
        words = mark.span.of(item.text)
        written = [_number(run) for run in re.findall(r"(?<![\w-])(?:\d[\d.,\u00a0\u202f ]*\d|\d)", words)]
        values = [value for value in (mark.value.value, mark.value.high) if value is not None]
        scaled = [value / scale for value in values for scale in (1, 1e3, 1e6, 1e9)]
        if written and not any(abs(number - value) < 1e-6 * max(1, value) for number in written for value in scaled):
            yield mark.line, f"{mark.id} '{words}' is not {values[0]:g}.", "Compare the figures.", False


def _number(run: str) -> float:
    """Read digits whose separators are blanks, commas or points; three digits behind one make it a thousand."""
    packed = re.sub(r"[ \u00a0\u202f]", "", run)
    packed = re.sub(r"[.,](?=\d{3}(?:\D|\Z))", "", packed).replace(",", ".")
    try:
        return float(packed)
    except ValueError:
        return -1.0


def _events(item: AnnotatedItem) -> Iterator[_Finding]:
    for line in item.events:
        if line.factuality is Factuality.DENIED and not item.chain(line.id) and item.type_of(line.id) not in _SPEECH:
            yield line.line, f"{line.id} is denied, and nobody denies it.", "Mark the source, or look again.", False
        yield from _stage_against_time(item, line)
        if item.type_of(line.id) is EventType.EXERCISE:
            continue
        if line.of(Role.NAME):
            yield (
                line.line,
                f"{line.id} has a name and is no exercise.",
                "Names are of operations and exercises.",
                False,
            )


def _stage_against_time(item: AnnotatedItem, line: EventLine) -> Iterator[_Finding]:
    for time in line.of(Role.TIME):
        value = item.value(time)
        period = value.period if isinstance(value, TimeValue) else None
        if period is None:
            continue
        first, last = period.first_day, period.last_day
        ended = last is not None and last < item.published
        if line.stage is Stage.PLANNED and ended:
            yield line.line, f"{line.id} is planned for {last}, before the text.", "Compare stage and time.", False
        if line.stage is Stage.HAPPENED and first is not None and first > item.published:
            yield line.line, f"{line.id} happened on {first}, after the text.", "Write planned, or correct it.", True


def _chains(item: AnnotatedItem) -> Iterator[_Finding]:
    for line in item.events:
        around = item.surrounding_chain(item.mark(line.id).span)
        if line.chain is not None and around and line.chain == around:
            yield line.line, f"{line.id}: says= repeats what the contents say.", "Take it out.", False
        if line.chain is not None and around and line.chain != around:
            chains = f"{'>'.join(line.chain) or '-'} and {'>'.join(around)}"
            yield (
                line.line,
                f"{line.id}: the line and the contents differ: {chains}.",
                "Keep says= only if meant.",
                False,
            )


def _idle_sources(item: AnnotatedItem) -> Iterator[_Finding]:
    used = {source for content in item.contents for source in content.chain}
    chains = [content.chain for content in item.contents] + [line.chain or () for line in item.events]
    outer = {source for chain in chains for source in chain[:-1]}  # "told public radio": one cue for both
    cued = outer | {f"S{mark.id[1:].rstrip('abcdefgh')}" for mark in item.marks if mark.kind is MarkKind.CUE}
    for mark in item.marks:
        if mark.kind is MarkKind.SOURCE and mark.id not in used:
            yield mark.line, f"{mark.id} has no content.", f"Bracket what it says: <{mark.id}:...>.", False
        if mark.kind is MarkKind.SOURCE and mark.id not in cued and _in_body(item, mark):
            yield mark.line, f"{mark.id} has no cue.", f"Mark the word that shows it: {{said|C{mark.id[1:]}}}.", False


def _in_body(item: AnnotatedItem, mark: Mark) -> bool:
    paragraph = next((p for p in item.paragraphs if p.span.holds(mark.span)), None)
    return paragraph is not None and paragraph.section is not Section.HEADLINE


def _size(item: AnnotatedItem) -> Iterator[_Finding]:
    if len(item.paragraphs) > MOST_PARAGRAPHS:
        yield item.line, f"It has {len(item.paragraphs)} paragraphs.", f"{MOST_PARAGRAPHS} are the most.", False
    count = len(sentences_of(item.text))
    if not 1 < count <= MOST_SENTENCES:
        yield item.line, f"It has {count} sentences.", f"Write 2 to {MOST_SENTENCES}.", False
    if item.on is False and item.events:
        yield item.line, "It has events and is not on our subjects.", "Write on=yes.", True
