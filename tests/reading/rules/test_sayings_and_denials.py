"""Who says so, and whether it is said to have happened, in English sentences."""

from collections.abc import Callable

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import Claim, EventType, Factuality, Report
from vedette.reading.rules import RuleReader

Read = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = RuleReader(load_knowledge())
    return lambda text: reader.read(Report.of(text, ref="a", published="2026-05-13", language="en"))


def _origins(claims: list[Claim]) -> list[str]:
    return [claim.origin.name for claim in claims if claim.origin is not None]


def test_whoever_is_the_subject_of_a_verb_of_speech_speaks(read: Read) -> None:
    claims = read("Latvia closed its border with Belarus on Tuesday, a lorry importer said.")
    assert _origins(claims) == ["lorry importer"]


def test_what_shows_nothing_in_words_does_not_speak(read: Read) -> None:
    claims = read("The queue shows that Latvia closed its border with Belarus on Tuesday.")
    assert _origins(claims) == []


def test_who_decides_says_what_will_be_and_the_narrator_that_it_was_decided(read: Read) -> None:
    claims = read("The Saeima voted on Tuesday to close the border with Russia.")
    origins = {claim.type: claim.origin.id if claim.origin else None for claim in claims}
    assert origins.pop(EventType.BORDER_CLOSURE) == "LV-Parliament"
    assert set(origins.values()) <= {None}


@pytest.mark.parametrize("verb", ["refused to close", "declined to close", "failed to close"])
def test_what_is_refused_is_not_done(read: Read, verb: str) -> None:
    claims = read(f"Poland {verb} its border with Belarus on Tuesday.")
    assert {claim.factuality for claim in claims if claim.type is EventType.BORDER_CLOSURE} <= {Factuality.DENIED}


def test_a_negated_verb_denies_only_what_it_would_bring_about(read: Read) -> None:
    [held] = read("Belarus did not hold the exercise in Hrodna.")
    assert held.factuality is Factuality.DENIED
    [told] = read("The airspace violation on Monday did not affect the traffic.")
    assert told.factuality is Factuality.ASSERTED
