"""What happened, as a line of parts: for languages in which names cannot simply be put into a sentence.

"Закриття кордону: Польща → Білорусь; кордон Польща – Білорусь": every part stands in its basic form, so that
nothing has to be inflected that nobody knows how to inflect.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vedette.model import ActorRole, Event, Place, PlaceKind, PlaceRole, Stage
from vedette.presentation.equipment_words import equipment_word
from vedette.presentation.name_words import actor_label, place_label
from vedette.presentation.place_words import place_phrase
from vedette.presentation.quantity_words import describe_quantity
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import ngettext
from vedette.presentation.type_phrases import type_word
from vedette.presentation.unit_words import counted

# More than this make a line unreadable; the rest is counted.
_NAMED, _THINGS, _PLACES = 3, 2, 2


def event_line(event: Event) -> str:
    """Say what happened as type, who to whom, with what, and where, without date and without sources."""
    who = [actor_label(actor) for actor in event.actors if actor.role is not ActorRole.RECIPIENT]
    whom = [actor_label(actor) for actor in event.actors if actor.role is ActorRole.RECIPIENT]
    sides = " → ".join(side for side in (_listed(who), _listed(whom)) if side)
    parts = [sides, "; ".join(_things(event)), "; ".join(_places(event, said={*who, *whom}))]
    text = "; ".join(part for part in parts if part)
    head = _head(event)
    return f"{head}: {text}" if text else head


def _head(event: Event) -> str:
    name = f"{type_word(event.type)} «{event.names[0]}»" if event.names else type_word(event.type)
    said = {
        Stage.PLANNED: _("planned: %(what)s"), Stage.CANCELLED: _("cancelled: %(what)s"),
        Stage.UNDER_WAY: _("under way: %(what)s"),
    }.get(event.stage, "%(what)s") % {"what": name}
    return said[:1].upper() + said[1:]


def _listed(names: Iterable[str]) -> str:
    known = list(dict.fromkeys(names))
    if len(known) <= _NAMED:
        return ", ".join(known)
    rest = len(known) - _NAMED + 1
    more = ngettext("and %(num)s other", "and %(num)s others", rest) % {"num": rest}
    return f"{', '.join(known[: _NAMED - 1])} {more}"


def _things(event: Event) -> list[str]:
    """Give the first figure that the language can say, else what was used: by its own name, or by its kind."""
    for quantity in event.quantities:
        if counted(quantity.value, quantity.unit):
            return [describe_quantity(replace(quantity, scope=None, of=None))]
    used = (item.name if item.name[:1].isupper() else equipment_word(item.kind) for item in event.equipment)
    return list(dict.fromkeys(used))[:_THINGS]


def _places(event: Event, *, said: set[str]) -> list[str]:
    mentions = [
        one for role in (PlaceRole.AT, PlaceRole.ORIGIN, PlaceRole.TARGET) for one in event.places
        if one.role is role and not _is_said(one.place, said)
    ]
    return list(dict.fromkeys(map(place_phrase, mentions)))[:_PLACES]


def _is_said(place: Place, said: set[str]) -> bool:
    return place.kind is PlaceKind.COUNTRY and place_label(place) in said
