"""What runs in a worker process: ``python -m vedette.engine.child``, started by :mod:`vedette.engine.worker`.

Standard input brings the step and then items, standard output takes a reply for each, all of them pickled.
"""

from __future__ import annotations

import os
import pickle
import signal
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from vedette.engine.step import Step, failed_by

# The kernel, where memory runs out, should end a worker, whose item can be tried again, and not who waits for it.
_FIRST_TO_GO = "500"


def main() -> None:
    """Open the step that comes, and reply to each item, until whoever sends them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this one is asked to stop, and ends it
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, encoding="ascii")
    taking, giving = _channels()
    try:
        step: Step[Any, Any] = pickle.load(taking)
        work = step.open()
    except Exception as error:
        _reply(giving, pickle.dumps(failed_by(None, error).reason))
        return
    _reply(giving, pickle.dumps(None))
    items: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_receive, args=(taking, items), daemon=True).start()
    while True:
        _reply(giving, _worked(work, items.get()))


def _channels() -> tuple[BinaryIO, BinaryIO]:
    """Take the two channels away from whatever library prints or asks; what is printed goes to standard error."""
    taking, giving = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return taking, giving


def _receive(taking: BinaryIO, items: SimpleQueue[Any]) -> None:
    # Items are always taken in, so that neither side waits for the other with both hands full.
    try:
        while True:
            items.put(pickle.load(taking))
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)  # who sent them is gone, perhaps killed: no worker outlives that, busy or not


def _worked(work: Any, item: Any) -> bytes:
    try:
        return pickle.dumps((work(item), None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        return pickle.dumps((None, failed_by(None, error).reason), pickle.HIGHEST_PROTOCOL)


def _reply(giving: BinaryIO, reply: bytes) -> None:
    giving.write(reply)
    giving.flush()


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main()
