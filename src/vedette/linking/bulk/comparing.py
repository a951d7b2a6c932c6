"""Claims that could be held against one another, split by how they come out.

Where something is told day after day, blocks hang together for years. Of such a company only those belong together that
come near to being the same: nothing else is joined, and of nothing else are people asked.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from vedette.linking.bulk.bench import bench_of
from vedette.linking.bulk.connected import Numbers, groups_of
from vedette.linking.bulk.ledger import Ledger, numbers_of
from vedette.linking.bulk.parts import Part
from vedette.linking.bulk.sets import Blocks, looked_up_in, places_of
from vedette.linking.bulk.spreading import Tools
from vedette.linking.same.blocking import pairs_among
from vedette.linking.same.cluster import Verdicts
from vedette.linking.same.same_event import is_near


def near_in(part: Part, tools: Tools) -> tuple[tuple[str, ...], ...]:
    """Give the claims of a part that hang together by pairs that are near to being the same; no claim that is alone."""
    bench = bench_of(part, tools)
    bench.take(part.members)
    profiles, verdicts = bench.ordered(part.members), Verdicts()
    keys = [bench.keys(profile.claim.id) for profile in profiles]
    root = list(range(len(profiles)))

    def top(one: int) -> int:
        while root[one] != one:
            root[one] = one = root[root[one]]
        return one

    for left, right in pairs_among(profiles, keys, closed=bench.closed(keys)):
        first, second = top(left), top(right)
        if first != second and is_near(*verdicts.of(profiles[left], profiles[right])):
            root[second] = first
    found = groups_of(np.array([top(one) for one in root], dtype=np.int64))
    return tuple(tuple(profiles[one].claim.id for one in group) for group in found if len(group) > 1)


def piles_of(company: Numbers, ledger: Ledger, blocks: Blocks, *, most: int) -> Iterator[Numbers]:
    """Divide a company into piles so that all who meet in a block are in one pile together.

    Args:
        company: Claims, by number.
        ledger: All claims.
        blocks: Where they stand.
        most: A company of no more is one pile; of more, as many blocks are one as have so many claims together.
    """
    if len(company) <= most:
        yield company
        return
    keys, claims = _rows_of(company, ledger, blocks)
    starts = np.flatnonzero(np.diff(keys, prepend=keys[0] - 1)).tolist()
    first = 0
    for start, end in zip(starts, [*starts[1:], len(keys)], strict=True):
        if end - first > 2 * most and start > first:
            yield np.unique(claims[first:start])
            first = start
    yield np.unique(claims[first:])


def _rows_of(company: Numbers, ledger: Ledger, blocks: Blocks) -> tuple[Numbers, Numbers]:
    """Give the blocks in which claims of a company meet, in order, and who stands or looks there."""
    looked_up, looking = looked_up_in(ledger.meeting, blocks)
    standing, stand_in = numbers_of(ledger.standing.claims), places_of(blocks, numbers_of(ledger.standing.keys))
    met = np.isin(stand_in, looked_up)
    keys = np.concatenate([stand_in[met], looked_up])
    claims = np.concatenate([standing[met], numbers_of(ledger.meeting.claims)[looking]])
    here = np.isin(claims, company)
    order = np.argsort(keys[here], kind="stable")
    return keys[here][order], claims[here][order]
