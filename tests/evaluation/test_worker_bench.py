"""What workers do together is told beside what one of them does; the pages that wait are those that were made."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from vedette.evaluation import lent_server
from vedette.evaluation.machine import Machine
from vedette.evaluation.made_reports import make_subject
from vedette.evaluation.worker_bench import fill, main, schema_for, section
from vedette.store import open_store

MACHINE = Machine(processor="A processor", cores=2, python="3.11.7", spacy="3.8.18", commit="abc")


def test_two_workers_are_held_against_one() -> None:
    told = section([(1, 100, 50.0), (2, 90, 25.0)], machine=MACHINE)
    assert "| 1 | 100 | 50.0 | 2.0 | 1.00 |" in told
    assert "| 2 | 90 | 25.0 | 3.6 | 1.80 |" in told


def test_pages_wait_to_be_read_in_a_schema_that_is_gone_afterwards(postgres_address: str, tmp_path: Path) -> None:
    with schema_for(postgres_address, "bench_of_a_test") as own, open_store(own) as store:
        fill(store, tmp_path, list(make_subject(3)))
        assert store.backlog(at=datetime.now(UTC)).received == 3
    with schema_for(postgres_address, "bench_of_a_test") as own, open_store(own) as store:
        assert store.backlog(at=datetime.now(UTC)).received == 0


def test_where_no_server_can_be_had_it_is_said_and_no_page_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lent_server, "_programs", lambda: None)
    page = tmp_path / "workers.md"
    page.write_text("<!-- workers -->\nold\n<!-- end of workers -->", encoding="utf-8")
    main(["--pages", "1", "--write", str(page)])
    assert "No PostgreSQL here: install postgresql" in capsys.readouterr().err
    assert "\nold\n" in page.read_text(encoding="utf-8")
