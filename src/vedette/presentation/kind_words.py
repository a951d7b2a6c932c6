"""The words for the fixed kinds of things: what a link of a chain is, what a place is, how exactly a date is known."""

from __future__ import annotations

from vedette.model import ActorRole, EvidenceKind, LinkKind, PlaceKind, PlaceRole, Precision, Section
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import pgettext, said_once


@said_once
def link_kind_word(kind: LinkKind) -> str:
    """Say what kind of party a link of a chain is.

    Example:
        >>> link_kind_word(LinkKind.AGENCY)
        'agency'

    """
    return {
        LinkKind.OUTLET: _("outlet"), LinkKind.AGENCY: _("agency"), LinkKind.OFFICIAL: _("official"),
        LinkKind.EXPERT: _("expert"), LinkKind.WITNESS: _("witness"), LinkKind.INVESTIGATION: _("investigation"),
        LinkKind.UNNAMED: _("unnamed"),
    }[kind]


@said_once
def evidence_word(kind: EvidenceKind) -> str:
    """Say what an origin shows for what it says.

    Example:
        >>> evidence_word(EvidenceKind.IMAGERY)
        'satellite or aerial images'

    """
    return {
        EvidenceKind.TOLD: _("told"), EvidenceKind.DOCUMENT: _("a document"),
        EvidenceKind.IMAGERY: _("satellite or aerial images"), EvidenceKind.FOOTAGE: _("photos or video"),
        EvidenceKind.SENSOR: _("radar or another sensor"),
    }[kind]


@said_once
def section_words(section: Section) -> str:
    """Say where in a report something stands.

    Example:
        >>> section_words(Section.HEADLINE)
        'in the headline'

    """
    return {
        Section.HEADLINE: _("in the headline"), Section.BODY: _("in the text"),
        Section.BACKGROUND: _("in the background"),
    }[section]


@said_once
def precision_words(precision: Precision) -> str:
    """Say how exactly a time is known.

    Example:
        >>> precision_words(Precision.PART_OF_DAY)
        'exact to the part of day'

    """
    return {
        Precision.MINUTE: _("exact to the minute"), Precision.HOUR: _("exact to the hour"),
        Precision.PART_OF_DAY: _("exact to the part of day"), Precision.DAY: _("exact to the day"),
        Precision.WEEKEND: _("exact to the weekend"), Precision.WEEK: _("exact to the week"),
        Precision.MONTH: _("exact to the month"), Precision.SEASON: _("exact to the season"),
        Precision.YEAR: _("exact to the year"), Precision.VAGUE: _("known only roughly"),
    }[precision]


def place_kind_words(kind: PlaceKind) -> str:
    """Say as what a place is known: its coordinates are no more exact than that.

    Example:
        >>> place_kind_words(PlaceKind.TRAINING_GROUND)
        'known as a training ground'

    """
    return {
        PlaceKind.SITE: _("known as a site"), PlaceKind.CITY: _("known as a city"),
        PlaceKind.TRAINING_GROUND: _("known as a training ground"), PlaceKind.BASE: _("known as a base"),
        PlaceKind.AIRFIELD: _("known as an airfield"), PlaceKind.CROSSING: _("known as a crossing"),
        PlaceKind.BORDER: _("known as a border"), PlaceKind.REGION: _("known as a region"),
        PlaceKind.COUNTRY: _("known as a country"), PlaceKind.WATER: _("known as a water"),
    }[kind]


def place_role_words(role: PlaceRole) -> str:
    """Say what a place is to an event.

    Example:
        >>> place_role_words(PlaceRole.TARGET)
        'what it was aimed at'

    """
    return {
        PlaceRole.AT: _("where it happened"), PlaceRole.ORIGIN: _("where it came from"),
        PlaceRole.TARGET: _("what it was aimed at"),
    }[role]


def actor_role_words(role: ActorRole) -> str:
    """Say what an actor is to an event.

    Example:
        >>> actor_role_words(ActorRole.INITIATOR)
        'did it'

    """
    return {
        ActorRole.INITIATOR: _("did it"), ActorRole.RECIPIENT: _("it was done to"),
        ActorRole.PARTICIPANT: _("took part"),
    }[role]


def verb_word(verb: str) -> str:
    """Say what somebody decided.

    Example:
        >>> verb_word("rate"), verb_word("same")
        ('rated', 'the same')

    """
    return {
        "same": _("the same"), "different": pgettext("decision", "different"), "unsure": pgettext("decision", "unsure"),
        "override": _("graded"), "rate": _("rated"), "correct": pgettext("decision", "corrected"),
        "undo": _("taken back"),
    }.get(verb, verb)


def reliability_words(letter: str) -> str:
    """Say what a letter of the Admiralty code means.

    Example:
        >>> reliability_words("B")
        'usually reliable'

    """
    return {
        "A": _("completely reliable"), "B": _("usually reliable"), "C": _("fairly reliable"),
        "D": _("not usually reliable"), "E": _("unreliable"), "F": pgettext("source", "cannot be judged"),
    }[letter]


def credibility_words(digit: int) -> str:
    """Say what a digit of the Admiralty code means.

    Example:
        >>> credibility_words(2)
        'probably true'

    """
    return {
        1: _("confirmed"), 2: _("probably true"), 3: _("possibly true"), 4: _("doubtful"), 5: _("improbable"),
        6: pgettext("information", "cannot be judged"),
    }[digit]
