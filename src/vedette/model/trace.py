"""What a situation needs to know of an event, so that it can be made without the event itself."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model.period import Period
from vedette.model.situation import EditionFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """That an event may belong to the situations of a scope, with all that making them needs.

    ``scope`` names what can be made anew by itself: a series of exercises, a pair of states, a
    place; all traces of one scope give its situations. ``day`` is the first day of the
    event (``9999`` where nobody knows). ``strand`` is what it counts as, empty where it only
    accompanies; ``parties`` tell of it; ``claimed`` says that an exercise has it. The rest is of exercises:
    the ``edition``, whether it is the exercise ``itself``, how many claims tell of it.
    """

    event: str
    scope: str
    day: str
    title: str
    strand: str = ""
    parties: tuple[str, ...] = ()
    claimed: bool = False
    edition: str | None = None
    year: int | None = None
    itself: bool = False
    claims: int = 0
    spellings: tuple[str, ...] = ()
    period: Period | None = None
    figures: tuple[EditionFigure, ...] = ()
