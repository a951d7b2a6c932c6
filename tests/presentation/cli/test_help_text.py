"""The help of every command: one name for each argument, and whole sentences in the lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from vedette.presentation.cli.app import app


def _lines(command: object, *words: str) -> Iterator[tuple[str, ...]]:
    yield words
    for name, one in getattr(command, "commands", {}).items():
        yield from _lines(one, *words, name)


COMMANDS = tuple(_lines(get_command(app)))


@pytest.fixture(scope="module")
def helps() -> dict[tuple[str, ...], str]:
    runner = CliRunner(env={"COLUMNS": "80"})
    return {words: runner.invoke(app, [*words, "--help"]).output for words in COMMANDS}


def test_an_argument_stands_in_the_usage_once_in_its_brackets(helps: dict[tuple[str, ...], str]) -> None:
    usages = " ".join(text.split("\n\n")[0] for text in helps.values())
    assert len(helps) > 60
    assert "{INPUT}..." in usages
    assert not re.search(r"\[\[|\]\]|\.\.\.[\]}]", usages)


def test_lists_of_commands_give_whole_sentences(helps: dict[tuple[str, ...], str]) -> None:
    lists = {words: text.partition("Commands:")[2] for words, text in helps.items()}
    assert [words for words, text in lists.items() if re.search(r"\.\.\.$", text, re.MULTILINE)] == []
