"""Builds the map and the timeline of the pages: `npm ci`, then Vite, into the package.

Run it with ``python islands/build_islands.py``; building the package runs it too. It needs
Node and the npm registry; without them a note with one sentence is left in the place of
the bundle, which the pages show, and nothing else is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent
TARGET = SOURCE.parent / "src" / "vedette" / "presentation" / "web" / "static" / "islands"
BUILT, NOTE = "events.js", "not-built.txt"
# Long enough for a slow line, short enough for somebody who waits.
_SECONDS = 600
_LAST_WORDS = 120
# A registry that does not answer is not asked for minutes; what was fetched before is not fetched again.
_INSTALL = (
    "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error", "--fetch-retries=1",
    "--fetch-retry-mintimeout=500", "--fetch-retry-maxtimeout=2000", "--fetch-timeout=30000",
)


class CannotBuild(Exception):
    """The bundle cannot be made on this machine; the message says why, in a few words."""


def build(source: Path = SOURCE, target: Path = TARGET) -> str | None:
    """Make the bundle where it is missing or older than its source.

    Args:
        source: The folder with ``package.json``.
        target: Where the bundle goes; replaced as a whole, and only once it is complete.

    Returns:
        Nothing, or one sentence that says why there is no bundle.

    """
    if not is_stale(source, target):
        return None
    try:
        _make(source, target)
    except CannotBuild as reason:
        sentence = f"The map and the timeline were not built: {reason}."
        if not (target / BUILT).exists():  # an older one still draws the same events
            target.mkdir(parents=True, exist_ok=True)
            (target / NOTE).write_text(f"{sentence}\n", encoding="utf-8")
        return sentence
    return None


def is_stale(source: Path = SOURCE, target: Path = TARGET) -> bool:
    """Say whether the bundle is missing or older than what it is made from."""
    built = target / BUILT
    return not built.exists() or any(file.stat().st_mtime > built.stat().st_mtime for file in _made_from(source))


def _made_from(source: Path) -> Iterator[Path]:
    yield from (source / name for name in ("package.json", "package-lock.json", "vite.config.ts", "tsconfig.json"))
    for folder in ("src", "making"):
        yield from sorted((source / folder).rglob("*.*"))


def _make(source: Path, target: Path) -> None:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise CannotBuild("Node.js, which they are made with, is not installed")
    _run([npm, *_INSTALL], source, failed="npm could not fetch their packages")
    # Made beside its place: whoever reads the pages meanwhile has the old one, and a failure leaves it.
    draft = target.with_name(f"{target.name}.{os.getpid()}.draft")
    try:
        _run([npm, "run", "--silent", "build", "--", "--outDir", str(draft)], source, failed="Vite could not make them")
        shutil.rmtree(target, ignore_errors=True)
        draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _run(command: list[str], folder: Path, *, failed: str) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotBuild(f"{failed} ({type(error).__name__})") from error
    if done.returncode:
        raise CannotBuild(f"{failed} ({_why(done.stderr or done.stdout)})")


def _why(output: str) -> str:
    """Give the first words of what a tool says, on one line; npm puts a code of its own first."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    codes = (line.split("code ", 1)[1] for line in lines if line.startswith(("npm error code ", "npm ERR! code ")))
    code = next(codes, "")
    return (code or next(iter(lines), "it said nothing"))[:_LAST_WORDS].rstrip(".")


if __name__ == "__main__":
    sentence = build()
    sys.stderr.write(f"{sentence or f'Map and timeline: {TARGET}'}\n")
