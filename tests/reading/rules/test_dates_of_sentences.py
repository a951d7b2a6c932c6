"""Which day an English sentence gives an event; reports are of Wednesday, 13 May 2026."""

from collections.abc import Callable

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import Claim, EventType, Period, Report
from vedette.reading.rules import RuleReader

Read = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = RuleReader(load_knowledge())
    return lambda text: reader.read(Report.of(text, ref="a", published="2026-05-13", language="en"))


def _named(claim: Claim) -> Period:
    assert claim.period is not None and claim.period.is_named
    return claim.period


def test_the_day_on_which_something_was_said_is_not_the_day_on_which_it_happened(read: Read) -> None:
    claims = read("Latvia had closed its border with Belarus, the interior minister said on Tuesday.")
    assert not any(claim.period is not None and claim.period.is_named for claim in claims)


@pytest.mark.parametrize(("words", "day"), [
    ("the same day", "2026-05-04"), ("the next day", "2026-05-05"), ("two days later", "2026-05-06"),
])
def test_days_counted_from_another_start_at_the_one_named_before(read: Read, words: str, day: str) -> None:
    claims = read(f"Latvia closed its border with Belarus on 4 May. Estonia closed its border with Russia {words}.")
    assert [_named(claim).start for claim in claims] == ["2026-05-04", day]


@pytest.mark.parametrize(("words", "start"), [
    ("before dawn on Sunday", "2026-05-10T00:00"), ("shortly before midnight on Saturday", "2026-05-09T"),
])
def test_before_dawn_is_a_time_of_its_day_and_no_bound(read: Read, words: str, start: str) -> None:
    [claim] = read(f"Latvia closed its border with Belarus {words}.")
    assert str(_named(claim).start).startswith(start)


def test_what_was_called_off_may_lie_ahead(read: Read) -> None:
    [claim] = read("Latvia has cancelled the military exercise Example Shield planned from 6 to 17 June.")
    assert (_named(claim).start, _named(claim).end) == ("2026-06-06", "2026-06-17")


def test_what_may_be_lies_ahead(read: Read) -> None:
    [claim] = read("The border with Belarus may be closed in July.")
    assert _named(claim).start == "2026-07"


def test_what_is_told_of_a_drill_by_name_is_told_of_the_drill(read: Read) -> None:
    [claim] = read("The military exercise Example Shield, which ran from 4 to 8 May, closed without incidents.")
    assert (_named(claim).start, _named(claim).end) == ("2026-05-04", "2026-05-08")


@pytest.mark.parametrize("text", [
    "Latvia asked Estonia to send troops by Friday.",
    "Latvia called on Russia to withdraw its troops within a week.",
    "Poland accused Belarus of having sent drones over the border on 4 May.",
])
def test_the_time_of_what_is_demanded_or_blamed_is_not_that_of_the_words(read: Read, text: str) -> None:
    spoken = [claim for claim in read(text) if claim.type in ("request", "accusation")]
    assert spoken
    assert not any(claim.period is not None and claim.period.is_named for claim in spoken)


def test_what_begins_on_a_weekday_lies_ahead(read: Read) -> None:
    [claim] = read("The military exercise Example Shield begins in Latvia on Friday.")
    assert (_named(claim).start, claim.stage) == ("2026-05-15", "planned")


def test_days_of_a_drill_are_its_first_and_last(read: Read) -> None:
    [claim] = read("The military exercise Example Shield will be held in Latvia on 6 and 7 June.")
    assert (_named(claim).start, _named(claim).end) == ("2026-06-06", "2026-06-07")


def test_what_hangs_on_a_dated_clause_has_its_day_with_a_doubt(read: Read) -> None:
    claims = read("Latvia closed its border with Belarus on Tuesday after drones had violated its airspace.")
    days = {claim.type: claim.period for claim in claims}
    closed, crossed = days[EventType.BORDER_CLOSURE], days[EventType.AIRSPACE_VIOLATION]
    assert closed is not None and closed.is_named and closed.start == "2026-05-12"
    assert crossed is not None and not crossed.is_named and crossed.start == "2026-05-12"


def test_a_drill_that_is_only_the_reason_has_neither_day_nor_actor_of_the_clause(read: Read) -> None:
    claims = read(
        "Latvia will close its border with Belarus at midnight from Thursday to Friday because of the military "
        "exercise Example Shield, the prime minister told the cabinet."
    )
    told = {claim.type: claim for claim in claims}
    assert _named(told[EventType.BORDER_CLOSURE]).start == "2026-05-15T00:00"
    drill = told[EventType.EXERCISE]
    assert drill.period is None or not drill.period.is_named
    assert drill.actors == ()


@pytest.mark.parametrize(("until", "end"), [
    ("until the security commission meets on Friday", "2026-05-15"),
    ("until the drills with Russia end in October", "2026-10"),
    ("until divers had left on Tuesday", None),
])
def test_what_lasts_ends_when_the_clause_that_says_until_when_does(read: Read, until: str, end: str | None) -> None:
    claim = next(claim for claim in read(f"Latvia closed its border with Belarus on 11 May {until}.")
                 if claim.type is EventType.BORDER_CLOSURE)
    assert _named(claim).start == "2026-05-11"
    assert end is None or _named(claim).end == end


def test_an_act_of_a_moment_has_no_end_from_an_until_clause(read: Read) -> None:
    claims = read("Latvian police arrested a man on 11 May until the court meets on Friday.")
    assert all(claim.period is None or claim.period.end is None for claim in claims)


def test_a_sentence_that_tells_only_the_end_goes_on_about_the_measure_told_before(read: Read) -> None:
    [claim] = read(
        "Latvia shut its crossings with Belarus on 11 May. The border is to stay shut until the board meets on Friday."
    )
    assert (_named(claim).start, _named(claim).end) == ("2026-05-11", "2026-05-15")
