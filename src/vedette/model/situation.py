"""Events that develop together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Events that belong together: a named exercise, a crisis, a place under watch.

    ``names`` holds every name under which reports speak of it; ``key`` is the
    id in the knowledge pack, or ``None`` where the desk made the situation up
    from the events alone. ``events`` are event ids, earliest first.
    """

    id: str
    name: str
    names: tuple[str, ...]
    events: tuple[str, ...]
    key: str | None = None
