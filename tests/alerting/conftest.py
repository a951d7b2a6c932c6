from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vedette.store import open_store
from vedette.store.alerting import AlertBook


@pytest.fixture
def book(tmp_path: Path) -> Iterator[AlertBook]:
    with open_store(str(tmp_path / "desk.sqlite")) as store:
        yield store.alerting
