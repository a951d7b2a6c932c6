"""Scenarios as JSON objects, and back: what a desk keeps of the rules that it was assessed by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from vedette.model.codec import SCHEMA
from vedette.model.scenario import Scenario

Json = dict[str, Any]

_KIND = "kind"


def scenario_to_json(scenario: Scenario) -> Json:
    """Give a scenario as a JSON object with everything that its mark depends on."""
    return {"schema": SCHEMA, **_to_json(scenario)}


def scenario_from_json(line: Mapping[str, Any]) -> Scenario:
    """Make a scenario from the form that :func:`scenario_to_json` gives; it has the same mark.

    Raises:
        KeyError: A key of the form is missing.
        ValueError: A value is not one of the form's words.
    """
    made: Scenario = _from_json(Scenario, line)
    return made


def _to_json(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_to_json(one) for one in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    # The kind of a rule belongs to its class, not to its fields.
    kind = {_KIND: str(vars(type(value))[_KIND])} if _is_rule(type(value)) else {}
    return kind | {field.name: _to_json(getattr(value, field.name)) for field in fields(value)}


def _from_json(hint: Any, value: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return _of_union(get_args(hint), value)
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        each = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_from_json(one, item) for one, item in zip(each, value, strict=True))
    if is_dataclass(hint) and isinstance(hint, type):
        # A desk that an older Vedette has written lacks what has been added since.
        written = {name: kind for name, kind in _hints(hint).items() if name in value or name in _needed(hint)}
        return hint(**{name: _from_json(kind, value[name]) for name, kind in written.items()})
    return hint(value) if isinstance(hint, type) and issubclass(hint, Enum) else value


def _of_union(hints: tuple[Any, ...], value: Any) -> Any:
    """Of a union, a rule is known by its kind; else it is something or nothing."""
    if value is None:
        return None
    some = [hint for hint in hints if hint is not type(None)]
    if len(some) == 1:
        return _from_json(some[0], value)
    for hint in some:
        if str(hint.kind) == value[_KIND]:
            return _from_json(hint, value)
    raise ValueError(f"'{value[_KIND]}' is no kind of rule.")


def _is_rule(kind: type) -> bool:
    return _KIND in vars(kind) and _KIND not in {field.name for field in fields(kind)}


@cache
def _needed(kind: Any) -> frozenset[str]:
    return frozenset(
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    )


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    known = get_type_hints(kind)
    return {field.name: known[field.name] for field in fields(kind)}
