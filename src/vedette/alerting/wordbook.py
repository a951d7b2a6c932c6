"""The language of letters: what is said of alerts, in words that somebody else looks up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vedette.store.alerting import Alert, AlertKind

Phrase = Callable[[str], str]


def english(message: str) -> str:
    """Say a message as it stands in the code."""
    return message


def _likelihood(word: str) -> str:
    return word.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordbook:
    """How things are said: messages, and the words for how likely and how sure; English unless given.

    Example:
        >>> Wordbook().likelihood("very_likely")
        'very likely'
    """

    phrase: Phrase = english
    likelihood: Phrase = _likelihood
    confidence: Phrase = english


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
