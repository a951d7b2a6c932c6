"""Which pairs of claims are worth comparing.

Two claims are paired when they share a **block**: types that can be one event,
one anchor (series of the exercise, country, or acting party) and a month. Two
claims that both name countries meet by country only: an acting party that is
all they share could not make them one event. A
claim stands in its month and the next, so that neighbouring months meet.
Undated claims stand in the months around their publication (a date further
away could not make them one event, see ``compare_when``), plans in those too; claims with no date of
any kind stand in a block that all dated claims of the anchor share. Claims of
one report, and of one family of copies, meet whatever they say; so do all
claims about one series, whatever the month.

Cost: ``n`` claims in blocks of at most ``MAX_BLOCK`` give at most ``n * MAX_BLOCK / 2``
pairs per key. In a larger block each claim meets only the ``MAX_BLOCK`` that follow it
by date, place and key (sorted neighbourhood, Hernandez and Stolfo 1995), so the worst
case stays ``keys * n * MAX_BLOCK``, at the price of pairs that are far apart in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from vedette.linking.kinship import kin_of
from vedette.linking.profile import Profile
from vedette.model import Stage

MAX_BLOCK = 150
MAX_MONTHS = 14
"""A longer period stands in its first, its last and the month of its report only."""
_FAR = 10**9

_ACTORS = ("by", "to")

BlockKey = tuple[str, ...]


def candidate_pairs(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Give the pairs to compare, as positions (lower first), sorted.

    Args:
        profiles: In canonical order.
    """
    blocks = _blocks_of([_keys(profile) for profile in profiles])
    pairs: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        found: set[tuple[int, int]] = set()
        if key[-1] == "dated":
            found = _with_undated(blocks.get((*key[:-1], "undated"), []), members)
        elif len(members) > 1:
            found = _pairs_of(_by_date(members, profiles) if len(members) > MAX_BLOCK else members)
        pairs |= {pair for pair in found if not _placed_both(profiles, pair)} if key[1] in _ACTORS else found
    return sorted(pairs)


def pairs_sharing(keys: Sequence[Iterable[BlockKey]]) -> list[tuple[int, int]]:
    """Give the pairs of things that share a key, as positions (lower first), sorted.

    Args:
        keys: Of each thing; in a crowded block each meets only those that follow it.

    Example:
        >>> pairs_sharing([[("a",)], [("a",), ("b",)], [("b",)]])
        [(0, 1), (1, 2)]
    """
    return sorted({pair for members in _blocks_of(keys).values() for pair in _pairs_of(members)})


def _blocks_of(keys: Sequence[Iterable[BlockKey]]) -> dict[BlockKey, list[int]]:
    blocks: dict[BlockKey, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            blocks[key].append(index)
    return blocks


def _keys(profile: Profile) -> set[BlockKey]:
    kin = kin_of(profile.claim.type)
    anchors = {("in", country) for country in profile.countries} | {("by", party) for party in profile.doers}
    if profile.family != "exercise" and not anchors:
        anchors = {("to", party) for party in profile.recipients}
    months = _months(profile)
    keys: set[BlockKey] = {(kin, *anchor, month) for anchor in anchors for month in months}
    keys |= {(kin, *anchor, "dated" if months else "undated") for anchor in anchors}
    keys |= {(kin, "named", edition.series, "any") for edition in profile.own}
    keys |= {(kin, "report", profile.report.id, "any"), (kin, "text", profile.text_family, "any")}
    return keys


def _months(profile: Profile) -> set[str]:
    """Give the months in which a claim stands, as running numbers: its own, and the next."""
    published = [] if profile.day is None else [profile.day]
    days = published
    if profile.window:
        start, end = profile.window.start // 24, (profile.window.end - 1) // 24
        start, end = (end, end) if start < 0 else (start, end)
        end = start + 31 if end > _FAR // 48 else end
        days = [*range(start, end, 28), end] if end - start <= MAX_MONTHS * 31 else [start, end, *published]
        days += published if profile.claim.stage is Stage.PLANNED else []
    running = {int(day // 30.44) for day in days}
    return {str(month + step) for month in running for step in (0, 1)}


def _placed_both(profiles: Sequence[Profile], pair: tuple[int, int]) -> bool:
    return bool(profiles[pair[0]].countries and profiles[pair[1]].countries)


def _with_undated(undated: Sequence[int], dated: Sequence[int]) -> set[tuple[int, int]]:
    return {(min(one, other), max(one, other)) for one in undated[:MAX_BLOCK] for other in dated[:MAX_BLOCK]}


def _pairs_of(members: Sequence[int]) -> set[tuple[int, int]]:
    return {
        (min(one, other), max(one, other))
        for position, one in enumerate(members)
        for other in members[position + 1 : position + 1 + MAX_BLOCK]
    }


def _by_date(members: Sequence[int], profiles: Sequence[Profile]) -> list[int]:
    def place_in_block(index: int) -> tuple[int, str, int]:
        profile = profiles[index]
        day = profile.window.start // 24 if profile.window else profile.day
        return (_FAR if day is None else day, min((place.name for place in profile.places), default=""), index)

    return sorted(members, key=place_in_block)
