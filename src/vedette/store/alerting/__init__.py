"""What people are told of: alerts, the letters that they go out with, who took note, and what is followed.

An open store gives it as ``store.alerting``.
"""

from vedette.store.alerting.nouns import (
    Alert,
    AlertKind,
    ChannelRecord,
    Followed,
    FollowKind,
    LastTold,
    Letter,
    LetterKind,
    Quote,
    Snooze,
    Spot,
    Told,
)
from vedette.store.alerting.ports import AlertBook
from vedette.store.alerting.sql_book import SqlAlertBook

__all__ = [
    "Alert", "AlertBook", "AlertKind", "ChannelRecord", "FollowKind", "Followed", "LastTold", "Letter", "LetterKind",
    "Quote", "Snooze", "Spot", "SqlAlertBook", "Told",
]
