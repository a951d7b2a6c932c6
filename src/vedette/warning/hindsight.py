"""How good the levels of past days were, against what is known to have happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vedette.warning.days import days_between, shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Something that a scenario should have warned of: from a day to a day, in somebody's words."""

    scenario: str
    since: str
    until: str
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A stretch of days on which a scenario stood at a level or above it; ``until`` is the last of them."""

    since: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caught:
    """Something that an alarm told of. ``lead`` are the days that it came before; below 0, it came late."""

    happened: Happened
    alarm: Alarm
    lead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the alarms of a scenario were worth: what was caught, what was missed, and what was false."""

    scenario: str
    caught: tuple[Caught, ...]
    missed: tuple[Happened, ...]
    false_alarms: tuple[Alarm, ...]


def alarms_of(levels: Sequence[tuple[str, int]], *, at_least: int) -> tuple[Alarm, ...]:
    """Give the stretches of days on which a scenario stood at a level or above.

    Args:
        levels: Every day in order, with the index of its level.
        at_least: From which level on it is an alarm.

    Example:
        >>> alarms_of([("2031-05-01", 0), ("2031-05-02", 1), ("2031-05-03", 2), ("2031-05-04", 0)], at_least=1)
        (Alarm(since='2031-05-02', until='2031-05-03'),)
    """
    found: list[Alarm] = []
    open_since: str | None = None
    last = ""
    for day, level in levels:
        if level >= at_least:
            open_since = open_since or day
            last = day
        elif open_since is not None:
            found.append(Alarm(since=open_since, until=last))
            open_since = None
    return (*found, *((Alarm(since=open_since, until=last),) if open_since is not None else ()))


def judge(
    scenario: str, alarms: Sequence[Alarm], happened: Iterable[Happened], *, horizon: int
) -> Verdict:
    """Say which alarms told of something, and what none told of.

    Rule: an alarm tells of what happens on one of its days or within so many days after it. Of several, the one
    that began first counts. An alarm that tells of nothing is false.

    Args:
        scenario: The scenario.
        alarms: Its alarms.
        happened: What happened; of other scenarios is passed over.
        horizon: How many days ahead an alarm may be.

    Example:
        >>> war = Happened(scenario="watch", since="2031-05-10", until="2031-05-12")
        >>> alarms = (Alarm(since="2031-01-01", until="2031-01-03"), Alarm(since="2031-05-02", until="2031-05-11"))
        >>> found = judge("watch", alarms, [war], horizon=14)
        >>> found.caught[0].lead, found.missed, [one.since for one in found.false_alarms]
        (8, (), ['2031-01-01'])
    """
    caught: list[Caught] = []
    missed: list[Happened] = []
    telling: set[Alarm] = set()
    for one in sorted((one for one in happened if one.scenario == scenario), key=lambda one: (one.since, one.until)):
        own = [alarm for alarm in alarms if alarm.since <= one.until and shift(alarm.until, horizon) >= one.since]
        telling.update(own)
        if own:
            first = min(own, key=lambda alarm: alarm.since)
            lead = days_between(first.since, one.since)
            caught.append(Caught(happened=one, alarm=first, lead=lead))
        else:
            missed.append(one)
    false = tuple(alarm for alarm in alarms if alarm not in telling)
    return Verdict(scenario=scenario, caught=tuple(caught), missed=tuple(missed), false_alarms=false)
