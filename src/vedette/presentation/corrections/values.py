"""The value of a field, as people write it, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from vedette.errors import UsageError
from vedette.model import (
    ActorMention,
    Attribution,
    CorrectedField,
    EventType,
    Factuality,
    FieldValue,
    Finding,
    Knowledge,
    Period,
    PlaceMention,
    QuantityMention,
    Stage,
)
from vedette.model.correction import no_value
from vedette.presentation.corrections.how_many import understand_quantities, write_quantity
from vedette.presentation.corrections.when import understand_period, write_period
from vedette.presentation.corrections.where import understand_places, write_place
from vedette.presentation.corrections.who import understand_actors, understand_origin, write_actor, write_origin

NONE = "none"
_LONGEST = 500
_WORDS: Mapping[CorrectedField, type[StrEnum]] = {
    CorrectedField.CLAIM: Finding, CorrectedField.TYPE: EventType, CorrectedField.STAGE: Stage,
    CorrectedField.FACTUALITY: Factuality,
}
_Word = TypeVar("_Word", bound=StrEnum)


def known_field(written: str) -> CorrectedField:
    """Understand the name of a field.

    Raises:
        UsageError: There is no such field.

    Example:
        >>> known_field(" Period ").value
        'period'
    """
    return _word(CorrectedField, written, what="field of a claim")


def understand(field: CorrectedField, written: str, knowledge: Knowledge) -> FieldValue:
    """Understand what a person wrote for a field; ``none`` says that nothing belongs there.

    Args:
        field: The field.
        written: What stands there instead, as ``docs/review.md`` shows.
        knowledge: Finds places, actors and outlets by their names.

    Raises:
        UsageError: It cannot be understood; the message says how it is written.
    """
    text = " ".join(written.split())
    if not text or len(text) > _LONGEST:
        raise UsageError(f"Say what the {field} should be, in at most {_LONGEST} characters; '{NONE}' for nothing.")
    if field in _WORDS and not (text.casefold() == NONE and field is CorrectedField.FACTUALITY):
        return _word(_WORDS[field], text, what=str(field))  # type: ignore[return-value]
    if text.casefold() == NONE:
        return no_value(field)
    readers: Mapping[CorrectedField, Callable[[str], FieldValue]] = {
        CorrectedField.PERIOD: understand_period,
        CorrectedField.PLACE: lambda given: understand_places(given, knowledge.gazetteer),
        CorrectedField.ACTOR: lambda given: understand_actors(given, knowledge),
        CorrectedField.QUANTITY: understand_quantities,
        CorrectedField.ORIGIN: lambda given: understand_origin(given, knowledge),
    }
    return readers[field](text)


def write(value: FieldValue) -> str:
    """Write a value as a person would; of a word, the word.

    Example:
        >>> write(Stage.UNDER_WAY), write(None), write(Period(start="2025-09-11", open_end=True))
        ('under way', 'none', '2025-09-11/..')
    """
    if not value:
        return NONE
    if isinstance(value, StrEnum):
        return value.replace("_", " ")
    if isinstance(value, Period):
        return write_period(value)
    if isinstance(value, Attribution):
        return write_origin(value)
    return "; ".join(map(_write_mention, value))


def _write_mention(mention: PlaceMention | ActorMention | QuantityMention) -> str:
    match mention:
        case PlaceMention():
            return write_place(mention)
        case ActorMention():
            return write_actor(mention)
        case QuantityMention():
            return write_quantity(mention)


def _word(kind: type[_Word], written: str, *, what: str) -> _Word:
    word = written.strip().casefold().replace(" ", "_").replace("-", "_")
    try:
        return kind(word)
    except ValueError:
        words = ", ".join(one.replace("_", " ") for one in kind)
        raise UsageError(f"'{written}' is no {what}. Write one of: {words}.") from None
