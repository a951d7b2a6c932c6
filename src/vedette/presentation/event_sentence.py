"""Who did what to whom, where: the first half of the sentence about an event."""

from __future__ import annotations

from collections.abc import Sequence, Set

from vedette.model import ActorRole, Event, EventType, Place, PlaceKind, PlaceMention, PlaceRole, QuantityMention, Stage
from vedette.presentation.event_line import event_line
from vedette.presentation.place_words import place_name, place_phrase
from vedette.presentation.quantity_words import describe_quantity
from vedette.presentation.saying import ENGLISH, spoken
from vedette.presentation.type_phrases import TYPE_PHRASES, TypePhrase

# More names than this make a sentence unreadable; the rest is counted.
_NAMED = 3
_LINES = frozenset({PlaceKind.BORDER, PlaceKind.CROSSING})
_CLOSABLE = frozenset({EventType.BORDER_CLOSURE, EventType.BORDER_REOPENING})
_PLURAL_WORDS = frozenset({
    "states", "forces", "authorities", "troops", "guards", "officials", "services", "soldiers", "drones", "jets",
    "ministers", "countries", "allies", "police",
})
# What a figure of this unit measures is not a thing that somebody sends or orders.
_MEASURES = frozenset({
    "kg", "g", "t", "tonnes", "tons", "km", "m", "metres", "kilometres", "miles", "days", "hours", "minutes", "weeks",
    "months", "years", "times", "percent", "%", "eur", "usd", "pln", "rub", "countries", "states", "cities", "regions",
})


def event_sentence(event: Event) -> str:
    """Say what happened, without date and without sources.

    In English. Other languages inflect what stands in a sentence, so they get :func:`event_line`.
    With somebody who did it and a verb for the type it is a sentence ("Poland closed the
    Poland-Belarus border"), else a heading ("Drone incident in Lithuania").
    """
    if spoken() != ENGLISH:
        return event_line(event)
    phrase = TYPE_PHRASES[event.type]
    who = _names(event, ActorRole.INITIATOR)
    text = _sentence(event, phrase, who) if who and phrase.infinitive else _heading(event, phrase, who)
    return text[:1].upper() + text[1:]


def _sentence(event: Event, phrase: TypePhrase, who: Sequence[str]) -> str:
    thing, used = _object(event, phrase)
    subject = _listed(who)
    if event.stage is Stage.CANCELLED:
        verb, thing, used = "called off", f"the {phrase.noun}", None
    else:
        verb = _verb(phrase, event.stage, plural=_is_plural(who))
    return _joined(subject, verb, thing, _recipients(event, phrase), _others(event), _where(event, skip=used))


def _heading(event: Event, phrase: TypePhrase, who: Sequence[str]) -> str:
    lead = {Stage.PLANNED: "planned ", Stage.CANCELLED: "cancelled "}.get(event.stage, "")
    tail = "under way" if event.stage is Stage.UNDER_WAY else ""
    things = " and ".join(_things(event))
    # A border closed because of an exercise also bears its name; only the exercise is called by it.
    names = event.names[:1] if event.type is EventType.EXERCISE else ()
    involved = [*who, *_names(event, ActorRole.PARTICIPANT), *_names(event, ActorRole.RECIPIENT)]
    return _joined(
        f"{lead}{phrase.noun}", *names, f"({things})" if things else "", tail, _where(event, skip=None),
        f"involving {_listed(involved)}" if involved else "",
    )


def _verb(phrase: TypePhrase, stage: Stage, *, plural: bool) -> str:
    if stage is Stage.PLANNED:
        return f"{'plan' if plural else 'plans'} to {phrase.infinitive}"
    if stage is Stage.UNDER_WAY:
        return f"{'are' if plural else 'is'} {phrase.ing}"
    return phrase.past


def _object(event: Event, phrase: TypePhrase) -> tuple[str, PlaceMention | None]:
    """Choose what the verb takes, and name the place that it used up, if any."""
    if event.type in _CLOSABLE:
        line = next((m for m in event.places if m.role is PlaceRole.AT and m.place.kind in _LINES), None)
        if line is not None:
            return place_name(line.place), line
    if event.type is EventType.EXERCISE and event.names:
        return f"the exercise {event.names[0]}", None
    things = _things(event) if phrase.things else []
    return (" and ".join(things) if things else phrase.object), None


def _things(event: Event) -> list[str]:
    """Name what was counted or used, at most two things; of several figures for one, the first, which most give."""
    figures: dict[tuple[str | None, ...], QuantityMention] = {}
    for quantity in event.quantities:
        if quantity.unit.casefold() not in _MEASURES:
            figures.setdefault((quantity.unit, quantity.of, quantity.scope), quantity)
    counted = [describe_quantity(figure) for figure in figures.values()]
    named = list(dict.fromkeys(item.name for item in event.equipment))
    return [*counted, *(name for name in named if not any(name in figure for figure in counted))][:2]


def _recipients(event: Event, phrase: TypePhrase) -> str:
    border = next((m for m in event.places if m.place.kind in _LINES), None)
    if border is not None and event.type in _CLOSABLE:
        return ""  # "the Poland-Belarus border" names them
    names = _names(event, ActorRole.RECIPIENT)
    return f"{phrase.towards} {_listed(names)}" if names and phrase.towards else ""


def _others(event: Event) -> str:
    names = _names(event, ActorRole.PARTICIPANT)
    return f"together with {_listed(names)}" if names else ""


def _where(event: Event, *, skip: PlaceMention | None) -> str:
    """Say the places that are not in the sentence yet, one of each role; beside a line, no country says more."""
    said = {actor.name for actor in event.actors}
    phrases: list[str] = []
    for role in (PlaceRole.AT, PlaceRole.ORIGIN, PlaceRole.TARGET):
        mentions = [m for m in event.places if m.role is role and m is not skip and not _is_said(m.place, said)]
        if skip is not None and role is PlaceRole.AT:
            mentions = [mention for mention in mentions if mention.place.kind is not PlaceKind.COUNTRY]
        phrases += [place_phrase(mentions[0])] if mentions else []
    return " ".join(phrases)


def _is_said(place: Place, said: Set[str]) -> bool:
    return place.kind is PlaceKind.COUNTRY and place.name in said


def _names(event: Event, role: ActorRole) -> list[str]:
    """Name who has a role; a body of a state that is named itself adds nothing to the sentence."""
    having = [actor for actor in event.actors if actor.role is role]
    whole = {actor.id for actor in having if actor.id is not None}
    return list(dict.fromkeys(
        actor.name for actor in having if actor.party is None or actor.party == actor.id or actor.party not in whole
    ))


def _listed(names: Sequence[str]) -> str:
    if len(names) > _NAMED:
        rest = len(names) - _NAMED + 1
        return f"{', '.join(names[: _NAMED - 1])} and {rest} others"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _is_plural(names: Sequence[str]) -> bool:
    return len(names) > 1 or names[0].casefold().rpartition(" ")[2] in _PLURAL_WORDS


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
