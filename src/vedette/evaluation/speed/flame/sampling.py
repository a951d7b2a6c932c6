"""Reads reports and notes again and again where it is: ``python sampling.py REPORTS.jsonl NUMBER``.

Run as a file, so that it works for any checkout: whichever ``vedette`` the path names is what is sampled. Therefore it
needs nothing of this one. It prints one stack a line, with its milliseconds of processor time behind it.
"""

from __future__ import annotations

import signal
import sys
import time
from collections import Counter
from types import FrameType

EVERY = 0.002  # seconds of processor time between two samples
_OURS = "vedette."


class Sampler:
    """Notes the stack at every tick, with the processor time since the last one.

    What is written in C cannot be interrupted: the tick comes when it is over, and all of its time counts for whoever
    called it.
    """

    def __init__(self) -> None:
        self.stacks: Counter[tuple[str, ...]] = Counter()
        self._last, self._busy = 0.0, False

    def start(self) -> None:
        """Begin."""
        self._last = time.process_time()
        signal.signal(signal.SIGPROF, self._tick)
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)

    def stop(self) -> None:
        """End."""
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _tick(self, number: int, frame: FrameType | None) -> None:
        if self._busy:  # the tick came while the last one was being noted
            return
        self._busy = True
        now = time.process_time()
        self.stacks[stack_of(frame)] += round((now - self._last) * 1_000_000)
        self._last, self._busy = now, False


def stack_of(frame: FrameType | None) -> tuple[str, ...]:
    """Name the functions from the outermost to this one: ours each, of other packages only which package it is."""
    names: list[str] = []
    while frame is not None:
        names.append(_name(frame))
        frame = frame.f_back
    named = [name for name in reversed(names) if name]
    first = next((at for at, name in enumerate(named) if name.startswith(_OURS)), len(named))
    return tuple(name for at, name in enumerate(named[first:], first) if at == first or name != named[at - 1])


def _name(frame: FrameType) -> str:
    module = str(frame.f_globals.get("__name__", ""))
    if not module.startswith(_OURS):
        return module.partition(".")[0]
    # What a comprehension or a lambda does is done by the function that it stands in.
    return f"{module}.{frame.f_code.co_qualname.partition('.<locals>')[0]}"


def main(reports: str, loading: str) -> None:
    """Read so many reports to load what is needed, then the others while the stacks are noted."""
    from vedette.desk import read_inputs  # noqa: PLC0415
    from vedette.knowledge import load_knowledge  # noqa: PLC0415

    sampler = Sampler()
    for number, _ in enumerate(read_inputs([reports], knowledge=load_knowledge()), start=1):
        if number == int(loading):
            sampler.start()
    sampler.stop()
    for stack, spent in sorted(sampler.stacks.items()):
        sys.stdout.write(f"{';'.join(stack)} {spent}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
