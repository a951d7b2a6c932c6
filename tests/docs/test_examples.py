"""Every example of a command, on the pages and in the help, is one that the command line understands."""

from __future__ import annotations

import contextlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

from vedette.presentation.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
COMMAND = get_command(app)
# What a shell would take for itself.
_SHELL = re.compile(r"\s(?:\||>|<|&&|2>|;|#)\s.*|\s(?:>|<)\S.*")
_LINE = re.compile(r"^(?: {2,8}|\$ |ExecStart=)?(?:[A-Z_]+=\S+ )*(?:\S*/)?(vedette [^\n`]*)$")
_MENTION = re.compile(r"`(vedette [a-z][^`\n]*)`")
_PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b|\.\.\.")


def _helps(command: Any) -> Iterator[str]:
    yield command.help or ""
    for one in getattr(command, "commands", {}).values():
        yield from _helps(one)


def _examples(text: str) -> Iterator[str]:
    # A line that goes on is one command.
    for line in re.sub(r"\\\n\s*", "", text).splitlines():
        found = _LINE.match(line)
        if found and not _PLACEHOLDER.search(found[1]):
            yield _SHELL.sub("", found[1])


TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES} | {"help": "\n".join(_helps(COMMAND))}
EXAMPLES = [
    pytest.param(one, id=f"{name}: {one}") for name, text in TEXTS.items() for one in dict.fromkeys(_examples(text))
]
MENTIONS = [
    pytest.param(one, id=f"{name}: {one}")
    for name, text in TEXTS.items() for one in dict.fromkeys(_MENTION.findall(text))
]


def understand(command: Any, words: list[str], *, parent: Any = None) -> None:
    """Parse words as the command line does, and do nothing. Raises what the command line would say."""
    context = command.make_context(command.name or "vedette", words, parent=parent)
    if hasattr(command, "commands"):
        rest = [*getattr(context, "_protected_args", []), *context.args]
        if rest:
            _, sub, rest = command.resolve_command(context, rest)
            understand(sub, rest, parent=context)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_understood(example: str) -> None:
    with contextlib.suppress(typer.Exit):  # as --help does
        understand(COMMAND, shlex.split(example)[1:])


@pytest.mark.parametrize("mention", MENTIONS)
def test_a_command_that_is_mentioned_is_there_with_its_options(mention: str) -> None:
    command, words = COMMAND, mention.split()[1:]
    known = {option for one in command.params for option in one.opts}
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
        known |= {option for one in command.params for option in (*one.opts, *one.secondary_opts)}
    assert command is not COMMAND
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known | {"--help"}


def test_the_pages_are_full_of_examples() -> None:
    assert len(EXAMPLES) > 200
    assert len(MENTIONS) > 80
