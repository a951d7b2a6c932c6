"""Sends alerts beside a watch, in a thread of their own: no channel and no fault holds the watching up."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from vedette.errors import VedetteError
from vedette.presentation.alert_round import Round
from vedette.watching.happenings import Happening, Tell, What

# What comes within seconds is told in one letter; whatever waits elsewhere is looked at once a minute.
PAUSE, LONGEST_PAUSE = 10.0, 60.0
_NEWS = frozenset({What.READ, What.EDITED, What.BACK, What.GONE})

MakeRound = Callable[[], Round]
TellRound = Callable[[Round], None]
TellTrouble = Callable[[str], None]


@contextmanager
def alerts_beside(
    make_round: MakeRound, *, tell: TellRound, trouble: TellTrouble, pause: float = PAUSE,
    longest: float = LONGEST_PAUSE,
) -> Iterator[Tell]:
    """Make a round whenever something was taken in, once a minute, and a last one at the end.

    Args:
        make_round: Makes one; it is only called in the thread, one time after the other.
        tell: Is told what became of each.
        trouble: Is told in a sentence why one failed; the next one comes all the same.
        pause: How many seconds lie between two rounds at least.
        longest: How many at most.

    Yields:
        Who has to be told what happens while watching.
    """
    rounds = _Rounds(make_round, tell, trouble)
    thread = threading.Thread(target=rounds.run, args=(pause, longest), name="vedette-alerts", daemon=True)
    thread.start()
    try:
        yield rounds.hear
    finally:
        rounds.end()
        thread.join()


class _Rounds:
    def __init__(self, make_round: MakeRound, tell: TellRound, trouble: TellTrouble) -> None:
        self._make_round, self._tell, self._trouble = make_round, tell, trouble
        self._woken, self._ended = threading.Event(), threading.Event()

    def hear(self, happening: Happening) -> None:
        if happening.what in _NEWS:
            self._woken.set()

    def end(self) -> None:
        self._ended.set()
        self._woken.set()

    def run(self, pause: float, longest: float) -> None:
        last = False
        while not last:
            last = self._ended.is_set()
            began = time.monotonic()
            self._woken.clear()
            self._make_one()
            self._ended.wait(pause)
            if not self._ended.is_set():
                self._woken.wait(max(0.0, longest - (time.monotonic() - began)))

    def _make_one(self) -> None:
        try:
            self._tell(self._make_round())
        except VedetteError as error:
            self._trouble(str(error))
        except Exception as error:  # whatever it is, the watch goes on and so do the rounds
            self._trouble(f"A fault of this program: {type(error).__name__}: {error}")
