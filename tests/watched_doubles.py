"""What stands in for the archive, the reader and the clock where they are not what is tested."""

from __future__ import annotations

from hashlib import sha256

from vedette.errors import StoreError
from vedette.model import ReadReport, Report
from vedette.sources.archive import Kept
from vedette.watching import Taken


class MemoryArchive:
    """Keeps pages in a list; ``trouble`` is raised instead, where it is set."""

    def __init__(self):
        self.pages = []
        self.trouble: StoreError | None = None

    def keep(self, page, *, at):
        if self.trouble is not None:
            raise self.trouble
        self.pages.append((page, at))
        return self._kept(len(self.pages) - 1)

    def load(self, kept):
        return self.pages[kept.offset][0]

    def rest(self, *known):
        first = max((one.offset + 1 for one in known), default=0)
        return ((self._kept(n), *self.pages[n]) for n in range(first, len(self.pages)))

    def _kept(self, number):
        digest = sha256(self.pages[number][0].body).hexdigest()
        return Kept(file="pages-00000001.warc.gz", offset=number, length=1, sha256=digest)


def taking_words(store):
    """Take in what stands between <article> and </article>, at once and without reading it."""

    def take_in(arrived):
        reports = [_report(one) for one in arrived]
        store.add([ReadReport(report=report, claims=()) for report in reports])
        return [Taken(report=report.id) for report in reports]

    return take_in


def _report(arrived):
    text = arrived.post.text if arrived.post else words_of(arrived.page.body)
    return Report.of(text, ref="page", url=arrived.entry.address, first_seen=arrived.at.isoformat())


def words_of(body):
    return body.decode().partition("<article>")[2].partition("</article>")[0]
