"""Steps spread over this process and over others: the same outcomes, in order, whatever a single item does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from engine_steps import Answers, CannotOpen, DiesOpening, FailsOnce, Square
from vedette.engine import Done, Engine, Failed, Limits, spread
from vedette.errors import EngineFailed

BOTH = [(Engine.LOCAL, 1), (Engine.PROCESSES, 1), (Engine.PROCESSES, 2)]


def told(outcomes: Any) -> list[object]:
    return [outcome.result if isinstance(outcome, Done) else outcome.reason for outcome in outcomes]


@pytest.mark.parametrize(("engine", "workers"), BOTH)
def test_outcomes_come_in_the_order_of_the_items_and_a_fault_costs_one(engine: Engine, workers: int) -> None:
    items = [*range(30), -1, 7, -5]
    assert told(spread(Square(), items, engine=engine, workers=workers)) == [
        *(number * number for number in range(30)), "ValueError: no root", 49, 25,
    ]


@pytest.mark.parametrize(("engine", "workers"), BOTH)
def test_what_is_done_already_keeps_its_place(engine: Engine, workers: int) -> None:
    items: list[Any] = [2, Done("there", 0), 3, Done("end", 1)]
    assert told(spread(Square(), items, engine=engine, workers=workers)) == [4, 0, 9, 1]
    assert told(spread(Square(), [], engine=engine, workers=workers)) == []


def test_an_item_that_kills_its_process_is_given_up_and_the_others_go_on() -> None:
    items = [1, -2, 2, -3, 3, -4, 4]
    outcomes = list(spread(
        Square(), items, engine=Engine.PROCESSES, workers=2, limits=Limits(tries=2, seconds=0.4)
    ))
    assert told(outcomes) == [
        1, "the process that worked on it was ended by SIGKILL, perhaps because memory ran out",
        4, "the process that worked on it ended with code 7",
        9, "it took longer than 0.4 seconds", 16,
    ]
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    assert [(one.item, one.tries) for one in failed] == [(-2, 2), (-3, 2), (-4, 1)]


def test_an_item_that_went_down_with_a_bad_moment_is_done_the_next_time(tmp_path: Path) -> None:
    outcomes = spread(FailsOnce(str(tmp_path)), ["a", "b"], engine=Engine.PROCESSES, workers=1)
    assert told(outcomes) == ["A", "B"]


@pytest.mark.parametrize("step", [CannotOpen(), DiesOpening()])
def test_workers_that_cannot_begin_are_an_error_and_no_endless_try(step: Any) -> None:
    with pytest.raises(EngineFailed, match=r"the models are not there|ended with code 9\. Try fewer"):
        list(spread(step, [1, 2, 3], engine=Engine.PROCESSES, workers=2))


def test_a_step_that_cannot_be_sent_back_or_there_costs_its_item_only() -> None:
    items: list[Any] = ["lambda", lambda: None, "threads", "input", "blob"]
    first, second, *others = told(spread(Answers(), items, engine=Engine.PROCESSES))
    assert "pickle" in str(first) and "pickle" in str(second)
    assert others == ["1", "", b"x" * 5_000_000]


def test_items_are_taken_up_no_further_ahead_than_allowed_by_number_and_by_weight() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    limits = Limits(ahead=5)
    with closing(spread(Square(), items(), engine=Engine.PROCESSES, workers=2, limits=limits)) as outcomes:
        seen = [(next(outcomes), len(taken))[1] for _ in range(3)]
    assert seen == [10, 11, 12]
    taken.clear()
    limits = Limits(weight=100, weigh=lambda item: 40)
    with closing(spread(Square(), items(), engine=Engine.PROCESSES, workers=2, limits=limits)) as outcomes:
        assert [(next(outcomes), len(taken))[1] for _ in range(3)] == [3, 4, 5]


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").split()[2] != "Z"
    except OSError:
        return False


def wait_until_gone(process: int) -> None:
    until = time.monotonic() + 5
    while alive(process) and time.monotonic() < until:
        time.sleep(0.02)
    assert not alive(process)


def test_closing_leaves_no_worker() -> None:
    outcomes = spread(Answers(), ["pid"] * 40, engine=Engine.PROCESSES, workers=1)
    worker = told([next(outcomes)])[0]
    assert isinstance(worker, int) and worker != os.getpid() and alive(worker)
    outcomes.close()  # type: ignore[attr-defined]
    assert not alive(worker)


OWNER = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal: in the background it may be ignored
from engine_steps import Answers
from vedette.engine import spread, Engine
outcomes = spread(Answers(), ["pid", *["blob"] * 1000], engine=Engine.PROCESSES, workers=1)
print(next(outcomes).result, flush=True)
for outcome in outcomes:
    pass
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux which processes there are")
@pytest.mark.parametrize("signal", [9, 15, 2])
def test_a_worker_does_not_outlive_an_owner_that_is_killed(signal: int) -> None:
    # The program has no `if __name__ == "__main__"`, and comes from standard input: both are no hindrance.
    owner = subprocess.Popen(
        [sys.executable, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)},
    )
    assert owner.stdin and owner.stdout
    owner.stdin.write(OWNER.encode())
    owner.stdin.close()
    worker = int(owner.stdout.readline())
    assert alive(worker)
    owner.send_signal(signal)
    assert owner.wait(10) != 0
    owner.stdout.close()
    wait_until_gone(worker)
