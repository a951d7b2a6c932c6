"""A backfill on its way: stopped and gone on with, poisoned, spread; always the same bytes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from engine_steps import Poisonous
from vedette.backfilling import Backfill
from vedette.desk import Desk, read_inputs
from vedette.engine import Engine
from vedette.errors import UsageError
from vedette.inputs import gather
from vedette.knowledge import load_knowledge
from vedette.model import Knowledge, QuarantinedInput, ReadReport, Report

SIZE = 3_000


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def line(number: int, text: str = "Gränsen stängdes på torsdagen, och ingen visste till när det skulle gälla.") -> str:
    # Swedish is not read: no model is loaded, which these tests would wait for.
    return json.dumps({"id": f"r{number}", "lang": "sv", "text": f"{text} Nummer {number}."}) + "\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_text("".join(map(line, range(100))) + "{broken\n", encoding="utf-8")
    (folder / "b.jsonl").write_text("".join(map(line, range(100, 120))), encoding="utf-8")
    (folder / "c.txt").write_text(json.loads(line(120))["text"], encoding="utf-8")
    (folder / "d.txt").write_text("", encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def begin(source: Path, to: Path, knowledge: Knowledge) -> Backfill:
    return Backfill.begin([str(source)], to=str(to), knowledge=knowledge, size=SIZE)


def test_all_that_came_is_in_the_folder_read_or_with_its_reason(
    archive: Path, tmp_path: Path, knowledge: Knowledge
) -> None:
    backfill = begin(archive, tmp_path / "out", knowledge)
    done = list(backfill.run())
    assert len(done) == len(backfill.todo) > 5
    assert backfill.counts() == {"reports": 121, "claims": 0, "quarantined": 2}
    items = list(gather([str(tmp_path / "out")], knowledge=knowledge))
    refs = [item.report.ref for item in items if isinstance(item, ReadReport)]
    assert refs == [*(f"r{number}" for number in range(120)), "c"]
    reasons = {(Path(one.source).name, one.reason) for one in items if isinstance(one, QuarantinedInput)}
    broken = sum(len(line(number)) for number in range(100))
    assert reasons == {
        ("a.jsonl", f"Byte {broken}: It is not valid JSON (Expecting property name enclosed in double quotes)."),
        ("d.txt", "There is no text in it."),
    }


def test_several_processes_write_the_same_bytes(archive: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    list(begin(archive, tmp_path / "one", knowledge).run())
    list(begin(archive, tmp_path / "two", knowledge).run(engine=Engine.PROCESSES, workers=2))
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_what_is_done_is_not_done_again_and_what_is_not_is(archive: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    first = begin(archive, tmp_path / "out", knowledge)
    run = first.run()
    taken = [next(run).partition.id, next(run).partition.id]
    run.close()
    second = begin(archive, tmp_path / "out", knowledge)
    assert list(second.done) == taken
    assert [one.partition for one in second.run()] == list(second.todo) == list(first.todo[2:])
    list(begin(archive, tmp_path / "whole", knowledge).run())
    assert files(tmp_path / "out") == files(tmp_path / "whole")
    assert begin(archive, tmp_path / "out", knowledge).todo == ()


RUN = """
import sys, time
from vedette.backfilling import Backfill
from vedette.engine import Engine
from vedette.knowledge import load_knowledge
backfill = Backfill.begin([sys.argv[1]], to=sys.argv[2], knowledge=load_knowledge(), size=int(sys.argv[3]))
for done in backfill.run(engine=Engine.PROCESSES, workers=1):
    print(done.partition.id, flush=True)
    time.sleep(0.05)
"""


def test_who_is_killed_in_the_middle_goes_on_and_ends_with_the_same_bytes(
    archive: Path, tmp_path: Path, knowledge: Knowledge
) -> None:
    command = [sys.executable, "-c", RUN, str(archive), str(tmp_path / "out"), str(SIZE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as owner:
        assert owner.stdout is not None
        owner.stdout.readline()
        owner.stdout.readline()
        owner.send_signal(signal.SIGKILL)
    second = begin(archive, tmp_path / "out", knowledge)
    assert 2 <= len(second.done) < len(second.done) + len(second.todo)
    list(second.run())
    list(begin(archive, tmp_path / "whole", knowledge).run())
    rest = {name: data for name, data in files(tmp_path / "out").items() if not name.endswith(".part")}
    assert rest == files(tmp_path / "whole")


def test_a_report_that_kills_its_process_is_put_aside_and_the_rest_is_read(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    texts = ["Poland closed its border with Belarus on Friday.", "Troops arrived in Narva on Friday.",
             "Lithuania closed its airspace on Friday."]
    source = tmp_path / "a.jsonl"
    source.write_text("".join(json.dumps({"text": text, "lang": "en"}) + "\n" for text in texts), encoding="utf-8")
    deadly = replace(knowledge, gazetteer=Poisonous(knowledge.gazetteer, "Narva"))
    backfill = begin(source, tmp_path / "out", deadly)
    list(backfill.run(engine=Engine.PROCESSES, workers=1))
    first, second, bad = gather([str(tmp_path / "out")], knowledge=deadly)
    assert isinstance(first, ReadReport) and isinstance(second, ReadReport) and isinstance(bad, QuarantinedInput)
    assert [item.report.text for item in (first, second)] == [texts[0], texts[2]]
    assert bad.reason == (
        f"Byte {len(texts[0]) + 27}: it could not be read (the process that worked on it was ended by SIGKILL, "
        "perhaps because memory ran out)."
    )
    assert json.loads(bad.content)["text"] == texts[1]
    alone = [item for item in read_inputs([str(source)], knowledge=knowledge) if isinstance(item, ReadReport)]
    # By their ids, which are of all that is public: how many people live at a place is not part of a claim.
    assert [[claim.id for claim in one.claims] for one in (alone[0], alone[2])] == [
        [claim.id for claim in one.claims] for one in (first, second)
    ]
    assert first.claims and second.claims


def test_a_folder_of_claims_comes_onto_a_desk_as_its_sources_would(
    archive: Path, tmp_path: Path, knowledge: Knowledge
) -> None:
    list(begin(archive, tmp_path / "out", knowledge).run())
    with Desk.open(str(tmp_path / "a.sqlite")) as desk:
        added = desk.add([str(tmp_path / "out")])
        ids = [one.id for one in desk.store.reports()]
        again = desk.add([str(tmp_path / "out")])
    with Desk.open(str(tmp_path / "b.sqlite")) as desk:
        plain = desk.add([str(archive)])
        assert [one.id for one in desk.store.reports()] == ids
    assert (added.new, len(added.quarantined)) == (plain.new, len(plain.quarantined)) == (121, 2)
    assert (again.new, again.known) == (0, 121)


def test_claims_of_another_reader_are_read_again(archive: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    list(begin(archive, tmp_path / "out", knowledge).run())
    other = replace(knowledge, actors=knowledge.actors[1:])
    items = list(gather([str(tmp_path / "out")], knowledge=other))
    assert sum(isinstance(item, Report) for item in items) == 121
    with pytest.raises(UsageError, match="begun with another reader"):
        begin(archive, tmp_path / "out", other)


@pytest.mark.parametrize("table", ["reports", "quarantined"])
def test_a_damaged_file_is_told_of_and_costs_its_partition_only(
    archive: Path, tmp_path: Path, knowledge: Knowledge, table: str
) -> None:
    backfill = begin(archive, tmp_path / "out", knowledge)
    first, *_ = list(backfill.run())
    file = tmp_path / "out" / table / f"{first.partition.id}.parquet"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    items = list(gather([str(tmp_path / "out")], knowledge=knowledge))
    damaged = [item for item in items if isinstance(item, QuarantinedInput) and item.source == str(file)]
    assert len(damaged) == 1 and "run the same backfill again" in damaged[0].advice
    lost = 0 if table == "quarantined" else first.reports
    assert sum(isinstance(item, ReadReport) for item in items) == 121 - lost


def test_storage_elsewhere_is_read_and_written_alike(archive: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    for name, data in files(archive).items():
        memory.pipe(f"/backfilled/in/{name}", data)
    backfill = Backfill.begin(
        ["memory://backfilled/in"], to="memory://backfilled/out", knowledge=knowledge, size=SIZE
    )
    list(backfill.run())
    assert backfill.counts() == {"reports": 121, "claims": 0, "quarantined": 2}
    items = list(gather(["memory://backfilled/out"], knowledge=knowledge))
    assert sum(isinstance(item, ReadReport) for item in items) == 121
    sources = {item.source for item in items if isinstance(item, QuarantinedInput)}
    assert sources == {"memory:///backfilled/in/a.jsonl", "memory:///backfilled/in/d.txt"}


def bulky(number: int) -> str:
    # Of eight thousand characters that are quickly read: no words, and the day is told.
    report = {"id": f"r{number}", "lang": "sv", "published": "2025-09-12", "text": f"{'17,4 ' * 1_550}{number}."}
    return json.dumps(report) + "\n"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux for the peak of memory")
def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    peaks = []
    for count in (1_500, 5_000):
        source = tmp_path / f"{count}.jsonl"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(map(bulky, range(count)))
        script = RUN.replace("    time.sleep(0.05)\n", "") + (
            "print(next(s for s in open('/proc/self/status') if s.startswith('VmHWM')).split()[1])"
        )
        command = [sys.executable, "-c", script, str(source), str(tmp_path / f"out{count}"), "100000000"]
        told = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ)).stdout
        peaks.append(int(told.split()[-1]) / 1024)
    assert source.stat().st_size > 35_000_000
    assert peaks[1] - peaks[0] < 30, peaks
