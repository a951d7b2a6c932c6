"""Who does it in an English sentence; reports are of Wednesday, 13 May 2026."""

from collections.abc import Callable

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import ActorRole, Claim, Report
from vedette.reading.rules import RuleReader

Read = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = RuleReader(load_knowledge())
    return lambda text: reader.read(Report.of(text, ref="a", published="2026-05-13", language="en"))


def _initiators(claim: Claim) -> list[str | None]:
    return [actor.id for actor in claim.actors if actor.role is ActorRole.INITIATOR]


@pytest.mark.parametrize("text", [
    "Two drones entered Latvian airspace on Tuesday, Latvia's prime minister told parliament.",
    "Latvia's prime minister told parliament that two drones had been found near Rezekne on Tuesday.",
])
def test_who_only_tells_of_it_did_not_do_it(read: Read, text: str) -> None:
    claims = read(text)
    assert claims
    assert [_initiators(claim) for claim in claims] == [[] for _ in claims]


def test_who_announces_what_will_be_done_does_it(read: Read) -> None:
    [claim] = read("Latvia announced that its border with Belarus will be closed on Friday.")
    assert _initiators(claim) == ["LV"]
