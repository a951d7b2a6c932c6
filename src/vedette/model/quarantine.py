"""An input that could not become a report, kept with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.errors import InputError
from vedette.model.identity import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantinedInput:
    """Something that was handed in and could not be read, and why.

    Nothing of it is lost: ``content`` holds the bytes as received, up to a
    limit that ``truncated`` makes plain. It can be listed and tried again.
    """

    id: str
    source: str
    line: int | None
    reason: str
    advice: str
    content: bytes
    truncated: bool
    first_seen: str | None = None

    @classmethod
    def of(cls, error: InputError, *, content: bytes = b"", limit: int = 1_000_000) -> QuarantinedInput:
        """Keep an input error with the bytes that caused it.

        Args:
            error: What was wrong and where.
            content: The bytes as received.
            limit: How many of them are kept.
        """
        kept = content[:limit]
        identity = {"source": error.source, "line": error.line, "reason": error.reason, "head": kept[:4096].hex()}
        return cls(
            id=content_id("q", identity), source=error.source, line=error.line, reason=error.reason,
            advice=error.advice, content=kept, truncated=len(content) > limit,
        )
