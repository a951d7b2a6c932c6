"""Where: headlines of the war in Ukrainian and Russian, with places that a machine gave them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.evaluation.public.data_files import files_of, load_items
from vedette.evaluation.public.kit import Kit, Network
from vedette.evaluation.public.result import Result, skipped
from vedette.evaluation.public.scoring import share
from vedette.model import Claim, Report, kilometres
from vedette.reading.facts import FactReader
from vedette.reading.tags import Tagger

NEAR_KM = 50.0
AIM, BASELINE = 0.70, 0.31  # a gazetteer matched by stems
_LETTERS = {"uk": re.compile("[іїєґІЇЄҐ]"), "ru": re.compile("[ыэъёЫЭЪЁ]")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A headline, its date, and where a machine put what it tells of."""

    text: str
    date: str
    point: tuple[float, float]


def load_headline(entry: Any) -> Headline:
    """Make a headline of an entry."""
    return Headline(text=entry["text"], date=entry["date"], point=(float(entry["lat"]), float(entry["lon"])))


def language_of(text: str) -> str:
    """Tell Ukrainian from Russian by the letters that only one of them has; Russian where there are none.

    Example:
        >>> language_of("Вибухи в Києві"), language_of("Взрывы в Киеве")
        ('uk', 'ru')
    """
    counts = {language: len(letters.findall(text)) for language, letters in _LETTERS.items()}
    return "uk" if counts["uk"] > counts["ru"] else "ru"


def measure_viina(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure whether the first place read in a headline is near one of those that the machine gave it."""
    for file in files_of(folder):
        if not isinstance(kit.network, Network):
            yield skipped("viina", part="uk and ru", why=kit.network)
            return
        texts = _joined(load_items(file, load_headline, limit=kit.limit))
        tagger = Tagger(kit.tagger_folder)
        readers = {each: FactReader(kit.knowledge, language=each, tagger=tagger) for each in _LETTERS}
        for language, reader in readers.items():
            own = [lines for text, lines in texts.items() if language_of(text) == language]
            points = [first_point(reader.read(_report(lines[0]))) for lines in own]
            rights = [is_near(point, lines) for point, lines in zip(points, own, strict=True)]
            read = [right for right, point in zip(rights, points, strict=True) if point is not None]
            yield Result(
                benchmark="viina", part=language, metric="within 50 km", value=share(rights), count=len(rights),
                aim=AIM, baseline=BASELINE,
            )
            yield Result(
                benchmark="viina", part=language, metric="within 50 km where a place is read", value=share(read),
                count=len(read),
            )


def _joined(lines: Sequence[Headline]) -> dict[str, list[Headline]]:
    """Join the entries of one headline: it may tell of several places, and stand there for several days."""
    texts: dict[str, list[Headline]] = {}
    for line in lines:
        texts.setdefault(line.text, []).append(line)
    return texts


def _report(line: Headline) -> Report:
    return Report.of(line.text, ref="headline", published=line.date, language=language_of(line.text))


def first_point(claims: Sequence[Claim]) -> tuple[float, float] | None:
    """Give where the first claim with a place is; ``None`` where there is none."""
    places = (mention.place for claim in claims for mention in claim.places)
    return next(((place.lat, place.lon) for place in places if place.lat is not None and place.lon is not None), None)


def is_near(point: tuple[float, float] | None, lines: Sequence[Headline]) -> bool:
    """Say whether a point is near one of those of a headline."""
    return point is not None and any(kilometres(point, line.point) <= NEAR_KM for line in lines)
