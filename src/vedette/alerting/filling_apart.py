"""Fills one template of a user, as a program of its own: what never ends there, or takes all memory, ends it alone.

It is run by :mod:`vedette.alerting.filling`, reads ``{"text", "seen", "seconds", "bytes", "longest"}`` as JSON from
standard input and writes ``{"filled"}``, or ``{"what", "reason", "line"}``. It imports nothing of Vedette, so that it
starts at once.
"""

from __future__ import annotations

import contextlib
import json
import sys
import traceback
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment


def fill(text: str, seen: dict[str, Any], *, longest: int) -> dict[str, Any]:
    """Fill a template; of a text that is too long, only the beginning is made."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    pieces, length = [], 0
    try:
        for piece in environment.from_string(text).generate(seen):
            pieces.append(piece[:longest])
            length += len(piece)
            if length > longest:
                break
    except Exception as error:  # a template can fail in every way in which Python can
        return described(error)
    return {"filled": "".join(pieces)[:longest]}


def described(error: Exception) -> dict[str, Any]:
    """Say what went wrong: of which kind it is, why, and in which line of the template."""
    lines = (one.lineno for one in reversed(traceback.extract_tb(error.__traceback__)) if one.filename == "<template>")
    line = error.lineno if isinstance(error, TemplateSyntaxError) else next(lines, None)
    if isinstance(error, MemoryError):
        return {"what": "memory", "reason": "", "line": line}
    reason = str(error) or type(error).__name__
    if isinstance(error, UndefinedError):
        return {"what": "undefined", "reason": reason, "line": line}
    known = isinstance(error, TemplateError)
    return {"what": "wrong", "reason": reason if known else f"{type(error).__name__}: {reason}", "line": line}


def keep_within(*, seconds: int, most: int) -> None:
    """Let the system end this program where it takes more; Windows has no such limits, and only the clock ends it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not everywhere

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Fill what comes on standard input."""
    given = json.loads(sys.stdin.buffer.read())
    keep_within(seconds=given["seconds"], most=given["bytes"])
    done = fill(given["text"], given["seen"], longest=given["longest"])
    sys.stdout.write(json.dumps(done))


if __name__ == "__main__":
    main()
