"""Data of our own in the shape of the public benchmarks, and the program's parts, loaded once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from vedette.evaluation.public.kit import Kit

Write = Callable[..., Path]


@pytest.fixture(scope="session")
def kit() -> Kit:
    """The parts of the program, but no tagger."""
    return Kit(tagger_folder=Path("no-such-folder"))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write entries as a file of a benchmark and give the folder of that benchmark."""

    def written(name: str, *entries: object) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        content = "".join(f"{json.dumps(entry)}\n" for entry in entries).encode()
        file.write_bytes(gzip.compress(content) if file.suffix == ".gz" else content)
        return file.parent

    return written


def values(results: object) -> dict[tuple[str, str], float | None]:
    """Give the value of each metric of each part."""
    return {(one.part, one.metric): one.value for one in results}  # type: ignore[attr-defined]


@pytest.fixture
def told() -> Callable[[object], dict[tuple[str, str], float | None]]:
    """Results as a table: part and metric to value."""
    return values
