"""Which body of a state an English report has for its source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.model import Attribution, Report
from vedette.reading.rules import RuleReader

Speaker = Callable[[str], Attribution]


@pytest.fixture
def speaker(reader: RuleReader) -> Speaker:
    def of(text: str) -> Attribution:
        [claim] = reader.read(Report.of(text, ref="a", published="2025-09-12", language="en"))
        assert claim.origin is not None
        return claim.origin

    return of


@pytest.mark.parametrize(
    ("words", "identity", "name"),
    [
        ("Vladimir Putin said", "RU-President", "Vladimir Putin"),
        ("Poland's foreign minister Anna Example said", "PL-MFA", "Anna Example"),
        ("Anna Example, Latvia's defence minister, said", "LV-MoD", "Anna Example"),
        ("the Finnish customs service said", "FI-Customs", "Finnish customs service"),
        ("the interior ministry said", "LT-MoI", "interior ministry"),
    ],
)
def test_who_speaks_for_a_body_has_its_identity(speaker: Speaker, words: str, identity: str, name: str) -> None:
    link = speaker(f"Lithuania closed its border with Belarus on Tuesday, {words}.")
    assert (link.id, link.party, link.name) == (identity, identity[:2], name)


def test_who_held_an_office_has_no_identity(speaker: Speaker) -> None:
    link = speaker("Lithuania closed its border with Belarus, former Polish defence minister Anna Example said.")
    assert link.id is None


def test_a_body_that_is_spoken_of_does_not_speak(speaker: Speaker) -> None:
    link = speaker("Lithuania closed its border with Belarus, Anna Example told the Polish police.")
    assert link.id is None
