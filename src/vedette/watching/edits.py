"""What was changed between two versions of a text: by paragraphs, and within them by words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
# Comparing takes time that grows with the square of what is compared: longer paragraphs are told of as a whole.
_MOST_WORDS = 2000


class Piece(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Some words, and what became of them."""

    piece: Piece
    text: str


def difference(before: str, after: str) -> tuple[tuple[Words, ...], ...]:
    r"""Give the paragraphs that differ, in the order of the text, each as pieces that stayed, went and came.

    Example:
        >>> [paragraph] = difference("A first.\n\nThe gate was shut.", "A first.\n\nThe gate was not shut.")
        >>> "".join(f"[{words.text}]" if words.piece is Piece.NEW else words.text for words in paragraph)
        'The gate was [not ]shut.'
    """
    old, new = _paragraphs(before), _paragraphs(after)
    changed: list[tuple[Words, ...]] = []
    for what, left, left_end, right, right_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            pairs = zip_longest(old[left:left_end], new[right:right_end], fillvalue="")
            changed += [tuple(_from_word_to_word(list(_by_words(one, other)))) for one, other in pairs]
    return tuple(changed)


def _paragraphs(text: str) -> list[str]:
    return [part for part in (one.strip() for one in text.split("\n")) if part]


def _by_words(before: str, after: str) -> Iterator[Words]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        old, new = [before], [after]
    for what, left, left_end, right, right_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield _words(Piece.SAME, old[left:left_end])
            continue
        yield from (
            piece for piece in (_words(Piece.GONE, old[left:left_end]), _words(Piece.NEW, new[right:right_end]))
            if piece.text
        )


def _from_word_to_word(pieces: list[Words]) -> Iterator[Words]:
    """Move what came or went to where a word begins: the blank before it and the one behind it are the same."""
    for at in range(1, len(pieces) - 1):
        before, here, behind = pieces[at - 1 : at + 2]
        blank = here.text[: len(here.text) - len(here.text.lstrip())]
        alone = before.piece is behind.piece is Piece.SAME
        if alone and blank and behind.text.startswith(blank):
            pieces[at - 1 : at + 2] = [
                replace(before, text=before.text + blank), replace(here, text=here.text[len(blank) :] + blank),
                replace(behind, text=behind.text[len(blank) :]),
            ]
    yield from (one for one in pieces if one.text)


def _words(piece: Piece, words: Sequence[str]) -> Words:
    return Words(piece=piece, text="".join(words))
