"""The table of sources: who publishes or is cited on a desk, and the letter that people gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from vedette.linking.lineage.reliability import NOT_RATED, Reliability
from vedette.model import Knowledge, KnownOutlet, LinkKind, Rating, fold, who_may_be
from vedette.store.asked import DecisionFilter
from vedette.store.ports import EventFilter, View

_MEDIA = (LinkKind.OUTLET, LinkKind.AGENCY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source. ``is_known`` is false where neither a report nor a pack has its name."""

    name: str
    rating: Rating | None
    state_controlled: bool
    reports: int
    is_known: bool

    @property
    def letter(self) -> str:
        """The letter that counts: F, cannot be judged, where nobody gave one."""
        return self.rating.letter if self.rating else NOT_RATED


def source_lines(view: View, knowledge: Knowledge) -> tuple[SourceLine, ...]:
    """List the outlets and agencies of a desk and every source that was rated, by name."""
    ratings = [one for one in view.decisions(DecisionFilter(kind="rate")) if isinstance(one, Rating)]
    table = Reliability.of(ratings, knowledge)
    known = _known_outlets(knowledge.outlets)
    published = Counter(report.outlet for report in view.reports() if report.outlet)
    cited = {
        name for event in view.events(EventFilter()) for origin in event.origins
        if origin.known and origin.kind in _MEDIA for name in who_may_be(origin.name)
    }
    bodies = {fold(name) for actor in knowledge.actors for names in actor.names.values() for name in names}
    lines: dict[str, SourceLine] = {}
    for name in sorted({*published, *cited, *(one.source for one in ratings if one.undone is None)}):
        outlet, rating = known.get(fold(name)), table.of_source(name)
        shown = outlet.name if outlet else name
        before = lines.get(fold(shown))
        lines[fold(shown)] = SourceLine(
            name=shown, rating=rating, state_controlled=bool(outlet and outlet.state_controlled),
            reports=published[name] + (before.reports if before else 0),
            is_known=bool(outlet) or name in published or name in cited or fold(name) in bodies,
        )
    return tuple(sorted(lines.values(), key=lambda line: (fold(line.name), line.name)))


def _known_outlets(outlets: Iterable[KnownOutlet]) -> dict[str, KnownOutlet]:
    named: dict[str, KnownOutlet] = {}
    for outlet in outlets:
        for name in (outlet.name, outlet.id, *outlet.aliases):
            named.setdefault(fold(name), outlet)
    return named
