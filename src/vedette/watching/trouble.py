"""What holds a watch up, and what shows that it is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from vedette.errors import StoreError
from vedette.watching.happenings import Happening, What
from vedette.watching.keeping import is_of_disk

_WAIT, _LONGEST_WAIT = 5.0, 300.0
# What is told only once something has been put on record, and what only once the archive has it or gave it back.
_ARCHIVED = frozenset({What.FETCHED, What.READ, What.EDITED, What.BACK, What.REREAD, What.TAKEN_UP})
_RECORDED = _ARCHIVED | {
    What.LISTED, What.FEED_FAILED, What.ROBOTS, What.UNCHANGED, What.PAGE_FAILED, What.PAGE_LOST, What.MISSING,
    What.GONE, What.REFUSED, What.CLOCK_BACK, What.CLOCK_AHEAD,
}
# What failed is due again within this: where all else was written for so long, it is over.
_CALM = timedelta(minutes=10)


class Trouble:
    """Desk or archive cannot be written: how often in a row that failed, and whether it is over.

    That nothing failed is no sign: perhaps nothing was to be written. A desk on which something was put on record can
    be written again, but an archive that is full is so until it has kept or given back a page.
    """

    def __init__(self) -> None:
        self.times = 0
        self._of_archive = False
        self._over = False
        self._last: datetime | None = None

    def met(self, error: StoreError, now: datetime) -> float:
        """Note that something could not be written; give for how many seconds nothing is asked for."""
        self.times += 1
        self._of_archive, self._over, self._last = is_of_disk(error), False, now
        return float(min(_WAIT * 2.0 ** min(self.times - 1, 10), _LONGEST_WAIT))

    def hear(self, happening: Happening) -> None:
        """Note what happens: some of it shows that all can be written again."""
        calm = self._last is not None and happening.at - self._last >= _CALM
        proof = _ARCHIVED if self._of_archive and not calm else _RECORDED
        self._over = self._over or (self.times > 0 and happening.what in proof)

    def is_over(self) -> bool:
        """Say, once, that what failed before can be done again."""
        if not self._over:
            return False
        self.times, self._over = 0, False
        return True
