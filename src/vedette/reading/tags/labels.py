"""The labels that the tagger knows, in the order in which its outputs stand.

Model file, training and decoding all take their numbers from here; a change of
any order makes a new model necessary, which ``FORMAT`` says, and so does another set of files.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.model import EventType, EvidenceKind, Factuality, LinkKind, PlaceKind, Stage

FORMAT = 4


class SpanKind(StrEnum):
    """What a tagged stretch of words is, besides an event."""

    ACTOR = "actor"
    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"
    EQUIPMENT = "equipment"
    NAME = "name"  # of an exercise or operation
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"  # what a source is cited with


class Role(StrEnum):
    """How two tagged stretches belong together."""

    WHO = "who"
    WHOM = "whom"
    WITH = "with"
    AT = "at"
    FROM = "from"
    TO = "to"
    WHEN = "when"
    GEAR = "gear"
    COUNT = "count"
    NAME = "name"
    PART = "part"  # event, and the larger event it belongs to
    ABOUT = "about"  # denial or request, and the event it is about
    SAYS = "says"  # event, and a source in its chain
    CITES = "cites"  # source, and the source that it passes on
    CUED = "cued"  # source, and the word that shows it
    SAME = "same"  # two words for one thing, the later one first


# What each role joins: kind of the left, kind of the right; None is an event.
ROLE_ENDS: dict[Role, tuple[SpanKind | None, SpanKind | None]] = {
    Role.WHO: (None, SpanKind.ACTOR), Role.WHOM: (None, SpanKind.ACTOR), Role.WITH: (None, SpanKind.ACTOR),
    Role.AT: (None, SpanKind.PLACE), Role.FROM: (None, SpanKind.PLACE), Role.TO: (None, SpanKind.PLACE),
    Role.WHEN: (None, SpanKind.TIME), Role.GEAR: (None, SpanKind.EQUIPMENT), Role.COUNT: (None, SpanKind.QUANTITY),
    Role.NAME: (None, SpanKind.NAME), Role.PART: (None, None), Role.ABOUT: (None, None),
    Role.SAYS: (None, SpanKind.SOURCE), Role.CITES: (SpanKind.SOURCE, SpanKind.SOURCE),
    Role.CUED: (SpanKind.SOURCE, SpanKind.CUE),
}  # SAME joins two of one kind, whichever it is

# Gunmen of whom nobody knows whose they are; and who is of a party, by name or because the text says where it is.
ACTOR_KINDS = ("unknown", "known")
EQUIPMENT_KINDS = (
    "uav", "balloon", "aircraft", "helicopter", "ship", "submarine", "ballistic_missile", "cruise_missile", "missile",
    "air_defence", "artillery", "tank", "armoured_vehicle", "satellite", "radar", "explosive", "nuclear_weapon",
    "small_arms", "vehicle", "jammer",
)  # fmt: skip
BIO = 3  # outside, first word, further word


@dataclass(frozen=True, slots=True)
class Head:
    """A group of outputs of a word: where it begins, and what each of them means."""

    start: int
    labels: tuple[str, ...]

    @property
    def stop(self) -> int:
        """Where the next group begins."""
        return self.start + len(self.labels)


def _heads() -> dict[str, Head]:
    groups: dict[str, tuple[str, ...]] = {
        "on": ("on",),
        "event": ("O", "B", "I"),
        "type": tuple(EventType),
        "stage": tuple(Stage),
        "factuality": tuple(Factuality),
        "evidence": tuple(EvidenceKind),
        **{str(kind): ("O", "B", "I") for kind in SpanKind},
        "actor_kind": ACTOR_KINDS,
        "place_kind": tuple(PlaceKind),
        "equipment_kind": EQUIPMENT_KINDS,
        "source_kind": tuple(LinkKind),
    }
    heads: dict[str, Head] = {}
    start = 0
    for name, labels in groups.items():
        heads[name] = Head(start, labels)
        start = heads[name].stop
    return heads


HEADS = _heads()
OUTPUTS = max(head.stop for head in HEADS.values())
ROLES = tuple(Role)
ROLE_WIDTH = 32  # numbers by which the two ends of a role are compared
