"""The form of a scenario's file as JSON Schema, for editors and other programs; made from the reader's own keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vedette.knowledge.scenarios.areas import MOST_CORNERS
from vedette.knowledge.scenarios.keys import (
    INDICATOR,
    KINDS,
    LEVEL,
    MATCH,
    MATCHING,
    PARAMETER,
    SCENARIO,
    SEEN_BY,
    Form,
    Key,
)
from vedette.model import IndicatorKind

Schema = dict[str, Any]

_ID = "^[a-z0-9][a-z0-9_-]*$"
_TEXT: Schema = {"type": "string", "pattern": "\\S"}
_CORNER: Schema = {
    "type": "array", "minItems": 2, "maxItems": 2,
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180}, {"type": "number", "minimum": -90, "maximum": 90},
    ],
}
_ABOUT = (
    "The file of a scenario, as TOML: docs/warning.md explains it. In a template, \"$name\" may stand wherever another "
    "value does. What cannot be said here (names that lead nowhere, circles, sides of a polygon that cross) "
    "'vedette indicators check' says."
)


def scenario_schema() -> Schema:
    """Give the JSON Schema of a scenario's file.

    Example:
        >>> scenario_schema()["properties"]["indicator"]["items"]["required"]
        ['id', 'name', 'kind']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:vedette:schema:1:scenario",
        "title": "Scenario", "description": _ABOUT, "type": "object",
        "oneOf": [
            {"required": [*_needed(SCENARIO), "level", "indicator"], "not": {"required": ["template"]}},
            {"required": ["template", "values"]}, {"required": ["off"], "properties": {"off": {"const": True}}},
        ],
        "properties": {
            **_properties(SCENARIO),
            "level": {"type": "array", "minItems": 2, "items": _object(LEVEL)},
            "indicator": {"type": "array", "minItems": 1, "items": _indicator()},
            "parameter": {"type": "array", "minItems": 1, "items": _object(PARAMETER)},
            "template": {**_TEXT, "description": "The template that this file fills in."},
            "values": {"type": "object", "description": "What is filled in, by the names of the parameters."},
        },
        "additionalProperties": False,
        "$defs": {"parameter": {"type": "string", "pattern": r"^\$[a-z0-9][a-z0-9_-]*$"}},
    }


def _indicator() -> Schema:
    every: dict[str, Key] = {name: key for keys in KINDS.values() for name, key in keys.items()}
    inner = {"match": _object(MATCH), "seen_by": _object(SEEN_BY)}
    return {
        "type": "object", "required": _needed(INDICATOR), "additionalProperties": False,
        "properties": {**_properties(INDICATOR), **dict.fromkeys(every, True), **inner},
        "allOf": [_of_kind(kind) for kind in IndicatorKind],
    }


def _of_kind(kind: IndicatorKind) -> Schema:
    keys, about_events = KINDS[kind], kind in MATCHING
    names = [*INDICATOR, *keys, *(["match"] if about_events else []), "seen_by"]
    return {
        "if": {"properties": {"kind": {"const": str(kind)}}, "required": ["kind"]},
        "then": {
            "required": [*_needed(keys), *(["match"] if about_events else [])],
            "properties": _properties(keys), "propertyNames": {"enum": names},
        },
    }


def _object(keys: Mapping[str, Key]) -> Schema:
    required = _needed(keys)
    return {
        "type": "object", "additionalProperties": False, "properties": _properties(keys),
        **({"required": required} if required else {}),
    }


def _properties(keys: Mapping[str, Key]) -> Schema:
    return {name: {"description": key.about, **_value(key)} for name, key in keys.items()}


def _needed(keys: Mapping[str, Key]) -> list[str]:
    return [name for name, key in keys.items() if key.needed]


def _value(key: Key) -> Schema:
    if key.form is Form.TEXT:
        return _TEXT
    if key.form is Form.ID:
        return {"type": "string", "pattern": _ID}
    return {"anyOf": [_written(key), {"$ref": "#/$defs/parameter"}]}


def _written(key: Key) -> Schema:
    match key.form:
        case Form.FLAG:
            return {"type": "boolean"}
        case Form.WHOLE | Form.NUMBER:
            bounds = {"minimum": key.least, "maximum": key.most, "exclusiveMinimum": key.above}
            kind = "integer" if key.form is Form.WHOLE else "number"
            return {"type": kind, **{name: bound for name, bound in bounds.items() if bound is not None}}
        case Form.CHOICE:
            return {"enum": list(key.choices)}
        case Form.GRADE:
            return {"type": "string", "pattern": "^[A-Fa-f]?[1-6]?$", "minLength": 1}
        case Form.POLYGON:
            return {"type": "array", "minItems": 3, "maxItems": MOST_CORNERS + 1, "items": _CORNER}
        case _:
            return {"type": "array", "minItems": 1, "items": {"anyOf": [_item(key), {"$ref": "#/$defs/parameter"}]}}


def _item(key: Key) -> Schema:
    match key.form:
        case Form.CHOICES:
            return {"enum": list(key.choices)}
        case Form.COUNTRIES:
            return {"type": "string", "pattern": "^[A-Z]{2}$"}
        case Form.BORDERS:
            return {"type": "string", "pattern": "^[A-Z]{2}-[A-Z]{2}$"}
        case _:
            return _TEXT
