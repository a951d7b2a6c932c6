"""On a Ray cluster of this machine: what other engines give, also where an item ends its process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

# Of Ray's own patience, in seconds; by itself it gives up on a process that takes a minute to start.
PATIENT = {"RAY_gcs_server_request_timeout_seconds": "300", "RAY_worker_register_timeout_seconds": "300"}
LONGEST = 1200
pytestmark = [
    pytest.mark.skipif(find_spec("ray") is None, reason="needs the extra 'cluster'"),
    pytest.mark.skipif("RAY_ADDRESS" in os.environ, reason="would run on the cluster that RAY_ADDRESS names"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("ray")
    lines = [{"id": f"r{n}", "lang": "sv", "text": f"Gränsen stängdes på torsdagen. Nummer {n}."} for n in range(60)]
    text = "".join(json.dumps(line) + "\n" for line in lines) + "{broken"
    (folder / "a.jsonl").write_text(text, encoding="utf-8")
    paths = os.pathsep.join(entry for entry in sys.path if entry)
    program = str(Path(__file__).parents[1] / "ray_run.py")
    subprocess.run(
        [sys.executable, "-W", "ignore", program, str(folder)], check=True,
        env={**os.environ, **PATIENT, "PYTHONPATH": paths}, timeout=LONGEST,
    )
    answer: dict[str, Any] = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    if "fault" in answer:
        pytest.skip(f"Ray starts no cluster here: {answer['fault']}")
    return answer


def test_outcomes_come_in_order_and_an_item_that_kills_its_process_costs_itself_only(told: dict[str, Any]) -> None:
    assert told["outcomes"] == [
        9, "the process that worked on it was ended by SIGKILL, perhaps because memory ran out", "there",
        "ValueError: no root", 16, 25,
    ]
    assert told["none"] == []


def test_a_backfill_writes_the_same_bytes_as_here(told: dict[str, Any]) -> None:
    here, there = told["written"]["local"], told["written"]["ray"]
    assert here == there and any(name.startswith("claims/") for name in here)


def test_a_desk_that_is_linked_in_actors_is_the_one_that_portions_make(told: dict[str, Any]) -> None:
    assert told["linked"]["ray"] == told["linked"]["portions"]


def test_a_cluster_that_runs_is_joined_and_left_alone_and_one_of_its_own_ends(told: dict[str, Any]) -> None:
    assert told["joined"] is True
    assert told["alone"] == [4] and told["left"] is False


def test_nothing_reads_ahead_any_more_when_a_cluster_ends(told: dict[str, Any]) -> None:
    assert "MainThread" in told["running"] and "iter_threaded" not in told["running"]
