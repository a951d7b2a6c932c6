"""The page of the commands names each command and each of its options."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from vedette.presentation.cli.app import app
from vedette.settings import ARCHIVE_VARIABLE, BY_VARIABLE, DESK_VARIABLE, PACKS_VARIABLE

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
COMMON = PAGE.partition("## For every command")[2].partition("\n## ")[0]


def commands(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if hasattr(command, "commands"):
            yield from commands(command, f"{path} {name}")


ALL = list(commands(typer.main.get_command(app), "vedette"))


def section(path: str) -> str:
    level = "##" if path.count(" ") == 1 else "###"
    _, found, rest = PAGE.partition(f"\n{level} {path}\n")
    assert found, f"docs/commands.md has no section '{level} {path}': write one."
    return rest.partition("\n## ")[0].partition("\n### ")[0] if level == "###" else rest.partition("\n## ")[0]


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path for path, _ in ALL])
def test_each_command_has_a_section_with_an_example_and_all_options(path: str, command: Any) -> None:
    text = section(path)
    assert f"    {path}" in text, f"The section of {path} has no example."
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    for option in options - {"--help"}:
        assert f"`{option}" in text or f"`{option}" in COMMON, f"{option} of {path} is not in docs/commands.md."


def test_no_section_is_about_a_command_that_is_gone() -> None:
    known = {path for path, _ in ALL}
    written = [line.lstrip("# ") for line in PAGE.splitlines() if line.startswith("#") and " vedette " in line]
    assert set(written) == known


def test_variables_are_named() -> None:
    for variable in (ARCHIVE_VARIABLE, BY_VARIABLE, DESK_VARIABLE, PACKS_VARIABLE, "NO_COLOR"):
        assert f"`{variable}`" in PAGE


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path for path, _ in ALL])
def test_help_of_each_command_has_an_example(path: str, command: Any) -> None:
    if not hasattr(command, "commands"):
        assert "Example" in command.help
        assert path in command.help
