"""Sets of claims that cannot touch one another, whatever linking does.

Two claims are in one set where they could ever be held against one another, or are joined without that, directly or
through others:

1. one looks for others in a block in which the other stands, and the block is not closed (see ``same.blocking``); where
   that holds a very large company together, only if the two come near to being the same (``comparing``);
2. they are of one kind, in one report or in copies of one text;
3. a judgement or an override of a person is about both.

Whether a block is closed is known before anything is linked, since all claims are there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from vedette.linking.bulk.connected import Numbers, connected, groups_of
from vedette.linking.bulk.ledger import Ledger, Rows, numbers_of
from vedette.linking.bulk.noting import ALWAYS_OPEN
from vedette.linking.same.blocking import closed_by

Link = tuple[Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks in which claims stand: their keys in order, and those that are closed."""

    keys: Numbers
    closed: frozenset[int]

    @classmethod
    def of(cls, ledger: Ledger) -> Blocks:
        """Count who stands where."""
        keys, counts = np.unique(numbers_of(ledger.standing.keys), return_counts=True)
        crowds = np.unique(numbers_of(ledger.meeting.crowds))
        crowded = np.isin(keys, crowds[crowds != ALWAYS_OPEN], assume_unique=True)
        counted = zip(keys[crowded].tolist(), counts[crowded].tolist(), strict=True)
        return cls(keys, closed_by(dict(counted)))


def companies_of(ledger: Ledger, blocks: Blocks) -> list[Numbers]:
    """Give the companies of claims that hang together by blocks alone, by their numbers, that with the lowest first."""
    count = len(ledger.ids)
    links = _by_blocks(ledger, blocks, first=count)
    # Behind the claims stand the blocks.
    return groups_of(_connected(count + len(blocks.keys), links)[:count])


def sets_of(
    ledger: Ledger, companies: Iterable[Numbers], *, families: Sequence[int], decided: Iterable[Sequence[int]]
) -> list[Numbers]:
    """Give the sets, by the numbers of their claims, that with the lowest first.

    Args:
        ledger: All claims.
        companies: Claims that hang together by blocks, or pairs of them that do.
        families: A number for each report, the same for copies of one text.
        decided: The claims of each judgement and override.
    """
    links = [
        _by_texts(ledger, np.array(families, dtype=np.int64)), *map(_in_a_row, companies),
        *(_in_a_row(np.array(claims, dtype=np.int64)) for claims in decided),
    ]
    return groups_of(_connected(len(ledger.ids), links))


def _connected(count: int, links: Sequence[Link]) -> Numbers:
    left, right = (np.concatenate([link[side] for link in links]) for side in (0, 1))
    return connected(count, left, right)


def _by_blocks(ledger: Ledger, blocks: Blocks, *, first: int) -> list[Link]:
    """Link claims with the blocks in which they meet somebody, or are met."""
    looked_up, looking = looked_up_in(ledger.meeting, blocks)
    stand_in = places_of(blocks, numbers_of(ledger.standing.keys))
    met = np.isin(stand_in, looked_up)
    return [
        (numbers_of(ledger.standing.claims)[met], first + stand_in[met]),
        (numbers_of(ledger.meeting.claims)[looking], first + looked_up),
    ]


def looked_up_in(meeting: Rows, blocks: Blocks) -> tuple[Numbers, Numbers]:
    """Give the places of blocks that are open and in which somebody stands, and the rows that look there."""
    keys = numbers_of(meeting.keys)
    closed = np.array(sorted(blocks.closed), dtype=np.int64)
    rows = np.flatnonzero(~np.isin(numbers_of(meeting.crowds), closed) & np.isin(keys, blocks.keys))
    return places_of(blocks, keys[rows]), rows


def places_of(blocks: Blocks, keys: Numbers) -> Numbers:
    """Give the places, in order, of blocks in which somebody stands."""
    return np.searchsorted(blocks.keys, keys).astype(np.int64)


def _by_texts(ledger: Ledger, families: Numbers) -> Link:
    """Link each claim with the next of its kind in its family of copies."""
    family, kin = families[numbers_of(ledger.reports_of)], numbers_of(ledger.kin_of)
    order = np.lexsort((kin, family))
    same = (np.diff(family[order]) == 0) & (np.diff(kin[order]) == 0)
    return order[:-1][same], order[1:][same]


def _in_a_row(claims: Numbers) -> Link:
    return claims[:-1], claims[1:]
