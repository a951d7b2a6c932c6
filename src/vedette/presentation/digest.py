"""What became of things within a day or so: new, corroborated, denied, contradicted, corrected; by what is followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vedette.alerting.following import is_about
from vedette.alerting.plain import calling_nobody
from vedette.alerting.wordbook import describe_change
from vedette.errors import UnknownId
from vedette.model import Claim, Event, Report, Situation
from vedette.presentation.changes import Change, ChangeKind, Changes, changes_since
from vedette.presentation.evidence import Evidence, evidence_of
from vedette.presentation.period_words import describe_day
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import marked, ngettext
from vedette.presentation.wording import describe_briefly, describe_period, describe_support
from vedette.store import EventFilter, View
from vedette.store.alerting import Alert, Followed, FollowKind

# More of one kind in one place are counted: a digest is read before the first coffee.
SHOWN = 20
# So many events of a search are looked at, those told of last first.
_SEARCHED = 1000
_HEADINGS = {
    ChangeKind.DENIED: marked("Denied: %(num)s"), ChangeKind.CONTRADICTED: marked("Contradicted: %(num)s"),
    ChangeKind.CORRECTED: marked("Corrected: %(num)s"), ChangeKind.CORROBORATED: marked("Corroborated: %(num)s"),
    ChangeKind.NEW: marked("New: %(num)s"),
}
_KINDS = {
    FollowKind.ACTOR: marked("ACTOR: %(words)s"), FollowKind.PLACE: marked("PLACE: %(words)s"),
    FollowKind.EXERCISE: marked("EXERCISE: %(words)s"), FollowKind.WEAPON: marked("WEAPON: %(words)s"),
    FollowKind.SEARCH: marked("SEARCH: %(words)s"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One event that changed: how, in words, and the sentence that shows it, where there is one."""

    change: Change
    followed: tuple[Followed, ...]
    said: Evidence | None

    @property
    def event(self) -> Event:
        """The event."""
        return self.change.event


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """All that a digest tells: since when, alerts, and what changed; ``others`` counts what nobody follows.

    ``followed`` is empty where the digest is of everything.
    """

    since: str
    reports: int
    repeated: int
    is_cut: bool
    alerts: tuple[Alert, ...]
    followed: tuple[Followed, ...]
    lines: tuple[DigestLine, ...]
    others: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to tell."""
        return not (self.lines or self.alerts)


def digest(
    view: View, *, since: str, followed: Sequence[Followed] = (), alerts: Sequence[Alert] = ()
) -> Digest:
    """Gather what changed since a moment (ISO 8601, UTC).

    Args:
        view: The desk.
        since: The moment; what the desk met afterwards counts as new.
        followed: What is followed; without any, the digest is of everything.
        alerts: The alerts since then, to be told with it.
    """
    changes = changes_since(view, view.mark_at(since))
    by_event = _followed_by(view, changes, followed)
    told = [
        (change, by_event.get(change.event.id, ())) for kind in ChangeKind for change in changes.found.get(kind, ())
    ]
    shown = [(change, who) for change, who in told if who or not followed]
    said = _said(view, [change for change, _ in shown])
    return Digest(
        since=since, reports=changes.reports, repeated=changes.repeated, is_cut=changes.is_cut, alerts=tuple(alerts),
        followed=tuple(followed), others=len(told) - len(shown),
        lines=tuple(
            DigestLine(change=change, followed=who, said=said.get(change.claim or "")) for change, who in shown
        ),
    )


def digest_text(told: Digest, *, desk: str = "") -> str:
    """Write a digest as plain text, by what is followed; ``desk`` is the address of the desk's pages for links."""
    return "\n".join(_text(told, desk)).strip() + "\n"


def digest_line(line: DigestLine) -> dict[str, Any]:
    """Give a line of a digest as an object of JSON."""
    said = line.said
    return {
        "kind": str(line.change.kind), "event": line.event.id, "what": describe_briefly(line.event),
        "when": _when(line.event), "words": line.change.words, "support": describe_support(line.event),
        "followed": [f"{one.kind}: {one.words}" for one in line.followed], "claim": line.change.claim,
        "sentence": said.sentence if said else None, "said_by": list(said.chain) if said else [],
        "published": said.published if said else None, "url": said.url if said else None,
    }


def _text(told: Digest, desk: str) -> Iterator[str]:
    since = {"moment": told.since[:16].replace("T", " "), "num": told.reports}
    yield ngettext("Since %(moment)s UTC: %(num)s new report.", "Since %(moment)s UTC: %(num)s new reports.",
                   told.reports) % since
    if told.is_cut:
        yield _("Only the newest of them were looked through.")
    if told.repeated:
        yield ngettext("%(num)s event was only told again.", "%(num)s events were only told again.",
                       told.repeated) % {"num": told.repeated}
    if told.alerts:
        yield from ("", _("ALERTS"))
        yield from (_alert(one) for one in told.alerts)
    if not told.followed:
        yield from _kinds(told.lines, desk)
    for one in told.followed:
        lines = [line for line in told.lines if one in line.followed]
        heading = _(_KINDS[one.kind]) % {"words": one.words}
        yield from ("", heading if lines else _("%(heading)s (nothing)") % {"heading": heading})
        yield from _kinds(lines, desk)
    if told.others:
        yield from ("", ngettext(
            "%(num)s other event changed that nobody follows.", "%(num)s other events changed that nobody follows.",
            told.others,
        ) % {"num": told.others})


def _alert(one: Alert) -> str:
    said = {"name": one.name, "change": describe_change(one, _), "day": describe_day(one.day), "id": one.id[:8]}
    return _("- %(name)s: %(change)s (%(day)s), alert %(id)s") % said


def _kinds(lines: Sequence[DigestLine], desk: str) -> Iterator[str]:
    for kind in ChangeKind:
        found = [line for line in lines if line.change.kind is kind]
        if not found:
            continue
        yield from ("", _(_HEADINGS[kind]) % {"num": len(found)})
        for line in found[:SHOWN]:
            yield from _line(line, desk)
        if len(found) > SHOWN:
            yield "  " + _("and %(num)s more") % {"num": len(found) - SHOWN}


def _line(line: DigestLine, desk: str) -> Iterator[str]:
    when = _when(line.event)
    words = f"; {line.change.words}" if line.change.words else ""
    what = calling_nobody(f"{describe_briefly(line.event)}{f', {when}' if when else ''}{words}")
    yield f"- {what} ({describe_support(line.event)})"
    if line.said is not None:
        address = f" {line.said.url}" if line.said.url else ""
        yield f'  "{calling_nobody(line.said.sentence)}" ({calling_nobody(" <- ".join(line.said.chain))}){address}'
    if desk:
        yield f"  {desk}/events/{line.event.id}"


def _when(event: Event) -> str:
    return describe_period(event.period) if event.period else ""


def _followed_by(
    view: View, changes: Changes, followed: Sequence[Followed]
) -> Mapping[str, tuple[Followed, ...]]:
    if not followed:
        return {}
    events = [change.event for some in changes.found.values() for change in some]
    situations = _situations(view, events)
    searched = {one.id: _searched(view, one) for one in followed if one.kind is FollowKind.SEARCH}
    return {
        event.id: tuple(
            one for one in followed
            if is_about(event, one, situations=situations, found=searched.get(one.id, frozenset()))
        )
        for event in events
    }


def _searched(view: View, one: Followed) -> frozenset[str]:
    return frozenset(event.id for event in view.events(EventFilter(text=one.words, newest=True, limit=_SEARCHED)))


def _situations(view: View, events: Sequence[Event]) -> Mapping[str, Situation]:
    found: dict[str, Situation] = {}
    for one in sorted({one for event in events for one in (event.situation, *event.also_in) if one}):
        try:
            found[one] = view.situation(one)
        except UnknownId:
            continue  # linked anew a moment ago: the others stand without it
    return found


def _said(view: View, changes: Sequence[Change]) -> Mapping[str, Evidence]:
    claims: dict[str, Claim] = {one.id: one for one in view.claims([c.claim for c in changes if c.claim])}
    reports: dict[str, Report] = {one.id: one for one in view.reports(sorted({c.report for c in claims.values()}))}
    return {
        claim.id: evidence_of(claim, reports[claim.report]) for claim in claims.values() if claim.report in reports
    }
