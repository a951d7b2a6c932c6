"""Reads a file of what happened, against which past warnings are judged."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from vedette.errors import UsageError
from vedette.model import Scenario
from vedette.warning.hindsight import Happened

_KEYS = frozenset({"scenario", "from", "to", "what"})


def read_truth(file: Path, scenarios: Sequence[Scenario]) -> tuple[Happened, ...]:
    """Read what happened from a TOML file: tables ``[[happened]]`` with ``scenario``, ``from``, ``to`` and ``what``.

    Rule: ``from`` and ``to`` are days; without ``to``, it is one day. ``what`` may be left out.

    Args:
        file: The file.
        scenarios: Those that may be named.

    Raises:
        UsageError: The file cannot be read, or an entry is wrong; the message names it.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: is not UTF-8 at byte {error.start}.") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file}: is not valid TOML: {error}. Correct that line.") from error
    entries = content.get("happened")
    if not isinstance(entries, list) or not entries or not all(isinstance(one, dict) for one in entries):
        raise UsageError(f"{file}: has no table [[happened]]. Write one for each thing that happened.")
    known = [one.id for one in scenarios]
    return tuple(_happened(one, known, where=f"{file}, [[happened]] {number}") for number, one in enumerate(entries, 1))


def _happened(entry: Mapping[str, Any], known: Sequence[str], *, where: str) -> Happened:
    if unknown := sorted(entry.keys() - _KEYS):
        raise UsageError(f"{where}: there is no key '{unknown[0]}'. Keys: {', '.join(sorted(_KEYS))}.")
    scenario = entry.get("scenario")
    if scenario not in known:
        raise UsageError(f"{where}: there is no scenario '{scenario}'. There are: {', '.join(known) or 'none'}.")
    since = _day(entry.get("from"), key="from", where=where)
    until = _day(entry.get("to", entry.get("from")), key="to", where=where)
    if until < since:
        raise UsageError(f"{where}: 'to' ({until}) lies before 'from' ({since}). Change one of them.")
    return Happened(scenario=str(scenario), since=since, until=until, what=str(entry.get("what", "")))


def _day(value: object, *, key: str, where: str) -> str:
    try:
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()[:10]
    except ValueError as error:
        raise UsageError(f"{where}: '{key}' is no day: {value}. Write it as 2025-09-12.") from error
