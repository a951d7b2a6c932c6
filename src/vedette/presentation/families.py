"""The families of event types in words, in the order in which a reader meets them."""

from __future__ import annotations

from vedette.model import EVENT_TYPES
from vedette.presentation.saying import gettext as _

# As the list of types has them.
FAMILIES: tuple[str, ...] = tuple(dict.fromkeys(definition.family for definition in EVENT_TYPES))


def family_word(family: str) -> str:
    """Name a family of event types.

    Example:
        >>> family_word("build_up")
        'Construction'

    """
    return {
        "exercise": _("Exercises"), "force": _("Forces"), "air": _("In the air"), "sea": _("At sea"),
        "attack": _("Attacks"), "border": _("Borders"), "airspace": _("Airspace"), "build_up": _("Construction"),
        "support": _("Arms and aid"), "diplomacy": _("Diplomacy"), "politics": _("Politics"), "safety": _("Safety"),
        "hybrid": _("Covert acts"),
    }[family]
