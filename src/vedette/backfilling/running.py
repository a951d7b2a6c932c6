"""A backfill on its way: partition after partition, none of them twice."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import cast

from vedette.backfilling.partitions import MEGABYTE, Partition, plan
from vedette.backfilling.unit_step import UnitStep, failed_unit
from vedette.backfilling.units import Unit, units_of
from vedette.backfilling.writing import DonePartition, PartitionWriter
from vedette.engine import Done, Engine, Failed, Limits, Outcome, Pool, Step, spread
from vedette.errors import EngineFailed
from vedette.inputs.claim_folder import ClaimFolder
from vedette.inputs.reader_mark import reader_of
from vedette.inputs.reading import Given
from vedette.inputs.storage import name_address
from vedette.model import Knowledge

_UNIT = 2_000  # bytes of a unit besides its data


def _weigh(item: object) -> int:
    return _UNIT + (len(item.data) if isinstance(item, Unit) else 0)


UNIT_LIMITS = Limits(tries=2, seconds=300.0, weigh=_weigh)
_PARTITION_LIMITS = Limits(tries=3, seconds=None)


@dataclass(frozen=True, slots=True)
class _End:
    """Stands behind the units of a partition."""

    partition: Partition


_Fed = Unit | _End
_Read = tuple[Given, ...]
_Outcomes = Generator[Outcome[_Fed, _Read], None, None]
_Each = Callable[[Iterator[_Fed | Done[_Fed, _Read]]], _Outcomes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backfill:
    """Sources to be read into a folder of claims, and what of them is done already.

    Args:
        folder: Where the claims go.
        todo: Partitions that are not done.
        done: Partitions that were done before.
    """

    folder: ClaimFolder
    todo: tuple[Partition, ...]
    done: tuple[str, ...]
    knowledge: Knowledge

    @classmethod
    def begin(
        cls, sources: Iterable[str], *, to: str, knowledge: Knowledge, size: int = 64 * MEGABYTE
    ) -> Backfill:
        """Cut sources into partitions, and look which of them the folder holds already.

        Args:
            sources: Files, folders, addresses of storage.
            to: A folder, here or at an address of storage; it is made where there is none.
            knowledge: What the reader knows.
            size: Bytes of a range of a large file.

        Raises:
            UsageError: An address cannot be reached, or the folder was begun with another reader.
            MissingExtra: Parquet or storage needs a package that is not installed.
        """
        folder = ClaimFolder.begin(to, reader_of(knowledge))
        noted = folder.done()
        planned = {partition.id: partition for partition in plan(sources, size=size)}
        return cls(
            folder=folder, todo=tuple(one for name, one in planned.items() if name not in noted),
            done=tuple(name for name in planned if name in noted), knowledge=knowledge,
        )

    def counts(self) -> dict[str, int]:
        """Count the reports, claims and quarantined inputs of the partitions that are done, now and before."""
        noted, planned = self.folder.done(), {*self.done, *(one.id for one in self.todo)}
        return {
            noun: sum(one[noun] for name, one in noted.items() if name in planned)
            for noun in ("reports", "claims", "quarantined")
        }

    def run(self, *, engine: Engine = Engine.LOCAL, workers: int = 1) -> Generator[DonePartition, None, None]:
        """Read the partitions that are not done, and give each once it is written, in their order.

        Every engine writes the same bytes. Where this is stopped, partitions that were given are done.

        Raises:
            EngineFailed: The workers cannot be started, or end again and again outside of any input.
        """
        if engine is Engine.RAY:
            yield from self._over_machines(workers)
            return

        def each(fed: Iterator[_Fed | Done[_Fed, _Read]]) -> _Outcomes:
            return spread(_step(self.knowledge), fed, engine=engine, workers=workers, limits=UNIT_LIMITS)

        yield from _written(self.todo, self.folder, each)

    def _over_machines(self, workers: int) -> Generator[DonePartition, None, None]:
        """Have each partition read and written where it is read: only what is in it comes back."""
        step = PartitionStep(self.knowledge, name_address(self.folder.system, self.folder.root), self.folder.reader)
        outcomes = spread(step, self.todo, engine=Engine.RAY, workers=workers, limits=_PARTITION_LIMITS)
        with closing(outcomes):
            for outcome in outcomes:
                if isinstance(outcome, Failed):
                    raise EngineFailed(
                        f"{outcome.item.pieces[0].address}: its partition could not be done ({outcome.reason}). "
                        "What is done is kept; run the same command again to go on."
                    )
                yield outcome.result


@dataclass(frozen=True, slots=True)
class PartitionStep:
    """Reads and writes whole partitions, each unit in a process beside it that may end without harm.

    Args:
        knowledge: What the reader knows.
        to: The address of the folder of claims.
        reader: The mark of the reader.
    """

    knowledge: Knowledge
    to: str
    reader: str

    def open(self) -> Callable[[Partition], DonePartition]:
        """Open the folder and start the process."""
        folder = ClaimFolder.begin(self.to, self.reader)
        pool = Pool(_step(self.knowledge), workers=1, limits=UNIT_LIMITS)

        def work(partition: Partition) -> DonePartition:
            (done,) = _written([partition], folder, pool.each)
            return done

        return work


def _step(knowledge: Knowledge) -> Step[_Fed, _Read]:
    return cast(Step[_Fed, _Read], UnitStep(knowledge))  # it meets units only: an end is done already


def _written(partitions: Sequence[Partition], folder: ClaimFolder, each: _Each) -> Generator[DonePartition, None, None]:
    """Read partitions and write each; the units of the next are under way while one is written."""
    with closing(each(_fed(partitions))) as outcomes:
        for partition in partitions:
            writer = PartitionWriter(folder, partition)
            try:
                for outcome in outcomes:
                    if isinstance(outcome.item, _End):
                        break
                    for item in _items(outcome.item, outcome):
                        writer.add(item)
                done = writer.finish()
            except BaseException:
                writer.give_up()
                raise
            yield done


def _fed(partitions: Iterable[Partition]) -> Iterator[_Fed | Done[_Fed, _Read]]:
    for partition in partitions:
        yield from units_of(partition)
        yield Done(_End(partition), ())


def _items(unit: Unit, outcome: Outcome[_Fed, _Read]) -> _Read:
    return (failed_unit(unit, outcome.reason),) if isinstance(outcome, Failed) else outcome.result
