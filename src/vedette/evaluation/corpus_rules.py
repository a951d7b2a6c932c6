"""What a label can hardly mean: dates against their weekday, figures against their digits, sources that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vedette.evaluation.annotated import AnnotatedItem, Content, EventLine, Mark, MarkKind, Role
from vedette.evaluation.day_words import day_doubt, needless_word, numbers_fit
from vedette.evaluation.figures import figures_fit
from vedette.evaluation.party_words import mistaken_party
from vedette.evaluation.problem import Problem
from vedette.evaluation.sentences import sentence_bounds, sentences_of
from vedette.evaluation.values import ActorValue, QuantityValue, SourceValue, TimeValue
from vedette.model.claim import Section, Stage
from vedette.model.event_type import EventType
from vedette.model.span import Span

MOST_PARAGRAPHS = 5
MOST_SENTENCES = 9
_Finding = tuple[int, str, str, bool]


def check_meaning(item: AnnotatedItem) -> list[Problem]:
    """Name what is wrong (errors) and what a writer should look at again in one item."""
    checks = (_edges, _times, _quantities, _parties, _events, _chains, _idle_sources, _unheard, _size)
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
        night = "night" in value.code
        edges = re.findall(r"\d{4}-\d\d-\d\d", value.code) if night else (period.start, period.end)
        days = {edge[:10] for edge in edges if edge and len(edge) >= 10}
        if len(days) == 1 and not period.doubt:
            (day,) = days
            doubt = day_doubt(words, day, published=item.published, language=item.language, night=night)
            if doubt:
                yield mark.line, f"{mark.id} '{words}' cannot be {day}: {doubt}.", "Correct it, or write 'doubt'.", True
        if days and "T" not in value.code and not numbers_fit(words, value.code, language=item.language):
            yield mark.line, f"{mark.id} '{words}' names a number that {value.code} lacks.", "Compare them.", False


def _quantities(item: AnnotatedItem) -> Iterator[_Finding]:
    for mark in item.marks:
        words = mark.span.of(item.text)
        if isinstance(mark.value, QuantityValue) and not figures_fit(words, mark.value, language=item.language):
            yield mark.line, f"{mark.id} '{words}' is not {mark.value.value:g}.", "Compare the figures.", False


def _parties(item: AnnotatedItem) -> Iterator[_Finding]:
    for mark in item.marks:
        party = mark.value.party if isinstance(mark.value, ActorValue | SourceValue) else None
        words = mark.span.of(item.text)
        meant = mistaken_party(party, words) if party else None
        if meant:
            yield mark.line, f"{mark.id} '{words}' has the code {party} of a country.", f"Or is it {meant}?", False


def _events(item: AnnotatedItem) -> Iterator[_Finding]:
    for line in item.events:
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


def _unheard(item: AnnotatedItem) -> Iterator[_Finding]:
    """Name cues in whose sentence their source, which has contents elsewhere, says nothing."""
    sentences = [Span(first, last) for first, last in sentence_bounds(item.text)]
    heard = {_root(item, source) for content in item.contents for source in content.chain}
    events = {mark.span for mark in item.marks if mark.kind is MarkKind.EVENT}
    for mark in item.marks:
        source = _root(item, f"S{mark.id[1:].rstrip('abcdefgh')}") if mark.kind is MarkKind.CUE else ""
        if source not in heard:
            continue
        here = next(number for number, sentence in enumerate(sentences) if sentence.overlaps(mark.span))
        contents = [content for content in item.contents if content.span.overlaps(sentences[here])]
        wordless = mark.span in events and not contents  # "denied both reports"
        beside = sentences[max(here - 1, 0) : here] + sentences[here + 1 : here + 2]
        if not (wordless or _speaks(item, source, contents) or any(_goes_on(item, source, each) for each in beside)):
            what = f"{source} is cited ('{mark.span.of(item.text)}'), and nothing in the sentence is its content."
            yield mark.line, f"{mark.id}: {what}", f"Bracket it: <{source}:...>, or take {mark.id} out.", False


def _speaks(item: AnnotatedItem, source: str, contents: Iterable[Content]) -> bool:
    return any(_root(item, each) == source for content in contents for each in content.chain)


def _goes_on(item: AnnotatedItem, source: str, sentence: Span) -> bool:
    """Say whether a sentence gives what a source says and leaves its cue to the one beside it ("So says the Post")."""
    cues = {cue for mark in item.marks if _root(item, mark.id) == source for cue in item.cues(mark.id)}
    cued = any(cue.span.overlaps(sentence) for cue in cues)
    return not cued and _speaks(item, source, (one for one in item.contents if one.span.overlaps(sentence)))


def _root(item: AnnotatedItem, source: str) -> str:
    seen = {source}
    while (same := item.mark(source).same_as) and same not in seen:
        seen.add(same)
        source = same
    return source


def _in_body(item: AnnotatedItem, mark: Mark) -> bool:
    paragraph = next((p for p in item.paragraphs if p.span.holds(mark.span)), None)
    return paragraph is not None and paragraph.section is not Section.HEADLINE


def _size(item: AnnotatedItem) -> Iterator[_Finding]:
    if len(item.paragraphs) > MOST_PARAGRAPHS:
        yield item.line, f"It has {len(item.paragraphs)} paragraphs.", f"{MOST_PARAGRAPHS} are the most.", False
    count = len(sentences_of(item.text))
    headline_only = [paragraph.section for paragraph in item.paragraphs] == [Section.HEADLINE]
    if not (count > 1 or headline_only) or count > MOST_SENTENCES:
        yield item.line, f"It has {count} sentences.", f"Write 2 to {MOST_SENTENCES}.", False
    if item.on is False and item.events:
        yield item.line, "It has events and is not on our subjects.", "Write on=yes.", True
