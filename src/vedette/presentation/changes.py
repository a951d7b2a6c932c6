"""What changed since somebody last looked: events that are new, confirmed, denied, contradicted or corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vedette.model import Event, Factuality
from vedette.presentation.decisions import DecisionLine, decision_lines
from vedette.presentation.saying import gettext as _
from vedette.presentation.value_words import describe_value
from vedette.presentation.wording import describe_conflict_field, describe_origin
from vedette.store import Mark, Touched, View

# So many reports are looked through: whoever was away for longer reads the newest of what came in.
LOOKED_THROUGH = 300
# So many events are put in order; of more, those told of last.
_WEIGHED = 200


class ChangeKind(StrEnum):
    """What happened to an event, in the order in which people want to know."""

    DENIED = "denied"
    CONTRADICTED = "contradicted"
    CORRECTED = "corrected"
    CORROBORATED = "corroborated"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An event that changed: how, what it says in words, and the claim that shows it, where there is one."""

    kind: ChangeKind
    event: Event
    words: str = ""
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that changed since a mark; ``repeated`` counts events of which reports only told again."""

    reports: int
    found: Mapping[ChangeKind, tuple[Change, ...]]
    repeated: int
    is_cut: bool


def changes_since(view: View, mark: Mark) -> Changes:
    """Gather what changed since somebody had seen the desk up to a mark.

    Of more than 300 new reports the newest 300 are looked through, and ``is_cut`` says so.
    """
    touched = view.touched_since(mark, reports=LOOKED_THROUGH)[:_WEIGHED]
    fresh = {one.event: one for one in touched}
    decided = _decided(view, mark)
    events = view.events_of_ids([*fresh, *(event for event in decided if event not in fresh)])
    found: dict[ChangeKind, list[Change]] = {kind: [] for kind in ChangeKind}
    repeated = 0
    for event in events:
        change = _change(event, fresh.get(event.id), decided.get(event.id, ()))
        repeated += change is None
        if change is not None:
            found[change.kind].append(change)
    reports = view.reports_since(mark)
    return Changes(
        reports=reports, found={kind: tuple(sorted(some, key=_weight)) for kind, some in found.items() if some},
        repeated=repeated, is_cut=reports > LOOKED_THROUGH,
    )


def _decided(view: View, mark: Mark) -> Mapping[str, Sequence[DecisionLine]]:
    """Give what people decided since, by the events that it is about."""
    found: dict[str, list[DecisionLine]] = {}
    for line in decision_lines(view, after=mark.decision):
        for event in line.events:
            found.setdefault(event, []).append(line)
    return found


def _change(event: Event, touched: Touched | None, decided: Sequence[DecisionLine]) -> Change | None:
    """Say how an event changed; ``None`` where reports only told of it again."""
    if touched is not None and touched.is_new:
        # What sources already disagree on is told as that: the first thing to know of it.
        claim = next((one for one in event.claims if one in touched.fresh), None)
        return Change(kind=ChangeKind.NEW, event=event, claim=claim)
    fresh = touched.fresh if touched else frozenset[str]()
    return next((change for change in _changes(event, fresh, decided)), None)


def _changes(event: Event, fresh: frozenset[str], decided: Sequence[DecisionLine]) -> Iterator[Change]:
    """Give each way in which an event changed, the weightiest first."""
    yield from _denials(event, fresh)
    for conflict in event.conflicts:
        for side in conflict.values:
            if fresh.issuperset(side.claims):
                words = _("%(field)s: now also “%(value)s”") % {
                    "field": describe_conflict_field(conflict), "value": describe_value(conflict.field, side.value)}
                yield Change(kind=ChangeKind.CONTRADICTED, event=event, words=words, claim=min(side.claims))
    for update in event.updates:
        last = update.steps[-1]
        if fresh.issuperset(last.claims):
            words = _("%(origin)s now says “%(value)s”") % {
                "origin": update.origin, "value": describe_value(update.field, last.value)}
            yield Change(kind=ChangeKind.CORRECTED, event=event, words=words, claim=min(last.claims))
    for line in decided:
        words = _("%(person)s decided: %(decision)s") % {"person": line.decision.by, "decision": line.verb}
        yield Change(kind=ChangeKind.CORRECTED, event=event, words=words)
    for origin in event.origins:
        if origin.known and fresh.issuperset(origin.claims):
            words = _("now also told by %(origin)s") % {"origin": describe_origin(origin)}
            yield Change(kind=ChangeKind.CORROBORATED, event=event, words=words, claim=min(origin.claims))


def _denials(event: Event, fresh: frozenset[str]) -> Iterator[Change]:
    """Give who denies it and had not spoken of it, or had said something else."""
    denied = frozenset(
        claim for one in event.support if (one.fact, one.value) == ("happened", Factuality.DENIED)
        for claim in one.claims
    )
    for origin in event.origins:
        said = fresh.intersection(origin.claims)
        if origin.known and said and denied.issuperset(said) and not denied.intersection(set(origin.claims) - said):
            words = _("now denied by %(origin)s") % {"origin": describe_origin(origin)}
            yield Change(kind=ChangeKind.DENIED, event=event, words=words, claim=min(said))


def _weight(change: Change) -> tuple[int, int, int]:
    """Put what more voices tell of first; of equals the order stays."""
    event = change.event
    return -len(event.bodies), -event.outlets, -event.reports
