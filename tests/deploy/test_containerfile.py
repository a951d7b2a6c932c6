"""What the container file promises. It is read here, not built."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")


def steps() -> list[tuple[str, str]]:
    """Give the steps as (instruction, rest), lines that go on joined."""
    joined = re.sub(r"\\\n\s*", "", TEXT)
    lines = [line for line in joined.splitlines() if line and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def last_stage() -> list[tuple[str, str]]:
    found = steps()
    start = max(number for number, (instruction, _) in enumerate(found) if instruction == "FROM")
    return found[start:]


def test_nothing_runs_as_root() -> None:
    users = [rest for instruction, rest in last_stage() if instruction == "USER"]
    assert users == ["10001:10001"]
    after = [instruction for instruction, _ in last_stage()[last_stage().index(("USER", "10001:10001")) + 1:]]
    assert "RUN" not in after
    assert "COPY" not in after


def test_only_package_registries_are_asked_and_each_package_has_its_digest() -> None:
    assert not [rest for instruction, rest in steps() if instruction == "ADD"]
    runs = [rest for instruction, rest in steps() if instruction == "RUN"]
    for run in runs:
        assert not re.search(r"curl|wget|git |apt|https?:|\|\s*(ba)?sh", run), run
        if "pip install" in run:
            assert "--require-hashes -r requirements/run.lock" in run or "--no-deps --no-index" in run, run
        if "npm" in run and "run" not in run:
            assert "npm ci --ignore-scripts" in run
    assert sum("pip install" in run for run in runs) == 2
    assert [rest.split()[0].split(":")[0] for instruction, rest in steps() if instruction == "FROM"] == [
        "docker.io/library/node", "docker.io/library/python", "docker.io/library/python",
    ]


def test_what_is_copied_is_there() -> None:
    for instruction, rest in steps():
        if instruction == "COPY" and "--from" not in rest:
            for name in rest.split()[:-1]:
                assert (ROOT / name).exists(), name


def test_nothing_that_lies_about_gets_into_it() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert ignored[1] == "*"
    wanted = {line[1:] for line in ignored if line.startswith("!")}
    copied = {name for instruction, rest in steps() if instruction == "COPY" and "--from" not in rest
              for name in rest.split()[:-1]}
    assert all(any(name == one or name.startswith(f"{one}/") for one in wanted) for name in copied)
    assert {"islands/node_modules", "**/__pycache__"} <= set(ignored)


def test_all_that_is_written_lies_in_the_volume() -> None:
    stage = dict(last_stage())
    (volume,) = [rest for instruction, rest in last_stage() if instruction == "VOLUME"]
    assert stage["WORKDIR"] == volume == "/var/lib/vedette"
    (environment,) = [rest for instruction, rest in last_stage() if instruction == "ENV"]
    assert f"HOME={volume}" in environment
    assert f"VEDETTE_DESK={volume}/vedette.sqlite" in environment
    assert "PYTHONDONTWRITEBYTECODE=1" in environment


def test_the_way_to_run_it_that_is_told_takes_everything_else_away() -> None:
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"    podman run (?:.*\\\n)*.*localhost/vedette\n", page)
    for option in ("--read-only", "--cap-drop=all", "--security-opt=no-new-privileges", "--tmpfs /tmp", "--pids-limit"):
        assert option in command


def test_whether_the_watch_is_well_is_asked_where_it_answers_and_the_image_keeps_the_question() -> None:
    stage = dict(last_stage())
    port = stage["CMD"].rpartition("--metrics")[2].strip('", []')
    assert f"http://127.0.0.1:{port}/healthz" in stage["HEALTHCHECK"]
    # Images of the other format have no health check: podman leaves it out with a warning.
    for text in (TEXT, (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")):
        assert "podman build --format docker -f deploy/Containerfile" in text
