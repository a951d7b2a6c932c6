"""One act of saying, as it is found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import Attribution
from vedette.reading.document import Token


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of saying in a sentence: the links it adds, its cue, and the words that are said.

    That somebody warned, denied or decided is the narrator's word; only what was
    warned of, denied or decided is the speaker's.
    """

    links: tuple[Attribution, ...]
    cue: Token
    content: frozenset[int]
