"""A digest as a letter: one a day for each channel."""

from __future__ import annotations

from datetime import datetime

from vedette.alerting.delivering import key_of
from vedette.alerting.writing import cut
from vedette.store.alerting import Letter, LetterKind


def digest_letter(channel: str, text: str, *, at: datetime) -> Letter:
    """Make a letter of a digest; its key is that of the day, so that a second one of the day is the same letter.

    Args:
        channel: Where it goes.
        text: The digest.
        at: This moment.
    """
    day = at.date().isoformat()
    key = key_of(channel, LetterKind.DIGEST, [day])
    return Letter(
        key=key, channel=channel, kind=LetterKind.DIGEST, subject=f"Vedette: digest of {day}",
        body=cut(f"{text.rstrip()}\n\nLetter {key}", key), made=at, due=at,
    )
