"""The loop: what is due is done, and what is not is waited for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from vedette.errors import StoreError
from vedette.store.watching import Wanted, WatchBook
from vedette.watching.asking import Hands
from vedette.watching.clock import Clock, Stop
from vedette.watching.errands import Errands, take_up
from vedette.watching.happenings import Happening, Tell, What, tell_nobody
from vedette.watching.intake import Intake, TakeIn
from vedette.watching.keeping import PageArchive
from vedette.watching.trouble import Trouble

# So long at most is waited without a look at the clock.
LONGEST_WAIT = 60.0
# A clock that is off by less was not set; computers correct themselves by so much.
_JUMP = timedelta(seconds=30)


@dataclass(slots=True)
class _Pulse:
    """When the loop last looked at both clocks."""

    now: datetime
    steady: float


class Watch:
    """Follows feeds and what they list, day and night.

    Args:
        book: The lists that it works through.
        hands: Who carries requests out.
        archive: Where all that is received is kept.
        clock: The time, and all waiting.
        take_in: Reads what was received.
        tell: Is told all that happens.
        wanted: The feeds to follow; those of before, unless given.
    """

    def __init__(
        self, *, book: WatchBook, hands: Hands, archive: PageArchive, clock: Clock, take_in: TakeIn,
        tell: Tell = tell_nobody, wanted: Sequence[Wanted] | None = None,
    ) -> None:
        self._book = book
        self._wanted = wanted
        self._hands = hands
        self._archive = archive
        self._clock = clock
        self._told = tell
        self._trouble = Trouble()
        self._errands = Errands(book, archive, self._tell)
        self._intake = Intake(book=book, archive=archive, take_in=take_in, tell=self._tell)
        self._pulse = _Pulse(now=clock.now(), steady=clock.steady())

    def begin(self, *, once: bool = False) -> None:
        """Make good what the last run left: a clock behind the desk, feeds nobody wants, pages only the archive has.

        Raises:
            StoreError: The desk or the archive cannot be read or written.
        """
        now, newest = self._clock.now(), self._book.newest_moment()
        if newest is not None and newest - now > _JUMP:
            self._set_back(newest - now, now)
        if self._wanted is not None:
            self._book.follow(self._wanted, at=now, anew=once)
        take_up(self._book, self._archive, now=now, tell=self._tell)

    def step(self) -> datetime | None:
        """Do what can be done now; give when there is more to do, ``None`` where nothing is watched.

        Raises:
            StoreError: The desk or the archive cannot be written. Nothing is lost; what was due is due.
        """
        self._mind_clock()
        due = self._book.next_due()
        while self._hands.free and due is not None and due <= (now := self._clock.now()):
            request = self._errands.take(now)
            if request is not None:
                self._hands.start(request)
            due = self._book.next_due()
        for answer in self._hands.answers():
            self._errands.put(answer, self._clock.now())
        if self._intake.step(self._clock.now()):
            return self._clock.now()
        return self._book.next_due() if self._hands.free else None

    def run(self, stop: Stop, *, once: bool = False) -> None:
        """Watch until somebody asks for the end; ``once`` ends when every feed was asked and what it lists is read."""
        began = self._clock.now()
        self._tell(Happening(what=What.BEGUN, at=began))
        begun = False
        while not stop.asked:
            try:
                if not begun:
                    self.begin(once=once)
                    begun, began = True, self._clock.now()
                due = self.step()
                if once and self._is_done(began):
                    break
            except StoreError as error:
                self._wait_out(error, stop)
                continue
            if self._trouble.is_over():
                self._tell(Happening(what=What.DESK_WRITES, at=self._clock.now()))
            self._wait_for(due, stop)
        self._tell(Happening(what=What.ENDED, at=self._clock.now()))

    def _is_done(self, began: datetime) -> bool:
        return not (self._hands.busy or self._book.has_work(feeds=began, pages=self._clock.now()))

    def _wait_for(self, due: datetime | None, stop: Stop) -> None:
        seconds = LONGEST_WAIT if due is None else (due - self._clock.now()).total_seconds()
        if seconds > 0:
            self._clock.wait(min(seconds, LONGEST_WAIT), stop)

    def _wait_out(self, error: StoreError, stop: Stop) -> None:
        now = self._clock.now()
        seconds = self._trouble.met(error, now)
        then = now + timedelta(seconds=seconds)
        self._tell(Happening(what=What.DESK_TROUBLE, at=now, why=str(error), next=then, number=self._trouble.times))
        self._clock.wait(seconds, stop)

    def _tell(self, happening: Happening) -> None:
        self._trouble.hear(happening)
        self._told(happening)

    def _mind_clock(self) -> None:
        """Notice that the clock was set, by the seconds that passed meanwhile."""
        now, steady = self._clock.now(), self._clock.steady()
        off = now - self._pulse.now - timedelta(seconds=steady - self._pulse.steady)
        if off < -_JUMP:
            self._set_back(-off, now)
        elif off > _JUMP:
            # Who asked to be left alone is left alone for as long as was asked, whatever the clock says now.
            self._book.shift(off, after=self._pulse.now, hosts_only=True)
            self._tell(Happening(
                what=What.CLOCK_AHEAD, at=now, seconds=off.total_seconds(),
                why="The clock was set ahead, or the computer slept. What was missed is looked at once, host by host.",
            ))
        self._pulse.now, self._pulse.steady = now, steady

    def _set_back(self, by: timedelta, now: datetime) -> None:
        self._book.shift(-by, after=now)
        self._tell(Happening(
            what=What.CLOCK_BACK, at=now, seconds=by.total_seconds(),
            why="The clock was set back. All that waits moves with it.",
        ))
