"""Whether an event is about something that somebody follows."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import datetime

from vedette.errors import UsageError
from vedette.knowledge.nouns import EQUIPMENT_KINDS
from vedette.model import Event, Gazetteer, Situation, content_id, fold
from vedette.store.alerting import Followed, FollowKind

_LONGEST = 200
# So alike are a kind of weapon and its misspelling: "uavv" and "uav", and not "tanker" and "tank".
_ALIKE = 0.85


def follow(kind: FollowKind, words: str, *, by: str, at: datetime) -> Followed:
    """Make something to follow; the same words in other letters or capitals are the same.

    Raises:
        UsageError: There are no words, or far too many.

    Example:
        >>> from datetime import UTC
        >>> now = datetime(2031, 5, 4, tzinfo=UTC)
        >>> follow(FollowKind.ACTOR, "Belarus", by="Ann", at=now).id == follow(
        ...     FollowKind.ACTOR, " BELARUS ", by="Ben", at=now).id
        True
    """
    written = " ".join(words.split())
    if not 1 < len(written) <= _LONGEST or not fold(written).strip():
        raise UsageError(f"'{words[:40]}' cannot be followed. Give two letters or more, and not more than {_LONGEST}.")
    return Followed(id=content_id("f", [str(kind), fold(written)]), kind=kind, words=written, by=by, at=at)


def require_known(kind: FollowKind, words: str, *, gazetteer: Gazetteer) -> None:
    """See to it that a kind of weapon and the letters of a country are known; names may be any that reports tell of.

    Args:
        kind: What is to be followed.
        words: Its name.
        gazetteer: What knows the countries.

    Raises:
        UsageError: No country has these letters, or the words are nearly those of a kind of weapon.
    """
    written = " ".join(words.split())
    if kind is FollowKind.PLACE and len(written) == 2 and gazetteer.country(written.upper()) is None:
        raise UsageError(f"No country has the letters '{written}'. Write ISO 3166-1 alpha-2, such as LT, or its name.")
    if kind is FollowKind.WEAPON:
        said = _kind(fold(written))
        near = difflib.get_close_matches(said, EQUIPMENT_KINDS, n=1, cutoff=_ALIKE)
        if near and said != near[0]:
            kinds = ", ".join(EQUIPMENT_KINDS)
            raise UsageError(f"'{written}' is no kind of weapon. Did you mean '{near[0]}'? There are: {kinds}.")


def is_about(
    event: Event, one: Followed, *, situations: Mapping[str, Situation], found: frozenset[str] = frozenset()
) -> bool:
    """Say whether an event is about what is followed.

    Names are compared whole, whatever their capitals; of exercises, weapons and places a name may be part of a longer
    one ("Zapad" of "Zapad 2025").

    Args:
        event: The event.
        one: What is followed.
        situations: Those that events belong to, by id: an exercise is known by all names of its situation.
        found: The events that a search found, where a search is followed.
    """
    words = fold(one.words)
    match one.kind:
        case FollowKind.ACTOR:
            return any(words in _folded(actor.id, actor.party, actor.name) for actor in event.actors)
        case FollowKind.PLACE:
            return _is_at(event, one.words, words)
        case FollowKind.EXERCISE:
            known = [situations[one] for one in (event.situation, *event.also_in) if one and one in situations]
            names = [*event.names, *(name for situation in known for name in (situation.name, *situation.names))]
            return any(_holds(name, words) for name in names)
        case FollowKind.WEAPON:
            return any(_holds(item.name, words) or item.kind == _kind(words) for item in event.equipment)
        case FollowKind.SEARCH:
            return event.id in found


def _is_at(event: Event, written: str, words: str) -> bool:
    if len(written) == 2:  # the code of a country
        return any(written.upper() in mention.place.countries for mention in event.places)
    return any(_holds(mention.place.name, words) for mention in event.places)


def _kind(words: str) -> str:
    return "_".join(words.split())


def _folded(*names: str | None) -> Iterable[str]:
    return {fold(name) for name in names if name}


def _holds(name: str, words: str) -> bool:
    return f" {_words(words)} " in f" {_words(name)} "


def _words(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))
