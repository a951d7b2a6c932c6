"""What goes from set to set once all events are there: sums with their parts, and situations.

Both are made of events, not of claims, by rules that look at two events or at the traces of one scope. Events wait on
disk; memory holds their numbers, and the traces of some scopes at a time.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from types import TracebackType
from typing import Self

import numpy as np

from vedette.linking.bulk.apart import LinkedApart
from vedette.linking.bulk.ledger import numbers_of
from vedette.linking.bulk.spool import Spool
from vedette.linking.lineage.shingles import number_of
from vedette.linking.threads.situations import placed, situations_in
from vedette.linking.threads.sums import is_part
from vedette.model import Event, Situation
from vedette.model.held import KeptEvent, Relinked
from vedette.model.question import Question
from vedette.model.trace import Trace

_BUCKETS = 64
"""Scopes whose traces are in memory together, of all scopes."""
_SITUATIONS = 100
"""Situations that are given together."""
_READ = 2000
"""Events that are kept from disk while sums look at them."""


class Merged:
    """Events of all parts, and what links them.

    Example:
        >>> with Merged() as merged:
        ...     [(one.events, one.situations) for one in merged.relinked()]
        [((), ())]
    """

    def __init__(self) -> None:
        self._events: Spool[KeptEvent] = Spool()
        self._asked: Spool[tuple[int, tuple[Question, ...]]] = Spool()
        self._traces: Spool[list[Trace]] = Spool()
        self._situations: Spool[Situation] = Spool()
        self._buckets: list[list[int]] = [[] for _ in range(_BUCKETS)]
        self._numbers: dict[str, int] = {}
        self._sums: list[int] = []
        self._keys = array("q")
        self._owners = array("q")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for spool in (self._events, self._asked, self._traces, self._situations):
            spool.close()

    def take(self, linked: LinkedApart) -> None:
        """Take in the events of a part."""
        self._asked.add((len(linked.events), linked.questions))
        by_bucket: dict[int, list[Trace]] = defaultdict(list)
        for kept in linked.events:
            number = self._numbers[kept.event.id] = self._events.add(kept)
            self._keys.extend(kept.sums)
            self._owners.extend(number for _ in kept.sums)
            if kept.counts:
                self._sums.append(number)
            for trace in kept.traces:
                by_bucket[number_of(trace.scope) % _BUCKETS].append(trace)
        for bucket, traces in by_bucket.items():
            self._buckets[bucket].append(self._traces.add(traces))

    def relinked(self) -> Iterator[Relinked]:
        """Give all events, each once and with all that it is linked with, and then the situations, if only to end."""
        parts = self._parts()
        wholes: dict[int, list[int]] = defaultdict(list)
        for whole, found in parts.items():
            for part in found:
                wholes[part].append(whole)
        own = self._make_situations()
        first = 0
        for count, questions in self._asked:
            some = range(first, first + count)
            events = tuple(self._finished(number, parts=parts, wholes=wholes, own=own) for number in some)
            yield Relinked(events=events, questions=questions, families={}, blocks={}, left={})
            first += count
        for start in range(0, max(1, len(self._situations)), _SITUATIONS):
            some = range(start, min(start + _SITUATIONS, len(self._situations)))
            situations = tuple(self._situations.read(number) for number in some)
            yield Relinked(situations=situations, families={}, blocks={}, left={})

    def _finished(
        self, number: int, *, parts: Mapping[int, Iterable[int]], wholes: Mapping[int, Iterable[int]],
        own: Mapping[str, Iterable[Situation]],
    ) -> KeptEvent:
        kept = self._events.read(number)
        event = placed(kept.event, own.get(kept.event.id, ()))
        if number in parts or number in wholes:
            event = replace(event, parts=self._ids(parts.get(number, ())), part_of=self._ids(wholes.get(number, ())))
        return replace(kept, event=event)

    def _ids(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted(self._events.read(number).event.id for number in numbers))

    def _parts(self) -> dict[int, list[int]]:
        """Give the parts of each sum: of all events that are in one of its blocks."""
        if not self._sums:
            return {}

        @lru_cache(maxsize=_READ)
        def event(number: int) -> Event:
            return self._events.read(number).event

        keys, owners = numbers_of(self._keys), numbers_of(self._owners)
        order = np.argsort(keys, kind="stable")
        keys, owners = keys[order], owners[order]
        found: dict[int, list[int]] = {}
        for whole in self._sums:
            wanted = np.array(sorted(self._events.read(whole).sums), dtype=np.int64)
            starts, ends = np.searchsorted(keys, wanted), np.searchsorted(keys, wanted, side="right")
            near = {one for start, end in zip(starts, ends, strict=True) for one in owners[start:end].tolist()}
            found[whole] = [one for one in sorted(near) if is_part(event(one), event(whole))]
        return found

    def _make_situations(self) -> Mapping[str, list[Situation]]:
        """Make all situations, and give those of each event without all that they hold."""
        own: dict[str, list[Situation]] = defaultdict(list)
        for bucket in self._buckets:
            traces = (trace for number in bucket for trace in self._traces.read(number))
            for situation in situations_in(traces):
                self._situations.add(situation)
                bare = replace(situation, events=(), earlier=())
                for event in situation.events:
                    own[event].append(bare)
        return own
