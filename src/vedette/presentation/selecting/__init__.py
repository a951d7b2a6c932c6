"""What people and programs choose by, and where in a list they stand: one language for pages, interface and assistants.

The front door is :class:`Selection`: which events are meant, checked before the desk is opened. Beside it stand
the fields that other lists are narrowed by, and cursors, which are places in a list as one opaque word.
"""

from vedette.presentation.selecting.cursor import (
    CLAIM_PLACE,
    EVENT_PLACE,
    HIT_PLACE,
    NAME_PLACE,
    NUMBER_PLACE,
    REPORT_PLACE,
    SITUATION_PLACE,
    Kinds,
    cursor_of,
    place_of,
)
from vedette.presentation.selecting.fields import LONGEST, Blank, Day, Words
from vedette.presentation.selecting.selection import Selection

__all__ = [
    "CLAIM_PLACE", "EVENT_PLACE", "HIT_PLACE", "LONGEST", "NAME_PLACE", "NUMBER_PLACE", "REPORT_PLACE",
    "SITUATION_PLACE", "Blank", "Day", "Kinds", "Selection", "Words", "cursor_of", "place_of",
]
