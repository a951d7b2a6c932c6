"""A desk of made reports, linked on an engine and portion by portion: what the command compares, smaller."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from vedette.desk import Desk
from vedette.engine import Engine
from vedette.errors import EngineFailed
from vedette.evaluation import bulk_check
from vedette.evaluation.bulk_check import Linked, link_desk, main, table
from vedette.evaluation.made_claims import make_claims, make_decisions
from vedette.linking.bulk import linking_in_bulk
from vedette.linking_on_engine import OnEngine
from vedette.model import ReadReport

REPORTS = 150


def linked(tmp_path: Path, name: str, *, engine: Engine | None) -> Linked:
    relink = Desk.relink if engine is None else partial(Desk.relink, spread=OnEngine(engine, 2))
    return link_desk(REPORTS, tmp_path / name, relink=relink, decisions=20)


def test_the_same_desk_here_and_portion_by_portion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking_in_bulk, "LARGE", 40)
    by_portions = linked(tmp_path, "portions", engine=None)
    in_bulk = linked(tmp_path, "bulk", engine=Engine.LOCAL)

    assert (in_bulk.digest, in_bulk.events) == (by_portions.digest, by_portions.events)
    assert in_bulk.situations == by_portions.situations > 0


def test_the_same_desk_in_processes(tmp_path: Path) -> None:
    assert linked(tmp_path, "processes", engine=Engine.PROCESSES).digest == linked(
        tmp_path, "here", engine=Engine.LOCAL
    ).digest


def test_made_claims_are_of_every_kind() -> None:
    made = list(make_claims(REPORTS))
    claims = [claim for one in made for claim in one.claims]

    assert made == list(make_claims(REPORTS))
    assert {None, "month", "year", "day"} <= {claim.period and str(claim.period.precision) for claim in claims}
    assert len({str(claim.type) for claim in claims}) > 10
    assert any(len(one.place.countries) == 2 for claim in claims for one in claim.places)
    assert len({type(decision).__name__ for decision in make_decisions(made, 40)}) == 5


def test_the_table_says_how_many_reports_a_second() -> None:
    one = Linked(digest="d", claims=400, events=50, situations=3, seconds=2.0, peak_mb=400)

    assert "| in bulk, ray, 2 workers | 50 | 2 | 400 | 50 | 3 | `d` |" in table(
        one, one, reports=100, where="ray, 2 workers"
    )


def test_two_desks_that_differ_are_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one = Linked(digest="d", claims=4, events=1, situations=0, seconds=2.0, peak_mb=400)
    other = Linked(digest="e", claims=4, events=1, situations=0, seconds=2.0, peak_mb=400)
    monkeypatch.setattr(bulk_check, "compare", lambda reports, engine, workers: (one, other))

    assert main(["--reports", "1"]) == 1
    assert "The two desks differ." in capsys.readouterr().err


def test_an_engine_that_cannot_be_had_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(reports: int, **_: object) -> None:
        raise EngineFailed("Ray does not answer on this machine. Try again.")

    monkeypatch.setattr(bulk_check, "compare", fail)

    assert main(["--reports", "1"]) == 2
    assert capsys.readouterr().err == "Ray does not answer on this machine. Try again.\n"


def test_read_reports_are_what_a_desk_takes() -> None:
    assert all(isinstance(one, ReadReport) and {claim.report for claim in one.claims} <= {one.report.id}
               for one in make_claims(20))
