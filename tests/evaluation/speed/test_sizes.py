"""A desk that grows is stored and linked as people's desks are, and answers every question of the pages."""

from __future__ import annotations

import pytest

from vedette.desk import Desk
from vedette.evaluation.speed.made_news import make_news
from vedette.evaluation.speed.queries import QUESTIONS, ask_all, reader_of
from vedette.evaluation.speed.sizes import grow, measure_sizes
from vedette.knowledge import load_knowledge
from vedette.store import open_store


def test_a_desk_is_measured_at_each_size_with_what_comes_next() -> None:
    first, second = grow((60, 200), thousands=2, thousand=40, times=2)
    assert (first.reports, second.reports) == (60, 200)
    assert second.claims == 4 * 20 and second.events > first.events > 0
    assert len(first.storing) == len(first.linking) == 2 and min(*first.storing, *first.linking) > 0
    assert second.size_mb > first.size_mb
    assert [one.question for one in second.answered] == list(QUESTIONS)


def test_without_sizes_nothing_is_measured() -> None:
    assert list(measure_sizes((), say=str)) == []


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(open_store(str(tmp_path_factory.mktemp("desk") / "desk.sqlite")), load_knowledge())
    desk.store.add(make_news(600))
    desk.relink()
    return desk


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_finds_something(name: str, desk: Desk) -> None:
    reader = reader_of(desk.store)
    assert any(_found(QUESTIONS[name](reader, number)) for number in range(40)), name


def test_an_answer_is_timed_as_often_as_asked(desk: Desk) -> None:
    assert {one.times for one in ask_all(desk.store, times=3)} == {3}
    assert all(0 < one.p50 <= one.p99 for one in ask_all(desk.store, times=3))


def _found(answer: object) -> bool:
    """Say whether something is in an answer; of several parts, in the first."""
    return bool(answer[0] if isinstance(answer, tuple) and answer else answer)
