"""What an English sentence adds to an incident told of before: which drone it was, on which day one of several was."""

from __future__ import annotations

import pytest

from vedette.model import Claim, Report
from vedette.reading.rules import RuleReader

CAME = "A drone flew into Latvia from Belarus on 18 April and fell near Kraslava, the army said. Nobody was hurt."
SEVERAL = "Two drones came into Latvia from Belarus in March, the army said."


def read(reader: RuleReader, text: str) -> list[Claim]:
    return reader.read(Report.of(text, ref="a", published="2026-04-20", language="en"))


def named(reader: RuleReader, sentence: str) -> list[tuple[str, str, str]]:
    """The things that a second claim of the drone names, by whose word, and how sure."""
    return [
        (claim.equipment[0].name, claim.attribution[-1].name, claim.factuality.value)
        for claim in read(reader, f"{CAME}\n\n{sentence}")[1:] if claim.equipment and claim.attribution
    ]


@pytest.mark.parametrize(("sentence", "said"), [
    ("The defence ministry had said before that the drone was a Gerbera.", ("Gerbera", "defence ministry", "asserted")),
    ("It was a Russian-made Gerbera, the prosecutor said.", ("Gerbera", "prosecutor", "asserted")),
    ("The police said the aircraft turned out to be a Gerbera.", ("Gerbera", "police", "asserted")),
    ("The defence ministry later identified it as a Shahed-136.", ("Shahed-136", "defence ministry", "asserted")),
    ("It was probably a Shahed, the police said.", ("Shahed-136", "police", "probable")),
])
def test_which_drone_it_was_is_the_word_of_who_says_so(
    reader: RuleReader, sentence: str, said: tuple[str, str, str]
) -> None:
    assert named(reader, sentence) == [said]


@pytest.mark.parametrize("sentence", [
    "The defence ministry said it was not a Gerbera.",
    "It was no Gerbera, the police said.",
    "The police said the Gerbera was harmless.",
    "Drones such as the Gerbera are cheap, the ministry said.",
    "It was a Patriot, the ministry said.",
])
def test_what_says_no_such_thing_is_no_claim(reader: RuleReader, sentence: str) -> None:
    assert named(reader, sentence) == []


def test_who_said_first_that_it_came_in_says_nothing_of_what_it_was(reader: RuleReader) -> None:
    army, ministry = read(reader, f"{CAME}\n\nThe defence ministry said it was a Gerbera.")
    assert (army.attribution[-1].name, army.equipment) == ("army", ())
    assert ministry.period is not None and ministry.period.start == "2026-04-18"
    assert not ministry.period.is_named


def test_who_speaks_twice_makes_one_claim(reader: RuleReader) -> None:
    [army] = read(reader, f"{CAME}\n\nThe army said it was a Gerbera.")
    assert [item.name for item in army.equipment] == ["Gerbera"]


def test_what_the_narrator_tells_is_not_the_word_of_who_names_the_drone(reader: RuleReader) -> None:
    text = "A drone flew into Latvia from Belarus on 18 April.\n\nIt was a Gerbera, the army said."
    assert [len(claim.attribution) for claim in read(reader, text)] == [0, 1]


def test_a_surname_is_the_minister_named_before(reader: RuleReader) -> None:
    text = (
        "Defence Minister Ann Sample told reporters that Russia had lost its way. A drone flew into Latvia "
        "on 18 April, the army said.\n\nSample had said earlier that it was a Gerbera."
    )
    assert [link.name for claim in read(reader, text)[1:] for link in claim.attribution] == ["Ann Sample"]


@pytest.mark.parametrize("sentence", [
    "The latest case was on 28 March.", "The second incident happened on 28 March.", "One of them came on 28 March.",
])
def test_one_of_several_is_an_incident_of_its_own(reader: RuleReader, sentence: str) -> None:
    days = [claim.period.start for claim in read(reader, f"{SEVERAL} {sentence}") if claim.period is not None]
    assert days == ["2026-03", "2026-03-28"]


def test_the_incident_is_the_one_told_of(reader: RuleReader) -> None:
    [claim] = read(reader, "A drone flew into Latvia, the army said. The incident happened on 28 March.")
    assert claim.period is not None and claim.period.start == "2026-03-28"


@pytest.mark.parametrize("sentence", [
    "The case was a warning.", "The latest report was on 28 March.", "The latest case did not happen on 28 March.",
])
def test_what_dates_no_case_is_none(reader: RuleReader, sentence: str) -> None:
    assert len(read(reader, f"{SEVERAL} {sentence}")) == 1
