"""What a desk keeps of alerts: what was told of which scenario, to whom it went, who took note, what is followed.

Moments are in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AlertKind(StrEnum):
    """Why there is an alert."""

    RAISED = "raised"  # the level rose
    LOWERED = "lowered"  # the level fell
    MET = "met"  # the level is the same, and an indicator is met that was not


class FollowKind(StrEnum):
    """What can be followed."""

    ACTOR = "actor"  # an id, a party or a name
    PLACE = "place"  # a name, or the two letters of a country
    EXERCISE = "exercise"  # an exercise or situation, by any of its names
    WEAPON = "weapon"  # a weapon, vehicle or aircraft by name, or a kind of them
    SEARCH = "search"  # words that stand in a report


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place as evidence names it, with its point (WGS 84 degrees) where that is known."""

    name: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence that an indicator rests on: of which event, who says so, where it can be read."""

    event: str
    sentence: str
    said_by: str
    published: str | None = None
    url: str | None = None
    places: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An indicator that an alert tells of: its name, its rule as it was met in words, why it matters, the sentences.

    ``new`` says that it was not met at the alert before, ``against`` that it speaks against the scenario.
    """

    indicator: str
    name: str
    rule: str = ""
    why: str = ""
    new: bool = True
    against: bool = False
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A change of a scenario that people are told of, with all that it was told with.

    ``before`` is the level before, ``None`` at the first alert of a scenario. ``observable`` is the share of all
    weight that could be observed, from 0 to 1. ``because`` are sentences that explain the level, ``outlook`` those that
    say what would change it. ``follows`` is the alert of this scenario before this one. ``acknowledged`` is when
    somebody took note, ``by`` whom and ``why``.
    """

    id: str
    scenario: str
    name: str
    kind: AlertKind
    day: str
    made: datetime
    level: int
    level_name: str
    before: int | None = None
    before_name: str = ""
    likelihood: str | None = None
    confidence: str = ""
    observable: float = 1.0
    meaning: str = ""
    because: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    unseen: tuple[str, ...] = ()
    outlook: tuple[str, ...] = ()
    follows: str | None = None
    acknowledged: datetime | None = None
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTold:
    """How a scenario stood when people were last told, or had no need to be: its level and what was met.

    ``alert`` is the last alert of it, ``mark`` that of the rules, ``day`` the day of the assessment.
    """

    scenario: str
    day: str
    mark: str
    level: int = 0
    level_name: str = ""
    met: tuple[str, ...] = ()
    alert: str | None = None


class LetterKind(StrEnum):
    """What a letter holds."""

    ALERTS = "alerts"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What goes to a channel at once: one or several alerts, or a digest, as it was worded once and for all.

    ``key`` names it: whoever gets it twice can tell by the key. ``due`` is when it is tried next, ``None`` once that
    is over; ``tries`` how often it was, ``reason`` why it did not get there.
    """

    key: str
    channel: str
    kind: LetterKind
    subject: str
    body: str
    made: datetime
    due: datetime | None = None
    tries: int = 0
    reason: str = ""
    sent: datetime | None = None
    given_up: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRecord:
    """How it stands with a channel: what waits, when something last got there, why the last one did not."""

    channel: str
    waiting: int = 0
    outstanding: Letter | None = None
    last_sent: datetime | None = None
    given_up: int = 0

    @property
    def is_down(self) -> bool:
        """Say whether what was tried last did not get there."""
        return self.outstanding is not None and self.outstanding.reason != ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """A scenario of which nothing is sent until a moment, unless it rises above the ``level`` it had."""

    scenario: str
    until: datetime
    level: int
    by: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Something that somebody follows."""

    id: str
    kind: FollowKind
    words: str
    by: str
    at: datetime
