"""The same desk in a file and on a server is asked the same; the table sets the answers side by side."""

from __future__ import annotations

from vedette.evaluation.machine import Machine
from vedette.evaluation.speed.grown import Answered
from vedette.evaluation.speed.on_a_server import ask_both, section
from vedette.evaluation.speed.queries import QUESTIONS

MACHINE = Machine(processor="A processor", cores=2, python="3.11.7", spacy="3.8.18", commit="abc")


def test_both_are_asked_every_question_as_often(postgres_address: str) -> None:
    answers = ask_both(40, postgres_address, times=2)
    assert [here.question for here, _ in answers] == [there.question for _, there in answers] == list(QUESTIONS)
    assert {one.times for pair in answers for one in pair} == {2}
    assert all(one.p50 > 0 for pair in answers for one in pair)


def test_the_table_says_how_much_longer_the_server_takes() -> None:
    here = Answered(question="overview", times=3, p50=2.0, p99=9.0)
    there = Answered(question="overview", times=3, p50=5.0, p99=20.0)
    told = section([(here, there)], reports=1_000, machine=MACHINE)
    assert "| overview | 2.0 / 9.0 | 5.0 / 20.0 | 2.5 |" in told and "1,000 reports" in told
