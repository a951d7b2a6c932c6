"""How many reports of each outlet a desk holds of each day, kept while reports are written.

To count them again for each page means to go along an index of all reports, however many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, text

from vedette.store.exact_text import ExactText
from vedette.store.tables import outlet_reports

# What is not known is an empty word, since a part of a key cannot be nothing.
_ADD = text(
    "INSERT INTO outlet_reports(outlet, day, reports) VALUES (:outlet, :day, :reports)"
    " ON CONFLICT(outlet, day) DO UPDATE SET reports = outlet_reports.reports + excluded.reports"
).bindparams(bindparam("outlet", type_=ExactText()), bindparam("day", type_=ExactText()))


def count_reports(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Count reports that are being added: rows of the table of reports."""
    counted = Counter((row["outlet"] or "", (row["published"] or "")[:10]) for row in rows)
    if counted:
        connection.execute(_ADD, [
            {"outlet": outlet, "day": day, "reports": number} for (outlet, day), number in sorted(counted.items())
        ])


def outlets_query() -> Select[Any]:
    """Ask for each outlet (empty: reports without one): reports, first and last day, and on how many days."""
    day = func.nullif(outlet_reports.c.day, "")
    return select(
        outlet_reports.c.outlet, func.sum(outlet_reports.c.reports).label("reports"), func.min(day).label("first"),
        func.max(day).label("last"), func.count(day).label("days"),
    ).group_by(outlet_reports.c.outlet)


def reports_query() -> Select[Any]:
    """Ask how many reports there are."""
    return select(func.coalesce(func.sum(outlet_reports.c.reports), 0))


def outlet_count_query() -> Select[Any]:
    """Ask how many outlets have reports."""
    return select(func.count(outlet_reports.c.outlet.distinct())).where(outlet_reports.c.outlet != "")
