"""What is kept of alerts as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from vedette.store.alerting.nouns import (
    Alert,
    AlertKind,
    Followed,
    FollowKind,
    LastTold,
    Letter,
    LetterKind,
    Quote,
    Snooze,
    Spot,
    Told,
)

Row = Mapping[Any, Any]

# Fields of an alert that are columns; the others are its content.
_COLUMNS = frozenset({"id", "scenario", "made", "acknowledged", "by", "why"})
_LETTER = tuple(field.name for field in fields(Letter))
_SNOOZE = tuple(field.name for field in fields(Snooze))
_FOLLOWED = tuple(field.name for field in fields(Followed))


def alert_row(alert: Alert) -> dict[str, Any]:
    """Give the row of an alert."""
    held = asdict(alert)
    content = {name: value for name, value in held.items() if name not in _COLUMNS}
    return {name: held[name] for name in _COLUMNS} | {"content": json.dumps(content, ensure_ascii=False)}


def alert_of(row: Row) -> Alert:
    """Give the alert that a row holds."""
    content = json.loads(row["content"])
    content |= {
        "kind": AlertKind(content["kind"]), "because": tuple(content["because"]), "unseen": tuple(content["unseen"]),
        "outlook": tuple(content["outlook"]),
        "told": tuple(map(_told_of, content["told"])),
    }
    return Alert(**content, **{name: row[name] for name in _COLUMNS})


def _told_of(data: Mapping[str, Any]) -> Told:
    return Told(**{**data, "quotes": tuple(map(_quote_of, data["quotes"]))})


def _quote_of(data: Mapping[str, Any]) -> Quote:
    return Quote(**{**data, "places": tuple(Spot(**one) for one in data["places"])})


def told_content(told: LastTold) -> str:
    """Give the content of the row that says how a scenario stood."""
    return json.dumps(asdict(told), ensure_ascii=False)


def last_told_of(content: str) -> LastTold:
    """Make it from that content."""
    data = json.loads(content)
    return LastTold(**{**data, "met": tuple(data["met"])})


def letter_row(letter: Letter) -> dict[str, Any]:
    """Give the row of a letter."""
    return {name: getattr(letter, name) for name in _LETTER} | {"kind": str(letter.kind)}


def letter_of(row: Row) -> Letter:
    """Give the letter that a row holds."""
    return Letter(**{name: row[name] for name in _LETTER} | {"kind": LetterKind(row["kind"])})


def snooze_of(row: Row) -> Snooze:
    """Give the snooze that a row holds."""
    return Snooze(**{name: row[name] for name in _SNOOZE})


def followed_of(row: Row) -> Followed:
    """Give what a row says is followed."""
    return Followed(**{name: row[name] for name in _FOLLOWED} | {"kind": FollowKind(row["kind"])})
