"""Take the marks out of one line of the corpus: ``{Poland|A1 PL} {closed|E1 border_closure}``.

``{words|LABEL value}`` marks words; several labels on the same words stand
behind one another with ``;``. ``<S1:words>`` are the words that source S1 is
cited with, ``<S2>S1:words>`` where S2 cites S1. Both nest. A backslash makes the next
character an ordinary one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vedette.evaluation.annotated import Content, Mark
from vedette.evaluation.problem import Problem
from vedette.evaluation.value_codes import parse_value
from vedette.model.span import Span

_HEAD = re.compile(r"<(S\d+(?:>S\d+)*):")
_LABEL = re.compile(r"([EAPTQWNS]\d+|C\d+[a-h]?)(?:=([EAPTQWNS]\d+))?(?:\s+(\S.*))?\Z")
_PLAIN = re.compile(r"[^\\{|}<>]+")
_ESCAPE_HINT = "Write a backslash before it if it is part of the text."


@dataclass(slots=True)
class _Open:
    sign: str
    start: int
    chain: tuple[str, ...] = ()


@dataclass(slots=True)
class InlineText:
    """One line without its marks, and the marks; ``base`` is where the line begins in the text of the item."""

    file: str
    line: int
    base: int
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The plain words of the line."""
        return "".join(self.pieces)

    @property
    def _here(self) -> int:
        return self.base + self.length

    def read(self, raw: str) -> InlineText:
        """Read a line; what is wrong is in ``problems``."""
        at = 0
        while at < len(raw):
            plain = _PLAIN.match(raw, at)
            if plain:
                self._add(plain[0])
            at = plain.end() if plain else self._step(raw, at)
        for left in self._open:
            what = "of " + ">".join(left.chain) if left.chain else f"before '{self._after(left)}'"
            self._fail(f"The '{left.sign}' {what} is never closed.", "Close it in the same paragraph.")
        return self

    def _step(self, raw: str, at: int) -> int:
        signs = {
            "\\": self._escaped, "{": self._open_mark, "|": self._close_mark, "}": self._bare_close,
            "<": self._open_content, ">": self._close_content,
        }  # fmt: skip
        return signs[raw[at]](raw, at)

    def _escaped(self, raw: str, at: int) -> int:
        self._add(raw[at + 1 : at + 2])
        return at + 2

    def _open_mark(self, raw: str, at: int) -> int:
        self._open.append(_Open("{", self._here))
        return at + 1

    def _bare_close(self, raw: str, at: int) -> int:
        self._fail("A '}' comes without a label.", "Write {words|LABEL}, or a backslash before it.")
        if self._open and self._open[-1].sign == "{":
            self._open.pop()
        return at + 1

    def _add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def _close_mark(self, raw: str, at: int) -> int:
        if not self._open or self._open[-1].sign != "{":
            inside = bool(self._open)
            fix = "Close the content with '>' first." if inside else _ESCAPE_HINT
            self._fail("A '|' stands outside of {words|LABEL}.", fix)
            return at + 1
        end = raw.find("}", at)
        next_mark = raw.find("{", at)
        if end < 0 or -1 < next_mark < end:
            self._fail(f"The label behind '{self._after(self._open.pop())}' is never closed.", "Write '}' behind it.")
            return next_mark if next_mark >= 0 else len(raw)
        opened = self._open.pop()
        span = Span(opened.start, self._here)
        for label in raw[at + 1 : end].split(";"):
            self._label(label.strip(), span)
        return end + 1

    def _label(self, label: str, span: Span) -> None:
        words = span.of(" " * self.base + self.text)
        found = _LABEL.match(label)
        if not found:
            self._fail(f"'{label}' behind '{words}' is no label.", "Write a letter of EAPTQWNSC and a number: A1 PL.")
            return
        name, same_as, rest = found.groups()
        if not words or words != words.strip():
            self._fail(f"The words of {name} are empty or have a blank at an edge.", "Mark whole words only.")
        try:
            value = parse_value(name[0], rest or "") if rest or not same_as else None
        except ValueError as problem:
            self._fail(f"{name} '{words}':", str(problem))
            value = None  # the mark stays, so that what links to it is not reported as well
        self.marks.append(Mark(id=name, span=span, value=value, same_as=same_as, line=self.line))

    def _open_content(self, raw: str, at: int) -> int:
        found = _HEAD.match(raw, at)
        if not found:
            self._fail("A '<' does not open a content such as <S1:words>.", _ESCAPE_HINT)
            return at + 1
        self._open.append(_Open("<", self._here, tuple(found[1].split(">"))))
        return found.end()

    def _close_content(self, raw: str, at: int) -> int:
        if not self._open or self._open[-1].sign != "<":
            fix = f"Close '{self._after(self._open[-1])}' with its label first." if self._open else _ESCAPE_HINT
            self._fail("A '>' closes no content.", fix)
            return at + 1
        opened = self._open.pop()
        span = Span(opened.start, self._here)
        words = span.of(" " * self.base + self.text)
        if not words or words != words.strip():
            self._fail(f"The content of {opened.chain[-1]} is empty or has a blank at an edge.", "Move the signs.")
        self.contents.append(Content(chain=opened.chain, span=span, line=self.line))
        return at + 1

    def _after(self, left: _Open) -> str:
        return self.text[left.start - self.base :][:20]

    def _fail(self, what: str, fix: str) -> None:
        self.problems.append(Problem(self.file, self.line, what, fix))
