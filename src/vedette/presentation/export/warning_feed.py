"""Changes of level as an Atom feed: the newest first, each with what it rested on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from heapq import nlargest

from vedette.model import Scenario
from vedette.presentation.assessment_lines import standings
from vedette.presentation.assessment_words import confidence_word, level_reason, likelihood_words
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.atom import FEED_LENGTH, Entry, write_atom
from vedette.presentation.export.identity import uuid_of
from vedette.presentation.known_day import known_day
from vedette.presentation.level_changes import LevelChange, change_words, level_changes
from vedette.store.ports import View

# A reader of feeds wants what is new; what is older stands in the history.
_LOOKED_BACK = timedelta(days=366)


def write_warning_feed(view: View, addresses: Addresses) -> Iterator[bytes]:
    """Write a feed (RFC 4287) of the changes of level of all scenarios of a desk, newest first.

    Args:
        view: The desk.
        addresses: Where its pages are.
    """
    newest = nlargest(FEED_LENGTH, _changes(view), key=lambda one: (one[0].now.day, one[0].now.scenario))
    entries = (_entry(change, scenario, addresses) for change, scenario in newest)
    return write_atom(entries, name="changes of level", own=addresses.own)


def _changes(view: View) -> Iterator[tuple[LevelChange, Scenario]]:
    for newest, scenario in standings(view):
        since = (date.fromisoformat(newest.day) - _LOOKED_BACK).isoformat()
        yield from ((change, scenario) for change in level_changes(view.assessments_of(newest.scenario, since)))


def _entry(change: LevelChange, scenario: Scenario, addresses: Addresses) -> Entry:
    now = change.now
    day = known_day(now.day)
    return Entry(
        # A level may change twice on a day: each is an entry of its own.
        id=uuid_of("warning", now.scenario, now.day, now.level_name),
        title=f"{scenario.name}: {change_words(change)}",
        updated=datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None,
        text="\n".join(_lines(change, scenario)), page=addresses.warning(now.scenario, now.day),
        terms=("raised" if change.rises else "lowered", now.level_name),
    )


def _lines(change: LevelChange, scenario: Scenario) -> Iterator[str]:
    now, names = change.now, _names(scenario)
    yield scenario.question
    yield from (level_reason(one, names) for one in now.reasons)
    if change.rules_changed:
        yield "The rules of the scenario had changed, too."
    if now.met:
        yield f"Met: {', '.join(names.get(one, one) for one in now.met)}"
    if now.likelihood is not None:
        yield f"How likely: {likelihood_words(now.likelihood)}"
    yield f"How sure we are: {confidence_word(now.confidence)}"


def _names(scenario: Scenario) -> Mapping[str, str]:
    return {one.id: one.name for one in scenario.indicators}
