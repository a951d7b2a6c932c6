"""What a person is asked who reviews a desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from vedette.model.identity import content_id


class QuestionKind(StrEnum):
    """What is asked: whether two events are one, or whether a claim was read well."""

    PAIR = "pair"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why it is asked: what was looked at, what that is worth in points (0 where it is no score), and what was seen."""

    name: str
    value: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that a person is asked, made by linking and answered by a decision.

    ``events`` are the two of a pair, or the one of a claim, by id; ``claims`` the sentences to look at, one of each
    event of a pair. ``place`` orders questions, the lowest first: ``docs/review.md`` has the rule.
    """

    kind: QuestionKind
    events: tuple[str, ...]
    claims: tuple[str, ...]
    reasons: tuple[Reason, ...]
    place: float

    @property
    def id(self) -> str:
        """The same question has the same id, whatever sentences are shown for it.

        Example:
            >>> one = Question(kind=QuestionKind.PAIR, events=("e1", "e2"), claims=("c1", "c2"), reasons=(), place=3)
            >>> one.id[0]
            'a'
        """
        return content_id("a", [str(self.kind), *self.events])


def question_to_json(question: Question) -> dict[str, Any]:
    """Give a question as JSON."""
    return {
        "kind": str(question.kind), "events": list(question.events), "claims": list(question.claims),
        "place": question.place,
        "reasons": [{"name": one.name, "value": one.value, "words": one.words} for one in question.reasons],
    }


def question_from_json(data: Mapping[str, Any]) -> Question:
    """Make a question from the form that :func:`question_to_json` gives."""
    return Question(
        kind=QuestionKind(data["kind"]), events=tuple(data["events"]), claims=tuple(data["claims"]),
        place=data["place"], reasons=tuple(Reason(**one) for one in data["reasons"]),
    )
