"""A word in brackets behind a name: what the place or actor is to the event, what kind of origin it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from vedette.errors import UsageError

_BRACKETS = re.compile(r"(?P<name>.*\S)\s*\((?P<word>[^()]*)\)")
_Word = TypeVar("_Word", bound=StrEnum)
_Default = TypeVar("_Default")


def split_role(written: str, words: Mapping[str, _Word], default: _Default) -> tuple[str, _Word | _Default]:
    """Take the word in brackets off a name.

    Raises:
        UsageError: It is none of the words.

    Example:
        >>> from vedette.model import ActorRole
        >>> split_role("Poland (recipient)", {"recipient": ActorRole.RECIPIENT}, None)
        ('Poland', <ActorRole.RECIPIENT: 'recipient'>)
    """
    match = _BRACKETS.fullmatch(written)
    if match is None:
        return written, default
    word = match["word"].strip().casefold()
    if word not in words:
        raise UsageError(f"'{match['word']}' behind '{match['name']}' is none of: {', '.join(words)}.")
    return match["name"], words[word]


def with_role(name: str, role: StrEnum, usual: StrEnum) -> str:
    """Put the word behind a name, unless it is the usual one."""
    return name if role is usual else f"{name} ({role})"
