"""Who said it: source, cue and content of attributions in English news."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from vedette.evaluation.public.data_files import files_of, load_items, part_name
from vedette.evaluation.public.kit import Kit, Network
from vedette.evaluation.public.result import Result, skipped
from vedette.evaluation.public.scoring import Agreement, share
from vedette.model import Attribution, Span
from vedette.reading.document import Sentence, Token
from vedette.reading.rules.attribution import find_sayings
from vedette.reading.rules.grammar import is_noun
from vedette.reading.rules.memory import Memory
from vedette.reading.rules.saying import Saying
from vedette.reading.rules.speakers import is_pronoun, noun_phrase
from vedette.reading.rules.voices import Voice
from vedette.reading.tags.labels import SpanKind

LABELS = ("source", "cue", "content")
AIMS = {"source": 0.70, "cue": 0.75, "content": 0.80}
BASELINES = {"source": 0.36, "cue": 0.45, "content": 0.62}  # a list of cues
# What people mark as part of a cue or a source, and the rules leave out because nothing in it tells who speaks.
_WITH_CUE = ("aux", "auxpass", "neg", "prt")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")

Spans = Mapping[str, Sequence[Span]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedText:
    """A text, and by label the stretches that people marked; ``sources`` has one entry for each attribution."""

    text: str
    spans: Spans
    sources: tuple[tuple[Span, ...], ...]


def load_attributed_text(entry: Any) -> AttributedText:
    """Make a text of an entry; where several people marked it, the first counts."""
    attributions = entry["annotations"][0]["attributions"]
    spans = {label: [Span(*pair) for each in attributions for pair in each[label]] for label in LABELS}
    sources = (tuple(Span(*pair) for pair in each["source"]) for each in attributions)
    return AttributedText(text=entry["text"], spans=spans, sources=tuple(each for each in sources if each))


def measure_polnear(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure which words are source, cue and content, and whose head is found as a source.

    The training part is for training; every other file is measured, with the rules
    and with the network.
    """
    for file in files_of(folder):
        if file.name.startswith("polnear_train"):
            continue
        part = part_name(file)
        texts = load_items(file, load_attributed_text, limit=kit.limit)
        yield from _results(texts, partial(said_by_rules, kit=kit), kit=kit, part=f"{part}, rules")
        if isinstance(kit.network, Network):
            yield from _results(texts, partial(said_by_tags, network=kit.network), kit=kit, part=f"{part}, tagger")
        else:
            yield skipped("polnear", part=f"{part}, tagger", why=kit.network)


def _results(
    texts: Sequence[AttributedText], find: Callable[[str, Sequence[Sentence]], Spans], *, kit: Kit, part: str
) -> Iterator[Result]:
    tallies = dict.fromkeys(LABELS, Agreement())
    heads: list[bool] = []
    for text in texts:
        sentences = kit.sentences(text.text, kit.paragraphs(text.text))
        found = find(text.text, sentences)
        for label in LABELS:
            tallies[label] += token_agreement(text.text, text.spans[label], found[label])
        heads += head_rights(text, found["source"], sentences)
    for label, tally in tallies.items():
        yield Result(
            benchmark="polnear", part=part, metric=f"{label} token F1", value=tally.f1, count=tally.wanted,
            aim=AIMS[label], baseline=BASELINES[label],
        )
    yield Result(benchmark="polnear", part=part, metric="head of source right", value=share(heads), count=len(heads))


def token_agreement(text: str, wanted: Sequence[Span], given: Sequence[Span]) -> Agreement:
    """Compare which words of a text two lists of stretches cover; punctuation does not count.

    Example:
        >>> token_agreement("The army said so.", [Span(0, 8)], [Span(4, 8)])
        Agreement(right=1, given=1, wanted=2)
    """
    return Agreement.of(_words(text, wanted), _words(text, given))


def _words(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(word.start() for span in spans for word in _WORD.finditer(text, span.start, span.end))


def head_rights(text: AttributedText, given: Sequence[Span], sentences: Sequence[Sentence]) -> list[bool]:
    """Say of each source whether what was given covers the word that governs the others of it."""
    rights = []
    for source in text.sources:
        whole = Span(min(span.start for span in source), max(span.end for span in source))
        sentence = next((each for each in sentences if each.span.overlaps(whole)), None)
        head = sentence.head_of(whole) if sentence is not None else None
        rights.append(head is not None and any(span.holds(head.span) for span in given))
    return rights


def said_by_tags(text: str, sentences: Sequence[Sentence], *, network: Network) -> Spans:
    """Give source, cue and content as the network marks them, in every paragraph."""
    del sentences
    paragraphs = [Span(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    tags = network.tag(text, paragraphs)
    return {label: [tag.span for tag in tags.of(SpanKind(label))] for label in LABELS}


def said_by_rules(text: str, sentences: Sequence[Sentence], *, kit: Kit) -> Spans:
    """Give source, cue and content as the rules have them."""
    found = _Found()
    memory = Memory()
    voice = Voice()
    for sentence in sentences:
        sayings = find_sayings(sentence, text=text, lexicon=kit.lexicon, memory=memory)
        for saying in sayings:
            found.add(saying, sentence)
        if voice.of(sentence, sayings, text=text):
            found.spans["content"].append(sentence.span)
    return found.spans


@dataclass(frozen=True, slots=True)
class _Found:
    spans: dict[str, list[Span]] = field(default_factory=lambda: {label: [] for label in LABELS})

    def add(self, saying: Saying, sentence: Sentence) -> None:
        self.spans["cue"] += [saying.cue.span, *(each.span for each in sentence.kids(saying.cue, *_WITH_CUE))]
        self.spans["content"] += [sentence.tokens[index].span for index in sorted(saying.content)]
        for link in saying.links:
            span = _where(link, saying, sentence)
            if span is not None:
                self.spans["source"] += _whole_phrase(span, saying, sentence)


def _where(link: Attribution, saying: Saying, sentence: Sentence) -> Span | None:
    """Give the words that stand for a speaker here: a link holds those by which it was named before."""
    subject = next(sentence.kids(saying.cue, "nsubj"), None)
    if subject is not None and is_pronoun(sentence, subject):
        return subject.span
    if link.span is not None and sentence.span.holds(link.span):
        return link.span
    return noun_phrase(sentence, subject) if subject is not None else None


def _whole_phrase(span: Span, saying: Saying, sentence: Sentence) -> list[Span]:
    """Give the words of the phrase that holds a speaker's name, as people mark it: article, office and all."""
    head = sentence.head_of(span)
    while head is not None and (above := _noun_above(head, sentence)) is not None:
        head = above
    if head is None or not is_noun(head):
        return [span]
    inside = (each for each in sentence.subtree(head) if each.index not in saying.content and each != saying.cue)
    return [span, *(each.span for each in inside)]


def _noun_above(token: Token, sentence: Sentence) -> Token | None:
    """Give the noun that a word describes: "minister", of "the minister of Latvia"."""
    above = sentence.parent(token)
    if above is not None and above.pos == "ADP":
        above = sentence.parent(above)
    return above if above is not None and is_noun(above) else None
