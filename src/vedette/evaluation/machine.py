"""On what something was measured: a number without its machine says nothing."""

from __future__ import annotations

import platform
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from vedette.engine import cores


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """Processor, cores that this process may use, Python, spaCy, and the commit that was measured."""

    processor: str
    cores: int
    python: str
    spacy: str
    commit: str


def this_machine() -> Machine:
    """Describe the machine and the program that run."""
    return Machine(
        processor=_processor(), cores=cores(), python=platform.python_version(), spacy=version("spacy"),
        commit=commit_of(Path(__file__).parent),
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def commit_of(folder: Path) -> str:
    """Give the commit of a source folder, with a plus where the program's files differ from it."""
    try:
        changed = _git(folder, "status", "--porcelain", "--", ":/src/vedette")
        return _git(folder, "rev-parse", "--short=10", "HEAD") + ("+" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return done.stdout.strip()
