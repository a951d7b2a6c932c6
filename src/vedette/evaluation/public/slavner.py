"""Names in Polish, Ukrainian and Russian: the shared tasks on Balto-Slavic languages."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.evaluation.public.data_files import files_of, load_items
from vedette.evaluation.public.kit import Kit, Network
from vedette.evaluation.public.result import Result, skipped
from vedette.evaluation.public.scoring import Agreement
from vedette.model import Span, fold
from vedette.reading.document import Form, MentionKind
from vedette.reading.inflection import load_inflection
from vedette.reading.names import NameIndex
from vedette.reading.tags.labels import SpanKind

LANGUAGES = ("pl", "ru", "uk")
AIM = 0.85
BASELINES = {"pl": 0.71, "ru": 0.55, "uk": 0.37}  # a dictionary made of the training part
TYPES = ("PER", "LOC", "ORG")  # of products and events we keep no record
_NAMED = (SpanKind.ACTOR, SpanKind.PLACE, SpanKind.SOURCE)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """A text and the forms in which names of persons, places and organisations stand in it."""

    language: str
    text: str
    names: frozenset[str]


def load_named_text(entry: Any) -> NamedText:
    """Make a text of an entry; names are compared without regard to case, as older editions write none."""
    names = (fold(each["surface"]) for each in entry["entities"] if each["type"] in TYPES)
    return NamedText(language=entry["lang"], text=entry["text"], names=frozenset(names))


def measure_slavner(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure which names are found in the texts of each language, whatever their type."""
    texts = [text for file in files_of(folder) for text in load_items(file, load_named_text)]
    for language in LANGUAGES if texts else ():
        of_language = [text for text in texts if text.language == language][: kit.limit]
        index = NameIndex(kit.knowledge, language=language, inflection=load_inflection(language))
        packs = [(text, names_by_packs(text, index)) for text in of_language]
        yield _result(packs, f"{language}, packs")
        if isinstance(kit.network, Network):
            network = kit.network
            both = [(text, found | names_by_tags(text, network)) for text, found in packs]
            yield _result(both, f"{language}, packs and tagger")
        else:
            yield skipped("slavner", part=f"{language}, packs and tagger", why=kit.network)


def _result(pairs: list[tuple[NamedText, frozenset[str]]], part: str) -> Result:
    tallies = (Agreement.of(_set(text.names), _set(found)) for text, found in pairs)
    total = sum(tallies, Agreement())
    return Result(
        benchmark="slavner", part=part, metric="name F1", value=total.f1, count=total.wanted, aim=AIM,
        baseline=BASELINES[part[:2]],
    )


def _set(names: frozenset[str]) -> frozenset[Hashable]:
    return frozenset(names)


def names_by_packs(text: NamedText, index: NameIndex) -> frozenset[str]:
    """Give the names that the packs know, as they stand; no adjectives."""
    mentions = index.find(text.text, published=None)
    return frozenset(
        fold(each.span.of(text.text)) for each in mentions
        if each.kind in (MentionKind.ACTOR, MentionKind.OUTLET) and each.form is not Form.ADJECTIVE
    )


def names_by_tags(text: NamedText, network: Network) -> frozenset[str]:
    """Give the words with capitals in what the network marks as actor, place or source."""
    paragraphs = [Span(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text.text)]
    tags = network.tag(text.text, paragraphs)
    stretches = (tag.span.of(text.text) for kind in _NAMED for tag in tags.of(kind))
    return frozenset(name for stretch in stretches for name in names_in(stretch))


def names_in(stretch: str) -> Iterator[str]:
    """Give the runs of words with capitals.

    Example:
        >>> list(names_in("премьер Польши Иван Пример"))
        ['польши иван пример']
    """
    run: list[Span] = []
    for word in _WORD.finditer(stretch):
        capital = word.group()[0].isupper()
        if run and not (capital and stretch[run[-1].end : word.start()] == " "):
            yield fold(stretch[run[0].start : run[-1].end])
            run = []
        if capital:
            run.append(Span(word.start(), word.end()))
    if run:
        yield fold(stretch[run[0].start : run[-1].end])
