"""What could be seen: on which days whose reports came, and which sources answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class SourceState(StrEnum):
    """What is known of a source that is watched."""

    STEADY = "steady"  # it answers, and publishes as it usually does
    SILENT = "silent"  # it answers, and publishes nothing though it usually would
    FAILING = "failing"  # it does not answer
    UNKNOWN = "unknown"  # it is not watched, or not long enough


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCoverage:
    """An outlet, the days on which there are reports of it, and the state of its feeds today.

    ``outlet`` is its name as reports have it, ``id`` that of a pack, where one knows it. ``days`` are days
    (``YYYY-MM-DD``), the days on which its reports were published.
    """

    outlet: str
    id: str | None = None
    country: str | None = None
    language: str | None = None
    days: frozenset[str] = frozenset()
    state: SourceState = SourceState.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What can be observed: one entry for each outlet that a desk has reports of, or watches.

    Example:
        >>> post = OutletCoverage(outlet="Example Post", country="LT", days=frozenset({"2031-05-01"}))
        >>> [one.outlet for one in Coverage(outlets=(post,)).of(countries=["LT"])]
        ['Example Post']
    """

    outlets: tuple[OutletCoverage, ...] = ()

    def of(
        self, *, outlets: Iterable[str] = (), countries: Iterable[str] = (), languages: Iterable[str] = ()
    ) -> tuple[OutletCoverage, ...]:
        """Give the outlets by name or id, country and language; what is empty lets all through."""
        names, places, tongues = frozenset(outlets), frozenset(countries), frozenset(languages)
        return tuple(
            one for one in self.outlets
            if (not names or one.outlet in names or one.id in names)
            and (not places or one.country in places) and (not tongues or one.language in tongues)
        )
