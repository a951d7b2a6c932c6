"""Desks to review."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from review_desk import ReviewDesk


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[Callable[..., ReviewDesk]]:
    """Makes a desk with so many open pairs."""
    made: list[ReviewDesk] = []

    def make(pairs: int = 1) -> ReviewDesk:
        made.append(ReviewDesk(tmp_path, pairs))
        return made[-1]

    yield make
    for one in made:
        one.store.close()


@pytest.fixture
def desk(make_desk: Callable[..., ReviewDesk]) -> ReviewDesk:
    """A desk with one open pair."""
    return make_desk()
