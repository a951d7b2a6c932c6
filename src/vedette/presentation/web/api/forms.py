"""The forms of the answers in JSON Schema: those of the public contract, and what the interface adds around them.

Claims, events and situations have one description, in ``vedette/model/schema``; here it is only taken
apart into the parts that the description of the interface names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Any

from vedette.model import Change, Confidence, Likelihood, MeasureState, Trend
from vedette.model.codec import SCHEMA
from vedette.presentation.export import ExportForm

Form = dict[str, Any]

CONTRACT = ("claim", "event", "situation")
_REF = "#/components/schemas/"
# A name of its own where the word alone would say too little.
_NAMES = {"type": "EventType"}


def contract(noun: str) -> Form:
    """Give the public schema of a noun, as ``docs/schema`` has it."""
    written = files("vedette.model").joinpath("schema", f"{noun}.schema.json").read_text(encoding="utf-8")
    form: Form = json.loads(written)
    return form


def components() -> dict[str, Form]:
    """Give every form that the description of the interface names."""
    named: dict[str, Form] = {}
    for noun in CONTRACT:
        whole = contract(noun)
        named |= {_name(key): _pointed(form) for key, form in whole.pop("$defs").items()}
        named[_name(noun)] = _pointed({key: part for key, part in whole.items() if key[0] != "$" and key != "title"})
    return named | _around(named)


def _around(named: Mapping[str, Form]) -> dict[str, Form]:
    report = {
        "schema": _VERSION, **named["Claim"]["properties"]["report"]["properties"],
        "first_seen": _text("When this desk first met it: ISO 8601, UTC.", nullable=True),
    }
    return {
        "EventWithEvidence": {
            "description": "An event in a sentence, with every sentence that it was read from.",
            "allOf": [_ref("Event"), {"required": ["summary", "evidence"]}],
        },
        "Report": _object("A report, without its text.", report),
        "ReportWithText": _more("A report with its text and its claims.", "Report", {
            "text": _text("The text as it was read; every offset counts its Unicode code points."),
            "claims": _several("Claim", "What was read in it, in the order of the text."),
        }),
        "Hit": _object("A report that a search found.", {
            "report": _ref("Report"),
            "snippet": _text("The words around the match; what matched stands between U+0002 and U+0003."),
            "events": _ids("The events that it tells of, earliest first."),
        }),
        "Outlet": _object("An outlet, and what the desk holds of it.", {
            "schema": _VERSION, "name": _text("The name under which its reports came."),
            "reports": _count("How many reports of it there are."),
            "first": _text("The first day of publication.", nullable=True),
            "last": _text("The last day of publication.", nullable=True),
            "days": _count("On how many days it published."),
            "letter": {
                "description": "The reliability letter that a person gave; null where nobody did.",
                "enum": [*"ABCDEF", None],
            },
        }),
        "TypeDefinition": _object("A type of events; docs/event-types.md lists all of them.", {
            "schema": _VERSION, "type": _ref("EventType"),
            "family": _text("Types that reports mix up or that follow on one another."),
            "definition": _text("What it means."), "example": _text("A sentence that tells of one."),
            **{code: _text(f"The nearest code of {code.upper()}; empty where there is none.")
               for code in ("plover", "cameo", "acled")},
        }),
        "Export": _object("A form in which events can be had as a file.", {
            "schema": _VERSION, "form": {"description": "Its name.", "enum": [str(form) for form in ExportForm]},
            "label": _text("What people call it."), "address": _text("Where it is; the filters are those of events."),
            "media_type": _text("How it is announced over HTTP."), "suffix": _text("How its files end."),
            "available": {"description": "Whether what writes it is installed.", "type": "boolean"},
        }),
        "Decision": _DECISION,
        **_warnings(),
        "Problem": _PROBLEM,
        **{f"{item}List": _list(item, key) for item, key in _LISTS.items()},
    }


_LISTS = {
    "Event": "events", "Report": "reports", "Claim": "claims", "Situation": "situations", "Outlet": "outlets",
    "TypeDefinition": "event_types", "Hit": "hits", "Decision": "decisions", "Export": "exports",
    "Warning": "warnings",
}
_VERSION: Form = {"description": "The version of this form.", "const": SCHEMA}


def _name(key: str) -> str:
    return _NAMES.get(key) or "".join(word.capitalize() for word in key.split("_"))


def _pointed(form: Any) -> Any:
    """Let references point to where the parts stand here."""
    if isinstance(form, list):
        return [_pointed(part) for part in form]
    if not isinstance(form, dict):
        return form
    if set(form) == {"$ref"}:
        return _ref(_name(form["$ref"].rpartition("/")[2]))
    return {key: _pointed(part) for key, part in form.items()}


def _ref(name: str) -> Form:
    return {"$ref": f"{_REF}{name}"}


def _object(description: str, properties: Mapping[str, Form], *, optional: Mapping[str, Form] | None = None) -> Form:
    return {
        "description": description, "type": "object", "required": list(properties),
        "properties": {**properties, **(optional or {})},
    }


def _more(description: str, base: str, properties: Mapping[str, Form]) -> Form:
    return {"description": description, "allOf": [_ref(base), _object(description, properties)]}


def _text(description: str, *, nullable: bool = False) -> Form:
    return {"description": description, "type": ["string", "null"] if nullable else "string"}


def _count(description: str) -> Form:
    return {"description": description, "type": "integer", "minimum": 0}


def _number(description: str) -> Form:
    return {"description": description, "type": "number"}


def _word(description: str, words: Iterable[StrEnum | None]) -> Form:
    return {"description": description, "enum": [word and str(word) for word in words]}


def _ids(description: str) -> Form:
    return {"description": description, "type": "array", "items": {"type": "string"}}


def _several(item: str, description: str) -> Form:
    return {"description": description, "type": "array", "items": _ref(item)}


def _list(item: str, key: str) -> Form:
    return _object(f"A part of a list; `{key}` holds what was asked for.", {
        "schema": _VERSION, "total": _count("How many the whole list holds."),
        "limit": _count("How many were asked for, at most."),
        "next": _text("The address at which the list goes on; null where nothing follows now.", nullable=True),
        "cursor": _text(
            "Where this part ends: with it, what comes to the list later can be asked for; null in an empty list.",
            nullable=True,
        ),
        key: _several(item, "This part, in the order of the list."),
    })


def _warnings() -> dict[str, Form]:
    return {
        "Warning": _object("How a scenario stood on a day, and why; docs/warning.md explains it.", {
            "schema": _VERSION, "scenario": _text("The id of the scenario."), "name": _text("What it is called."),
            "question": _text("The question that it answers."), "mark": _text("A mark of the rules it was made by."),
            "day": _text("The day."), "level": _count("Its level, counted from 0 for the lowest."),
            "level_name": _text("What the level is called."), "points": _number("Its points."),
            "likelihood": _word("How likely, as its author wrote (ICD 203).", [*Likelihood, None]),
            "trend": _word("Where it goes, against the assessment before.", Trend),
            "observable": _number("The share of all weight that can be observed, from 0 to 1."),
            "confidence": _word("How sure the assessment is.", Confidence),
            "confidence_reasons": _several("Reason", "Why it is as sure as it is."),
            "measures": _several("Measure", "How each indicator stands, in the order of the file."),
            "reasons": _several("Reason", "Why it has its level."),
            "raising": _several("Effect", "What one change each would raise, the strongest first."),
            "lowering": _several("Effect", "What one change each would lower, the strongest first."),
        }),
        "WarningWithRules": _more("How a scenario stood, with its rules as they are now.", "Warning", {
            "rules": {"description": "The scenario: its levels and its indicators.", "type": "object",
                      "required": ["id", "name", "question", "about", "levels", "indicators"]},
        }),
        "Measure": _object("How an indicator stands.", {
            "indicator": _text("Its id."), "state": _word("How it stands.", MeasureState),
            "events": _ids("The events that it rests on."), "parties": _ids("Who stands behind them."),
            "last": _text("The last day on which it was told.", nullable=True),
            "lapses": _text("The day on which it is met no more, if nothing new is told.", nullable=True),
            "points": _number("What it adds, or takes away below 0."),
            "reasons": _several("Reason", "What was found, then why that is thin or cannot be seen."),
        }),
        "Reason": _object("One sentence of an explanation, as data.", {
            "kind": _text("What it says."),
            "values": {"description": "With which words and numbers.", "type": "object"},
        }),
        "Effect": _object("What one change would do.", {
            "indicator": _text("The id of the indicator."), "change": _word("What would have to happen.", Change),
            "points": _number("By how many points."), "level": _count("To which level."),
            "on": _text("The day on which it comes by itself.", nullable=True),
        }),
    }


_DECISION = _object("What somebody decided.", {
    "schema": _VERSION, "id": _text("The id of the decision."), "at": _text("The moment: ISO 8601, UTC."),
    "by": _text("Who decided."),
    "decision": {
        "description": "What was decided.",
        "enum": ["same", "different", "unsure", "override", "rate", "correct", "undo"],
    },
    "about": _text("What it is about, in words."), "why": _text("The reason."),
    "state": _text("Empty where it holds; else who took it back, or that its words are no longer read."),
    "events": _ids("The events that hold its claims now."),
    "anchors": _ids("Where its claims stand: report, words and type."),
}, optional={
    "left": _ids("same, different, unsure: the anchors on one side."),
    "right": _ids("same, different, unsure: the anchors on the other."),
    "letter": _text("override, rate: the letter of the source; null where it was left.", nullable=True),
    "digit": {
        "description": "override: the digit of the information; null where it was left.",
        "type": ["integer", "null"], "minimum": 1, "maximum": 6,
    },
    "source": _text("rate: the source."),
    "undoes": _text("undo: the id of what was taken back."),
    "field": _text("correct: the field of the claim; `claim` is all of it."),
    "value": {"description": "correct: what holds there instead, in the form of the claim."},
})

_PROBLEM: Form = {
    **_object("What went wrong (RFC 9457).", {
        "type": _text("about:blank where the status says all; else a name for this kind of problem."),
        "title": _text("The standard words for the status."),
        "status": {"description": "The status of HTTP.", "type": "integer", "minimum": 400, "maximum": 599},
        "detail": _text("What is wrong, and what to do."), "instance": _text("The address that was asked for."),
    }, optional={
        "errors": {
            "description": "Each field of the request that is wrong.", "type": "array",
            "items": _object("A field that is wrong.", {
                "field": _text("Its name."), "detail": _text("What is wrong about it."),
            }),
        },
    }),
    "examples": [{
        "type": "about:blank", "title": "Unprocessable Entity", "status": 422,
        "detail": "The address asks for something that cannot be understood. Correct it and try again.",
        "instance": "/api/v1/events",
        "errors": [{"field": "since", "detail": "'abc' is not a day. Write it as YYYY-MM-DD, for example 2025-09-12."}],
    }],
}
