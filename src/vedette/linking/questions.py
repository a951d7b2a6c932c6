"""What linking leaves to people: pairs of events that may be one, and events that rest on little.

A pair is asked about where a claim of one is like one of the other, and yet the two were kept apart:

* **torn**: some of their claims are the same by score, and others were against it;
* **open**: none of their claims are different by score, and two of them come near to being the same.

Claims are held against one another within a report, and between texts that are no copies of one another: what
copies tell alike they tell once. Whatever a person judged different, or left open, is not asked again. So a pair
depends on the claims of its two events and on what people judged of them, and on nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vedette.linking.decided.found_again import brought_up_to_date
from vedette.linking.decided.rulings import Rulings, lookup_for
from vedette.linking.joining import Group, JoinedAnew
from vedette.linking.kinship import kin_of
from vedette.linking.profile import Profile
from vedette.linking.same.blocking import pairs_among
from vedette.linking.same.cluster import Verdicts
from vedette.linking.same.same_event import compare, is_near
from vedette.linking.workbench import Workbench
from vedette.model import Event, Verdict, content_id
from vedette.model.held import Held
from vedette.model.question import Question, QuestionKind, Reason

TORN, CONTRADICTED, OPEN, DOUBTFUL, LOW, SINGLE = 100, 200, 300, 400, 500, 600
_LOW_FROM, _CANNOT_BE_JUDGED = 4, 6
_MOST = 99

_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Near:
    """Two claims that come near to being the same, the first of the event with the smaller id."""

    score: float
    verdict: Verdict
    left: Profile
    right: Profile

    @property
    def rank(self) -> tuple[object, ...]:
        return (-self.score, self.left.key, self.right.key)


def ask_about_pairs(
    joined: JoinedAnew, *, bench: Workbench, rulings: Rulings, held: Held
) -> tuple[Question, ...]:
    """Ask about the pairs of which one event at least was joined anew.

    Args:
        joined: The events that were joined anew, and what their claims met.
        bench: What was looked up.
        rulings: What people decided.
        held: The desk.
    """
    event_of = {profile.claim.id: name_of(group) for group in joined.groups for profile in group}
    near = _by_event(joined, event_of, bench)
    settled = _settled(near, event_of, bench=bench, rulings=rulings)
    others = {event for pair in near.keys() - settled for event in pair} - set(event_of.values())
    members = {name_of(group): group for group in joined.groups}
    for event, claims in held.claims_in(others).items():
        bench.take(claims)
        members[event] = tuple(bench.ordered(claims))
    asked = (
        _question(pair, found, (members[pair[0]], members[pair[1]]), joined.verdicts)
        for pair, found in sorted(near.items()) if pair not in settled
    )
    return tuple(one for one in asked if one is not None)


def name_of(group: Group) -> str:
    """Name the event that a group of claims makes: after its first claim."""
    return content_id("e", group[0].claim.anchor)


def _by_event(joined: JoinedAnew, event_of: Mapping[str, str], bench: Workbench) -> dict[_Pair, list[_Near]]:
    """Find the claims of different events that come near to being the same."""
    outside = {other for _, other in joined.near} - event_of.keys()
    standing = {**bench.event_of(outside), **event_of}
    pairs = (
        (bench.profiles[claim], bench.profiles[other]) for claim, other in joined.near
        if claim in event_of and other not in event_of and other in standing
    )
    found: dict[_Pair, list[_Near]] = defaultdict(list)
    for one, other in (*pairs, *_pairs_inside(joined.groups, bench)):
        first, second = standing[one.claim.id], standing[other.claim.id]
        if first == second or not _is_asked(one, other):
            continue
        verdict, score = joined.verdicts.of(one, other)
        if is_near(verdict, score) and _meet(one, other, bench):
            left, right = (one, other) if first < second else (other, one)
            found[min(first, second), max(first, second)].append(_Near(score, verdict, left, right))
    return dict(found)


def _meet(one: Profile, other: Profile, bench: Workbench) -> bool:
    """Say whether two claims are held against one another at all."""
    if one.text_family == other.text_family and kin_of(one.claim.type) == kin_of(other.claim.type):
        return True
    keys = (bench.keys(one.claim.id), bench.keys(other.claim.id))
    placed = bool(one.countries and other.countries)
    return any(
        not (placed and key in own.unplaced) and not bench.is_closed(own.crowds.get(key))
        for own, others in (keys, keys[::-1]) for key in own.meets & others.stands
    )


def _is_asked(one: Profile, other: Profile) -> bool:
    return one.report.id == other.report.id or one.text_family != other.text_family


def _pairs_inside(groups: Sequence[Group], bench: Workbench) -> Iterable[tuple[Profile, Profile]]:
    """Give pairs of claims that were joined anew, and share a block; of claims that are alike, the first ones."""
    some = sorted((one for group in groups for one in _shown(group)), key=lambda one: one.key)
    keys = [bench.keys(one.claim.id) for one in some]
    for left, right in pairs_among(some, keys, closed=bench.closed(keys)):
        yield some[left], some[right]
    by_report: dict[str, list[Profile]] = defaultdict(list)
    for group in groups:
        for profile in group:
            by_report[profile.report.id].append(profile)
    for told in by_report.values():
        alone = sorted(told, key=lambda one: one.key)
        own = [bench.keys(one.claim.id) for one in alone]
        for left, right in pairs_among(alone, own, closed=bench.closed(own)):
            yield alone[left], alone[right]


def _shown(group: Group) -> list[Profile]:
    """Give, of claims that are alike, the first and the first of another text: no others could rank before these."""
    first: dict[object, list[Profile]] = defaultdict(list)
    for profile in group:
        known = first[profile.likeness]
        if not known or (len(known) == 1 and known[0].text_family != profile.text_family):
            known.append(profile)
    return [one for some in first.values() for one in some]


def _settled(
    near: Collection[_Pair], event_of: Mapping[str, str], *, bench: Workbench, rulings: Rulings
) -> frozenset[_Pair]:
    """Give the pairs of events that people judged different, or left open."""
    if not near:
        return frozenset()
    judgements = rulings.judgements_about(sorted({bench.profiles[claim].report.id for claim in event_of}))
    standing = [
        one for one in brought_up_to_date(judgements, lookup_for(judgements, bench))
        if one.undone is None and one.verdict is not Verdict.SAME
    ]
    claim_at = {claim.anchor: claim.id for told in bench.told.values() for claim in told}
    claims = {claim_at[anchor] for one in standing for anchor in (*one.left, *one.right) if anchor in claim_at}
    events = {**bench.event_of(claims - event_of.keys()), **event_of}
    settled = set[_Pair]()
    for one in standing:
        left, right = (
            {events[claim] for anchor in side if (claim := claim_at.get(anchor, "")) in events}
            for side in (one.left, one.right)
        )
        settled |= {(min(first, second), max(first, second)) for first in left for second in right}
    return frozenset(settled)


def _question(pair: _Pair, near: Sequence[_Near], groups: tuple[Group, Group], verdicts: Verdicts) -> Question | None:
    torn = any(one.verdict is Verdict.SAME for one in near)
    if not torn and _are_different(*groups, verdicts):
        return None
    best = min(near, key=lambda one: one.rank)
    features = compare(best.left, best.right).features
    return Question(
        kind=QuestionKind.PAIR, events=pair, claims=(best.left.claim.id, best.right.claim.id),
        reasons=tuple(Reason(name=one.name, value=one.value, words=one.words) for one in features if one.words),
        place=(TORN if torn else OPEN) - best.score,
    )


def _are_different(left: Group, right: Group, verdicts: Verdicts) -> bool:
    """Say whether a claim of one is different from a claim of the other."""
    shown = ((one, other) for one in _shown(left) for other in _shown(right))
    told: dict[str, list[Profile]] = defaultdict(list)
    for profile in left:
        told[profile.report.id].append(profile)
    together = ((one, other) for other in right for one in told.get(other.report.id, ()))
    pairs = (pair for some in (shown, together) for pair in some if _is_asked(*pair))
    return any(verdicts.of(one, other)[0] is Verdict.DIFFERENT for one, other in pairs)


def ask_about_claims(event: Event, group: Group) -> Question | None:
    """Ask whether an event that nobody has looked at was read well; ``None`` where it stands well.

    Rule: it is asked where sources contradict one another, a date does not fit, the grade is low, or fewer than
    two origins tell of it.
    """
    reasons = tuple(_doubts(event, group))
    if not reasons:
        return None
    sides = event.conflicts[0].values[:2] if event.conflicts else ()
    shown = tuple(dict.fromkeys(side.claims[0] for side in sides if side.claims)) or (_doubted(group).claim.id,)
    return Question(
        kind=QuestionKind.CLAIM, events=(event.id,), claims=shown, reasons=reasons,
        place=_TIERS[reasons[0].name] - min(event.reports, _MOST),
    )


_TIERS = {"conflict": CONTRADICTED, "doubt": DOUBTFUL, "grade": LOW, "origins": SINGLE}


def _doubts(event: Event, group: Group) -> Iterable[Reason]:
    for conflict in event.conflicts:
        yield Reason(name="conflict", value=0, words=conflict.field)
    doubt = next((one.claim.period.doubt for one in group if one.claim.period and one.claim.period.doubt), None)
    if doubt is not None:
        yield Reason(name="doubt", value=0, words=doubt)
    if _LOW_FROM <= event.grade.digit < _CANNOT_BE_JUDGED:
        yield Reason(name="grade", value=event.grade.digit, words=str(event.grade))
    if event.origin_count < 2:
        yield Reason(name="origins", value=event.origin_count, words=", ".join(event.bodies))


def _doubted(group: Group) -> Profile:
    return next((one for one in group if one.claim.period and one.claim.period.doubt), group[0])
