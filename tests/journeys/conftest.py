"""The real command, once over the sample reports, for every journey that looks at what came out.

What takes seconds is made once for all (``made_once.py``): ``sample_claims`` (what `vedette read` prints) and
``sample_desk`` (a desk to which the samples were added). Nobody changes that desk: a
journey that adds something copies it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from vedette.store import Store, open_store


@pytest.fixture(scope="session")
def sample_claims(sample_lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in sample_lines.splitlines()]


@pytest.fixture(scope="session")
def sample_store(sample_desk: Path) -> Any:
    with open_store(str(sample_desk), read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def report_ids(sample_store: Store) -> dict[str, str]:
    """The desk's ids of the sample reports, by the ids of the tables beside them."""
    return {report.ref: report.id for report in sample_store.reports()}
