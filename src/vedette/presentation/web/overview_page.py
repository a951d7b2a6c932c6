"""Gather what the first page shows: what changed, what goes on, what is coming, who fell silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from vedette.errors import UnknownId
from vedette.model import Event, Situation
from vedette.presentation.changes import Change, ChangeKind, Changes, changes_since
from vedette.presentation.known_day import known_day
from vedette.presentation.outlet_health import Health, OutletHealth, health_of
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.contexts import EventRow, PageContext
from vedette.presentation.web.event_page import event_row
from vedette.presentation.web.looking import Look, Looks
from vedette.presentation.web.sparkline import Sparkline, sparkline
from vedette.presentation.web.warning_rows import WarningRow, warning_rows
from vedette.store import Mark, View

BEFORE, AFTER = 60, 14
"""Days that a sparkline shows before and after today."""
FIRST_DRAWN = date.min + timedelta(days=BEFORE)
"""No sparkline ends earlier; what an outlet gives as the day of a report may be the first day of all."""
_SHOWN = {ChangeKind.NEW: 15}
_SHOWN_OF_EACH = 8
_SITUATIONS = 10
_COMING = 6
_SILENT = 8
_WARNINGS = 5
# What happened in the last days counts most for which situation comes first.
_LATELY = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A change in a list: the event, how it changed, and where the sentence stands that shows it."""

    row: EventRow
    words: str
    sentence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """The changes of one kind; ``total`` counts those not shown, too."""

    kind: ChangeKind
    rows: tuple[ChangeRow, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationRow:
    """A situation with its events of the last weeks."""

    situation: Situation
    line: Sparkline


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskNow:
    """How a desk stands, whoever looks: what it holds, what goes on, what is coming, who fell silent.

    ``today`` is the day of the newest report, ``days_old`` how long ago that is. ``warnings`` are the scenarios that
    stand highest.
    """

    counts: Mapping[str, int]
    warnings: tuple[WarningRow, ...]
    situations: tuple[SituationRow, ...]
    more_situations: int
    coming: tuple[EventRow, ...]
    today: str | None
    days_old: int
    silent: tuple[OutletHealth, ...]
    silent_total: int
    steady: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeContext(PageContext):
    """The desk at a glance.

    ``since`` is the moment from which things count as new, ``None`` at the first time; ``chosen`` the day
    that the address names. ``upto`` is what the page has shown, for the act that says it was seen.
    """

    TEMPLATE: ClassVar[str] = "home.html"
    since: str | None
    chosen: str | None
    choices: tuple[tuple[str, str], ...]
    upto: str
    changes: Changes
    groups: tuple[ChangeGroup, ...]
    desk: DeskNow


def home_context(view: View, looks: Looks, *, now: Look, desk: DeskNow, chosen: str | None = None) -> HomeContext:
    """Gather what changed since somebody looked, beside how the desk stands.

    Args:
        view: The desk.
        looks: What the person has seen.
        now: How far the desk goes, and this moment.
        desk: How it stands, which is the same for everybody.
        chosen: A day to look back to instead.
    """
    mark = view.mark_at(f"{chosen}T00:00:00") if chosen else looks.since.mark if looks.since else Mark()
    changes = changes_since(view, mark)
    return HomeContext(
        title=_("Overview"), section="home", since=looks.since.at if looks.since else None, chosen=chosen,
        choices=_choices(now), upto=str(now), changes=changes, groups=_groups(view, changes), desk=desk,
    )


def desk_now(view: View, *, asked: date) -> DeskNow:
    """Gather how the desk stands.

    Args:
        view: The desk.
        asked: The day on which somebody asks.
    """
    counts, newest = view.counts(), view.last_published()
    today = max(known_day(newest) or asked, FIRST_DRAWN)
    situations, more = _situations(view, today, total=counts["situations"])
    health = [health_of(outlet, today=today) for outlet in view.outlets() if outlet.name]
    silent = sorted((one for one in health if one.health is Health.SILENT), key=lambda one: -one.record.reports)
    return DeskNow(
        counts=counts, warnings=warning_rows(view)[:_WARNINGS], situations=situations, more_situations=more,
        coming=tuple(map(event_row, _coming(view, today))),
        today=newest, days_old=(asked - today).days, silent=tuple(silent[:_SILENT]),
        silent_total=len(silent), steady=_count(health, Health.STEADY), unknown=_count(health, Health.UNKNOWN),
    )


def _choices(now: Look) -> tuple[tuple[str, str], ...]:
    """Give days to look back to, each with its words."""
    today = date.fromisoformat(now.at[:10])
    spans = ((1, _("a day")), (7, _("a week")), (30, _("a month")))
    return tuple(((today - timedelta(days=days)).isoformat(), words) for days, words in spans)


def _groups(view: View, changes: Changes) -> tuple[ChangeGroup, ...]:
    """Give the changes by kind, with the report of the sentence that shows each."""
    shown = {kind: some[: _SHOWN.get(kind, _SHOWN_OF_EACH)] for kind, some in changes.found.items()}
    ids = [change.claim for some in shown.values() for change in some if change.claim]
    reports = {claim.id: claim.report for claim in view.claims(ids)}
    return tuple(
        ChangeGroup(
            kind=kind, rows=tuple(_change_row(change, reports) for change in some), total=len(changes.found[kind])
        )
        for kind, some in shown.items()
    )


def _change_row(change: Change, reports: Mapping[str, str]) -> ChangeRow:
    report = reports.get(change.claim or "")
    sentence = f"/reports/{report}#claim-{change.claim}" if report else None
    return ChangeRow(row=event_row(change.event), words=change.words, sentence=sentence)


def _situations(view: View, today: date, *, total: int) -> tuple[tuple[SituationRow, ...], int]:
    """Give the situations in which most went on of late, and how many there are besides."""
    span = (today - timedelta(days=BEFORE)).isoformat(), (today + timedelta(days=AFTER)).isoformat()
    activity = view.activity(*span)
    lately = (today - timedelta(days=_LATELY)).isoformat()

    def order(id: str) -> tuple[int, int, str]:
        days = activity[id]
        return -sum(count for day, count in days.items() if day > lately), -sum(days.values()), id

    known = _known(view, sorted(activity, key=order)[:_SITUATIONS])
    rows = tuple(
        SituationRow(situation=one, line=sparkline(activity[one.id], today=today, before=BEFORE, after=AFTER))
        for one in known
    )
    return rows, max(0, total - len(rows))


def _known(view: View, ids: Sequence[str]) -> Iterator[Situation]:
    for one in ids:
        try:
            yield view.situation(one)
        except UnknownId:
            continue  # linked anew a moment ago: the others stand without it


def _coming(view: View, today: date) -> tuple[Event, ...]:
    return view.coming((today + timedelta(days=1)).isoformat(), limit=_COMING)


def _count(health: Sequence[OutletHealth], kind: Health) -> int:
    return sum(one.health is kind for one in health)
