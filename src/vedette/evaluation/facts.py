"""How well claims agree with the annotation of the corpus: dates, places, parties, origins, stage and factuality.

Events are matched by their words, as in ``tagging``; fields are scored on the
events that were found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vedette.evaluation.annotated import AnnotatedItem, EventLine, Link, Role
from vedette.evaluation.tagging import Scores, Tally
from vedette.evaluation.values import ActorValue, PlaceValue, QuantityValue, SourceValue, TimeValue
from vedette.model import Claim, LinkKind, Period, PlaceRole, Span
from vedette.reading.dated import DEADLINE

_PLACE_ROLES = {Role.AT: PlaceRole.AT, Role.ORIGIN: PlaceRole.ORIGIN, Role.TARGET: PlaceRole.TARGET}


@dataclass(frozen=True, slots=True)
class Miss:
    """A field that came out wrong, for people who mend it."""

    item: AnnotatedItem
    field: str
    trigger: Span
    wanted: str
    given: str


def score_facts(
    pairs: Iterable[tuple[AnnotatedItem, list[Claim]]], misses: list[Miss] | None = None
) -> dict[str, Scores]:
    """Score claims against the annotation.

    Args:
        pairs: Items, each with the claims read in it.
        misses: Is filled with what came out wrong.

    Returns:
        Scores by language, and under ``all``.
    """
    found: dict[str, Scores] = {"all": Scores()}
    for item, claims in pairs:
        scorer = _Scorer(item, misses if misses is not None else [])
        for lines in tellings(item):
            spans = [item.mark(line.id).span for line in lines]
            claim = next((claim for claim in claims if any(claim.trigger.overlaps(span) for span in spans)), None)
            if claim is not None:
                for label, tally in scorer.fields(lines, claim):
                    for scores in (found["all"], found.setdefault(item.language, Scores())):
                        scores.add(label, tally)
    return found


def tellings(item: AnnotatedItem) -> list[list[EventLine]]:
    """Group the lines of one event told several times: its claim has what all of them tell."""
    groups: dict[str, list[EventLine]] = {}
    roots: dict[str, str] = {}
    for line in item.events:
        same = item.mark(line.id).same_as
        roots[line.id] = roots.get(same, same) if same else line.id
        groups.setdefault(roots[line.id], []).append(line)
    return list(groups.values())


@dataclass(frozen=True, slots=True)
class _Scorer:
    item: AnnotatedItem
    misses: list[Miss]

    def fields(self, lines: Sequence[EventLine], claim: Claim) -> Iterable[tuple[str, Tally]]:
        line = lines[0]
        links = [link for line in lines for link in line.links]
        period = [claim.period] if claim.period and claim.period.is_named else []  # the annotation has words only
        yield "date", self._compare("date", line, _days(self._periods(links)), _days(period))
        yield "actor", self._compare("actor", line, self._parties(links), {
            f"{actor.role.value}:{actor.party}" for actor in claim.actors
        })
        yield "place", self._compare("place", line, self._places(links), {
            f"{mention.role.value}:{code}" for mention in claim.places for code in mention.place.countries
        })
        yield "place kind", self._compare("place kind", line, self._places(links, kind=True), {
            f"{mention.role.value}:{mention.place.kind.value}" for mention in claim.places
        })
        yield "quantity", self._compare("quantity", line, self._amounts(links), {
            f"{quantity.value:g}" for quantity in claim.quantities
        })
        told = next(line for line in lines if self.item.mark(line.id).span.overlaps(claim.trigger))
        chain = self.item.chain(told.id)
        yield "chain length", self._compare("chain length", line, {str(len(chain))}, {str(len(claim.attribution))})
        given = {_origin(link.kind, link.party) for link in claim.attribution[-1:]}
        yield "origin", self._compare("origin", line, self._origin(chain), given)
        status = {f"{claim.stage} {claim.factuality}"}
        yield "status", self._compare("status", line, {f"{told.stage} {told.factuality}"}, status)

    def _compare(self, field: str, line: EventLine, wanted: set[str], given: set[str]) -> Tally:
        if wanted != given:
            self.misses.append(
                Miss(
                    self.item, field, self.item.mark(line.id).span, " ".join(sorted(wanted)), " ".join(sorted(given))
                )
            )
        return Tally(len(wanted & given), len(given), len(wanted))

    def _periods(self, links: Sequence[Link]) -> list[Period]:
        values = [self.item.value(link.mark) for link in links if link.role is Role.TIME]
        return [value.period for value in values if isinstance(value, TimeValue) and value.period is not None]

    def _parties(self, links: Sequence[Link]) -> set[str]:
        names = {Role.INITIATOR: "initiator", Role.RECIPIENT: "recipient", Role.PARTICIPANT: "participant"}
        return {
            f"{names[link.role]}:{value.party}" for link in links if link.role in names
            and isinstance(value := self.item.value(link.mark), ActorValue) and value.party
        }

    def _places(self, links: Sequence[Link], *, kind: bool = False) -> set[str]:
        return {
            f"{_PLACE_ROLES[link.role].value}:{told}"
            for link in links if link.role in _PLACE_ROLES
            and isinstance(value := self.item.value(link.mark), PlaceValue) and value.countries
            for told in ([value.kind.value] if kind else value.countries)
        }

    def _amounts(self, links: Sequence[Link]) -> set[str]:
        values = [self.item.value(link.mark) for link in links if link.role is Role.QUANTITY]
        return {f"{value.value:g}" for value in values if isinstance(value, QuantityValue)}

    def _origin(self, chain: tuple[str, ...]) -> set[str]:
        if not chain:
            return set()
        value = self.item.value(chain[-1])
        if not isinstance(value, SourceValue):
            return set()
        return {_origin(value.kind, value.party)}


def _origin(kind: LinkKind, party: str | None) -> str:
    """Name an origin: of officials the party counts, of others what they are."""
    return f"{kind.value}:{party}" if kind is LinkKind.OFFICIAL else kind.value


def _days(periods: Iterable[Period]) -> set[str]:
    """Give the first and last days of periods, as far as words tell them: a deadline tells no first day."""
    found = set()
    for period in periods:
        inferred = period.doubt == DEADLINE and period.start == period.end
        found |= {f"from {str(period.start)[:10]}"} if period.start and not inferred else set()
        found |= {f"to {str(period.end)[:10]}"} if period.end else set()
    return found
