"""A watch in a process of its own, which is killed: it goes on from the files that the one before it left."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from vedette.sources.archive import Archive
from vedette.store import open_store
from vedette.watching import OneHand, Stop, Watch
from watched_doubles import taking_words
from watched_world import DAY, HOUR, Article, Outlet, World, WorldClock

OUTLETS, HOURS = 8, 9 * 24


class LastingClock(WorldClock):
    """Goes on from where the process before it was."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = os.open(file, os.O_RDWR | os.O_CREAT)
        self.seconds = float(os.pread(self._file, 32, 0) or b"0")

    def wait(self, seconds, stop):
        super().wait(seconds, stop)
        os.pwrite(self._file, f"{self.seconds:032.6f}".encode(), 0)


class SteadyWorld(World):
    """A world whose changes lie far from every look at it, so that a watch that comes a little late sees the same."""

    def __init__(self, clock):
        super().__init__(1, outlets=0, hours=HOURS, clock=clock)
        self.outlets = {f"o{n}.example": _outlet(n) for n in range(OUTLETS)}
        self._by_address = {
            address: article for one in self.outlets.values() for article in one.articles
            for address in (article.address, article.listed_as)
        }

    def _mind(self, outlet, path, now):
        """Nothing is noted: what was asked before the last kill is not known here."""


def _outlet(number):
    return Outlet(name=f"o{number}", pause=1.0, articles=[_article(number, n) for n in range(5)], troubles=[])


def _article(outlet, number):
    address, title = f"https://o{outlet}.example/news/{number}", f"o{outlet} {number}"
    stands = [(0.0, f"Words of {title}."), (3 * HOUR, f"Other words of {title}.")]
    if number % 2:
        stands.append((2 * DAY, f"Last words of {title}."))
    if number == 4:
        stands.append((2 * DAY, None))
    listed = address if number < 3 else f"https://o{outlet}.example/go/{number}"
    return Article(address=address, listed_as=listed, published=0.0, title=title, stands=stands)


class Dying:
    """Passes calls on, and kills this process at the one that a seed has chosen: before it, or after it."""

    def __init__(self, of, fate):
        self._of, self._fate = of, fate

    def __getattr__(self, name):
        found = getattr(self._of, name)
        return self._mortal(found) if callable(found) and name in MORTAL else found

    def _mortal(self, act):
        def acting(*given, **named):
            self._fate.step()
            result = act(*given, **named)
            self._fate.step()
            return result

        return acting


MORTAL = frozenset({"keep", "put_feed", "put_page", "put_host", "errand", "settle", "add", "get"})


class Fate:
    """Counts steps, and ends the process at the last one."""

    def __init__(self, steps):
        self._steps = steps

    def step(self):
        self._steps -= 1
        if self._steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def watch_on(folder: Path, seed: int | None, begun=lambda: None) -> None:
    """Watch to the end; with a seed, to the step at which it kills this process."""
    fate = Fate(0 if seed is None else random.Random(seed).randint(1, 40))
    clock = LastingClock(folder / "clock")
    with open_store(str(folder / "desk.sqlite")) as store, Archive.open(folder / "archive") as archive:
        begun()
        world = SteadyWorld(clock)
        mortal = Dying(store, fate)
        watch = Watch(
            book=Dying(store.watching, fate), hands=OneHand(Dying(world, fate)), archive=Dying(archive, fate),
            clock=clock, take_in=taking_words(mortal),
        )
        if not store.watching.feeds():
            store.watching.follow(world.wanted(), at=clock.now())
        watch.begin()
        stop = Stop()
        while clock.seconds < HOURS * HOUR:
            due = watch.step()
            clock.wait(HOUR if due is None else max(0.0, (due - clock.now()).total_seconds()), stop)
        stop.close()


def run(folder: Path, seed: int | None, kill_after: float | None) -> int:
    """Watch in a process of its own; give how it ended: with 0, or minus the signal that killed it."""
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        ending = 1
        try:
            watch_on(folder, seed, lambda: os.write(mouth, b"."))
            ending = 0
        finally:
            os._exit(ending)
    os.close(mouth)
    if kill_after is not None:
        os.read(ear, 1)
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    os.close(ear)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main() -> None:
    """Run once for each line of standard input, which names folder, seed and seconds; all is imported only once."""
    for line in sys.stdin:
        folder, seed, seconds = line.rstrip().split("|")
        ending = run(Path(folder), int(seed) if seed else None, float(seconds) if seconds else None)
        sys.stdout.write(f"{ending}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
