"""What a briefing holds, before anybody decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import Event
from vedette.presentation.evidence import Evidence
from vedette.presentation.wording import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event in a briefing, with its number on the page.

    ``voices`` are its sources in short, each a chain from outlet to origin. ``sources``
    are quoted in full, one of each chain first; ``more`` counts those that are not.
    """

    number: int
    event: Event
    sentence: str
    when: str
    support: str
    voices: tuple[str, ...]
    sources: tuple[Evidence, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Events that develop together, under the name of their situation."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a disagreement: the value, who gives it, and a sentence that does."""

    value: str
    origins: tuple[str, ...]
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What the sources of one event cannot all be right about."""

    line: Line
    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPoint:
    """A place on the map with the numbers of its events; ``exact`` is false for a whole country or region."""

    name: str
    lat: float
    lon: float
    numbers: tuple[int, ...]
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What became known up to a day: new events by situation, and five ways to look at them.

    ``as_of`` is the day of the newest report (``YYYY-MM-DD``) or the day that was asked
    for; ``None`` where no report has a date. ``window`` says in words what was chosen.
    """

    as_of: str | None
    window: str
    reports: int
    outlets: int
    groups: tuple[Group, ...]
    timeline: tuple[Line, ...]
    disagreements: tuple[Disagreement, ...]
    denied: tuple[Line, ...]
    planned: tuple[Line, ...]
    points: tuple[MapPoint, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every event of the briefing, by number."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def size(self) -> str:
        """How much it tells of, in words."""
        told = count_words(self.reports, "report"), count_words(self.outlets, "outlet")
        return f"{count_words(len(self.lines), 'event')} in {told[0]} of {told[1]}"
