from collections.abc import Iterator
from pathlib import Path

import pytest

from vedette.store import Store, open_store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with open_store(str(file), clock=lambda: "2025-09-13T06:00:00+00:00") as opened:
        yield opened
