"""Bodies of states: words for one ("defence ministry") joined with the state beside them ("Polish", "of Belarus").

How a language says whose a body is is data (``bodies.toml``, one shape for all).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from vedette.model import Bodies, KnownActor, Span, fold
from vedette.reading.document import Form, Mention, MentionKind
from vedette.reading.language_file import check_keys, language_tables

# Between two words: blanks, a hyphen, and what an apostrophe or colon joins to the one before ("Poland's", "USA:n");
# the stop of an abbreviation ("U.S. Army") is seen to by the caller.
_GAP = re.compile(r"(?:[:'’][^\W\d_]{0,3})?[ \u00a0\-‑]+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BEFORE = 30  # characters in which "former" is looked for
_KEYS = {"before", "bare_before", "behind", "bare_behind", "of", "between", "and", "former"}


@dataclass(frozen=True, slots=True)
class Whose:
    """How a language says whose a body is; words are folded."""

    before: frozenset[str]
    bare_before: str
    behind: frozenset[str]
    bare_behind: str
    of: frozenset[str]
    between: frozenset[str]
    joins: frozenset[str]
    former: frozenset[str]


@cache
def load_whose(language: str) -> Whose:
    """Load how a language says whose a body is.

    Raises:
        KnowledgeError: The file is missing or wrong.

    Example:
        >>> sorted(load_whose("en").of)
        ['of', 'the']
    """
    table = language_tables(language, "bodies").get("whose", {})
    check_keys(table, _KEYS, language=language, name="bodies")
    words = {key: frozenset(fold(word) for word in table[key].split()) for key in _KEYS}
    return Whose(
        before=words["before"], bare_before=table["bare_before"], behind=words["behind"],
        bare_behind=table["bare_behind"], of=words["of"], between=words["between"], joins=words["and"],
        former=words["former"],
    )


@dataclass(frozen=True, slots=True)
class _Owner:
    """A state beside a body, and how it is named there."""

    state: KnownActor
    form: Form
    span: Span


class BodyJoiner:
    """Joins the words for a body with the state beside them.

    Args:
        bodies: Of the packs.
        language: Of the text.
        forms: Gives the folded forms that a word may go back to.
    """

    def __init__(self, bodies: Bodies, *, language: str, forms: Callable[[str], tuple[str, ...]]) -> None:
        self._bodies, self._whose, self._forms, self._language = bodies, load_whose(language), forms, language

    def join(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """Give the names of a text with bodies and states made one; who held an office is dropped."""
        if not any(mention.body is not None for mention in mentions):
            return list(mentions)
        joined: list[Mention] = []
        owned_behind: set[Span] = set()
        waiting = [mention for mention in mentions if not self._is_former(text, mention)]
        while waiting:
            mention = waiting.pop(0)
            if mention.body is not None:
                if joined and (owner := self._owner_before(text, joined[-1], mention)) is not None:
                    before = joined.pop() if joined[-1].kind is MentionKind.ACTOR and joined[-1].body is None else None
                    mention = self._joined(mention, owner, start=before.span if before else mention.span)
                elif waiting and (owner := self._owner_behind(text, mention, waiting[0])) is not None:
                    waiting.pop(0)
                    mention = self._joined(mention, owner, start=mention.span, end=owner.span)
                    owned_behind.add(mention.span)
            joined.append(mention)
        return self._shared(text, joined, owned_behind)

    def _shared(self, text: str, mentions: list[Mention], owned_behind: set[Span]) -> list[Mention]:
        """Give a body the state of the one behind it: "the army and the police of Peru", "the staff of Peru's army"."""
        for index in reversed(range(len(mentions) - 1)):
            one, other = mentions[index], mentions[index + 1]
            if one.kind is not MentionKind.BODY or other.whose is None:
                continue
            gap, owner = text[one.span.end : other.span.start], _Owner(other.whose, other.form, other.span)
            if other.span in owned_behind and self._are_words(gap, self._whose.joins, some=True):
                mentions[index] = self._joined(one, owner, start=one.span)
                owned_behind.add(one.span)
            elif self._whose.behind and self._are_words(gap, self._whose.of):
                mentions[index : index + 2] = [self._joined(one, owner, start=one.span, end=owner.span)]
        return mentions

    def _owner_before(self, text: str, before: Mention, body: Mention) -> _Owner | None:
        gap = text[before.span.end : body.span.start]
        if before.span.of(text).endswith(".S"):
            gap = gap.removeprefix(".")
        if before.whose is not None:  # "the Polish army and police"
            joined = self._are_words(gap, self._whose.joins, some=True)
            return _Owner(before.whose, before.form, before.span) if joined else None
        if not _is_state(before) or before.form not in self._whose.before or before.actor is None:
            return None
        if not self._are_words(gap, self._whose.between):
            return None
        marked = gap.startswith(("'", "’", ":", "-")) or not self._is_bare(text, before)
        if not marked and not _may_be_bare(before.span.of(text), self._whose.bare_before):
            return None
        return _Owner(before.actor, before.form, before.span)

    def _owner_behind(self, text: str, body: Mention, behind: Mention) -> _Owner | None:
        gap = text[body.span.end : behind.span.start]
        if behind.form is Form.HOLDER and behind.actor is not None:  # "President A. Person"
            state = self._bodies.actors.get(behind.actor.party)
            return _Owner(state, Form.HOLDER, behind.span) if state is not None and not gap.strip(" \u00a0") else None
        if behind.actor is not None and behind.actor.kind in ("organ", "force") and behind.form is Form.NAME:
            # "the general staff of the Bundeswehr"
            state = self._bodies.actors.get(behind.actor.party)
            if state is None or state.kind != "state" or not self._whose.behind:
                return None
            return _Owner(state, Form.NAME, behind.span) if self._are_words(gap, self._whose.of) else None
        if not _is_state(behind) or behind.form not in self._whose.behind or behind.actor is None:
            return None
        if not self._are_words(gap, self._whose.of):
            return None
        said = any(fold(word) in self._whose.of for word in _WORD.findall(gap))
        if not said and self._is_bare(text, behind) and not _may_be_bare(behind.span.of(text), self._whose.bare_behind):
            return None
        return _Owner(behind.actor, behind.form, behind.span)

    def _joined(self, body: Mention, owner: _Owner, *, start: Span, end: Span | None = None) -> Mention:
        actor = self._bodies.of(owner.state.id, body.body) if body.body is not None else None
        if actor is None:
            return body
        span = Span(start.start, (end or body.span).end)
        return replace(
            body, kind=MentionKind.ACTOR, span=span, name=actor.name, form=owner.form, actor=actor, whose=owner.state,
        )

    def _is_bare(self, text: str, state: Mention) -> bool:
        """Say whether a name of a state stands in its dictionary form."""
        if state.actor is None or state.form is not Form.NAME:
            return False
        names = state.actor.names.get(self._language, ())[:1]
        return fold(state.span.of(text)) in {fold(name) for name in names}

    def _is_former(self, text: str, mention: Mention) -> bool:
        if mention.kind is not MentionKind.BODY:
            return False
        words = _WORD.findall(text[max(0, mention.span.start - _BEFORE) : mention.span.start])[-2:]
        parts = [part for word in words for part in word.split("-")]
        return any(form in self._whose.former for part in parts for form in self._forms(part))

    def _are_words(self, gap: str, known: frozenset[str], *, some: bool = False) -> bool:
        """Say whether nothing but known words stands in a gap, and at least one where ``some``."""
        if not (match := _GAP.match(gap)):
            return False
        rest = gap[match.end() :].strip(" \u00a0-")
        words = rest.split()
        if some and not words:
            return False
        return all(any(form in known for form in self._forms(word.strip("’'\""))) for word in words)


def _is_state(mention: Mention) -> bool:
    return mention.kind is MentionKind.ACTOR and mention.actor is not None and mention.actor.kind == "state" and (
        mention.whose is None
    )


def _may_be_bare(name: str, endings: str) -> bool:
    return endings == "*" or name.isupper() or name[-1].casefold() in endings
