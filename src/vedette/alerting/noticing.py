"""What there is to tell of a scenario: a change of its level, or an indicator that is met and was not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from vedette.alerting.channels import Channel
from vedette.alerting.choosing import wants
from vedette.model import Assessment, content_id
from vedette.model.identity import Content
from vedette.store.alerting import Alert, AlertBook, AlertKind, LastTold, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What has changed of a scenario since people were last told.

    ``fresh`` are the indicators that are met and were not; ``rules_changed`` says that its file is another one now.
    """

    kind: AlertKind
    before: int
    fresh: tuple[str, ...]
    rules_changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What an assessment is told with: see the fields of :class:`vedette.store.alerting.Alert`."""

    name: str
    before_name: str = ""
    meaning: str = ""
    because: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    unseen: tuple[str, ...] = ()
    outlook: tuple[str, ...] = ()


Word = Callable[[Assessment, News], Wording]


@dataclass(frozen=True, slots=True)
class Draft:
    """An alert that is not on record yet, if there is one, and how its scenario stands once people are told."""

    alert: Alert | None
    told: LastTold


def news_of(told: LastTold | None, now: Assessment) -> News | None:
    """Say what there is to tell, ``None`` for nothing.

    Who was never told of a scenario takes it for calm. An assessment of an earlier day than people know tells nothing.

    Args:
        told: How the scenario stood when people were last told.
        now: How it stands.
    """
    if told is not None and now.day < told.day:
        return None
    before, met = (0, frozenset[str]()) if told is None else (told.level, frozenset(told.met))
    fresh = tuple(one for one in now.met if one not in met)
    changed = told is not None and told.mark != now.mark
    if now.level != before:
        kind = AlertKind.RAISED if now.level > before else AlertKind.LOWERED
        return News(kind=kind, before=before, fresh=fresh, rules_changed=changed)
    return News(kind=AlertKind.MET, before=before, fresh=fresh, rules_changed=changed) if fresh else None


def drafts(book: AlertBook, assessments: Iterable[Assessment], *, word: Word, at: datetime) -> Iterator[Draft]:
    """Draft what there is to tell, and put nothing on record.

    Args:
        book: What people were told.
        assessments: The newest of each scenario.
        word: Gives the words of an alert.
        at: This moment.
    """
    for now in assessments:
        told = book.last_told(now.scenario)
        if told is not None and now.day < told.day:
            continue
        news = news_of(told, now)
        last = told.alert if told else None
        alert = None if news is None else _alert(now, news, word(now, news), follows=last, at=at)
        then = LastTold(
            scenario=now.scenario, day=now.day, mark=now.mark, level=now.level, level_name=now.level_name, met=now.met,
            alert=alert.id if alert else last,
        )
        if alert is not None or then != told:
            yield Draft(alert, then)


def notice(
    book: AlertBook, assessments: Iterable[Assessment], *, channels: Sequence[Channel], word: Word, at: datetime
) -> tuple[Alert, ...]:
    """Put on record what there is to tell, and to which channels it goes; the same again adds nothing.

    Args:
        book: What people were told.
        assessments: The newest of each scenario.
        channels: To whom alerts go.
        word: Gives the words of an alert.
        at: This moment.

    Returns:
        The alerts that are new.
    """
    made: list[Alert] = []
    for draft in drafts(book, assessments, word=word, at=at):
        if draft.alert is None:
            book.note_told(draft.told)
            continue
        going = [channel.name for channel in channels if wants(channel, draft.alert)]
        if book.put_alert(draft.alert, draft.told, channels=going):
            made.append(draft.alert)
    return tuple(made)


def _alert(now: Assessment, news: News, words: Wording, *, follows: str | None, at: datetime) -> Alert:
    named: list[Content] = [now.scenario, now.day, now.mark, news.before, now.level, news.fresh, follows]
    return Alert(
        id=content_id("a", named), scenario=now.scenario, name=words.name, kind=news.kind, day=now.day, made=at,
        level=now.level, level_name=now.level_name, before=news.before, before_name=words.before_name,
        likelihood=None if now.likelihood is None else str(now.likelihood), confidence=str(now.confidence),
        observable=now.observable, meaning=words.meaning, because=words.because, told=words.told, unseen=words.unseen,
        outlook=words.outlook, follows=follows,
    )
