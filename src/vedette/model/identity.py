"""Ids made from content, so that reading twice adds nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

Content = str | int | float | bool | None | Mapping[str, "Content"] | Sequence["Content"]


def content_id(prefix: str, content: Content) -> str:
    """Name a thing by what it holds: equal content gives an equal id.

    Args:
        prefix: One letter that says what kind of thing it is (``r`` report,
            ``c`` claim, ``e`` event, ``s`` situation, ``j`` judgement).
        content: JSON-like data; the order of keys does not matter.

    Returns:
        The prefix and 20 hexadecimal digits of the SHA-256 of the content.

    Example:
        >>> content_id("r", {"a": 1, "b": 2}) == content_id("r", {"b": 2, "a": 1})
        True
    """
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # Lone surrogates occur in damaged pages; they must not stop an id from being made.
    return prefix + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:20]
