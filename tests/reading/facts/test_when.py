"""Which day an event has, where its words are marked as a person marks them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Knowledge, Period, Report
from vedette.reading.dated import COUNTED
from vedette.reading.facts import FactReader

Read = Callable[[str, str, str], list[Claim]]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture
def read(knowledge: Knowledge) -> Read:
    def of(language: str, published: str, marked: str) -> list[Claim]:
        head = f"@ {language}-0001 story=a published={published} genre=live region=baltic on=yes outlet=Example Wire\n"
        [item], problems = parse_items(head + marked, file="test")
        assert not problems
        report = Report.of(item.text, ref="a", outlet="Example Wire", published=published, language=language)
        return FactReader(knowledge, language=language, tagger=GoldTagger(item)).read(report)

    return of


def days(claim: Claim) -> tuple[str | None, str | None]:
    period = claim.period or Period()
    return period.start, period.end


def test_an_entry_of_a_live_blog_counts_its_hours_from_no_other(read: Read) -> None:
    first, second = read(
        "et", "2026-07-15",
        "08.30 {Leedu|A1 LT} {sulges|E1 border_closure} {eelmisel reedel|T1 2026-07-10} piiripunkti.\n"
        "09.40 {Kaunase lennujaam|P1 airfield LT} {peatas|E2 airspace_restriction} lennud {õhtuni|T2 ..2026-07-15}.\n"
        "E1 who=A1 when=T1\nE2 at=P1 when=T2\n",
    )
    assert days(first)[0] == "2026-07-10"
    assert (days(second)[1] or "")[:10] == "2026-07-15"


def test_an_hour_to_come_is_not_of_a_day_that_is_over(read: Read) -> None:
    _, opening = read(
        "fi", "2026-09-12",
        "{Raja|P1 border FI-RU} {suljettiin|E1 border_closure} {torstaina|T1 2026-09-10}. "
        "Se {avataan|E2 border_reopening} {kello 14|T2 2026-09-12T14}.\n"
        "E1 at=P1 when=T1\nE2 planned when=T2\n",
    )
    assert days(opening)[0] == "2026-09-12T14:00"


@pytest.mark.parametrize(("language", "marked", "start"), [
    ("uk", "Уряд відмовився {закривати|E1 border_closure} переходи {з вівторка|T1 2025-06-10..}.", "2025-06-10"),
    ("lt", "Skrydžių {draudimas|E1 airspace_restriction} panaikintas {antradienį|T1 2025-06-03}.", "2025-06-03"),
])
def test_what_was_called_off_from_a_day_on_would_have_begun_on_the_next(
    read: Read, language: str, marked: str, start: str
) -> None:
    [claim] = read(language, "2025-06-09", f"{marked}\nE1 cancelled when=T1\n")
    assert days(claim)[0] == start


def test_a_season_until_which_something_was_shut_lies_ahead(read: Read) -> None:
    [claim] = read(
        "ru", "2026-10-21", "{Норвегия|A1 NO} {закрыла|E1 border_closure} переход {до весны|T1 ..2027-spring}.\n"
        "E1 who=A1 when=T1\n",
    )
    assert (days(claim)[1] or "")[:4] == "2027"


def test_a_length_alone_is_counted_from_the_report_with_a_doubt(read: Read) -> None:
    [claim] = read(
        "uk", "2025-09-11", "{Молдова|A1 MD} {закрила|E1 border_closure} переїзд {на десять днів|T1 P10D}.\n"
        "E1 who=A1 when=T1\n",
    )
    assert days(claim) == ("2025-09-11", "2025-09-21")
    assert claim.period is not None and claim.period.doubt == COUNTED and not claim.period.is_named


def test_now_is_no_day_of_what_nothing_says_is_of_now(read: Read) -> None:
    [claim] = read(
        "be", "2027-09-22", "{Латвія|A1 LV} {забараніла|E1 border_closure} праезд, цяпер фуры стаяць.\nE1 who=A1\n",
    )
    assert claim.period is None or not claim.period.is_named


def test_the_time_of_its_own_sentence_goes_before_one_of_the_next(read: Read) -> None:
    cut, _ = read(
        "en", "2026-03-05",
        "In {December 2024|T1 2024-12} a {cable|P1 site FI} was {cut|E1 sabotage}. "
        "In {late January|T2 2026-01-late} a {freighter|W1 ship} was {boarded|E2 maritime_incident}.\n"
        "E1 at=P1 when=T2,T1\nE2 gear=W1 when=T2\n",
    )
    assert days(cut)[0] == "2024-12"


def test_an_hour_that_was_over_when_it_began_ends_it_on_the_next_day(read: Read) -> None:
    [claim] = read(
        "de", "2026-05-13",
        "Der {Flughafen|P1 airfield DE} wurde am {Dienstag um 22 Uhr|T1 2026-05-12T22} "
        "{gesperrt|E1 airspace_restriction}, {bis 5 Uhr|T2 ..2026-05-13T05}.\nE1 at=P1 when=T1,T2\n",
    )
    assert days(claim) == ("2026-05-12T22:00", "2026-05-13T05:00")


def test_a_closure_during_an_exercise_has_not_the_day_of_the_vote(read: Read) -> None:
    _, vote, closure = read(
        "en", "2026-09-09",
        "The {exercise|E1 exercise} Amber Gate will be held {from 12 to 16 September|T1 2026-09-12..2026-09-16}.\n"
        "On {Tuesday|T2 2026-09-08} the {Seimas|A1 LT} {voted|E2 law_or_vote} to {close|E3 border_closure} "
        "the {border with Belarus|P1 border LT-BY} during the exercise.\n"
        "E1 planned when=T1\nE2 who=A1 when=T2\nE3 planned who=A1 at=P1 when=T2\n",
    )
    assert days(vote) == ("2026-09-08", None)
    assert days(closure) == ("2026-09-12", "2026-09-16")


def test_what_begins_this_august_did_not_end_before_it_began(read: Read) -> None:
    [claim] = read(
        "en", "2026-09-12",
        "The {reservists|A1 CA} {called up|E1 mobilisation} on {20 August|T1 2026-08-20} "
        "stay {until 20 September|T2 ..2026-09-20}.\nE1 planned with=A1 when=T1,T2\n",
    )
    assert days(claim) == ("2026-08-20", "2026-09-20")
