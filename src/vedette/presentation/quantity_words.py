"""Figures in plain words."""

from __future__ import annotations

from vedette.model import QuantityMention
from vedette.presentation.figures import figure
from vedette.presentation.saying import gettext as _
from vedette.presentation.unit_words import counted


def describe_quantity(quantity: QuantityMention) -> str:
    """Say how much or how many.

    Example:
        >>> describe_quantity(QuantityMention(value=34000, unit="troops", qualifier="about"))
        'about 34,000 troops'

    """
    last = quantity.value if quantity.high is None else quantity.high
    said = counted(last, quantity.unit) or f"{figure(last)} {quantity.unit}"
    if quantity.high is not None:
        said = f"{figure(quantity.value)}–{said}"
    if quantity.of:
        said = _("%(figure)s of %(things)s") % {"figure": said, "things": quantity.of}
    said = f"{said} ({quantity.scope})" if quantity.scope else said
    return (_qualified(quantity.qualifier) % {"figure": said}).strip()


def _qualified(qualifier: str) -> str:
    return {
        "about": _("about %(figure)s"), "at_least": _("at least %(figure)s"), "at_most": _("at most %(figure)s"),
    }.get(qualifier, "%(figure)s")
