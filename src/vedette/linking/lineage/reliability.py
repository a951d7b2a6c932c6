"""How reliable the sources of an event are, from the table that its users own.

None is shipped: until somebody rates a source, its letter is ``F``, cannot be judged.

Rule for one claim: its sources are its origin, the parties that relay it, and the
outlet that publishes it; the **worst** rated of them gives the letter, because a chain
is as good as its weakest link. Those who are not rated say nothing. Rule for an
event: the **best** letter among its claims that do not deny it (of all of them, where all
deny it), because one good source is enough to say how good the best word for it is.
Known names of one source (``outlets.toml``, ``actors.toml``) are one; the newest rating counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from vedette.linking.folding import fold_name
from vedette.linking.lineage.origins import Body
from vedette.linking.ordering import moment
from vedette.linking.profile import Profile
from vedette.model import Knowledge, Rating, who_may_be

NOT_RATED = "F"


@dataclass(frozen=True, slots=True)
class Reliability:
    """The table: a rating by every folded name of its source."""

    _ratings: Mapping[str, Rating] = field(default_factory=dict)

    @classmethod
    def of(cls, ratings: Iterable[Rating], knowledge: Knowledge) -> Reliability:
        """Make the table of all ratings that were not taken back."""
        standing = [rating for rating in ratings if rating.undone is None]
        if not standing:
            return cls()
        others = _other_names(knowledge)
        table: dict[str, Rating] = {}
        for rating in sorted(standing, key=lambda rating: (moment(rating.at), rating.id)):
            name = fold_name(rating.source)
            table |= dict.fromkeys((name, *others.get(name, ())), rating)
        return cls(table)

    def of_source(self, *names: str | None) -> Rating | None:
        """Give the rating of a source under any of its names; ``None`` where it has none."""
        folded = (fold_name(name) for name in names if name)
        return next((self._ratings[name] for name in folded if name in self._ratings), None)

    def of_event(self, profiles: Iterable[Profile], bodies: Mapping[str, Body]) -> Rating | None:
        """Give the rating that makes the letter of an event; ``None`` where no source is rated.

        Args:
            profiles: The claims of the event.
            bodies: Whose word each claim is, by claim id.
        """
        if not self._ratings:
            return None
        all_of_it = list(profiles)
        told = [profile for profile in all_of_it if not profile.denies] or all_of_it
        rated = [rating for profile in told if (rating := self._of_claim(profile, bodies[profile.claim.id]))]
        return min(rated, key=_order, default=None)

    def _of_claim(self, profile: Profile, body: Body) -> Rating | None:
        links = ((link.name, link.id) for link in profile.claim.attribution)
        speakers = ((name,) for name in who_may_be(body.name))
        chain = [self.of_source(*names) for names in ((profile.report.outlet,), *speakers, *links)]
        rated = [rating for rating in chain if rating and rating.letter != NOT_RATED]
        return max(rated, key=_order, default=None)


NOBODY_RATED = Reliability()


def names_of(ratings: Iterable[Rating], knowledge: Knowledge) -> frozenset[str]:
    """Give the names, folded, of all sources that some ratings are about."""
    given = {fold_name(rating.source) for rating in ratings}
    others = _other_names(knowledge) if given else {}
    return frozenset(name for one in given for name in (one, *others.get(one, ())))


def sources_of(profiles: Iterable[Profile], bodies: Mapping[str, Body]) -> frozenset[str]:
    """Give the names, folded, under which the sources of an event are looked for in the table."""
    names = {
        name for profile in profiles for name in (
            profile.report.outlet, *who_may_be(bodies[profile.claim.id].name),
            *(name for link in profile.claim.attribution for name in (link.name, link.id)),
        ) if name
    }
    return frozenset(filter(None, map(fold_name, names)))


def _order(rating: Rating) -> tuple[str, str, str]:
    return rating.letter, rating.source, rating.id


def _other_names(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Map each folded name of a known source to all of its names."""
    found: dict[str, frozenset[str]] = {}
    for names in _names_of_each(knowledge):
        folded = frozenset(filter(None, map(fold_name, names)))
        for name in folded:
            found.setdefault(name, folded)
    return found


def _names_of_each(knowledge: Knowledge) -> Iterator[tuple[str, ...]]:
    for outlet in knowledge.outlets:
        yield (outlet.name, outlet.id, *outlet.aliases)
    for actor in knowledge.actors:
        if actor.kind in ("organ", "force", "group"):
            yield (actor.name, actor.id, *(name for names in actor.names.values() for name in names))
