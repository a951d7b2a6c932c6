"""Events and claims in plain words: one way of saying it for terminal, pages and briefing.

Words only: nothing here is escaped. Whoever prints makes the text harmless for the
medium (:mod:`vedette.presentation.safe_text`, or the escaping of the templates).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vedette.model import (
    Claim,
    Conflict,
    Event,
    Factuality,
    LinkKind,
    Origin,
    PlaceMention,
    PlaceRole,
    Report,
    Stage,
)
from vedette.presentation.event_sentence import event_sentence
from vedette.presentation.period_words import describe_day, describe_period
from vedette.presentation.place_words import place_phrase
from vedette.presentation.quantity_words import describe_quantity
from vedette.presentation.type_phrases import type_word

__all__ = [
    "count_origins", "count_words", "describe_actors", "describe_briefly", "describe_chain", "describe_conflict_field",
    "describe_day", "describe_event", "describe_origin", "describe_period", "describe_place", "describe_progress",
    "describe_quantity", "describe_stage", "describe_support", "describe_sureness", "known_origins", "type_word",
]

_LEADS = {
    Factuality.PROBABLE: "Probable: ", Factuality.POSSIBLE: "Possible: ",
    Factuality.DENIED: "Denied: ", Factuality.UNKNOWN: "Not clear: ",
}
_SURENESS = {
    Factuality.ASSERTED: "stated as fact", Factuality.PROBABLE: "called probable",
    Factuality.POSSIBLE: "called possible", Factuality.DENIED: "denied",
    Factuality.UNKNOWN: "told without saying how sure",
}
_STAGES = {
    Stage.PLANNED: "planned", Stage.UNDER_WAY: "under way", Stage.HAPPENED: "happened", Stage.CANCELLED: "cancelled",
}
_FIELDS = {"happened": "whether it happened", "period": "when", "place": "where", "actors": "who"}


def describe_briefly(event: Event) -> str:
    """Say in a few words what happened; what is no fact says so in its first word."""
    return _LEADS.get(event.factuality, "") + event_sentence(event)


def lead_word(factuality: Factuality) -> str:
    """Say in one word with a colon that something is no fact; "" where it is told as one.

    Example:
        >>> lead_word(Factuality.DENIED)
        'Denied:'

    """
    return _LEADS.get(factuality, "").strip()


def describe_event(event: Event, claims: Iterable[Claim] = ()) -> str:
    """Say in one sentence what happened, when, and how sure the sources are.

    A thing that is denied, or only possible, says so in its first word, so that no
    glance at a list takes it for a fact.

    Args:
        event: The event.
        claims: Its claims, where at hand: then only origins that present it so are counted.

    """
    return f"{describe_briefly(event)} ({describe_period(event.period)}); {_support_clause(event, tuple(claims))}"


def describe_standing(event: Event, claims: Iterable[Claim] = ()) -> str:
    """Say when it happened and how sure the sources are: what stands under a headline that says the rest."""
    return f"{describe_period(event.period)}; {_support_clause(event, tuple(claims))}"


def describe_sureness(factuality: Factuality) -> str:
    """Say how sure a source presents something.

    Example:
        >>> describe_sureness(Factuality.ASSERTED)
        'stated as fact'

    """
    return _SURENESS[factuality]


def describe_stage(stage: Stage) -> str:
    """Say how far along a thing is.

    Example:
        >>> describe_stage(Stage.UNDER_WAY)
        'under way'

    """
    return _STAGES[stage]


def describe_progress(event: Event) -> str:
    """Say how far along an event is, "" where it is denied: "happened" beside "denied" would read as if it had."""
    denied = event.factuality is Factuality.DENIED and event.stage is Stage.HAPPENED
    return "" if denied else describe_stage(event.stage)


def describe_place(event: Event) -> str:
    """Name the places of an event: where it happened, then where from and where to; "" if none is known."""
    order = (PlaceRole.AT, PlaceRole.ORIGIN, PlaceRole.TARGET)
    return ", ".join(_place_name(m) for role in order for m in event.places if m.role is role)


def describe_actors(event: Event) -> str:
    """Name who did it, to whom, and who took part; "" if nobody is named."""
    by_role: dict[str, list[str]] = {"initiator": [], "recipient": [], "participant": []}
    for actor in event.actors:
        if actor.name not in by_role[actor.role]:
            by_role[actor.role].append(actor.name)
    parts = [", ".join(by_role["initiator"])]
    parts += [f"with {', '.join(by_role['participant'])}"] if by_role["participant"] else []
    parts += [f"→ {', '.join(by_role['recipient'])}"] if by_role["recipient"] else []
    return " ".join(part for part in parts if part)


def describe_chain(claim: Claim, report: Report) -> list[str]:
    """Name who says so and through whom: the outlet first, the origin last.

    A report without an outlet is named by its ``ref``. One name alone is the outlet
    speaking for itself.
    """
    chain = [report.outlet or f"report {report.ref}"]
    for link in claim.attribution:
        name = link.name or _unnamed(link.kind)
        if name.casefold() != chain[-1].casefold():
            chain.append(name)
    return chain


def describe_support(event: Event) -> str:
    """Count what tells of an event: reports, outlets, and the origins that corroboration counts.

    Ten outlets that relay one agency are ten outlets and one origin. An origin that nobody
    can name counts for nothing and is said apart.
    """
    known = count_origins(event)
    unknown = len(event.origins) - len(known_origins(event))
    words = [count_words(event.reports, "report"), count_words(event.outlets, "outlet"), count_words(known, "origin")]
    apart = [f"and {unknown} not known"] if unknown else []
    apart += [f"of {count_words(len(event.parties), 'party')}"] if 0 < len(event.parties) < known else []
    return ", ".join(words) + (f" ({'; '.join(reversed(apart))})" if apart else "")


def describe_origin(origin: Origin) -> str:
    """Name an origin, and say so where nobody knows who it is."""
    name = origin.name or _unnamed(origin.kind)
    return name if origin.known else f"{name} (origin not known)"


def describe_conflict_field(conflict: Conflict) -> str:
    """Say what the sources disagree on.

    Example:
        >>> describe_conflict_field(Conflict(field="quantity:troops", values=()))
        'how many troops'

    """
    if conflict.field.startswith("quantity:"):
        return f"how many {conflict.field.partition(':')[2]}"
    return _FIELDS.get(conflict.field, conflict.field)


def known_origins(event: Event) -> tuple[Origin, ...]:
    """Give the origins that somebody can name."""
    return tuple(origin for origin in event.origins if origin.known)


def count_origins(event: Event) -> int:
    """Count the origins that corroboration counts: an unnamed voice beside its relay is no further one."""
    return event.origin_count


def _support_clause(event: Event, claims: Sequence[Claim]) -> str:
    if any(conflict.field == "happened" for conflict in event.conflicts):
        return f"sources disagree whether it happened ({count_words(count_origins(event), 'origin')})"
    agreeing = {claim.id for claim in claims if claim.factuality is event.factuality}
    origins = [origin for origin in known_origins(event) if not claims or agreeing.intersection(origin.claims)]
    sure = _SURENESS[event.factuality]
    return f"{sure} by {count_words(len(origins), 'origin')}" if origins else f"{sure}, origin not known"


def _place_name(mention: PlaceMention) -> str:
    return place_phrase(mention) if mention.role is not PlaceRole.AT else mention.place.name


def count_words(number: int, noun: str) -> str:
    """Write a number with its noun.

    Example:
        >>> count_words(1, "origin"), count_words(2, "party")
        ('1 origin', '2 parties')
    """
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def _unnamed(kind: LinkKind) -> str:
    return "unnamed source" if kind is LinkKind.UNNAMED else f"unnamed {kind}"
