"""What may be written in the file of a scenario: every table and key, with its form and bounds.

The reader and the JSON Schema are both made from these, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from vedette.knowledge.nouns import EQUIPMENT_KINDS
from vedette.model import (
    EventType,
    Factuality,
    IndicatorKind,
    Likelihood,
    PlaceKind,
    PlaceRole,
    SourceState,
    Stage,
)

LONGEST_WINDOW = 3660
MOST_POINTS = 1000


class Form(StrEnum):
    """What the value of a key looks like."""

    TEXT = "text"
    ID = "id"
    TEXTS = "texts"
    UNITS = "units"
    FLAG = "flag"
    WHOLE = "whole"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    COUNTRIES = "countries"
    ACTORS = "actors"
    PLACES = "places"
    BORDERS = "borders"
    POLYGON = "polygon"
    GRADE = "grade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key: its name, its form, what it means, and within which bounds it lies."""

    name: str
    form: Form
    about: str
    needed: bool = False
    least: float | None = None
    most: float | None = None
    above: float | None = None
    choices: tuple[str, ...] = ()


def _key(name: str, form: Form, about: str, **more: object) -> Key:
    return Key(name=name, form=form, about=about, **more)  # type: ignore[arg-type]


def _table(*keys: Key) -> Mapping[str, Key]:
    return {key.name: key for key in keys}


def _words(kind: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(word) for word in kind)


SCENARIO = _table(
    _key("name", Form.TEXT, "What it is called.", needed=True),
    _key("question", Form.TEXT, "The question that it answers.", needed=True),
    _key("about", Form.TEXT, "What it is for, and what its author thought."),
    _key("off", Form.FLAG, "Whether it is left out, also where an earlier pack has a scenario of this name."),
)
LEVEL = _table(
    _key("name", Form.TEXT, "What it is called.", needed=True),
    _key("from", Form.NUMBER, "From how many points on it holds; 0 for the first.", needed=True, least=0,
         most=MOST_POINTS),
    _key("falls_below", Form.NUMBER, "Once reached, it holds on until there are fewer points than this.", above=0,
         most=MOST_POINTS),
    _key("likelihood", Form.CHOICE, "How likely the matter is at this level (ICD 203).", choices=_words(Likelihood)),
    _key("needs", Form.TEXTS, "Indicators that have to be met besides, by their ids."),
    _key("raised_by", Form.TEXTS, "Indicators of which each one is enough, whatever the points."),
    _key("meaning", Form.TEXT, "What the level means to whoever reads it."),
)
MATCH = _table(
    _key("types", Form.CHOICES, "Types of events.", choices=_words(EventType)),
    _key("stages", Form.CHOICES, "Stages; left out, what is under way or happened.", choices=_words(Stage)),
    _key("factualities", Form.CHOICES, "How sure it is told; left out, asserted or probable.",
         choices=_words(Factuality)),
    _key("actors", Form.ACTORS, "Who has to be in it, in any role: one of these."),
    _key("initiators", Form.ACTORS, "Who has to do it: one of these."),
    _key("recipients", Form.ACTORS, "To whom it has to be done: one of these."),
    _key("participants", Form.ACTORS, "Who has to take part: one of these."),
    _key("place_roles", Form.CHOICES, "Which places count; left out, where it happened.", choices=_words(PlaceRole)),
    _key("countries", Form.COUNTRIES, "Countries of the place."),
    _key("polygon", Form.POLYGON, "An area, by its corners [longitude, latitude]."),
    _key("places", Form.PLACES, "Places by name, with or without the country: \"Brest, BY\"."),
    _key("within_km", Form.NUMBER, "How far from these places still counts.", least=0, most=2000),
    _key("borders", Form.BORDERS, "Borders and their crossings: \"BY-PL\"."),
    _key("place_kinds", Form.CHOICES, "Kinds of places.", choices=_words(PlaceKind)),
    _key("situations", Form.TEXTS, "Exercises and situations by name or id, with the year or without."),
    _key("names", Form.TEXTS, "Names of anything in the event."),
    _key("equipment", Form.CHOICES, "Kinds of equipment.", choices=EQUIPMENT_KINDS),
    _key("units", Form.UNITS, "What a figure has to count."),
    _key("figure_at_least", Form.NUMBER, "The least figure that passes.", least=0),
    _key("figure_at_most", Form.NUMBER, "The largest figure that passes.", least=0),
    _key("origins", Form.WHOLE, "How many origins it has at least.", least=0, most=100),
    _key("parties", Form.WHOLE, "How many independent parties it has at least.", least=0, most=100),
    _key("grade", Form.GRADE, "The worst grade that passes, such as C3."),
)
SEEN_BY = _table(
    _key("outlets", Form.TEXTS, "Outlets by name or id."),
    _key("countries", Form.COUNTRIES, "Outlets of these countries."),
    _key("languages", Form.TEXTS, "Outlets in these languages."),
    _key("share", Form.NUMBER, "On which share of the days they have to be heard of; left out, half.", least=0,
         most=1),
)
_WINDOW = _key("window", Form.WHOLE, "How many days are looked at, up to today.", needed=True, least=1,
               most=LONGEST_WINDOW)
_FACTOR = _key("factor", Form.NUMBER, "How many times as much as usual.", needed=True, above=1, most=1000)
_EVENTS = _key("at_least", Form.WHOLE, "How many; left out, one.", least=1, most=100_000)
_AMOUNT = _key("at_least", Form.NUMBER, "How much.", needed=True, above=0)
_THIN = _key("thin", Form.FLAG, "Whether the word of one party, or of state media, is enough.")
_OF = _key("of", Form.TEXTS, "The indicators that it is built of, by their ids.", needed=True)
KINDS: Mapping[IndicatorKind, Mapping[str, Key]] = {
    IndicatorKind.COUNT: _table(_WINDOW, _EVENTS, _THIN),
    IndicatorKind.SUM: _table(_WINDOW, _AMOUNT, _THIN),
    IndicatorKind.FIGURE: _table(_WINDOW, _AMOUNT, _THIN),
    IndicatorKind.RHYTHM: _table(
        _WINDOW, _THIN,
        _key("at_least", Form.WHOLE, "On how many days.", needed=True, least=2, most=LONGEST_WINDOW),
        _key("every", Form.WHOLE, "How many days may lie between two of them.", needed=True, least=1,
             most=LONGEST_WINDOW),
    ),
    IndicatorKind.ORDER: _table(
        _WINDOW, _THIN,
        _key("first", Form.TEXT, "The indicator whose event has to come first.", needed=True),
        _key("then", Form.TEXT, "The indicator whose event has to come on a later day.", needed=True),
    ),
    IndicatorKind.ABSENCE: _table(_WINDOW, _THIN),
    IndicatorKind.BASELINE: _table(
        _WINDOW, _FACTOR, _EVENTS, _THIN,
        _key("baseline", Form.WHOLE, "How many days before the window tell what is usual.", needed=True, least=1,
             most=LONGEST_WINDOW),
    ),
    IndicatorKind.EDITIONS: _table(_WINDOW, _FACTOR, _EVENTS, _THIN),
    IndicatorKind.HEALTH: _table(
        _EVENTS, _key("states", Form.CHOICES, "In which state; left out, silent or failing.",
                      choices=_words(SourceState)),
    ),
    IndicatorKind.ALL: _table(_OF),
    IndicatorKind.ANY: _table(_OF, _EVENTS),
}
MATCHING = frozenset(KINDS) - {IndicatorKind.ORDER, IndicatorKind.HEALTH, IndicatorKind.ALL, IndicatorKind.ANY}
"""Kinds that look at events, and so need to know which."""
COUNTING_FIGURES = frozenset({IndicatorKind.SUM, IndicatorKind.FIGURE})
"""Kinds that look at figures, and so need to know of what."""
INDICATOR = _table(
    _key("id", Form.ID, "By which other parts of the file name it.", needed=True),
    _key("name", Form.TEXT, "What would be seen.", needed=True),
    _key("kind", Form.CHOICE, "How it is measured.", needed=True, choices=_words(IndicatorKind)),
    _key("weight", Form.NUMBER, "Its points; left out, 1.", least=0, most=MOST_POINTS),
    _key("against", Form.FLAG, "Whether it takes its points away."),
    _key("half_life", Form.WHOLE, "After how many days since the last match its points are halved.", least=1,
         most=LONGEST_WINDOW),
    _key("why", Form.TEXT, "Why it matters."),
)
PARAMETER = _table(
    _key("name", Form.ID, "Written as \"$name\" in the rest of the file.", needed=True),
    _key("about", Form.TEXT, "What has to be filled in.", needed=True),
)


def keys_of(kind: IndicatorKind) -> dict[str, Key]:
    """Give the keys of an indicator of one kind, those of its tables as ``match.types``."""
    tables = {"match": MATCH} if kind in MATCHING else {}
    within = {f"{table}.{name}": key for table, keys in (tables | {"seen_by": SEEN_BY}).items()
              for name, key in keys.items()}
    return {**INDICATOR, **KINDS[kind], **within}
