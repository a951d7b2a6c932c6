"""The language of letters: what is said of alerts, in words that somebody else looks up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vedette.store.alerting import Alert, AlertKind

Phrase = Callable[[str], str]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)


def english(message: str) -> str:
    """Say a message as it stands in the code."""
    return message


def english_day(day: str) -> str:
    """Say a day (ISO 8601) in words; what is known less exactly stays as it is.

    Example:
        >>> english_day("2031-05-04"), english_day("2031-05")
        ('4 May 2031', '2031-05')
    """
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{read.day} {_MONTHS[read.month - 1]} {read.year}"


def _likelihood(word: str) -> str:
    return word.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordbook:
    """How things are said: messages, days, and the words for how likely and how sure; English unless given.

    Example:
        >>> Wordbook().likelihood("very_likely")
        'very likely'
    """

    phrase: Phrase = english
    likelihood: Phrase = _likelihood
    confidence: Phrase = english
    day: Phrase = english_day

    def moment(self, written: str) -> str:
        """Say a moment (ISO 8601) by the clock that it was written by, and which one that is; without a zone, the day.

        Example:
            >>> [Wordbook().moment(f"2031-05-04T00:30{zone}") for zone in ("+03:00", "Z", "")]
            ['4 May 2031, 00:30 UTC+3', '4 May 2031, 00:30 UTC', '4 May 2031']
        """
        day = self.day(written[:10])
        try:
            read = datetime.fromisoformat(written)
        except ValueError:
            return day
        return day if read.utcoffset() is None else f"{day}, {read:%H:%M} {_zone(read)}"


def _zone(moment: datetime) -> str:
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    ahead = f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
    return f"UTC{ahead if minutes else ''}"


def describe_change(alert: Alert, phrase: Phrase = english) -> str:
    """Say in a few words what an alert tells."""
    levels = {"before": alert.before_name, "level": alert.level_name}
    match alert.kind:
        case AlertKind.RAISED:
            return phrase("rises from %(before)s to %(level)s") % levels if alert.before_name else phrase("rises")
        case AlertKind.LOWERED:
            return phrase("falls from %(before)s to %(level)s") % levels if alert.before_name else phrase("falls")
        case AlertKind.MET:
            return phrase("stays %(level)s, and more of what was looked for is met") % levels
