"""The time machine: how scenarios would have stood on each day, with what was known that day.

A scratch desk in a temporary file is filled as the days go by, linked and assessed as any other; the desk itself is
only read. What a report says is taken from the desk as it was read there: by today's reader, not by that of the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from vedette.desk import Desk
from vedette.model import Assessment, Decision, Knowledge, ReadReport, Report, Scenario, Undo
from vedette.model.known import Known
from vedette.store import View, open_store

# One transaction holds this many reports.
BATCH = 200
_DAY = len("2025-09-12")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedDay:
    """A day as it would have been: how many reports came, and how each scenario then stood, by id."""

    day: str
    reports: int
    assessments: tuple[Assessment, ...]


def replay(
    view: View, scenarios: Sequence[Scenario], *, knowledge: Knowledge, since: str, until: str,
    known: Known = Known.FIRST_SEEN,
) -> Iterator[ReplayedDay]:
    """Say for each day how scenarios would have stood on its evening, with what was known by then.

    A decision of a person counts from the day on which it was made. Whether feeds answered on a day is not on record:
    nothing is taken for known of it.

    Args:
        view: The desk; it is only read.
        scenarios: The scenarios, by today's rules.
        knowledge: The packs of today.
        since: The first day (``YYYY-MM-DD``); what was known before is there when it begins.
        until: The last day.
        known: Since when a report counts as known.
    """
    coming = _by_day(view, known)
    decisions = _decisions_by_day(view)
    with TemporaryDirectory(prefix="vedette-replay-") as folder, _scratch(Path(folder), knowledge) as desk:
        before = shift(since, -1)
        _take_in(desk, view, [one for day in sorted(coming) if day <= before for one in coming[day]], known)
        _decide(desk, [one for day in sorted(decisions) if day <= before for one in decisions[day]])
        for day in _days(since, until):
            new = coming.get(day, [])
            _take_in(desk, view, new, known)
            _decide(desk, decisions.get(day, []))
            desk.assess(scenarios, today=day)
            yield ReplayedDay(day=day, reports=len(new), assessments=desk.store.assessments(day))


def shift(day: str, days: int) -> str:
    """Give the day so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _days(since: str, until: str) -> Iterator[str]:
    day = since
    while day <= until:
        yield day
        day = shift(day, 1)


def _scratch(folder: Path, knowledge: Knowledge) -> Desk:
    return Desk(open_store(str(folder / "replay.sqlite")), knowledge)


def _by_day(view: View, known: Known) -> Mapping[str, list[str]]:
    """Give the ids of the reports that became known on each day, without holding their texts."""
    found: dict[str, list[str]] = defaultdict(list)
    for report in view.reports():
        found[_known_since(report, known)[:_DAY]].append(report.id)
    return found


def _known_since(report: Report, known: Known) -> str:
    """Give the moment since when a report counts as known; what was published after it was met, was dated wrong."""
    met = report.first_seen or ""
    if known is Known.FIRST_SEEN or report.published is None:
        return met
    return min(report.published, met, key=lambda moment: moment[:_DAY])


def _take_in(desk: Desk, view: View, ids: Sequence[str], known: Known) -> None:
    for start in range(0, len(ids), BATCH):
        desk.store.add([
            ReadReport(
                report=replace(report, first_seen=_known_since(report, known)),
                claims=view.claims_of_report(report.id),
            )
            for report in view.reports(ids[start:start + BATCH])
        ])
    desk.relink()


def _decisions_by_day(view: View) -> Mapping[str, list[Decision]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    for one in view.decisions():
        # That it was undone is a decision of its own, of a day of its own.
        found[one.at[:_DAY]].append(one if isinstance(one, Undo) else replace(one, undone=None))
    return found


def _decide(desk: Desk, decisions: Iterable[Decision]) -> None:
    desk.store.record(list(decisions))
