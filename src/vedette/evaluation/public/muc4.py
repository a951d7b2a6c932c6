"""Whole records: attacks in Latin America, told by news agencies around 1990 (MUC-4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from vedette.evaluation.public.data_files import files_of, load_items
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.result import Result
from vedette.evaluation.public.scoring import Agreement
from vedette.model import EventType, Factuality, Report

TRAINING = "train"
AIMS = {"relevance F1": 0.85, "type F1": 0.75}
BASELINES = {"relevance F1": 0.80, "type F1": 0.66}
# Which of our types are what MUC-4 has templates for; it has kidnapping and robbery, which we have not.
TYPES: Mapping[EventType, str] = MappingProxyType({
    EventType.STRIKE: "ATTACK", EventType.SHOOTDOWN: "ATTACK", EventType.SABOTAGE: "BOMBING",
})
_STARTS = re.compile(r"(?:^|[.!?\]] |\n\n|-- )[\"(\[]*(\w)")
_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A text in small letters, and the types of the incidents that people read in it."""

    part: str
    text: str
    types: frozenset[str]


def load_message(entry: Any) -> Message:
    """Make a message of an entry: lines joined, capitals only where sentences begin."""
    filled = (fill for template in entry["templates"] for fill in template["INCIDENT: TYPE"])
    types = frozenset(fill.partition(" / ")[0].lstrip("? ") for fill in filled)
    return Message(part=entry["split"], text=small_letters(entry["text"]), types=types)


def small_letters(text: str) -> str:
    r"""Write a text in capitals as others are written, as far as that goes without knowing its names.

    Example:
        >>> small_letters("A BOMB WENT OFF.  NOBODY WAS\nHURT.")
        'A bomb went off. Nobody was hurt.'
    """
    joined = "\n\n".join(" ".join(part.split()) for part in _PARAGRAPHS.split(text)).lower()
    return _STARTS.sub(lambda start: start.group()[:-1] + start.group(1).upper(), joined)


def measure_muc4(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure which messages tell of an incident, and of which types, on all parts but the training part."""
    for file in files_of(folder):
        messages = load_items(file, load_message)
        for part in sorted({each.part for each in messages} - {TRAINING}):
            of_part = [each for each in messages if each.part == part][: kit.limit]
            pairs = [(each.types, types_read(each, kit)) for each in of_part]
            relevance = [Agreement(int(bool(a and b)), int(bool(b)), int(bool(a))) for a, b in pairs]
            types = [Agreement.of(a, b) for a, b in pairs]
            for metric, tallies in (("relevance F1", relevance), ("type F1", types)):
                yield Result(
                    benchmark="muc4", part=part, metric=metric, value=sum(tallies, Agreement()).f1,
                    count=len(of_part), aim=AIMS[metric], baseline=BASELINES[metric],
                )


def types_read(message: Message, kit: Kit) -> frozenset[str]:
    """Give the types of incidents that the reader finds in a message and nobody denies."""
    claims = kit.english.read(Report.of(message.text, ref="message"))
    told = (claim.type for claim in claims if claim.factuality is not Factuality.DENIED)
    return frozenset(TYPES[each] for each in told if each in TYPES)
