"""Public benchmarks: data that nobody of this project wrote, and that is never part of it.

The front door is :func:`run_public`; ``python -m vedette.evaluation.public`` is the same by command.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from vedette.errors import InputError, UsageError
from vedette.evaluation.public.ecbplus import measure_ecbplus
from vedette.evaluation.public.factuality import measure_factuality
from vedette.evaluation.public.geoparsing import measure_geoparsing
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.meantime import measure_meantime
from vedette.evaluation.public.muc4 import measure_muc4
from vedette.evaluation.public.plover import measure_plover
from vedette.evaluation.public.polnear import measure_polnear
from vedette.evaluation.public.result import Result, skipped
from vedette.evaluation.public.slavner import measure_slavner
from vedette.evaluation.public.timex import measure_timex
from vedette.evaluation.public.viina import measure_viina

__all__ = ["BENCHMARKS", "Result", "run_public"]

Measure = Callable[[Path, Kit], Iterator[Result]]

BENCHMARKS: Mapping[str, Measure] = MappingProxyType({
    "timex": measure_timex,
    "geoparsing": measure_geoparsing,
    "polnear": measure_polnear,
    "factuality": measure_factuality,
    "plover": measure_plover,
    "muc4": measure_muc4,
    "slavner": measure_slavner,
    "viina": measure_viina,
    "ecbplus": measure_ecbplus,
    "meantime": measure_meantime,
})


def run_public(folder: Path, *, only: Collection[str] = (), limit: int | None = None) -> tuple[Result, ...]:
    """Measure Vedette on public benchmarks.

    A benchmark whose files are not there, or whose files are wrong, is one result
    without a value and with the reason; the others go on.

    Args:
        folder: With a folder for each benchmark, named as in ``BENCHMARKS``.
        only: Which of them; all unless told.
        limit: How many documents of each part; all unless told.

    Raises:
        UsageError: The folder is not there, or a name is not that of a benchmark.
    """
    unknown = sorted(set(only) - set(BENCHMARKS))
    if unknown:
        raise UsageError(f"There is no benchmark '{unknown[0]}'. Known are: {', '.join(BENCHMARKS)}.")
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder. Name the one that holds the benchmarks.")
    kit = Kit(limit=limit)
    chosen = [name for name in BENCHMARKS if not only or name in only]
    return tuple(result for name in chosen for result in _measured(name, folder / name, kit))


def _measured(name: str, folder: Path, kit: Kit) -> list[Result]:
    try:
        results = list(BENCHMARKS[name](folder, kit))
    except InputError as wrong:
        # The name of the file alone: the results are published, the folder is the owner's.
        return [skipped(name, why=f"{Path(wrong.source).name}, line {wrong.line}: {wrong.reason}")]
    return results or [skipped(name, why=f"{name}: no data in the folder.")]
