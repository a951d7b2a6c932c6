"""Find every time a text mentions, from left to right, the longest reading first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vedette.model.span import Span
from vedette.reading.masks import Masks
from vedette.reading.times.expression import TimeExpression, TimeKind
from vedette.reading.times.forms import Node, Rule
from vedette.reading.times.readings import Reading, readings_of
from vedette.reading.times.tokens import Shape, Token, tokens_of
from vedette.reading.times.words import TOP, TimeWords, field_of

_LONGEST_GAP = 3
_MOST_TOKENS = 24
_NEAR = 7
_YEAR_DIGITS = 4
_LABEL_MARKS = frozenset("$€£¥№#+@&/\\_")
_CLOSING_MARKS = frozenset(".,;:!?)-…")
_PART = "@"  # the name of what a group of rules captured

Capture = tuple[str, object]
Found = tuple[int, Rule, int, tuple[Capture, ...]]
"""End token, rule, tokens that are context only, and what was captured."""
_BEGUN: Capture = ("", None)


def find_times(text: str, *, words: TimeWords, masked: Sequence[Span] = ()) -> list[TimeExpression]:
    """Find the times that a text mentions, in the order of the text.

    The longest reading wins; none overlaps another, none touches a masked
    span ("West 2025"). A list of days is taken apart: "12 and 16 September"
    gives two. What a time is, only ``resolve_time`` says.

    Args:
        text: The text of a report, or any piece of it.
        words: What its language knows, from ``load_time_words``.
        masked: Spans of names and designations, in which no time is looked for.

    Example:
        >>> from vedette.reading.times import load_time_words
        >>> [time.text for time in find_times("It ran from 12 to 16 September, not on Friday.",
        ...                                   words=load_time_words("en"))]
        ['from 12 to 16 September', 'Friday']
    """
    return _Search(text, words=words, masked=masked).run()


class _Search:
    """One walk over one text; what was tried at a token is remembered, so that the walk stays linear."""

    def __init__(self, text: str, *, words: TimeWords, masked: Sequence[Span]) -> None:
        self.text = text
        self.words = words
        self.tokens = tokens_of(
            text,
            abbreviations=words.abbreviations,
            ordinals=words.ordinals,
            endings=words.endings,
            compounds=words.compounds,
        )
        self.masks = Masks(masked)
        self.known: dict[tuple[str, int], list[tuple[int, TimeExpression]]] = {}
        self.read: dict[int, list[Reading]] = {}
        self.named: dict[int, frozenset[str]] = {}

    def run(self) -> list[TimeExpression]:
        found: list[TimeExpression] = []
        position = 0
        while position < len(self.tokens):
            best = self.longest_at(position) if self.opens(TOP, position) else None
            if best is None:
                position += 1
                continue
            end, expression = best
            found.extend(_taken_apart(expression))
            position = end
            self.known.clear()
            self.read.clear()
            self.named.clear()
        return found

    def longest_at(self, position: int) -> tuple[int, TimeExpression] | None:
        """Give the longest time that starts at this token, or behind the context that a rule asks for here."""
        best = None if self.is_plain_number(position) else self.best_at(position)
        if best is None:
            return None
        end, lead, expression = best
        behind = self.best_at(position + lead) if lead else None
        return (behind[0], behind[2]) if behind and behind[0] > end else (end, expression)

    def best_at(self, position: int) -> tuple[int, int, TimeExpression] | None:
        candidates = sorted(self.matches(TOP, position), key=lambda found: (-found[0], found[2], found[1].order))
        for end, rule, lead, captures in candidates:
            if self.allowed(position + lead, end, rule):
                return end, lead, self.expression(position + lead, end, rule, captures)
        return None

    def is_plain_number(self, position: int) -> bool:
        """Pass quickly over figures without a word near them, as in a table: no rule could use them."""
        token = self.tokens[position]
        if token.shape is not Shape.NUMBER or len(token.text) == _YEAR_DIGITS:
            return False
        following = self.tokens[position + 1 : position + _NEAR]
        return not any(near.shape in (Shape.WORD, Shape.DOTTED, Shape.DECIMAL) for near in following)

    def matches(self, group: str, position: int) -> list[Found]:
        found: list[Found] = []
        if self.opens(group, position):
            limit = min(position + _MOST_TOKENS, len(self.tokens))
            self.walk(self.words.tries[group], position, limit=limit, captures=(), found=found)
        return found

    def opens(self, group: str, position: int) -> bool:
        """Say whether any form of a group can begin here: mostly none can, and no walk is needed to know."""
        return position < len(self.tokens) and not self.words.openings[group].isdisjoint(self.names(position))

    def names(self, position: int) -> frozenset[str]:
        """Give the word that stands here and the classes that it may be of."""
        names = self.named.get(position)
        if names is None:
            names = self.named[position] = frozenset(
                (self.tokens[position].key, *(name for name, _, _ in self.readings(position)))
            )
        return names

    def walk(
        self, node: Node, position: int, *, limit: int, captures: tuple[Capture, ...], found: list[Found]
    ) -> None:
        """Follow the trie along the tokens, and note every point at which a form is complete."""
        found.extend((position, rule, lead, captures) for rule, lead in node.accepts)
        if position >= limit or (captures and not self.joined(position)):
            return
        following = node.words.get(self.tokens[position].key)
        if following is not None:
            # An empty capture marks that the form has begun, so that gaps count from here on.
            self.walk(following, position + 1, limit=limit, captures=(*captures, _BEGUN), found=found)
        if node.classes:
            for name, value, length in self.readings(position):
                following = node.classes.get(name)
                if following is not None:
                    self.walk(
                        following, position + length, limit=limit, captures=(*captures, (name, value)), found=found
                    )
        for group, following in node.groups.items():
            if self.opens(group, position):
                for end, part in self.parts(group, position):
                    self.walk(following, end, limit=limit, captures=(*captures, (_PART, part)), found=found)

    def readings(self, position: int) -> list[Reading]:
        found = self.read.get(position)
        if found is None:
            found = self.read[position] = readings_of(self.tokens, position, self.words)
        return found

    def parts(self, group: str, position: int) -> list[tuple[int, TimeExpression]]:
        """Give what the rules of a group can read here, the first rule for each length."""
        key = (group, position)
        if key not in self.known:
            by_end: dict[int, tuple[int, TimeExpression]] = {}
            for end, rule, lead, captures in sorted(self.matches(group, position), key=lambda found: found[1].order):
                by_end.setdefault(end, (end, self.expression(position + lead, end, rule, captures)))
            self.known[key] = [by_end[end] for end in sorted(by_end, reverse=True)]
        return self.known[key]

    def joined(self, position: int) -> bool:
        """Say whether a token continues the words before it: no paragraph or wide gap between them."""
        gap = self.tokens[position].gap
        return len(gap) <= _LONGEST_GAP and gap.count("\n") < 2

    def allowed(self, start: int, end: int, rule: Rule) -> bool:
        """Apply the guards: no label, no piece of a longer word, no lonely "May", nothing masked."""
        first, last = self.tokens[start], self.tokens[end - 1]
        return not (
            self.masks.touch(first.start, last.end)
            or self.is_glued(start, end)
            or self.is_label(start)
            or self.is_counting(end, rule)
            or self.is_rank(end)
            or (rule.kind == TimeKind.DISTANCE and self.is_last(end))
            or (end - start == 1 and self.is_lonely(start))
        )

    def is_glued(self, start: int, end: int) -> bool:
        """Catch "MiG-31", "Su27", "$2025" and "2025-style" on either side."""
        first = self.tokens[start]
        if start and not first.gap:
            before = self.tokens[start - 1]
            numeric = first.shape is not Shape.WORD
            if before.key in _LABEL_MARKS or before.shape is not Shape.MARK:
                return True
            if numeric and before.key == "-" and start > 1 and not before.gap and _is_solid(self.tokens[start - 2]):
                return True
        after = self.tokens[end : end + 2]
        if not after or after[0].gap:
            return False
        if _is_solid(after[0]) or after[0].key in "%°_/":
            return True
        if len(after) < 2 or after[1].gap or after[0].key not in "-,.:":
            return False
        styled = after[0].key == "-" and self.tokens[end - 1].shape is Shape.NUMBER
        return after[1].shape is not Shape.MARK and (styled or after[1].shape is not Shape.WORD)

    def is_label(self, start: int) -> bool:
        """Catch "Article 4" and "line 5"."""
        numeric = self.tokens[start].shape in (Shape.NUMBER, Shape.DECIMAL)
        return numeric and start > 0 and self.tokens[start - 1].key in self.words.guards.not_after

    def is_counting(self, end: int, rule: Rule) -> bool:
        """Catch "2025 people" and "30 minutes' walk", where the word behind takes the number for itself."""
        bounded = rule.kind in (TimeKind.BOUND, TimeKind.RANGE) and self.tokens[end - 1].shape is Shape.NUMBER
        if not bounded and rule.kind not in (TimeKind.YEAR, TimeKind.DURATION, TimeKind.RELATIVE):
            return False
        behind = [token.key for token in self.tokens[end : end + 2] if token.key not in ("-", "'")]
        return bool(behind) and behind[0] in self.words.guards.not_before

    def is_rank(self, end: int) -> bool:
        """Catch "the 12th brigade" and "die 12. Brigade": an ordinal with a noun behind it is no day."""
        if end >= len(self.tokens):
            return False
        last, before, behind = self.tokens[end - 1], self.tokens[max(0, end - 2)], self.tokens[end]
        dotted = last.key == "." and before.shape is Shape.NUMBER and len(before.text) < _YEAR_DIGITS
        if not dotted and (last.shape is not Shape.ORDINAL or last.text[:_YEAR_DIGITS].isdecimal()):
            return False
        if last.key[2:] in self.words.decades or before.key in self.words.classes["MONTH"].phrases:
            return False
        return behind.shape is Shape.WORD and behind.key not in self.words.guards.closers

    def is_last(self, end: int) -> bool:
        """Catch "a week before." and "a week before, ...", counted from what was told and not from what follows."""
        return end >= len(self.tokens) or self.tokens[end].key in _CLOSING_MARKS or not self.joined(end)

    def is_lonely(self, position: int) -> bool:
        """Catch a lone "May" or "Sun" that no preposition shows to be a time."""
        allowed_after = self.words.guards.company.get(self.tokens[position].key)
        if allowed_after is None:
            return False
        return position == 0 or self.tokens[position - 1].key not in allowed_after

    def expression(self, start: int, end: int, rule: Rule, captures: tuple[Capture, ...]) -> TimeExpression:
        span = Span(self.tokens[start].start, self.tokens[end - 1].end)
        return _expression(span, self.text, rule, captures)


def _is_solid(token: Token) -> bool:
    return token.shape is not Shape.MARK


def _expression(span: Span, text: str, rule: Rule, captures: tuple[Capture, ...]) -> TimeExpression:
    """Fill the fields of an expression from what the rule states and the words gave."""
    fields: dict[str, object] = {}
    parts: list[TimeExpression] = []
    for name, value in captures:
        if name == _PART and isinstance(value, TimeExpression):
            parts.append(value)
        elif name in ("CLOCK", "DOTCLOCK") and isinstance(value, tuple):
            fields["hour"], fields["minute"] = value
        elif isinstance(value, dict):
            fields |= value
        elif field := field_of(name):
            fields.setdefault(field, None if value == "some" else value)
    fields |= dict(rule.states)
    known: dict[str, object] = {name: value for name, value in fields.items() if value is not None}
    own: dict[str, object] = {"rule": rule.name, "kind": TimeKind(rule.kind), "parts": tuple(parts)}
    return TimeExpression(span=span, text=span.of(text), **(own | known))  # type: ignore[arg-type]


def _taken_apart(expression: TimeExpression) -> list[TimeExpression]:
    """Give the members of a list, each with the month and year that only one of them carries."""
    if expression.kind is not TimeKind.LIST:
        return [expression]
    month = next((part.month for part in expression.parts if part.month), None)
    year = next((part.year for part in expression.parts if part.year), expression.year)
    return [
        replace(part, month=part.month or (month if part.day else None), year=part.year or year)
        if part.kind in (TimeKind.DATE, TimeKind.MONTH)
        else part
        for part in expression.parts
    ]
