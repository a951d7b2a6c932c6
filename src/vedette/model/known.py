"""Since when something counts as known, when one looks back."""

from __future__ import annotations

from enum import StrEnum


class Known(StrEnum):
    """Since when a report counts as known."""

    FIRST_SEEN = "first_seen"  # since this desk first met it
    PUBLISHED = "published"  # since it was published; where nobody knows when, since this desk first met it
