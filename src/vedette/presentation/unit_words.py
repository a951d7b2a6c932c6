"""The words for what is counted, and figures with them."""

from __future__ import annotations

from vedette.presentation.figures import figure
from vedette.presentation.saying import ENGLISH, ngettext, spoken

# A number that takes the form of many.
_MANY = 5


def counted(value: float, unit: str) -> str | None:
    """Write a whole number of things in the language that is spoken; ``None`` where it has no word for them.

    Reports count whatever there is; only the units that they name most are known.

    Example:
        >>> from vedette.presentation.saying import speaking
        >>> with speaking("uk"):
        ...     counted(5, "drones")
        '5 дронів'

    """
    number = int(value)
    said = _said(unit, number) if spoken() != ENGLISH and number == value else None
    return said % {"num": figure(number)} if said else None


def unit_word(unit: str) -> str:
    """Name what is counted, for itself: "how many drones"."""
    said = _said(unit, _MANY) if spoken() != ENGLISH else None
    return said.replace("%(num)s", "").strip() if said else unit


def _said(unit: str, number: int) -> str | None:
    return {
        "troops": ngettext("%(num)s soldier", "%(num)s troops", number),
        "soldiers": ngettext("%(num)s soldier", "%(num)s soldiers", number),
        "people": ngettext("%(num)s person", "%(num)s people", number),
        "officers": ngettext("%(num)s officer", "%(num)s officers", number),
        "reservists": ngettext("%(num)s reservist", "%(num)s reservists", number),
        "diplomats": ngettext("%(num)s diplomat", "%(num)s diplomats", number),
        "drones": ngettext("%(num)s drone", "%(num)s drones", number),
        "balloons": ngettext("%(num)s balloon", "%(num)s balloons", number),
        "aircraft": ngettext("%(num)s aircraft", "%(num)s aircraft", number),
        "helicopters": ngettext("%(num)s helicopter", "%(num)s helicopters", number),
        "missiles": ngettext("%(num)s missile", "%(num)s missiles", number),
        "tanks": ngettext("%(num)s tank", "%(num)s tanks", number),
        "ships": ngettext("%(num)s ship", "%(num)s ships", number),
        "vehicles": ngettext("%(num)s vehicle", "%(num)s vehicles", number),
        "units": ngettext("%(num)s unit", "%(num)s units", number),
        "airports": ngettext("%(num)s airport", "%(num)s airports", number),
        "crossings": ngettext("%(num)s crossing", "%(num)s crossings", number),
        "countries": ngettext("%(num)s country", "%(num)s countries", number),
        "battalions": ngettext("%(num)s battalion", "%(num)s battalions", number),
        "brigades": ngettext("%(num)s brigade", "%(num)s brigades", number),
        "hours": ngettext("%(num)s hour", "%(num)s hours", number),
        "days": ngettext("%(num)s day", "%(num)s days", number),
        "weeks": ngettext("%(num)s week", "%(num)s weeks", number),
        "months": ngettext("%(num)s month", "%(num)s months", number),
    }.get(unit.casefold())
