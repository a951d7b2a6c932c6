"""From what is in the archive to reports on the desk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from vedette.errors import InputError, StoreError, VedetteError
from vedette.sources.listings import Listed, read_listing
from vedette.sources.web import FetchedPage
from vedette.store.watching import FeedEntry, Outcome, PageEntry, Settled, VersionState, Waiting, WatchBook
from vedette.watching.happenings import Happening, Tell, What
from vedette.watching.keeping import PageArchive, is_of_disk, kept_at

# So many are read together: enough that reading is not begun for each, few enough that a stop is soon.
BATCH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """One thing that was received, as the archive gives it back: a page, or a list that holds a post."""

    page: FetchedPage
    entry: PageEntry
    feed: FeedEntry
    at: datetime
    post: Listed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of it: the report that is on the desk now, with so many claims; or why there is none."""

    report: str | None = None
    reason: str = ""
    claims: int = 0


TakeIn = Callable[[Sequence[Arrived]], Sequence[Taken]]
"""Reads what arrived and puts it on the desk; gives what became of each, in the same order. Doing it twice adds
nothing. It raises VedetteError for what is not the fault of what arrived: the desk cannot be written, say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Takes in what waits, by the batch."""

    book: WatchBook
    archive: PageArchive
    take_in: TakeIn
    tell: Tell

    def step(self, now: datetime, *, versions: Collection[int] | None = None) -> bool:
        """Take in a batch, or those of some versions that still wait; say whether there was anything.

        Raises:
            VedetteError: The desk cannot be written, the archive cannot be read just now, or nothing can be read at
                all. What waits still waits.
        """
        waiting = self.book.waiting(BATCH) if versions is None else self.book.waiting_among(versions)
        loaded = [(one, self._load(one)) for one in waiting]
        self._settle([(one, came) for one, came in loaded if not isinstance(came, StoreError)], now)
        for _, came in loaded:
            if isinstance(came, StoreError):  # the others are on the desk; this one waits until its disk answers
                raise came
        return bool(waiting)

    def _settle(self, loaded: Sequence[tuple[Waiting, Arrived | Taken]], now: datetime) -> None:
        """Read what was loaded, and put on record what became of each."""
        if not loaded:
            return
        taken = iter(self._taken([came for _, came in loaded if isinstance(came, Arrived)]))
        results = [(one, next(taken) if isinstance(came, Arrived) else came) for one, came in loaded]
        settled = [
            Settled(version=one.version.number, report=result.report, reason=result.reason) for one, result in results
        ]
        for (one, result), outcome in zip(results, self.book.settle(settled), strict=True):
            self.tell(_happening(one, result, outcome, now))

    def _taken(self, arrived: Sequence[Arrived]) -> Sequence[Taken]:
        """Read all together; where that fails, each alone, so that one page does not cost the others."""
        try:
            return self.take_in(arrived)
        except VedetteError:
            raise
        except Exception as error:
            if len(arrived) == 1:
                return [Taken(reason=f"It could not be read ({type(error).__name__}: {error}).")]
        return [self._taken([one])[0] for one in arrived]

    def _load(self, waiting: Waiting) -> Arrived | Taken | StoreError:
        place = waiting.version.place
        if place is None:
            return Taken(reason="The desk does not say where the archive has it.")
        try:
            page = self.archive.load(kept_at(place))
            post = _post(page, waiting) if waiting.page.digest is not None else None
        except (InputError, StoreError) as error:
            # A page that the archive has, behind a disk that does not answer, is not given up.
            if isinstance(error, StoreError) and is_of_disk(error):
                return error
            return Taken(reason=str(error))
        return Arrived(page=page, entry=waiting.page, feed=waiting.feed, at=waiting.version.fetched, post=post)


def _post(page: FetchedPage, waiting: Waiting) -> Listed:
    for listed in read_listing(page.body, waiting.feed.feed, charset=page.charset):
        if listed.address == waiting.page.address and listed.text is not None:
            return listed
    raise InputError("The list that was kept does not hold this post.", source=waiting.page.address)


def _happening(waiting: Waiting, taken: Taken, outcome: Outcome, now: datetime) -> Happening:
    what = {
        VersionState.READ: What.READ, VersionState.SAME: What.REREAD, VersionState.REFUSED: What.REFUSED,
    }.get(outcome.version.state, What.REREAD)
    if what is What.READ and outcome.before is not None:
        what = What.EDITED if outcome.is_edit else What.BACK
    return Happening(
        what=what, at=now, feed=waiting.feed.address, address=waiting.page.address, why=outcome.version.reason,
        number=taken.claims if what is not What.REREAD else 0,
    )
