"""The scene of what is told without a place: where the rest of the report takes place, as a reader would take it.

"Balloons closed the airport of Example on Friday. ... Flights were suspended
until midnight": nobody says where again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.model import ActorRole, Claim, EventType, PlaceMention, PlaceRole, Section
from vedette.reading.ground import ADDRESSED, AT_RECIPIENT, DECIDED_AT_HOME

# What takes place in an office, or in several at once, has no scene that others could share.
_NOWHERE = ADDRESSED | DECIDED_AT_HOME | {
    EventType.MILITARY_AID, EventType.PROCUREMENT, EventType.DIPLOMATIC_MEETING, EventType.MOBILISATION,
}


def set_scenes(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give claims without a place of their own the scene that the report has for them.

    That is where the same kind of thing was told of in its paragraph, else where
    its sentence or its paragraph takes place; of the body also where the same kind
    of thing was told of before, else the headline or the first before it. What has a target
    needs no scene. Where a thing came from is not where it happened, nor is it done
    on the ground of whoever does it to others.

    Args:
        claims: Of one report, in the order of the text, those of the headline among them.
        text: The text of the report.
    """
    return [replace(claim, places=(*claim.places, *_scene(claim, claims, text))) for claim in claims]


def _scene(claim: Claim, claims: Sequence[Claim], text: str) -> tuple[PlaceMention, ...]:
    if claim.type in _NOWHERE or any(mention.role is not PlaceRole.ORIGIN for mention in claim.places):
        return ()
    excluded = {code for mention in claim.places for code in mention.place.countries}
    if claim.type in AT_RECIPIENT:
        excluded |= {actor.party for actor in claim.actors if actor.role is ActorRole.INITIATOR and actor.party}
    for other in _around(claim, claims, text):
        if scene := tuple(place for place in _places_at(other) if not excluded & set(place.place.countries)):
            return scene
    return ()


def _around(claim: Claim, claims: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Give the claims whose scene a claim may share, the likeliest first."""
    own = [other for other in claims if other.section is claim.section and other is not claim and _places_at(other)]
    before = [other for other in reversed(own) if other.trigger < claim.trigger]
    opening = [other for other in claims if other.section is Section.HEADLINE] + before[-1:]
    near = [other for other in before if _in_one_paragraph(other, claim, text)]
    yield from (other for other in near if other.type is claim.type)
    yield from (other for other in own if other.sentence == claim.sentence)
    yield from near
    if claim.section is Section.BODY:
        yield from (other for other in before if other.type is claim.type)
        yield from opening


def _in_one_paragraph(first: Claim, second: Claim, text: str) -> bool:
    return "\n" not in text[first.sentence.end : second.sentence.start]


def _places_at(claim: Claim) -> list[PlaceMention]:
    """Give where a claim is, as far as others can be there: not all the states of an exercise that is only named."""
    several = {span for span, many in Counter(mention.span for mention in claim.places).items() if span and many > 1}
    return [mention for mention in claim.places if mention.role is PlaceRole.AT and mention.span not in several]
