"""The day that is looked at, and what could be seen on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vedette.model import Coverage, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What measuring needs beside matches: the day, what could be seen, and exercises with their earlier editions.

    ``day`` is ``YYYY-MM-DD``; nothing after it counts, and nothing that this desk did not know by then. ``editions``
    are situations by their id: those that the matches of *editions* indicators name.
    """

    day: str
    coverage: Coverage = field(default_factory=Coverage)
    editions: Mapping[str, Situation] = field(default_factory=dict)
