"""Runs one command and turns whatever goes wrong into one sentence and an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from vedette.errors import VedetteError
from vedette.presentation.cli.app import app
from vedette.presentation.cli.output import complain

STOPPED = 130
READER_GONE = 1


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Output is UTF-8 whatever the locale says: it is an interface, and names are in ten languages.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: The words after ``vedette``.

    Returns:
        The exit code. Errors are told on standard error, never raised.

    Example:
        >>> run(["--version"])  # doctest: +ELLIPSIS
        vedette ...
        0

    """
    try:
        code = _invoke(list(arguments))
        sys.stdout.flush()
    except VedetteError as error:
        complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        code = STOPPED
    except BrokenPipeError:
        # The reader went away (`| head`); Python would complain once more when it flushes at exit.
        _drop_stdout()
        return READER_GONE
    if code == STOPPED:
        complain("Stopped. Nothing is lost: what was read is on the desk, and the same command goes on from there.")
    return code


def _invoke(arguments: list[str]) -> int:
    """Let Typer run the command; it tells wrong usage itself and always leaves by SystemExit."""
    try:
        app(args=arguments, prog_name="vedette")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0


def _drop_stdout() -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
