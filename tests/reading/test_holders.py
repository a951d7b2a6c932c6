"""An exercise told by its name alone is held by the states whose exercise it is."""

from __future__ import annotations

import pytest

from builders import actor, claim
from vedette.knowledge import load_knowledge
from vedette.model import ActorRole, Bodies, Claim, KnownExercise, Span
from vedette.reading.document import Form, Mention, MentionKind
from vedette.reading.holders import name_holders

BODIES = Bodies.known(load_knowledge())


def named(*countries: str) -> Mention:
    exercise = KnownExercise(id="x-2025", name="Example Shield 2025", series="Example Shield", countries=countries)
    return Mention(
        span=Span(10, 30), kind=MentionKind.EXERCISE, name=exercise.name, form=Form.NAME, exercise=exercise
    )


def parties(told: Claim, *countries: str) -> list[tuple[str, str | None]]:
    [made] = name_holders([told], mentions=[named(*countries)], bodies=BODIES)
    return [(each.role.value, each.party) for each in made.actors]


def drill(**fields: object) -> Claim:
    return claim("r1", "exercise", names=["Example Shield 2025"], **fields)  # type: ignore[arg-type]


def test_the_states_that_hold_it_take_part() -> None:
    assert parties(drill(), "LV", "EE") == [(ActorRole.PARTICIPANT, "LV"), (ActorRole.PARTICIPANT, "EE")]


def test_whoever_the_text_names_stands_alone() -> None:
    assert parties(drill(actors=[actor("Poland", "PL")]), "LV", "EE") == [(ActorRole.INITIATOR, "PL")]


def test_an_exercise_of_many_states_tells_nothing() -> None:
    assert parties(drill(), "LV", "EE", "LT", "PL") == []


@pytest.mark.parametrize("told", [
    claim("r1", "exercise", names=["Other Shield"]), claim("r1", "border_closure", names=["Example Shield 2025"]),
])
def test_nothing_else_has_holders(told: Claim) -> None:
    assert parties(told, "LV") == []
