"""The README names commands that exist, and says of each page what is on it."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from vedette.presentation.cli.app import app

ROOT = Path(__file__).parents[2]
COMMAND = get_command(app)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted(ROOT.glob("docs/*.md"))]


def code(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```(?:sh|console)\n(.*?)^```", text, re.S | re.M)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", text)])


def commands() -> dict[str, Any]:
    return dict(vars(COMMAND)["commands"])


def options_of(command: str) -> set[str]:
    found = commands()[command]
    asked = [COMMAND, found, *vars(found).get("commands", {}).values()]
    return {name for one in asked for option in one.params for name in option.opts} | {"--help", "-h"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_the_documentation_exist_with_their_options(page: Path) -> None:
    for line in code(page).splitlines():
        for found in re.finditer(r"(?:^|[$|;] ?)vedette ([a-z]+)\b([^|;#]*)", line):
            assert found[1] in commands(), f"{page.name}: {line}"
            assert set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", found[2])) <= options_of(found[1]), f"{page.name}: {line}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_targets_of_make_in_the_documentation_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"\bmake ([a-z]+)", code(page))) <= targets


def test_the_readme_begins_with_what_it_is_in_three_sentences() -> None:
    paragraph = (ROOT / "README.md").read_text(encoding="utf-8").split("\n\n")[2]
    assert len(re.findall(r"\.(?=\s|$)", paragraph)) == 3


@pytest.mark.parametrize("heading", ["## Two commands", "## A session", "## What it does not do", "## Licence"])
def test_the_readme_has_its_parts(heading: str) -> None:
    assert heading in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()


def test_the_session_of_the_readme_shows_what_each_command_printed() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    session = re.search(r"<!-- session -->\n```console\n(.*?)\n```", readme, re.S)
    assert session is not None
    steps = re.split(r"^\$ ", session[1], flags=re.M)[1:]
    assert len(steps) >= 4
    silent = [step for step in steps if len(step.strip().splitlines()) < 2]
    assert silent == [], "Run: .venv/bin/python tools/write_docs.py --session"
