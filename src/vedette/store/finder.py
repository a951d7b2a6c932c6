"""What each database finds with indexes of its own: reports by their words, events by period and by place.

What a user types is never handed on as a query. It is taken apart into words and
phrases, and each is quoted; so no input can be an error, or mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Select

from vedette.store.sightings import Box

# More words than this cannot narrow a search any further; the rest is left out.
_MOST_TERMS = 32
_LONGEST_INPUT = 1000

_TERM = re.compile(r'"(?P<phrase>[^"]*)"(?P<open>\*?)|(?P<word>[^\s"]+)')
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase to be found; ``prefix`` lets its last word go on."""

    words: str
    prefix: bool = False


def terms(typed: str) -> tuple[Term, ...]:
    """Take apart what a user typed; all terms must be found.

    Double quotes hold a phrase together, an asterisk at the end stands for any
    ending. Whatever holds no letter or digit is left out.

    Example:
        >>> [term.words for term in terms('Poland "border closure" dron* --')]
        ['Poland', 'border closure', 'dron']
    """
    clean = _CONTROL.sub(" ", typed[:_LONGEST_INPUT])
    found = (_term(match) for match in _TERM.finditer(clean))
    return tuple(term for term in found if any(letter.isalnum() for letter in term.words))[:_MOST_TERMS]


def _term(match: re.Match[str]) -> Term:
    if match["word"] is not None:
        return Term(match["word"].rstrip("*"), prefix=match["word"].endswith("*"))
    return Term(match["phrase"].strip(), prefix=bool(match["open"]))


# Behind every number.
NO_END = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Reports that are ranked together: from the number ``first`` on, up to ``end``, which is not of them."""

    first: int = 0
    end: int = NO_END


class Finder(Protocol):
    """The indexes that a database has of its own."""

    def index(self, connection: Connection, ids: Sequence[str]) -> None:
        """Take reports that were just written into the index of words, in the same transaction."""
        ...

    def numbers(self, wanted: Sequence[Term]) -> Select[Any]:
        """Give a query for the numbers of the reports in which every term is found."""
        ...

    portion: int
    """So many reports are ranked in good time."""

    def best(
        self, connection: Connection, wanted: Sequence[Term], stretch: Stretch, *, limit: int, after: int | None = None
    ) -> list[int]:
        """Give the numbers of the reports of a stretch, those that fit best first, of equals the newest first.

        ``after`` is one of them: only those behind it. How well it fits is worked out anew, since that hangs on all
        reports of a desk.
        """
        ...

    def oldest(self, connection: Connection, wanted: Sequence[Term], *, below: int) -> int:
        """Give the number where a portion of what fits begins, counted from a number backwards; 0 where all fit in."""
        ...

    def touching(self, since: str | None, until: str | None) -> Iterable[ColumnElement[bool]]:
        """Give what an index can say of events whose period touches a stretch of days; maybe nothing.

        It holds of every such event, and is asked beside the exact conditions.
        """
        ...

    def inside(self, box: Box) -> Iterable[ColumnElement[bool]]:
        """Give what an index can say of the points in a box; maybe nothing. As for :meth:`touching`."""
        ...
