"""Which reports could be copies of one text, and which of them are.

Two reports are looked at together where one would be looked up for the other (see ``lineage.copies``): they are the
same word for word, or share enough of their sketches and came within sixty days. What hangs together by that
is looked at as if there were nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from vedette.linking.bulk.connected import Numbers, connected, groups_of
from vedette.linking.bulk.ledger import UNKNOWN, Reports, numbers_of
from vedette.linking.bulk.spreading import Tools
from vedette.linking.lineage.copies import WITHIN_DAYS, join_copies, worth_comparing
from vedette.model import Report

Pair = tuple[int, int]


def reports_alike(reports: Reports) -> list[list[int]]:
    """Give the companies of reports that could be copies of one another, by their numbers; of one report, none."""
    links = np.array([*_same_words(reports), *_sharing_enough(reports)], dtype=np.int64).reshape(-1, 2)
    root = connected(len(reports.ids), links[:, 0], links[:, 1])
    return [group.tolist() for group in groups_of(root) if len(group) > 1]


def find_families(reports: Sequence[Report], tools: Tools) -> Mapping[str, str]:
    """Give the family of each of some reports that are like no others."""
    return {kept.report: kept.family for kept in join_copies(reports).new}


def _same_words(reports: Reports) -> Iterator[Pair]:
    first: dict[int, int] = {}
    for number, words in enumerate(reports.words):
        before = first.setdefault(words, number)
        if words != UNKNOWN and before != number:
            yield before, number


def _sharing_enough(reports: Reports) -> Iterator[Pair]:
    shared: Counter[Pair] = Counter()
    for owners in _owners_of_one_hash(reports):
        shared.update(_of_one_time(owners, reports.days))
    for (one, other), count in shared.items():
        if worth_comparing(reports.runs[one], reports.runs[other], shared=count):
            yield one, other


def _owners_of_one_hash(reports: Reports) -> Iterator[Numbers]:
    """Give the reports that have a hash in their sketches, for each hash that several have."""
    hashes, owners = numbers_of(reports.hashes), numbers_of(reports.owners)
    order = np.argsort(hashes, kind="stable")
    starts = np.flatnonzero(np.diff(hashes[order])) + 1
    ends = np.append(starts, len(order))
    starts = np.insert(starts, 0, 0)
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        yield owners[order[start:end]]


def _of_one_time(owners: Numbers, days: Sequence[int]) -> Iterable[Pair]:
    """Give the pairs of reports that came within sixty days of one another, or nobody knows when."""
    undated = [number for number in owners.tolist() if days[number] == UNKNOWN]
    dated = sorted((number for number in owners.tolist() if days[number] != UNKNOWN), key=lambda number: days[number])
    for at, number in enumerate(dated):
        for other in dated[at + 1 :]:
            if days[other] - days[number] > WITHIN_DAYS:
                break
            yield _ordered(number, other)
        yield from (_ordered(number, other) for other in undated)
    yield from (_ordered(*pair) for pair in combinations(undated, 2))


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
