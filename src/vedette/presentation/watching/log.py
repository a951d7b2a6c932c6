"""One line of the log for each thing that happens while watching."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TextIO

import structlog

from vedette.presentation.safe_text import printable
from vedette.watching.happenings import FAILURES, TROUBLES, Happening, Tell, What

# What happens hundreds of times a day, and tells nobody anything new.
_SMALL = frozenset({What.UNCHANGED, What.REREAD, What.ROBOTS})


class LogForm(StrEnum):
    """How the log is written."""

    TEXT = "text"
    JSON = "json"


def log_to(stream: TextIO, form: LogForm) -> Tell:
    r"""Give who writes what happens to a stream: one line each, with feed, address, why, and what comes next.

    Example:
        >>> import io
        >>> stream = io.StringIO()
        >>> happening = Happening(
        ...     what=What.FEED_FAILED, at=datetime(2025, 9, 12, tzinfo=UTC), feed="https://post.example/rss",
        ...     why="It is gone\n(410).", number=3,
        ... )
        >>> log_to(stream, LogForm.JSON)(happening)
        >>> "feed failed" in stream.getvalue(), stream.getvalue().count("\n")
        (True, 1)
    """
    logger = logger_to(stream, form)

    def tell(happening: Happening) -> None:
        write_line(logger, _level(happening.what), str(happening.what), happening.at, _facts(happening))

    return tell


@contextmanager
def library_lines(stream: TextIO, form: LogForm) -> Iterator[None]:
    """Write what other rooms log (the archive, of half a page at its end) to the same stream, in the same form."""
    handler = _Handler(logger_to(stream, form))
    root = logging.getLogger("vedette")
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


class _Handler(logging.Handler):
    def __init__(self, logger: Any) -> None:
        super().__init__(level=logging.WARNING)
        self._logger = logger

    def emit(self, record: logging.LogRecord) -> None:
        level = "error" if record.levelno >= logging.ERROR else "warning"
        at = datetime.fromtimestamp(record.created, UTC)
        write_line(self._logger, level, printable(record.getMessage()), at, {"room": record.name})


def logger_to(stream: TextIO, form: LogForm) -> Any:
    """Give who writes lines of the log to a stream."""
    renderer: Any = structlog.processors.JSONRenderer(ensure_ascii=False)
    if form is LogForm.TEXT:
        renderer = structlog.processors.LogfmtRenderer(key_order=["at", "level", "event"])
    return structlog.wrap_logger(
        structlog.PrintLogger(stream), processors=[structlog.processors.add_log_level, renderer],
        wrapper_class=structlog.BoundLogger,
    )


def write_line(logger: Any, level: str, event: str, at: datetime, facts: dict[str, Any]) -> None:
    """Write one line: what happened, when, and what belongs to it."""
    getattr(logger, level)(event, at=at.isoformat(timespec="seconds"), **facts)


def _level(what: What) -> str:
    if what in FAILURES:
        return "error"
    if what in TROUBLES:
        return "warning"
    return "debug" if what in _SMALL else "info"


def _facts(happening: Happening) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "feed": printable(happening.feed), "address": printable(happening.address), "why": printable(happening.why),
        "next": happening.next.isoformat(timespec="seconds") if happening.next else "",
        "number": happening.number, "seconds": happening.seconds,
    }
    return {name: value for name, value in facts.items() if value not in ("", 0, None)}
