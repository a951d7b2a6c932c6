"""Names of states and other parties in the language that is spoken.

Names come from the knowledge packs in English. States are known by their code everywhere, so their names are
those of the Unicode project (CLDR, through Babel); every other name is shown as the desk holds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from vedette.model import ActorMention, Place, PlaceKind
from vedette.presentation.saying import ENGLISH, gettext, marked, pgettext, spoken

if TYPE_CHECKING:
    from babel import Locale


_BODIES = (
    marked("Ministry of Defence of %(state)s"), marked("Ministry of Foreign Affairs of %(state)s"),
    marked("Ministry of the Interior of %(state)s"), marked("General Staff of %(state)s"),
    marked("Border Guard of %(state)s"), marked("Armed Forces of %(state)s"), marked("Air Force of %(state)s"),
    marked("Navy of %(state)s"), marked("Coast Guard of %(state)s"), marked("Government of %(state)s"),
    marked("President of %(state)s"), marked("Parliament of %(state)s"), marked("Security Service of %(state)s"),
    marked("Police of %(state)s"), marked("Customs of %(state)s"), marked("Emergency Service of %(state)s"),
)


def actor_label(actor: ActorMention) -> str:
    """Name an actor: a state in the language that is spoken, everybody else as the desk does.

    Example:
        >>> from vedette.model import ActorRole
        >>> from vedette.presentation.saying import speaking
        >>> poland = ActorMention(name="Poland", role=ActorRole.INITIATOR, id="PL", party="PL")
        >>> with speaking("uk"):
        ...     actor_label(poland)
        'Польща'

    """
    return (state_name(actor.id) if actor.id else None) or party_label(actor.name)


def party_label(name: str) -> str:
    """Name a body of a state in the language that is spoken: the knowledge packs call it "Police of Estonia".

    Example:
        >>> from vedette.presentation.saying import speaking
        >>> with speaking("uk"):
        ...     party_label("Government of Estonia"), party_label("Example Post")
        ('Уряд (Естонія)', 'Example Post')

    """
    if spoken() == ENGLISH:
        return name
    for body in _BODIES:
        prefix = body.removesuffix("%(state)s")
        if name.startswith(prefix):
            return gettext(body) % {"state": _state_called(name.removeprefix(prefix))}
    return name


def _state_called(name: str) -> str:
    """Name a state that is known by its English name."""
    code = _codes().get(name)
    return (state_name(code) if code else None) or name


@cache
def _codes() -> Mapping[str, str]:
    return {str(name): code for code, name in _locale(ENGLISH).territories.items() if len(code) == 2}


def place_label(place: Place) -> str:
    """Name a place: a state or the border of two states in the language that is spoken, else as the desk does."""
    if spoken() == ENGLISH:
        return place.name
    if place.kind is PlaceKind.COUNTRY and len(place.countries) == 1:
        return state_name(place.countries[0]) or place.name
    if place.kind is PlaceKind.BORDER and len(place.countries) == 2:
        one, other = (state_name(code) or code for code in place.countries)
        return pgettext("place", "border %(one)s – %(other)s") % {"one": one, "other": other}
    return place.name


def state_name(code: str) -> str | None:
    """Name a state by its code (ISO 3166-1); ``None`` in English, where packs have names of their own."""
    if spoken() == ENGLISH or len(code) != 2:
        return None
    name = _locale(spoken()).territories.get(code)
    return str(name) if name else None


@cache
def _locale(language: str) -> Locale:
    # Needed outside English only: most runs never load it.
    from babel import Locale  # noqa: PLC0415

    return Locale.parse(language)
