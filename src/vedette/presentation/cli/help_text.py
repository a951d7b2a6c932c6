"""The help of a command is the docstring of its function."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping

import typer


def add_commands(app: typer.Typer, commands: Mapping[str, Callable[..., object]]) -> None:
    """Put functions on a command line, by the words that call them; a list of them gives each one's first sentence."""
    for name, command in commands.items():
        app.command(name, help=help_text(command), short_help=first_sentence(inspect.getdoc(command)))(command)


def add_groups(app: typer.Typer, groups: Mapping[str, typer.Typer]) -> None:
    """Put groups of commands on a command line, by the words that call them."""
    for name, group in groups.items():
        app.add_typer(group, name=name, short_help=first_sentence(group.info.help))


def help_text(command: Callable[..., object]) -> str:
    r"""Take the docstring of a command as its help; a line ``\b`` keeps the lines after it as they are.

    Example:
        >>> help_text(help_text)[:35]
        'Take the docstring of a command as '
    """
    # Click keeps a paragraph unwrapped where a backspace stands before it. Written out in
    # the docstrings, since a bare control character has no place in a source file.
    return (inspect.getdoc(command) or "").replace("\\b", "\b")


def first_sentence(help: str | None) -> str:
    """Take the first sentence of a help.

    Example:
        >>> first_sentence("Follow feeds. Stop it with Ctrl-C.")
        'Follow feeds'
    """
    return (help or "").partition("\n\n")[0].partition(". ")[0].rstrip(".")
