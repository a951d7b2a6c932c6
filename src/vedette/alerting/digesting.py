"""A digest as a letter: one a day for each channel."""

from __future__ import annotations

from datetime import datetime

from vedette.alerting.delivering import key_of
from vedette.alerting.wordbook import Wordbook
from vedette.alerting.writing import cut
from vedette.store.alerting import Letter, LetterKind


def digest_letter(channel: str, text: str, *, at: datetime, words: Wordbook | None = None) -> Letter:
    """Make a letter of a digest; its key is that of the day, so that a second one of the day is the same letter.

    Args:
        channel: Where it goes.
        text: The digest.
        at: This moment.
        words: The language of the letter; English unless given.
    """
    said, day = words or Wordbook(), at.date().isoformat()
    key = key_of(channel, LetterKind.DIGEST, [day])
    signed = said.phrase("Letter %(key)s") % {"key": key}
    return Letter(
        key=key, channel=channel, kind=LetterKind.DIGEST,
        subject=said.phrase("Vedette: digest of %(day)s") % {"day": said.day(day)},
        body=cut(f"{text.rstrip()}\n\n{signed}", key, said.phrase), made=at, due=at,
    )
