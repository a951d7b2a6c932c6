"""The command that is forked is the one that a shell starts: arguments, streams, variables, folder and ending."""

from __future__ import annotations

from pathlib import Path

import pytest

import command
from vedette import __version__


@pytest.mark.parametrize("arguments", [("--version",), ("fly",), ("show", "e1", "--desk", "nowhere.sqlite")])
def test_a_fork_says_and_ends_as_a_start_does(arguments: tuple[str, ...]) -> None:
    forked, started = command.vedette(*arguments), command.vedette(*arguments, anew=True)
    assert vars(forked) == vars(started)
    assert forked.stdout + forked.stderr


def test_a_fork_takes_its_variables_its_folder_and_its_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    line = b'{"id": "a", "text": "Nothing happened.", "lang": "sv"}\n'
    assert command.vedette("add", "-", stdin=line, VEDETTE_DESK="own.sqlite").returncode == 0
    assert (tmp_path / "own.sqlite").exists()
    printed = command.vedette("add", "-", stdin=line, VEDETTE_DESK="own.sqlite").stdout
    assert printed.startswith("0 new reports added, 1 known already")
    assert command.vedette("--version").stdout == f"vedette {__version__}\n"


def test_what_python_heeds_when_it_starts_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []

    def start(arguments: object, stdin: bytes, variables: dict[str, str]) -> tuple[int, bytes, bytes]:
        started.append(variables["PYTHONHASHSEED"])
        return 0, b"", b""

    monkeypatch.setattr(command, "_started", start)
    command.vedette("--version", PYTHONHASHSEED="1")
    assert started == ["1"]
