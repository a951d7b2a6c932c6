"""A desk that is linked in bulk holds, to the letter, what it holds when its reports come one after the other.

Fixture strategy: desks are drawn as for linking part by part (``drawn_desks``), with parts of a few claims, so that
whatever a set leaves out is missing; ``Everywhere`` pickles all work and results, as if they had been elsewhere.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawn_desks import decided, dump, printed, ruling, write
from vedette import desk as desks
from vedette.desk import Desk
from vedette.linking import workbench
from vedette.linking.bulk import Tools, linking_in_bulk, parts
from vedette.linking.same import blocking
from vedette.model import Decision, Knowledge, ReadReport

FEW = 3


class Everywhere:
    """Does each work with tools of its own, and gives nothing back that cannot be sent."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.done: list[str] = []

    def __call__(
        self, work: Callable[[Any, Tools], Any], items: Iterable[Any], *, decisions: Sequence[Decision]
    ) -> Iterator[Any]:
        for item in items:
            self.done.append(work.__name__)
            sent = pickle.loads(pickle.dumps(item))
            yield pickle.loads(pickle.dumps(work(sent, Tools(self.knowledge, decisions))))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks close, and portions and parts end, after a few."""
    monkeypatch.setattr(blocking, "CROWD", FEW)
    monkeypatch.setattr(workbench, "CROWD", FEW)
    monkeypatch.setattr(desks, "PORTION", 2)
    monkeypatch.setattr(parts, "PART", 2)
    monkeypatch.setattr(linking_in_bulk, "LARGE", 3)
    monkeypatch.setattr(linking_in_bulk, "PILE", 4)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(printed, min_size=1, max_size=9), rulings=st.lists(ruling, max_size=5))
def test_a_desk_linked_in_bulk_is_the_desk_linked_at_once(newsroom: Any, drawn: Any, rulings: Any) -> None:
    steps = [*write(newsroom, drawn), *decided(newsroom, rulings)]
    spread = Everywhere(newsroom.knowledge)

    assert dump(newsroom, [steps], relink=lambda desk: desk.relink(spread=spread)) == dump(newsroom, [steps])


def test_what_comes_later_is_linked_onto_it_as_ever(newsroom: Any) -> None:
    first = newsroom.claim("drone_incident", where=["Kaunas"], by=["RU"], when="2025-09-11")
    second = newsroom.claim("shootdown", where=["Kaunas"], by=["RU"], when="2025-09-11", outlet="The Daily")
    steps = [read_of(newsroom, one) for one in (first, second)]

    def relink(desk: Desk) -> None:
        desk.relink(spread=None if desk.store.counts()["events"] else Everywhere(newsroom.knowledge))

    assert dump(newsroom, [steps[:1], steps[1:]], relink=relink) == dump(newsroom, [steps])


def test_a_sum_has_its_parts_wherever_they_were_linked(newsroom: Any) -> None:
    july = {"when": newsroom.month("2025-07"), "published": "2025-08-05", "where": ["Lithuania"], "by": ["BY"]}
    newsroom.claim("drone_incident", quantities=[newsroom.count(2, "drones")], **july)
    for day, town in (("2025-07-10", "Vilnius"), ("2025-07-28", "Kaunas"), ("2025-09-10", "Vilnius")):
        newsroom.claim("drone_incident", where=[town], by=["BY"], when=day, published=day)
    steps = [read_of(newsroom, one) for one in newsroom.claims]
    spread = Everywhere(newsroom.knowledge)

    in_bulk = dump(newsroom, [steps], relink=lambda desk: desk.relink(spread=spread))

    assert sorted(len(line["parts"]) for line in in_bulk if isinstance(line, dict) and line["kind"] == "event")[-1] == 2
    assert in_bulk == dump(newsroom, [steps])


def test_a_company_of_many_claims_is_divided_by_what_meets(newsroom: Any) -> None:
    for day in range(10, 22):
        town = ["Kaunas", "Vilnius"][day % 2]
        newsroom.claim("strike", where=[town], by=["RU"], when=f"2025-09-{day}", published=f"2025-09-{day}")
    steps = [read_of(newsroom, one) for one in newsroom.claims]
    spread = Everywhere(newsroom.knowledge)

    assert dump(newsroom, [steps], relink=lambda desk: desk.relink(spread=spread)) == dump(newsroom, [steps])
    assert spread.done.count("near_in") > 1
    assert spread.done.count("link_part") > 1


def read_of(newsroom: Any, claim: Any) -> Any:
    return ReadReport(report=newsroom.reports[claim.report], claims=(claim,))


def test_an_empty_desk_is_linked(newsroom: Any) -> None:
    spread = Everywhere(newsroom.knowledge)

    assert dump(newsroom, [[]], relink=lambda desk: desk.relink(spread=spread)) == dump(newsroom, [[]])
