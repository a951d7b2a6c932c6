"""How much each outlet published, in all and on each day, kept while reports are written.

To count it again for each page means to go along an index of all reports, however many there are; and to add up the
days of all outlets is no better once there are years of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, text

from vedette.store.event_rows import portions
from vedette.store.exact_text import ExactText
from vedette.store.tables import outlet_reports, outlet_totals

Day = tuple[str, str]
"""An outlet and a day; what is not known is an empty word, since a part of a key cannot be nothing."""
_ADD = text(
    "INSERT INTO outlet_reports(outlet, day, reports) VALUES (:outlet, :day, :reports)"
    " ON CONFLICT(outlet, day) DO UPDATE SET reports = outlet_reports.reports + excluded.reports"
).bindparams(bindparam("outlet", type_=ExactText()), bindparam("day", type_=ExactText()))
# A comparison with what is not known is none: a day that is known stays, and takes the place of one that is not.
_ADD_TO_TOTAL = text(
    "INSERT INTO outlet_totals(outlet, reports, first_day, last_day, days) VALUES (:outlet, :reports, :first, :last, 0)"
    " ON CONFLICT(outlet) DO UPDATE SET reports = outlet_totals.reports + excluded.reports,"
    " first_day = CASE WHEN outlet_totals.first_day <= excluded.first_day THEN outlet_totals.first_day"
    " ELSE coalesce(excluded.first_day, outlet_totals.first_day) END,"
    " last_day = CASE WHEN outlet_totals.last_day >= excluded.last_day THEN outlet_totals.last_day"
    " ELSE coalesce(excluded.last_day, outlet_totals.last_day) END"
).bindparams(*(bindparam(name, type_=ExactText()) for name in ("outlet", "first", "last")))
_ADD_DAYS = text("UPDATE outlet_totals SET days = days + :days WHERE outlet = :outlet").bindparams(
    bindparam("outlet", type_=ExactText())
)


def count_reports(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Count reports that are being added: rows of the table of reports."""
    counted = Counter((row["outlet"] or "", (row["published"] or "")[:10]) for row in rows)
    if not counted:
        return
    # The rows of totals first, in their order: who else adds reports of these outlets waits here, and so no two find a
    # day new.
    connection.execute(_ADD_TO_TOTAL, list(_totals(counted)))
    fresh = Counter(outlet for outlet, day in sorted(set(counted) - _known(connection, counted)) if day)
    connection.execute(_ADD, [
        {"outlet": outlet, "day": day, "reports": number} for (outlet, day), number in sorted(counted.items())
    ])
    if fresh:
        connection.execute(_ADD_DAYS, [{"outlet": outlet, "days": days} for outlet, days in fresh.items()])


def _totals(counted: Mapping[Day, int]) -> Iterator[dict[str, Any]]:
    by_outlet: dict[str, dict[str, int]] = defaultdict(dict)
    for (outlet, day), number in sorted(counted.items()):
        by_outlet[outlet][day] = number
    for outlet, numbers in by_outlet.items():
        days = [day for day in numbers if day]
        yield {
            "outlet": outlet, "reports": sum(numbers.values()),
            "first": min(days, default=None), "last": max(days, default=None),
        }


def _known(connection: Connection, days: Iterable[Day]) -> set[Day]:
    """Give those of some outlets' days of which the desk holds reports; a question for each day."""
    by_day: dict[str, list[str]] = defaultdict(list)
    for outlet, day in sorted(days):
        by_day[day].append(outlet)
    of_some = select(outlet_reports.c.outlet).where(
        outlet_reports.c.day == bindparam("day"), outlet_reports.c.outlet.in_(bindparam("outlets", expanding=True))
    )
    return {
        (outlet, day) for day, outlets in by_day.items() for some in portions(outlets)
        for outlet in connection.execute(of_some, {"day": day, "outlets": some}).scalars()
    }


def outlets_query() -> Select[Any]:
    """Ask for each outlet (empty: reports without one): reports, first and last day, and on how many days."""
    total = outlet_totals.c
    return select(
        total.outlet, total.reports, total.first_day.label("first"), total.last_day.label("last"), total.days,
    )


def reports_query() -> Select[Any]:
    """Ask how many reports there are."""
    return select(func.coalesce(func.sum(outlet_totals.c.reports), 0))


def outlet_count_query() -> Select[Any]:
    """Ask how many outlets have reports."""
    return select(func.count()).select_from(outlet_totals).where(outlet_totals.c.outlet != "")
