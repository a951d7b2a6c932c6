"""What became of alerts, as lines of the log of a watch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, TextIO

from vedette.alerting import Outcome, TemplateFault
from vedette.presentation.alert_round import Round
from vedette.presentation.safe_text import printable
from vedette.presentation.watching.alert_rounds import TellRound, TellTrouble
from vedette.presentation.watching.log import LogForm, logger_to, write_line

Clock = Callable[[], datetime]
_Line = tuple[str, str, dict[str, Any]]


def alert_lines(
    stream: TextIO, form: LogForm, *, faults: Sequence[TemplateFault] = (), clock: Clock = lambda: datetime.now(UTC)
) -> tuple[TellRound, TellTrouble]:
    """Give who writes what became of a round of alerts, and who writes why one failed.

    What waits is written nowhere: it would be the same line once a minute.

    Args:
        stream: Where the lines go.
        form: How they are written.
        faults: The faults of templates, which grow while letters are written; each is told once.
        clock: Tells the moment.
    """
    logger, told = logger_to(stream, form), set[str]()

    def write(level: str, event: str, facts: dict[str, Any]) -> None:
        write_line(logger, level, event, clock(), {
            name: printable(value) if isinstance(value, str) else value for name, value in facts.items() if value
        })

    def tell(made: Round) -> None:
        for one in made.made:
            write("info", "alert made", {"scenario": one.scenario, "level": one.level_name, "alert": one.id})
        for level, event, facts in _of_letters(made.outcomes):
            write(level, event, facts)
        for why in map(str, faults):
            if why not in told:
                told.add(why)
                write("warning", "template failed", {"why": why})

    return tell, lambda why: write("error", "alerts failed", {"why": why})


def _of_letters(outcomes: Sequence[Outcome]) -> Iterator[_Line]:
    for one in outcomes:
        if one.letter is None:
            continue
        facts = {"channel": one.channel, "subject": one.letter.subject, "letter": one.letter.key, "why": one.why}
        if one.until is not None:
            facts["next"] = one.until.isoformat(timespec="seconds")
        yield ("info", "letter sent", facts) if one.is_sent else ("warning", "letter not sent", facts)
