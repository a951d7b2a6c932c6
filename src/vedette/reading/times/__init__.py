"""When: the times a text mentions, and which days they mean.

``find_times`` reads the words, ``resolve_time`` ties them to the calendar. The
grammar is one for all languages; what a language says is data in
``languages/<code>/times.toml``.
"""

from vedette.reading.times.expression import Tense, TimeExpression, TimeKind
from vedette.reading.times.find import find_times
from vedette.reading.times.resolve import resolve_time
from vedette.reading.times.story import anchors_of
from vedette.reading.times.words import TimeWords, load_time_words

__all__ = [
    "Tense", "TimeExpression", "TimeKind", "TimeWords", "anchors_of", "find_times", "load_time_words", "resolve_time",
]
