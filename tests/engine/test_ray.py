"""On a Ray cluster of this machine: what other engines give, also where an item ends its process."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine_steps import Square
from vedette.backfilling import Backfill
from vedette.engine import Done, Engine, Limits, spread
from vedette.knowledge import load_knowledge

ray = pytest.importorskip("ray", reason="needs the extra 'cluster'")
# What Ray itself does on its way is not this house's to mend.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    yield
    ray.shutdown()


@pytest.mark.usefixtures("cluster")
def test_outcomes_come_in_order_and_an_item_that_kills_its_process_costs_itself_only() -> None:
    items = [3, -2, Done(0, "there"), -1, 4, 5]
    outcomes = list(spread(Square(), items, engine=Engine.RAY, workers=2, limits=Limits(tries=2)))
    assert [outcome.result if isinstance(outcome, Done) else outcome.reason for outcome in outcomes] == [
        9, "the process that worked on it was ended by SIGKILL, perhaps because memory ran out", "there",
        "ValueError: no root", 16, 25,
    ]
    assert list(spread(Square(), [], engine=Engine.RAY, workers=2)) == []


@pytest.mark.usefixtures("cluster")
def test_a_backfill_writes_the_same_bytes_as_here(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    lines = [{"id": f"r{n}", "lang": "sv", "text": f"Gränsen stängdes på torsdagen. Nummer {n}."} for n in range(60)]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines) + "{broken", encoding="utf-8")
    knowledge, written = load_knowledge(), []
    for engine in (Engine.LOCAL, Engine.RAY):
        to = tmp_path / engine
        backfill = Backfill.begin([str(source)], to=str(to), knowledge=knowledge, size=2_000)
        done = list(backfill.run(engine=engine, workers=2))
        assert [one.partition for one in done] == list(backfill.todo) and len(done) > 2
        written.append({str(file.relative_to(to)): file.read_bytes() for file in to.rglob("*") if file.is_file()})
    assert written[0] == written[1]


def test_a_cluster_that_it_started_ends_with_the_work() -> None:
    if ray.is_initialized() or os.environ.get("RAY_ADDRESS"):
        pytest.skip("there is a cluster already")
    assert [one.result for one in spread(Square(), [2], engine=Engine.RAY, workers=1) if isinstance(one, Done)] == [4]
    assert not ray.is_initialized()
