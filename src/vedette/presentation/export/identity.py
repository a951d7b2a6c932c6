"""Ids that are the same in every export: made from what a thing is, never by chance."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

_OURS = uuid5(NAMESPACE_URL, "urn:vedette:export")


def uuid_of(kind: str, *parts: str) -> UUID:
    """Name a thing by its kind and what it is made of (UUID version 5).

    Example:
        >>> uuid_of("event", "e1") == uuid_of("event", "e1"), uuid_of("event", "e1") == uuid_of("note", "e1")
        (True, False)

    """
    # A separator that no text of ours holds, so that ("a", "bc") and ("ab", "c") are two.
    return uuid5(_OURS, "\x1f".join((kind, *parts)).encode("utf-8", "backslashreplace").decode("utf-8"))
