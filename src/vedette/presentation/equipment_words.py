"""The words for kinds of equipment."""

from __future__ import annotations

from vedette.presentation.saying import gettext as _


def equipment_word(kind: str) -> str:
    """Say what kind of equipment it is; a kind that nobody wrote down is said as it is.

    Example:
        >>> equipment_word("uav"), equipment_word("cruise_missile"), equipment_word("steam_engine")
        ('unmanned aircraft', 'cruise missile', 'steam engine')

    """
    return {
        "uav": _("unmanned aircraft"), "balloon": _("balloon"), "aircraft": _("aircraft"),
        "helicopter": _("helicopter"), "ship": _("ship"), "submarine": _("submarine"),
        "ballistic_missile": _("ballistic missile"), "cruise_missile": _("cruise missile"),
        "air_defence": _("air defence"), "artillery": _("artillery"), "tank": _("tank"),
        "armoured_vehicle": _("armoured vehicle"), "satellite": _("satellite"), "radar": _("radar"),
        "explosive": _("explosive"), "nuclear_weapon": _("nuclear weapon"), "small_arms": _("small arms"),
        "vehicle": _("vehicle"),
    }.get(kind, kind.replace("_", " "))
