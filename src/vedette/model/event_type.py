"""The ontology: what kinds of events Vedette knows, and how others call them.

Richer than PLOVER, CAMEO or ACLED where the field needs it (exercises, airspace
and border restrictions, bases, deployments of weapons), with a crosswalk to
each. A crosswalk code is the nearest one; an empty code means that the other
ontology has no home for the type.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EventType(StrEnum):
    """Every event type, by its name in the output."""

    EXERCISE = "exercise"
    DEPLOYMENT = "deployment"
    WITHDRAWAL = "withdrawal"
    WEAPON_DEPLOYMENT = "weapon_deployment"
    AIRSPACE_VIOLATION = "airspace_violation"
    DRONE_INCIDENT = "drone_incident"
    MARITIME_INCIDENT = "maritime_incident"
    SHOOTDOWN = "shootdown"
    INTERCEPTION = "interception"
    STRIKE = "strike"
    BORDER_CLOSURE = "border_closure"
    BORDER_REOPENING = "border_reopening"
    AIRSPACE_RESTRICTION = "airspace_restriction"
    MOVEMENT_RESTRICTION = "movement_restriction"
    BASE_CONSTRUCTION = "base_construction"
    MILITARY_AID = "military_aid"
    PROCUREMENT = "procurement"
    MOBILISATION = "mobilisation"
    REQUEST = "request"
    PLEDGE = "pledge"
    ACCUSATION = "accusation"
    WARNING_STATEMENT = "warning_statement"
    DENIAL = "denial"
    THREAT = "threat"
    DIPLOMATIC_MEETING = "diplomatic_meeting"
    EXPULSION = "expulsion"
    SANCTION = "sanction"
    LAW_OR_VOTE = "law_or_vote"
    EVACUATION = "evacuation"
    SABOTAGE = "sabotage"
    CYBER_ATTACK = "cyber_attack"
    JAMMING = "jamming"
    ARREST = "arrest"
    PROTEST = "protest"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeDefinition:
    """What an event type means, one example, and its nearest code elsewhere.

    ``family`` groups types that reports mix up or that follow on one another
    (linking compares events within a family).
    """

    type: EventType
    family: str
    definition: str
    example: str
    plover: str
    cameo: str
    acled: str


def _define(  # noqa: PLR0917 - a row of a table, read as one
    type: str, family: str, definition: str, example: str, plover: str, cameo: str, acled: str
) -> TypeDefinition:
    return TypeDefinition(
        type=EventType(type), family=family, definition=definition, example=example,
        plover=plover, cameo=cameo, acled=acled,
    )


EVENT_TYPES: tuple[TypeDefinition, ...] = (
    _define("exercise", "exercise", "Armed or emergency forces train together or alone, named or not.",
            "The brigade began a two-week exercise at the northern range.", "MOBILIZE", "150", ""),
    _define("deployment", "force", "Forces, aircraft, ships or equipment are sent, arrive or take up positions.",
            "Four fighter jets arrived at the air base.", "MOBILIZE-troops", "154", "Strategic developments"),
    _define("withdrawal", "force", "Forces or equipment leave, return home or are pulled back.",
            "The last battalion left the region.", "RETREAT", "0874", "Strategic developments"),
    _define("weapon_deployment", "force", "Missiles, nuclear or other heavy weapons are stationed or put on duty.",
            "Two missile batteries were placed on combat duty.", "MOBILIZE-weapons", "154", "Strategic developments"),
    _define("airspace_violation", "air", "An aircraft or object enters the airspace of a state without leave.",
            "A military aircraft crossed into the country's airspace for a minute.", "THREATEN", "150", ""),
    _define("drone_incident", "air", "An unmanned aircraft or balloon enters, falls, is found or disturbs.",
            "A drone came down in a field near the frontier.", "THREATEN", "150", "Air/drone strike"),
    _define("maritime_incident", "sea", "A ship, cable or harbour is obstructed, damaged, boarded or endangered.",
            "A tanker dragged its anchor across a data cable.", "ASSAULT", "190", ""),
    _define("shootdown", "air", "An aircraft, drone or missile is brought down by fire.",
            "Air defence shot down three drones.", "ASSAULT", "194", "Disrupted weapons use"),
    _define("interception", "air", "Aircraft or ships are scrambled, intercept or escort others.",
            "Allied fighters escorted a reconnaissance plane.", "MOBILIZE", "150", ""),
    _define("strike", "attack", "An armed attack from air, land or sea, an invasion, a shelling.",
            "Missiles struck a fuel depot.", "ASSAULT", "190", "Shelling/artillery/missile attack"),
    _define("border_closure", "border", "A border or crossing point is closed or its traffic suspended.",
            "All crossings to the neighbour closed at midnight.", "COERCE", "172", ""),
    _define("border_reopening", "border", "A border or crossing point opens again.",
            "Two crossings opened again after a month.", "COOPERATE", "0871", ""),
    _define("airspace_restriction", "airspace", "Flights are restricted or an airport or airspace is closed.",
            "The airport halted flights for two hours.", "COERCE", "172", ""),
    _define("movement_restriction", "border", "Access or movement on land or water is restricted.",
            "A five-kilometre zone along the frontier is off limits.", "COERCE", "172", ""),
    _define("base_construction", "build_up", "Bases, airfields, fortifications or other sites are built or enlarged.",
            "New hangars stand at the airfield.", "MOBILIZE", "150", "Headquarters or base established"),
    _define("military_aid", "support", "Weapons, money or training are given to another state's forces.",
            "The government will send two air-defence systems.", "AID-military", "072", ""),
    _define("procurement", "support", "A state orders, buys or takes delivery of arms.",
            "The army ordered forty howitzers.", "AGREE", "061", ""),
    _define("mobilisation", "force", "Reservists are called up, readiness is raised, snap checks are held.",
            "Reservists were called up for three months.", "MOBILIZE", "152", "Strategic developments"),
    _define("request", "diplomacy", "A state or body formally asks another for something.",
            "The government asked the alliance for air defence.", "REQUEST", "02", ""),
    _define("pledge", "diplomacy", "A state or body promises to act or to support.",
            "The alliance promised to reinforce the region.", "CONSULT", "03", ""),
    _define("accusation", "diplomacy", "A party blames another for an act.",
            "The ministry accused its neighbour of steering migrants.", "ACCUSE", "112", ""),
    _define("warning_statement", "diplomacy", "A party warns that something may happen.",
            "The service warned of provocations.", "", "", ""),
    _define("denial", "diplomacy", "A party denies an act of which it is accused.",
            "The embassy denied any part in it.", "REJECT", "12", ""),
    _define("threat", "diplomacy", "A party threatens to act against another.",
            "The general threatened retaliation.", "THREATEN", "13", ""),
    _define("diplomatic_meeting", "diplomacy", "Officials of different parties meet or confer.",
            "The three ministers met at the border.", "CONSULT", "04", ""),
    _define("expulsion", "diplomacy", "Diplomats or officials are expelled or recalled, missions closed.",
            "Two attaches were told to leave.", "SANCTION", "161", ""),
    _define("sanction", "diplomacy", "Economic or personal restrictions are imposed.",
            "The council listed ten more ships.", "SANCTION", "163", ""),
    _define("law_or_vote", "politics", "A parliament, court or government adopts, votes or decrees.",
            "Parliament voted for the bill at its second reading.", "", "", ""),
    _define("evacuation", "safety", "People are evacuated, sheltered or plans for it are made.",
            "The district prepared evacuation plans.", "", "", ""),
    _define("sabotage", "hybrid", "Arson, explosion, cutting or tampering, presumed deliberate.",
            "Rails were cut on the freight line.", "ASSAULT", "190", "Property destruction"),
    _define("cyber_attack", "hybrid", "Computers or networks are attacked.",
            "The ministry's servers were flooded.", "ASSAULT", "176", ""),
    _define("jamming", "hybrid", "Satellite navigation or radio is jammed or spoofed.",
            "Pilots lost satellite navigation over the gulf.", "COERCE", "176", ""),
    _define("arrest", "hybrid", "People are detained, charged or sentenced for spying, sabotage or the like.",
            "Four suspects were detained.", "COERCE-arrest", "173", "Arrests"),
    _define("protest", "politics", "People demonstrate or block.",
            "Hauliers blocked the road to the crossing.", "PROTEST", "14", "Protests"),
)


def type_definition(type: EventType) -> TypeDefinition:
    """Look up what an event type means.

    Example:
        >>> type_definition(EventType.EXERCISE).family
        'exercise'
    """
    return next(definition for definition in EVENT_TYPES if definition.type is type)
