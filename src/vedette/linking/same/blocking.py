"""Which pairs of claims are worth comparing: those that share a block.

A claim stands in blocks of its kind (types that can be one event) and of each **anchor**: the
countries of its places; the parties that act; where it has neither, those they act upon.

===========  =====================================  ==============================================
block        stands there                           meets there
===========  =====================================  ==============================================
days         what is dated, or told, on some days   all of these days and of those next to them
month        what is dated, or told, in it          a claim of a longer time: all
ever         everything                             a claim that nothing dates: all
edition      an exercise with its year              all
series       an exercise                            one of which the year is not known: all
report, text  everything                            all of the report, or of its family of copies
===========  =====================================  ==============================================

Days are counted four at a time for what happens again and again, fifteen for the rest: further apart, reports are never
taken for one event (see ``compare_when``). Two claims that both name countries meet by country only: an acting
party that is all they share could not make them one event. Blocks of a month, of all time and of a series are
**closed** once more than ``CROWD`` claims stand there: in a crowd, nobody can tell which a claim without a date means.

So whether two claims are compared depends on the two and on counts that only grow. Blocks are numbers,
so that a desk can keep and look them up; two that share a number by chance are compared once too often.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from vedette.linking.kinship import REPEATABLE, kin_of
from vedette.linking.profile import Profile
from vedette.model import Stage

CROWD = 150
MAX_MONTHS = 14
"""A longer period stands in its first, its last and the month of its report only."""
MOST_SHARING = 150
_DAYS, _DAYS_OF_REPEATABLE = 15, 4
_SHORT, _SHORT_OF_REPEATABLE = 31, 7
"""A claim of so many days stands in each of them; of a longer time, it stands in its months."""
_FAR = 10**9
_CELLS = 1 << 24

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Keys:
    """The blocks of a claim.

    ``stands`` are the numbers under which it is found. ``meets`` are those under which it looks for others;
    ``unplaced`` are those among them where it meets only claims that name no country, if it names one.
    ``crowds`` gives, for a block that may be closed, the number under which its crowd stands; ``crowded`` are these.
    """

    stands: frozenset[int]
    meets: frozenset[int]
    unplaced: frozenset[int]
    crowds: Mapping[int, int]
    crowded: frozenset[int]


def keys_of(profile: Profile) -> Keys:
    """Name the blocks of a claim, but for its report and its family of copies."""
    made = _Made(kin_of(profile.claim.type), bool(profile.countries))
    cell = _DAYS_OF_REPEATABLE if profile.family in REPEATABLE else _DAYS
    days, long = _days(profile), _is_long(profile)
    months = _months(days, profile, margin=cell - 1 if long else 0)
    for anchor in _anchors(profile):
        for month in months:
            made.wide("month", anchor, month, wide=long)
        made.wide("ever", anchor, 0, wide=not days)
        for first, last in () if long else days:
            for number in range(first // cell, last // cell + 1):
                made.near("days", anchor, number)
    for edition in profile.own:
        made.wide("series", ("named", edition.series), 0, wide=edition.year is None)
        if edition.year is not None:
            made.all("edition", ("named", edition.series), edition.year)
    return made.keys()


def pairs_among(
    profiles: Sequence[Profile], keys: Sequence[Keys], *, closed: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Give the pairs to compare, as positions (lower first); one may come twice.

    Args:
        profiles: In canonical order.
        keys: Of each.
        closed: The crowds of the blocks that are closed.
    """
    standing: dict[int, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own.stands:
            standing[key].append(index)
    for index, own in enumerate(keys):
        met: set[int] = set()
        for key in own.meets:
            if own.crowds.get(key) in closed:
                continue
            there = standing.get(key, ())
            if key in own.unplaced and profiles[index].countries:
                met.update(other for other in there if not profiles[other].countries)
            else:
                met.update(there)
        yield from ((other, index) if other < index else (index, other) for other in met if other != index)
    yield from _pairs_of_one_text(profiles)


def _pairs_of_one_text(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        told[profile.text_family, kin_of(profile.claim.type)].append(index)
    for members in told.values():
        yield from ((one, other) for at, one in enumerate(members) for other in members[at + 1 :])


def crowds_among(keys: Iterable[Keys]) -> dict[int, int]:
    """Count the claims in each block that may be closed."""
    crowds: dict[int, int] = defaultdict(int)
    for own in keys:
        for key in own.crowded:
            crowds[key] += 1
    return crowds


def closed_by(crowds: Mapping[int, int]) -> frozenset[int]:
    """Give the blocks that are closed by the number of claims that stand there."""
    return frozenset(key for key, count in crowds.items() if count > CROWD)


def pairs_sharing(keys: Sequence[Iterable[tuple[str, ...]]]) -> list[tuple[int, int]]:
    """Give the pairs of things that share a key, as positions (lower first), sorted.

    Args:
        keys: Of each thing; in a crowded block each meets only those that follow it.

    Example:
        >>> pairs_sharing([[("a",)], [("a",), ("b",)], [("b",)]])
        [(0, 1), (1, 2)]
    """
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            blocks[key].append(index)
    return sorted({
        (min(one, other), max(one, other))
        for members in blocks.values() for position, one in enumerate(members)
        for other in members[position + 1 : position + 1 + MOST_SHARING]
    })


class _Made:
    """Collects the keys of one claim."""

    def __init__(self, kin: str, placed: bool) -> None:
        self._kin = kin
        self._placed = placed
        self._stands: set[int] = set()
        self._meets: set[int] = set()
        self._unplaced: set[int] = set()
        self._crowds: dict[int, int] = {}

    def all(self, block: str, anchor: tuple[str, str], number: int) -> None:
        """Stand in a block in which all meet."""
        key = _key(block, self._kin, anchor, number)
        self._stands.add(key)
        self._meets.add(key)

    def near(self, block: str, anchor: tuple[str, str], number: int) -> None:
        """Stand in a block in which all meet, and those next to it; by party, only with one that names no country."""
        by_party = anchor[0] != "in"
        here = _key(block, self._kin, anchor, number)
        self._stands.add(here)
        if by_party and not self._placed:
            self._stands.add(_key(f"{block} unplaced", self._kin, anchor, number))
        looked_up = f"{block} unplaced" if by_party and self._placed else block
        found = {_key(looked_up, self._kin, anchor, number + step) for step in (-1, 0, 1)}
        self._meets |= found

    def wide(self, block: str, anchor: tuple[str, str], number: int, *, wide: bool) -> None:
        """Stand in a block in which one that is wide meets all, and others only those that are."""
        crowd, few = _key(block, self._kin, anchor, number), _key(f"{block} wide", self._kin, anchor, number)
        looked_up = crowd if wide else few
        self._stands |= {crowd, few} if wide else {crowd}
        self._meets.add(looked_up)
        self._crowds |= {crowd: crowd, few: crowd}
        if anchor[0] in ("by", "to"):
            self._unplaced.add(looked_up)

    def keys(self) -> Keys:
        """Give what was collected."""
        crowded = frozenset(self._crowds.values())
        return Keys(frozenset(self._stands), frozenset(self._meets), frozenset(self._unplaced), self._crowds, crowded)


def _anchors(profile: Profile) -> list[tuple[str, str]]:
    anchors = {("in", country) for country in profile.countries} | {("by", party) for party in profile.doers}
    if profile.family != "exercise" and not anchors:
        anchors = {("to", party) for party in profile.recipients}
    return sorted(anchors)


def _days(profile: Profile) -> list[Days]:
    """Give the stretches of days in which a claim stands: that of its date, else that of its report; plans in both."""
    told = [] if profile.day is None else [(profile.day, profile.day)]
    if profile.window is None:
        return told
    start, end = profile.window.start // 24, (profile.window.end - 1) // 24
    start = end if start < 0 else start
    end = start + 31 if end > _FAR // 48 else end
    return [(start, end), *(told if profile.claim.stage is Stage.PLANNED else ())]


def _is_long(profile: Profile) -> bool:
    most = _SHORT_OF_REPEATABLE if profile.family in REPEATABLE else _SHORT
    return any(last - first > most for first, last in _days(profile))


def _months(days: Sequence[Days], profile: Profile, *, margin: int) -> frozenset[int]:
    """Give the months in which a claim stands, as running numbers."""
    found: set[int] = set()
    for first, last in days:
        if last - first <= MAX_MONTHS * 31:
            found.update(range(_month(first - margin), _month(last + margin) + 1))
        else:
            found |= {_month(first), _month(last), *(() if profile.day is None else (_month(profile.day),))}
    return frozenset(found)


def _month(day: int) -> int:
    return int(day // 30.44)


@lru_cache(maxsize=1 << 14)
def _first_of(block: str, kin: str, anchor: tuple[str, str]) -> int:
    named = "\0".join((block, kin, *anchor)).encode("utf-8", "surrogatepass")
    return (int.from_bytes(blake2b(named, digest_size=8).digest(), "big") >> 25) * _CELLS


def _key(block: str, kin: str, anchor: tuple[str, str], number: int) -> int:
    """Number a block: those of one kind and anchor that follow one another in time do so in number, too."""
    return _first_of(block, kin, anchor) + number % _CELLS
