"""The words for each event type: how a sentence about one of its events is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vedette.model import EventType
from vedette.presentation.saying import gettext, marked, said_once


@dataclass(frozen=True, slots=True, kw_only=True)
class TypePhrase:
    """How to say that somebody did a thing of this type.

    ``infinitive``, ``past`` and ``ing`` are the verb; empty where no verb suits all events
    of the type, so that the sentence starts with ``noun``. ``object`` is what the verb
    takes. ``things`` says that equipment and figures stand in the object's place.
    ``towards`` leads to the recipient ("" makes the recipient no part of the sentence).
    """

    noun: str
    infinitive: str = ""
    past: str = ""
    ing: str = ""
    object: str = ""
    things: bool = False
    towards: str = ""


def _verb(noun: str, forms: str, object: str, towards: str = "", things: bool = False) -> TypePhrase:
    infinitive, past, ing = forms.split("/")
    return TypePhrase(
        noun=noun, infinitive=infinitive, past=past, ing=ing, object=object, towards=towards, things=things
    )


_MAKE = "make/made/making"
_CARRY_OUT = "carry out/carried out/carrying out"

TYPE_PHRASES: Mapping[EventType, TypePhrase] = MappingProxyType({
    EventType.EXERCISE: _verb(marked("exercise"), "hold/held/holding", "an exercise", "with"),
    EventType.DEPLOYMENT: _verb(marked("deployment"), "deploy/deployed/deploying", "forces", "to", things=True),
    EventType.WITHDRAWAL: _verb(marked("withdrawal"), "withdraw/withdrew/withdrawing", "forces", "from", things=True),
    EventType.WEAPON_DEPLOYMENT: _verb(
        marked("weapon deployment"), "station/stationed/stationing", "weapons", "in", things=True),
    EventType.AIRSPACE_VIOLATION: _verb(
        marked("airspace violation"), "violate/violated/violating", "the airspace", "of"),
    EventType.DRONE_INCIDENT: TypePhrase(noun=marked("drone incident")),
    EventType.MARITIME_INCIDENT: TypePhrase(noun=marked("incident at sea")),
    EventType.SHOOTDOWN: _verb(
        marked("shooting down"), "shoot down/shot down/shooting down", "an aircraft, drone or missile", "of",
        things=True),
    EventType.INTERCEPTION: _verb(
        marked("interception"), "intercept/intercepted/intercepting", "aircraft or ships", "of"),
    EventType.STRIKE: _verb(marked("strike"), _CARRY_OUT, "a strike", "on"),
    EventType.BORDER_CLOSURE: _verb(marked("border closure"), "close/closed/closing", "the border", "with"),
    EventType.BORDER_REOPENING: _verb(marked("border reopening"), "reopen/reopened/reopening", "the border", "with"),
    EventType.AIRSPACE_RESTRICTION: _verb(
        marked("airspace restriction"), "restrict/restricted/restricting", "flights", "for"),
    EventType.MOVEMENT_RESTRICTION: _verb(
        marked("movement restriction"), "restrict/restricted/restricting", "movement", "for"),
    EventType.BASE_CONSTRUCTION: _verb(marked("base construction"), "build/built/building", "a military site", "for"),
    EventType.MILITARY_AID: _verb(marked("military aid"), "give/gave/giving", "military aid", "to", things=True),
    EventType.PROCUREMENT: _verb(marked("procurement"), "order/ordered/ordering", "arms", "from", things=True),
    EventType.MOBILISATION: _verb(
        marked("mobilisation"), "mobilise/mobilised/mobilising", "forces", "against", things=True),
    EventType.REQUEST: _verb(marked("request"), _MAKE, "a request", "to"),
    EventType.PLEDGE: _verb(marked("pledge"), _MAKE, "a pledge", "to"),
    EventType.ACCUSATION: _verb(marked("accusation"), _MAKE, "an accusation", "against"),
    EventType.WARNING_STATEMENT: _verb(marked("warning"), "give/gave/giving", "a warning", "to"),
    EventType.DENIAL: _verb(marked("denial"), "give/gave/giving", "a denial", "to"),
    EventType.THREAT: _verb(marked("threat"), _MAKE, "a threat", "against"),
    EventType.DIPLOMATIC_MEETING: _verb(marked("diplomatic meeting"), "hold/held/holding", "talks", "with"),
    EventType.EXPULSION: _verb(marked("expulsion"), "expel/expelled/expelling", "diplomats or officials", "of"),
    EventType.SANCTION: _verb(marked("sanctions"), "impose/imposed/imposing", "sanctions", "on"),
    EventType.LAW_OR_VOTE: _verb(marked("law or vote"), "vote/voted/voting", "on a law or decision", "on"),
    EventType.EVACUATION: _verb(marked("evacuation"), "evacuate/evacuated/evacuating", "people", "from"),
    EventType.SABOTAGE: _verb(marked("sabotage"), _CARRY_OUT, "sabotage", "against"),
    EventType.CYBER_ATTACK: _verb(marked("cyber attack"), _CARRY_OUT, "a cyber attack", "on"),
    EventType.JAMMING: _verb(marked("jamming"), "jam/jammed/jamming", "satellite navigation or radio", "of"),
    EventType.ARREST: _verb(
        marked("arrest"), "detain or charge/detained or charged/detaining or charging", "suspects", "of"),
    EventType.PROTEST: _verb(marked("protest"), "hold/held/holding", "a protest", "against"),
})


@said_once
def type_word(type: EventType) -> str:
    """Give the name of an event type in plain words.

    Example:
        >>> type_word(EventType.BORDER_CLOSURE)
        'border closure'

    """
    return gettext(TYPE_PHRASES[type].noun)
