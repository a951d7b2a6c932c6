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
from vedette.presentation.kind_words import link_kind_word
from vedette.presentation.name_words import actor_label, place_label
from vedette.presentation.period_words import describe_day, describe_period
from vedette.presentation.place_words import place_phrase
from vedette.presentation.quantity_words import describe_quantity
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import ngettext, pgettext, said_once
from vedette.presentation.type_phrases import type_word
from vedette.presentation.unit_words import unit_word

__all__ = [
    "count_origins", "count_words", "describe_actors", "describe_briefly", "describe_chain", "describe_conflict_field",
    "describe_day", "describe_event", "describe_origin", "describe_period", "describe_place", "describe_progress",
    "describe_quantity", "describe_stage", "describe_support", "describe_sureness", "known_origins", "type_word",
]



def describe_briefly(event: Event) -> str:
    """Say in a few words what happened; what is no fact says so in its first word."""
    lead = lead_word(event.factuality)
    return f"{lead} {event_sentence(event)}" if lead else event_sentence(event)


@said_once
def lead_word(factuality: Factuality) -> str:
    """Say in one word with a colon that something is no fact; "" where it is told as one.

    Example:
        >>> lead_word(Factuality.DENIED)
        'Denied:'

    """
    return {
        Factuality.PROBABLE: _("Probable:"), Factuality.POSSIBLE: _("Possible:"), Factuality.DENIED: _("Denied:"),
        Factuality.UNKNOWN: _("Not clear:"), Factuality.ASSERTED: "",
    }[factuality]


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


@said_once
def describe_sureness(factuality: Factuality) -> str:
    """Say how sure a source presents something.

    Example:
        >>> describe_sureness(Factuality.ASSERTED)
        'stated as fact'

    """
    return {
        Factuality.ASSERTED: _("stated as fact"), Factuality.PROBABLE: _("called probable"),
        Factuality.POSSIBLE: _("called possible"), Factuality.DENIED: pgettext("how sure", "denied"),
        Factuality.UNKNOWN: _("told without saying how sure"),
    }[factuality]


@said_once
def describe_stage(stage: Stage) -> str:
    """Say how far along a thing is.

    Example:
        >>> describe_stage(Stage.UNDER_WAY)
        'under way'

    """
    return {
        Stage.PLANNED: pgettext("stage", "planned"), Stage.UNDER_WAY: pgettext("stage", "under way"),
        Stage.HAPPENED: pgettext("stage", "happened"), Stage.CANCELLED: pgettext("stage", "cancelled"),
    }[stage]


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
        if actor_label(actor) not in by_role[actor.role]:
            by_role[actor.role].append(actor_label(actor))
    parts = [", ".join(by_role["initiator"])]
    with_whom = {"actors": ", ".join(by_role["participant"])}
    parts += [_("with %(actors)s") % with_whom] if by_role["participant"] else []
    parts += [f"→ {', '.join(by_role['recipient'])}"] if by_role["recipient"] else []
    return " ".join(part for part in parts if part)


def describe_chain(claim: Claim, report: Report) -> list[str]:
    """Name who says so and through whom: the outlet first, the origin last.

    A report without an outlet is named by its ``ref``. One name alone is the outlet
    speaking for itself.
    """
    chain = [report.outlet or _("report %(ref)s") % {"ref": report.ref}]
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
    apart = [ngettext("and %(num)s not known", "and %(num)s not known", unknown) % {"num": unknown}] if unknown else []
    apart += [of_parties(len(event.parties))] if 0 < len(event.parties) < known else []
    return ", ".join(words) + (f" ({'; '.join(reversed(apart))})" if apart else "")


def describe_origin(origin: Origin) -> str:
    """Name an origin, and say so where nobody knows who it is."""
    name = origin.name or _unnamed(origin.kind)
    return name if origin.known else _("%(name)s (origin not known)") % {"name": name}


def describe_conflict_field(conflict: Conflict) -> str:
    """Say what the sources disagree on.

    Example:
        >>> describe_conflict_field(Conflict(field="quantity:troops", values=()))
        'how many troops'

    """
    if conflict.field.startswith("quantity:"):
        return _("how many %(things)s") % {"things": unit_word(conflict.field.partition(":")[2])}
    return {
        "happened": _("whether it happened"), "period": pgettext("field", "when"), "place": pgettext("field", "where"),
        "actors": pgettext("field", "who"),
    }.get(conflict.field, conflict.field)


def known_origins(event: Event) -> tuple[Origin, ...]:
    """Give the origins that somebody can name."""
    return tuple(origin for origin in event.origins if origin.known)


def count_origins(event: Event) -> int:
    """Count the origins that corroboration counts: an unnamed voice beside its relay is no further one."""
    return event.origin_count


def _support_clause(event: Event, claims: Sequence[Claim]) -> str:
    if any(conflict.field == "happened" for conflict in event.conflicts):
        said = _("sources disagree whether it happened (%(origins)s)")
        return said % {"origins": count_words(count_origins(event), "origin")}
    agreeing = {claim.id for claim in claims if claim.factuality is event.factuality}
    origins = [origin for origin in known_origins(event) if not claims or agreeing.intersection(origin.claims)]
    sure = describe_sureness(event.factuality)
    if not origins:
        return _("%(sure)s, origin not known") % {"sure": sure}
    number = {"sure": sure, "num": len(origins)}
    return ngettext("%(sure)s by %(num)s origin", "%(sure)s by %(num)s origins", len(origins)) % number


def _place_name(mention: PlaceMention) -> str:
    return place_phrase(mention) if mention.role is not PlaceRole.AT else place_label(mention.place)


def count_words(number: int, noun: str) -> str:
    """Write a number with its noun.

    Example:
        >>> count_words(1, "origin"), count_words(2, "party")
        ('1 origin', '2 parties')
    """
    return _counted(number, noun) % {"num": number}


def _counted(number: int, noun: str) -> str:
    match noun:
        case "report":
            return ngettext("%(num)s report", "%(num)s reports", number)
        case "outlet":
            return ngettext("%(num)s outlet", "%(num)s outlets", number)
        case "origin":
            return ngettext("%(num)s origin", "%(num)s origins", number)
        case "party":
            return ngettext("%(num)s party", "%(num)s parties", number)
        case "claim":
            return ngettext("%(num)s claim", "%(num)s claims", number)
        case "event":
            return ngettext("%(num)s event", "%(num)s events", number)
    # Nouns of other rooms' own are counted in English.
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"%(num)s {noun if number == 1 else plural}"


def of_parties(number: int) -> str:
    """Say of how many parties the origins are.

    Example:
        >>> of_parties(1)
        'of 1 party'
    """
    return ngettext("of %(num)s party", "of %(num)s parties", number) % {"num": number}


def _unnamed(kind: LinkKind) -> str:
    if kind is LinkKind.UNNAMED:
        return _("unnamed source")
    return _("unnamed %(kind)s") % {"kind": link_kind_word(kind)}
