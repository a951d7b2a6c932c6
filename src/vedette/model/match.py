"""An event that an indicator is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a desk knows of an event beside the event itself.

    ``told`` is the day on which it was first told (published, else met), ``known`` the day on which this
    desk first met a report that tells of it. ``situations`` are the ids, keys and names of the situations that it
    belongs to. ``edition`` is the id of the situation that is its edition of a named exercise.
    """

    told: str
    known: str
    situations: tuple[str, ...] = ()
    edition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An event that an indicator of a scenario is about: all that measuring needs to know of it.

    ``day`` is the day that it stands for, ``last`` its last day where it lasts; ``known`` the day since when this
    desk has known of it. ``figure`` is what it counts for, where the indicator asks for a figure. ``origins`` and
    ``parties`` are those that corroboration counts; ``state_media`` says that all of them are media that a state
    controls. ``parts`` are the events that it sums up. ``edition`` is the situation of its edition of an exercise.
    """

    scenario: str
    indicator: str
    event: str
    day: str
    last: str
    known: str
    origins: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    state_media: bool = False
    figure: float | None = None
    parts: tuple[str, ...] = ()
    edition: str | None = None

    @property
    def weak(self) -> bool:
        """Whether nobody who is known stands behind it, or nobody but media that a state controls."""
        return self.state_media or not self.parties
