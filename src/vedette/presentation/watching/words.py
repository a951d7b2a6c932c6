"""How it stands with a source, in words."""

from __future__ import annotations

from datetime import datetime

from vedette.model.coverage import SourceState
from vedette.presentation.saying import gettext, marked

_KEYS = {
    SourceState.STEADY: "reporting", SourceState.SILENT: "quiet", SourceState.FAILING: "blind",
    SourceState.UNKNOWN: "new",
}
_WORDS = {
    SourceState.STEADY: marked("reporting"), SourceState.SILENT: marked("quiet"),
    SourceState.FAILING: marked("blind"), SourceState.UNKNOWN: marked("new"),
}


def state_key(state: SourceState) -> str:
    """Give the word of programs for a state: the same in every language.

    Example:
        >>> [state_key(state) for state in SourceState]
        ['reporting', 'quiet', 'blind', 'new']
    """
    return _KEYS[state]


def state_word(state: SourceState) -> str:
    """Say how it stands with a source."""
    return gettext(_WORDS[state])


def duration_word(seconds: float | None) -> str:
    """Give a length of time in the largest unit that fits.

    Example:
        >>> [duration_word(seconds) for seconds in (None, 40, 600, 5400, 200000)]
        ['', '40 s', '10 min', '1.5 h', '2.3 d']
    """
    if seconds is None:
        return ""
    for unit, size in (("d", 86_400.0), ("h", 3600.0), ("min", 60.0)):
        if seconds >= size:
            return f"{seconds / size:.2g} {unit}"
    return f"{seconds:.0f} s"


def moment_word(moment: str | None) -> str:
    """Give a moment (ISO 8601) to the minute, in UTC.

    Example:
        >>> moment_word("2025-09-12T06:05:31+00:00")
        '2025-09-12 06:05'
    """
    return "" if moment is None else f"{datetime.fromisoformat(moment):%Y-%m-%d %H:%M}"
