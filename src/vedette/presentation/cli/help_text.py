"""The help of a command is the docstring of its function."""

from __future__ import annotations

import inspect
from collections.abc import Callable


def help_text(command: Callable[..., object]) -> str:
    r"""Take the docstring of a command as its help; a line ``\b`` keeps the lines after it as they are.

    Example:
        >>> help_text(help_text)[:35]
        'Take the docstring of a command as '
    """
    # Click keeps a paragraph unwrapped where a backspace stands before it. Written out in
    # the docstrings, since a bare control character has no place in a source file.
    return (inspect.getdoc(command) or "").replace("\\b", "\b")


def first_sentence(command: Callable[..., object]) -> str:
    """Take the first sentence of a command's docstring, for the list of commands."""
    return (inspect.getdoc(command) or "").partition("\n\n")[0].partition(". ")[0].rstrip(".")
