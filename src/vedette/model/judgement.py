"""A person's decision, kept for good."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.model.identity import content_id


class Verdict(StrEnum):
    """Whether two claims or events tell of the same thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """That somebody judged two claims the same, different or unsure: who, when, why.

    ``left`` and ``right`` are anchors of claims (:attr:`Claim.anchor`), so that
    a judgement survives a re-reading with newer rules. ``undone`` is the moment
    it was taken back; the judgement itself stays on record.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    by: str
    at: str
    why: str = ""
    undone: str | None = None

    @classmethod
    def of(cls, left: str, right: str, verdict: Verdict, *, by: str, at: str, why: str = "") -> Judgement:
        """Record a verdict; the order of the two does not matter."""
        left, right = sorted((left, right))
        content = {"left": left, "right": right, "verdict": verdict, "by": by, "at": at}
        return cls(id=content_id("j", content), left=left, right=right, verdict=verdict, by=by, at=at, why=why)
