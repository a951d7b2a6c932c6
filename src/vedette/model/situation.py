"""Events that develop together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.model.claim import QuantityMention
from vedette.model.period import Period


class SituationKind(StrEnum):
    """What holds the events of a situation together."""

    EXERCISE = "exercise"  # one edition of a named exercise, and what happens because of it
    CRISIS = "crisis"  # incidents and measures between two states that follow one another closely
    PLACE = "place"  # a place or border under watch: busy, or named by the user


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFigure:
    """A figure of an edition, and the claim whose sentence gives it."""

    quantity: QuantityMention
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierEdition:
    """An earlier edition of a recurring exercise: when it was, how large, and what followed it.

    ``situation`` is the id of that edition's own situation; ``followed`` are the events of
    that situation which came after the exercise was over, earliest first.
    """

    situation: str
    name: str
    period: Period | None = None
    figures: tuple[EditionFigure, ...] = ()
    followed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Events that belong together: a named exercise, a crisis, a place under watch.

    ``names`` holds every name under which reports speak of it; ``key`` is the
    id in the knowledge pack or the watch list, or ``None`` where the desk made the situation up
    from the events alone. ``events`` are event ids, earliest first. ``why`` says by
    which rule it is one, with its numbers. ``since`` is the day on which a busy place came under watch, ``None`` for
    all others. ``earlier`` are the editions that went before, the newest first.
    """

    id: str
    name: str
    names: tuple[str, ...]
    events: tuple[str, ...]
    key: str | None = None
    kind: SituationKind = SituationKind.EXERCISE
    why: str = ""
    since: str | None = None
    earlier: tuple[EarlierEdition, ...] = ()
