"""Alerts go out beside a watch: when something came, now and then, and at the end; whatever fails."""

import io
import json
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue

import pytest

from alert_builders import alert
from vedette.alerting import Outcome, TemplateFault
from vedette.errors import StoreError
from vedette.presentation.alert_round import Round
from vedette.presentation.watching.alert_log import alert_lines
from vedette.presentation.watching.alert_rounds import alerts_beside
from vedette.presentation.watching.log import LogForm
from vedette.store.alerting import Letter, LetterKind
from vedette.watching import Happening, What

AT = datetime(2025, 9, 12, 6, tzinfo=UTC)
SOON, NEVER = 5.0, 3600.0


class Rounds:
    """Rounds that end one after the other as they are told to: each is counted, and may fail."""

    def __init__(self, *ends):
        self.ends, self.begun, self.told, self.troubles = list(ends), Queue(), Queue(), []

    def make(self):
        self.begun.put(time.monotonic())
        end = self.ends.pop(0) if self.ends else None
        if isinstance(end, Exception):
            raise end
        return Round(made=(), outcomes=())

    @contextmanager
    def beside(self, *, pause=0.0, longest=NEVER):
        with alerts_beside(
            self.make, tell=self.told.put, trouble=self.troubles.append, pause=pause, longest=longest
        ) as hear:
            yield hear


def happening(what):
    return Happening(what=what, at=AT, address="https://post.example/1")


def test_there_is_a_round_at_the_beginning_one_for_what_came_and_one_at_the_end():
    rounds = Rounds()
    with rounds.beside() as hear:
        rounds.told.get(timeout=SOON)
        hear(happening(What.UNCHANGED))
        hear(happening(What.READ))
        rounds.told.get(timeout=SOON)
        assert rounds.told.empty()
    assert rounds.told.qsize() == 1


def test_what_waits_elsewhere_is_looked_at_though_nothing_comes():
    rounds = Rounds()
    with rounds.beside(longest=0.01):
        came = [rounds.told.get(timeout=SOON) for _ in range(3)]
    assert len(came) == 3 and not rounds.troubles


def test_between_two_rounds_there_is_a_pause_however_much_comes():
    rounds = Rounds()
    with rounds.beside(pause=0.2) as hear:
        first = rounds.begun.get(timeout=SOON)
        for _ in range(20):
            hear(happening(What.READ))
        assert rounds.begun.get(timeout=SOON) - first >= 0.2


@pytest.mark.parametrize(("error", "said"), [
    (StoreError("The desk is locked."), "The desk is locked."),
    (ZeroDivisionError("of a service"), "A fault of this program: ZeroDivisionError: of a service"),
])
def test_a_round_that_fails_is_told_and_the_next_one_comes(error, said):
    rounds = Rounds(error)
    with rounds.beside() as hear:
        rounds.begun.get(timeout=SOON)
        hear(happening(What.READ))
        rounds.told.get(timeout=SOON)
    assert rounds.troubles == [said]


def test_the_end_waits_for_no_pause():
    rounds = Rounds()
    began = time.monotonic()
    with rounds.beside(pause=NEVER):
        rounds.told.get(timeout=SOON)
    assert time.monotonic() - began < SOON


def letter(subject):
    return Letter(
        key="m1", channel="duty", kind=LetterKind.ALERTS, subject=subject, body="", made=AT, due=AT
    )


def test_each_letter_and_each_fault_is_one_line_of_the_log():
    stream, faults = io.StringIO(), []
    tell, trouble = alert_lines(stream, LogForm.JSON, faults=faults, clock=lambda: AT)
    faults.append(TemplateFault(file=Path("short.txt"), line=2, reason="'alert' is not there.", fix="Write alerts."))
    done = Round(made=(alert("a111"),), outcomes=(
        Outcome(channel="duty", letter=letter("Up\nand away"), is_sent=True),
        Outcome(channel="post", letter=letter("Up"), why="The service answered 503.", until=AT),
        Outcome(channel="night", waiting=2, why="it is quiet there"),
    ))
    tell(done)
    tell(Round(made=(), outcomes=()))
    trouble("The desk is locked.")
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(line["event"], line["level"]) for line in lines] == [
        ("alert made", "info"), ("letter sent", "info"), ("letter not sent", "warning"), ("template failed", "warning"),
        ("alerts failed", "error"),
    ]
    assert (lines[2]["why"], lines[2]["next"]) == ("The service answered 503.", "2025-09-12T06:00:00+00:00")
