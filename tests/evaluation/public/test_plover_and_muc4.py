"""Types of events in the terms of others."""

from __future__ import annotations

import pytest

from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.muc4 import load_message, measure_muc4, small_letters
from vedette.evaluation.public.plover import measure_plover, plover_class
from vedette.model import EventType


@pytest.mark.parametrize(("type", "name"), [
    (EventType.EXERCISE, "MOBILIZE"), (EventType.STRIKE, "FIGHT"), (EventType.ACCUSATION, "DISAPPROVE"),
    (EventType.ARREST, "COERCE"), (EventType.LAW_OR_VOTE, None),
])
def test_our_types_in_the_classes_of_the_records(type: EventType, name: str | None) -> None:
    assert plover_class(type) == name


def test_one_of_two_records_is_right(write, told) -> None:  # type: ignore[no-untyped-def]
    folder = write(
        "plover/own.jsonl",
        {"text": "Thousands protested in the capital on Monday.", "date": "2024-05-06", "event": "PROTEST"},
        {"text": "Nothing much was heard of the matter.", "date": "2024-05-06", "event": "CONSULT"},
    )
    assert told(measure_plover(folder, Kit())) == {
        ("all", "accuracy"): 0.5, ("all", "macro F1"): 0.5, ("all", "accuracy where anything is read"): 1.0,
    }


def test_capitals_become_a_text_with_sentences() -> None:
    assert small_letters("LIMA, 3 MAY 90 -- THE ARMY\nLEFT.  THEY WENT\n\n   HOME.") == (
        "Lima, 3 may 90 -- The army left. They went\n\nHome."
    )


def test_types_of_a_message_take_the_first_of_alternatives() -> None:
    entry = {"split": "dev", "text": "X", "templates": [
        {"INCIDENT: TYPE": ["BOMBING / ATTACK"]}, {"INCIDENT: TYPE": ["? ARSON"]},
    ]}
    assert load_message(entry).types == {"BOMBING", "ARSON"}


def test_a_message_of_an_attack_is_relevant(write, told) -> None:  # type: ignore[no-untyped-def]
    attack = {"INCIDENT: TYPE": ["ATTACK"]}
    folder = write(
        "muc4/own.jsonl",
        {"split": "dev", "text": "THE GUERRILLAS ATTACKED THE ARMY BASE WITH ROCKETS.", "templates": [attack]},
        {"split": "dev", "text": "THE MINISTER OPENED A SCHOOL.", "templates": [attack]},
        {"split": "dev", "text": "THE MINISTER OPENED A BRIDGE.", "templates": []},
        {"split": "train", "text": "THE MINISTER OPENED A BRIDGE.", "templates": []},
    )
    # One of two relevant messages is found, and nothing wrong: 2 * 1 / (1 + 2).
    assert told(measure_muc4(folder, Kit())) == {("dev", "relevance F1"): 2 / 3, ("dev", "type F1"): 2 / 3}
