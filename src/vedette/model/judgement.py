"""What people decided, kept for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from vedette.model.correction import CorrectedField, FieldValue, value_from_json, value_to_json
from vedette.model.identity import content_id

Anchors = tuple[str, ...]


class Verdict(StrEnum):
    """Whether two claims or events tell of the same thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """That somebody decided something: ``by`` whom, ``at`` which moment, ``why``. The id hangs on all but the why."""

    id: str
    by: str
    at: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Signed):
    """A decision that holds until it is taken back: ``undone`` is the moment; the decision itself stays on record."""

    undone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Standing):
    """That somebody judged claims the same, different or unsure: who, when, why.

    ``left`` and ``right`` are anchors of claims (:attr:`Claim.anchor`): one each where two
    claims were judged, all of an event where events were. *Same*: all of them tell of
    one event. *Different*: none on the left is of one event with any on the right.
    *Unsure*: no score may join a left one with a right one. Anchors, so that a judgement
    survives a re-reading with newer rules.
    """

    left: Anchors
    right: Anchors
    verdict: Verdict

    @classmethod
    def of(
        cls, left: str | Iterable[str], right: str | Iterable[str], verdict: Verdict, *, by: str, at: str, why: str = ""
    ) -> Judgement:
        """Record a verdict; the order of the two sides does not matter.

        Example:
            >>> Judgement.of("b", ["a", "c"], Verdict.SAME, by="Ann", at="2025-09-12").left
            ('a', 'c')
        """
        first, second = sorted((_anchors(left), _anchors(right)))
        name = _name(by, at, {"left": first, "right": second, "verdict": verdict})
        return cls(id=name, left=first, right=second, verdict=verdict, by=by, at=at, why=why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Override(Standing):
    """That somebody set the grade of an event in the place of the rule: its letter, its digit, or both.

    ``anchors`` are those of the event's claims as it was; it holds for the event that has
    most of them now.
    """

    anchors: Anchors
    letter: str | None
    digit: int | None

    @classmethod
    def of(
        cls, anchors: Iterable[str], *, letter: str | None = None, digit: int | None = None, by: str, at: str,
        why: str = "",
    ) -> Override:
        """Record a grade that a person gives."""
        held = _anchors(anchors)
        name = _name(by, at, {"anchors": held, "letter": letter, "digit": digit})
        return cls(id=name, anchors=held, letter=letter, digit=digit, by=by, at=at, why=why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Standing):
    """That somebody gave a source a reliability letter; the newest for a source counts.

    ``source`` is any of its names: an outlet, an agency, a ministry.
    """

    source: str
    letter: str

    @classmethod
    def of(cls, source: str, letter: str, *, by: str, at: str, why: str = "") -> Rating:
        """Record the letter of a source."""
        name = _name(by, at, {"source": source, "letter": letter})
        return cls(id=name, source=source, letter=letter, by=by, at=at, why=why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Standing):
    """That somebody rejected or confirmed a claim, or set one field of it; the claim itself stays as it was read.

    ``anchor`` is that of the claim, so that the correction survives a re-reading; ``value`` is what
    holds in the place of what was read (:mod:`vedette.model.correction`).
    """

    anchor: str
    field: CorrectedField
    value: FieldValue

    @classmethod
    def of(
        cls, anchor: str, field: CorrectedField, value: FieldValue, *, by: str, at: str, why: str = ""
    ) -> Correction:
        """Record what a person sets.

        Example:
            >>> from vedette.model.claim import Stage
            >>> Correction.of("r1:4-9:strike", CorrectedField.STAGE, Stage.PLANNED, by="Ann", at="2025-09-12").value
            <Stage.PLANNED: 'planned'>
        """
        written = value_to_json(value)
        name = _name(by, at, {"anchor": anchor, "field": field, "value": written})
        # Only what is kept counts: a value is the same before and after it lay on a desk.
        kept = value_from_json(field, written)
        return cls(id=name, anchor=anchor, field=field, value=kept, by=by, at=at, why=why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Signed):
    """That somebody took a decision back. To have it again, it is made again."""

    undoes: str

    @classmethod
    def of(cls, undoes: str, *, by: str, at: str, why: str = "") -> Undo:
        """Record that a decision, given by its id, no longer holds."""
        return cls(id=_name(by, at, {"undoes": undoes}), undoes=undoes, by=by, at=at, why=why)


Decision = Judgement | Override | Rating | Correction | Undo


def _anchors(given: str | Iterable[str]) -> Anchors:
    return (given,) if isinstance(given, str) else tuple(sorted(set(given)))


def _name(by: str, at: str, content: Mapping[str, Any]) -> str:
    return content_id("j", {**content, "by": by, "at": at})
