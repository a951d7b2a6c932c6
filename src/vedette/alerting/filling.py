"""Fills templates of users: apart from this process, for so long and in so much memory, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# A letter takes a few hundredths of a second; a computer that is busy takes longer to begin with it.
CPU_SECONDS, SECONDS = 5, 20
_BYTES = 512 * 1024 * 1024
_LONGEST = 200_000
_PROGRAM = Path(__file__).with_name("filling_apart.py")
_NO_END = f"it comes to no end within {CPU_SECONDS} seconds"
_SMALLER = "Take loops within loops out of it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why a template could not be filled: in which line, the reason, and what to do; ``fix`` is empty for a slip."""

    reason: str
    line: int | None = None
    is_unknown_name: bool = False
    fix: str = ""


def fill_apart(text: str, seen: Mapping[str, Any]) -> str | Failed:
    """Fill a template of a user with what it may see; JSON can hold all of that.

    It runs in a program of its own and in the sandbox of Jinja: it can neither end this process nor hold it
    up, whatever stands in it.

    Example:
        >>> fill_apart("{{ name }} rises.", {"name": "Harbours"})
        'Harbours rises.'
        >>> fill_apart("{{ nmae }}", {"name": "Harbours"}).is_unknown_name
        True
    """
    given = {"text": text, "seen": seen, "seconds": CPU_SECONDS, "bytes": _BYTES, "longest": _LONGEST}
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_PROGRAM)], input=json.dumps(given).encode(), capture_output=True,
            timeout=SECONDS, check=False,
        )
    except subprocess.TimeoutExpired:
        return Failed(reason=_NO_END, fix=_SMALLER)
    if done.returncode < 0:
        return Failed(reason=_NO_END, fix=_SMALLER)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return Failed(reason="it takes more than this computer gives", fix=_SMALLER)
    return answer["filled"] if "filled" in answer else _failed(answer)


def _failed(answer: Mapping[str, Any]) -> Failed:
    if answer["what"] == "memory":
        reason = f"it takes more than {_BYTES // 1024**2} MB of memory"
        return Failed(reason=reason, line=answer["line"], fix="Make it smaller.")
    return Failed(
        reason=answer["reason"], line=answer["line"], is_unknown_name=answer["what"] == "undefined"
    )
