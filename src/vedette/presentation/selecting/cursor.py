"""Places in a list as opaque words that stand in an address."""

from __future__ import annotations

import base64
import binascii
import json
import math

from vedette.errors import WrongCursor
from vedette.store.asked import ListPlace

Kinds = tuple[type | tuple[type, ...], ...]

_DAY = (str, type(None))
EVENT_PLACE: Kinds = (_DAY, _DAY, str)
REPORT_PLACE: Kinds = (int,)
CLAIM_PLACE: Kinds = (int, int)
SITUATION_PLACE: Kinds = (str, str)
NAME_PLACE: Kinds = (str,)
HIT_PLACE: Kinds = (int, int, int)
NUMBER_PLACE: Kinds = (int,)
# SQLite counts no further.
_MOST = 2**63 - 1


def cursor_of(place: ListPlace | None) -> str | None:
    """Write a place as one opaque word.

    Example:
        >>> place_of(cursor_of(("2025-09-11", "2025-09-11T18:00", "e1")), EVENT_PLACE)
        ('2025-09-11', '2025-09-11T18:00', 'e1')
    """
    if place is None:
        return None
    written = json.dumps(place, separators=(",", ":")).encode("ascii")
    return base64.urlsafe_b64encode(written).rstrip(b"=").decode("ascii")


def place_of(cursor: str | None, kinds: Kinds) -> ListPlace | None:
    """Give the place that a cursor stands for.

    Raises:
        WrongCursor: It is not one that this list gave.
    """
    if cursor is None:
        return None
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        parts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError):
        raise WrongCursor from None
    fits = isinstance(parts, list) and len(parts) == len(kinds) and all(map(_is, parts, kinds))
    if not fits:
        raise WrongCursor
    return tuple(parts)


def _is(part: object, kind: type | tuple[type, ...]) -> bool:
    if isinstance(part, int) and not isinstance(part, bool):
        return kind is int and abs(part) <= _MOST
    if isinstance(part, float) and not math.isfinite(part):  # neither before nor behind anything
        return False
    return isinstance(part, kind) and not isinstance(part, bool)
