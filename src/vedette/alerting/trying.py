"""An invented alert, to try out channels and templates with."""

from __future__ import annotations

from datetime import datetime

from vedette.alerting.channels import Channel
from vedette.alerting.delivering import Write, alerts_letter
from vedette.model import content_id
from vedette.store.alerting import Alert, AlertKind, Letter, Quote, Spot, Told


def trial_alert(at: datetime) -> Alert:
    """Give an alert that nobody will take for a real one."""
    quote = Quote(
        event="e0", sentence="The harbour of Example Bay was closed on Monday.",
        said_by="Example Post <- harbour office", published=at.date().isoformat(), url="https://post.example/harbour",
        places=(Spot(name="Example Bay", lat=0.0, lon=0.0),),
    )
    told = Told(
        indicator="closures", name="Harbours that are closed", rule="1 or more events in 7 days (1 event)",
        why="This is a test.", quotes=(quote,),
    )
    return Alert(
        id=content_id("a", ["trial", at.isoformat()]), scenario="trial", name="TEST of this channel",
        kind=AlertKind.RAISED, day=at.date().isoformat(), made=at, level=1, level_name="test", before=0,
        before_name="calm", likelihood="almost_no_chance", confidence="high", observable=1.0,
        meaning="This is a test. Nothing has happened.", because=("Somebody ran: vedette alerts test.",), told=(told,),
        unseen=("Nothing",),
    )


def trial_letter(channel: Channel, *, write: Write, at: datetime) -> Letter:
    """Give the letter with which a channel is tried out; it is not put on record."""
    return alerts_letter(channel, [trial_alert(at)], write=write, at=at)
