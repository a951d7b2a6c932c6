"""The values of single facts, which are on record in a short form, in plain words."""

from __future__ import annotations

import re

from vedette.model import Factuality, Period, Precision, QuantityMention
from vedette.presentation.period_words import describe_period
from vedette.presentation.quantity_words import describe_quantity
from vedette.presentation.wording import describe_sureness

_MOMENT = r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?)?"
_PERIOD = re.compile(rf"(?P<lead>since |until )?(?P<start>{_MOMENT})(?: to (?P<end>{_MOMENT}))?")
_QUANTITY = re.compile(r"(?P<how>about |at least |at most )?(?P<value>\d+) (?P<unit>[^()]+?)(?: \((?P<scope>.+)\))?")


def describe_value(field: str, value: str) -> str:
    """Say the value of a fact or of one side of a conflict; what has no form of its own is said as it is.

    Args:
        field: What it is the value of, as :class:`vedette.model.Conflict` names it.
        value: The value as it is on record.

    Example:
        >>> describe_value("period", "2025-07-28T00:00 to 2025-07-28T06:00")
        '28 July 2025, 00:00–06:00'
        >>> describe_value("quantity:people", "about 7000 soldiers")
        'about 7,000 soldiers'
        >>> describe_value("happened", "asserted"), describe_value("place", "Brest")
        ('stated as fact', 'Brest')

    """
    if field == "happened" and value in list(Factuality):
        return describe_sureness(Factuality(value))
    if field == "period":
        return "; ".join(map(_period, value.split("; ")))
    if field.startswith("quantity:"):
        return "; ".join(map(_quantity, value.split("; ")))
    return value


def _period(value: str) -> str:
    found = _PERIOD.fullmatch(value)
    if found is None:
        return value
    precision = Precision.HOUR if "T" in value else Precision.DAY
    if found["lead"] == "until ":
        return describe_period(Period(end=found["start"], precision=precision))
    return describe_period(Period(
        start=found["start"], end=found["end"], precision=precision, open_end=found["lead"] is not None,
    ))


def _quantity(value: str) -> str:
    found = _QUANTITY.fullmatch(value)
    if found is None:
        return value
    return describe_quantity(QuantityMention(
        value=int(found["value"]), unit=found["unit"], scope=found["scope"],
        qualifier=(found["how"] or "exactly").strip().replace(" ", "_"),
    ))
