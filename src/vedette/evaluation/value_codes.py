"""Read what stands behind a label of the corpus (``PL-BY`` in ``P1 border PL-BY``), and write it back."""

from __future__ import annotations

import re
from collections.abc import Callable

from vedette.evaluation.countries import COUNTRIES
from vedette.evaluation.time_codes import read_time_code
from vedette.evaluation.values import (
    EQUIPMENT_KINDS,
    ActorValue,
    EquipmentValue,
    EventValue,
    NameValue,
    PlaceValue,
    QuantityValue,
    SourceValue,
    TimeValue,
    Value,
)
from vedette.model.attribution import LinkKind
from vedette.model.event_type import EventType
from vedette.model.place import PlaceKind

_NUMBER = r"\d+(?:\.\d+)?"
_AMOUNT = re.compile(rf"(>=|<=|~)?({_NUMBER})(?:\.\.({_NUMBER}))?\Z")
_SIGNS = {">=": "at_least", "<=": "at_most", "~": "about"}
_UNIT = re.compile(r"[a-z%][a-z_%]*\Z|[A-Z]{3}\Z")
_PARTY = re.compile(r"[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*\Z")
_UNKNOWN_PARTY = "?"


def parse_value(letter: str, words: str) -> Value | None:
    """Read the value behind a label.

    Args:
        letter: The first letter of the label, which says what it is.
        words: What stands behind the label.

    Returns:
        The value; ``None`` where a cue or a name has none.

    Raises:
        ValueError: The words are no value of this kind; the message says why
            and what could stand there.

    Example:
        >>> parse_value("P", "border PL-BY").countries
        ('PL', 'BY')
        >>> parse_value("Q", ">=30 ships").qualifier
        'at_least'
    """
    plain, name = _split_name(words)
    if letter == "C":
        if words:
            raise ValueError("A cue has no value: write only its label.")
        return None
    if letter == "N":
        if plain:
            raise ValueError("The usual name of a named thing is written as=Zapad_2025.")
        return NameValue(name=name) if name else None
    return _READERS[letter](plain, name)


def write_value(value: Value) -> str:
    """Write a value as it stands behind its label.

    Example:
        >>> write_value(parse_value("Q", "6000..8000 troops scope=in_Belarus"))
        '6000..8000 troops scope=in_Belarus'
    """
    words = _words_of(value)
    name = getattr(value, "name", None)
    return " ".join([*words, f"as={name.replace(' ', '_')}"] if name else words)


def _words_of(value: Value) -> list[str]:
    words: list[str | None] = []
    match value:
        case EventValue():
            words = [value.type.value]
        case TimeValue():
            words = [value.code]
        case QuantityValue():
            words = [*_quantity_words(value)]
        case PlaceValue():
            words = [value.kind.value, "-".join(value.countries)]
        case ActorValue():
            words = [value.party or _UNKNOWN_PARTY]
        case SourceValue():
            words = [value.kind.value, value.party]
        case EquipmentValue():
            words = [value.kind]
        case NameValue():
            pass
    return [word for word in words if word]


def _quantity_words(value: QuantityValue) -> list[str]:
    sign = next((sign for sign, name in _SIGNS.items() if name == value.qualifier), "")
    amount = f"{sign}{_plain(value.value)}" + (f"..{_plain(value.high)}" if value.high is not None else "")
    extra = [f"{key}={word.replace(' ', '_')}" for key, word in (("of", value.of), ("scope", value.scope)) if word]
    return [amount, value.unit, *extra]


def _plain(number: float) -> str:
    return f"{number:.10f}".rstrip("0").rstrip(".")


def _split_name(words: str) -> tuple[str, str | None]:
    plain, name = [], None
    for word in words.split():
        if word.startswith("as="):
            name = word[3:].replace("_", " ") or None
        else:
            plain.append(word)
    return " ".join(plain), name


def _no_name(name: str | None) -> None:
    if name is not None:
        raise ValueError("'as=' stands only behind places, actors, sources, equipment and names.")


def _event(words: str, name: str | None) -> Value:
    _no_name(name)
    if words not in set(EventType):
        raise ValueError(f"'{words}' is no event type. The types are in the guidelines, section 5.")
    return EventValue(type=EventType(words))


def _time(words: str, name: str | None) -> Value:
    _no_name(name)
    try:
        return read_time_code(words)
    except ValueError as problem:
        raise ValueError(f"{problem} Write 2025-09-12, 2025-W37, 2025-09-12-evening, A..B, or P2W.") from None


def _quantity(words: str, name: str | None) -> Value:
    _no_name(name)
    parts = words.split()
    amount = _AMOUNT.match(parts[0]) if parts else None
    if amount is None or len(parts) < 2:
        raise ValueError(f"'{words}' is no quantity. Write a number and a unit: 34000 troops, >=30 ships, 6..8 km.")
    sign, low, high = amount.groups()
    if high is not None and float(high) < float(low):
        raise ValueError(f"The range {low}..{high} runs backwards.")
    if not _UNIT.match(parts[1]):
        raise ValueError(f"'{parts[1]}' is no unit. Write an English plural, a measure or a currency: drones, km, EUR.")
    extra = dict.fromkeys(("of", "scope"), None) | _extras(parts[2:])
    return QuantityValue(
        value=float(low), high=float(high) if high else None, unit=parts[1],
        qualifier=_SIGNS.get(sign, "exactly"), of=extra["of"], scope=extra["scope"],
    )  # fmt: skip


def _extras(words: list[str]) -> dict[str, str]:
    found = {}
    for word in words:
        key, sign, rest = word.partition("=")
        if key not in ("of", "scope") or not sign or not rest:
            raise ValueError(f"'{word}' says nothing here. Behind the unit stand only of= and scope=.")
        found[key] = rest.replace("_", " ")
    return found


def _place(words: str, name: str | None) -> Value:
    kind, _, countries = words.partition(" ")
    if kind not in set(PlaceKind):
        raise ValueError(f"'{kind}' is no kind of place. Kinds: {', '.join(PlaceKind)}.")
    codes = tuple(countries.split("-")) if countries else ()
    wrong = [code for code in codes if code not in COUNTRIES]
    if wrong:
        raise ValueError(f"'{wrong[0]}' is no country. Write ISO 3166-1 codes, joined by '-': PL-BY.")
    if kind == PlaceKind.BORDER and len(codes) == 1:
        raise ValueError("A border has the countries of both sides: border PL-BY (or none, where neither is known).")
    if kind not in (PlaceKind.WATER, PlaceKind.REGION, PlaceKind.BORDER) and not codes:
        raise ValueError(f"A {kind} lies in a country: write its code behind the kind, as in {kind} PL.")
    return PlaceValue(kind=PlaceKind(kind), countries=codes, name=name)


def _party(word: str) -> str | None:
    if word == _UNKNOWN_PARTY:
        return None
    if not _PARTY.match(word) or (len(word) == 2 and word not in COUNTRIES and word not in ("EU", "UN")):
        raise ValueError(f"'{word}' is no party. Write a country code, an organisation (NATO), or ? if unknown.")
    return word


def _actor(words: str, name: str | None) -> Value:
    if not words:
        raise ValueError("An actor has a party: a country code, an organisation (NATO), or ? where nobody knows.")
    return ActorValue(party=_party(words), name=name)


def _source(words: str, name: str | None) -> Value:
    kind, _, party = words.partition(" ")
    if kind not in set(LinkKind):
        raise ValueError(f"'{kind}' is no kind of source. Kinds: {', '.join(LinkKind)}.")
    return SourceValue(kind=LinkKind(kind), party=_party(party) if party else None, name=name)


def _equipment(words: str, name: str | None) -> Value:
    if words not in EQUIPMENT_KINDS:
        raise ValueError(f"'{words}' is no kind of equipment. Kinds: {', '.join(EQUIPMENT_KINDS)}.")
    return EquipmentValue(kind=words, name=name)


_READERS: dict[str, Callable[[str, str | None], Value]] = {
    "E": _event, "T": _time, "Q": _quantity, "P": _place, "A": _actor, "S": _source, "W": _equipment,
}  # fmt: skip
