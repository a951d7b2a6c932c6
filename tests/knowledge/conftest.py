"""These tests are about loading itself: what is shipped is loaded anew each time, as a program does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from vedette import knowledge
from vedette.knowledge import gazetteer

_READ_PACKS, _BY_NAME = knowledge.read_packs, gazetteer._by_name


@pytest.fixture(autouse=True, scope="module")
def _loaded_anew(_loaded_once: None) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knowledge, "read_packs", _READ_PACKS)
        patch.setattr(gazetteer, "_by_name", _BY_NAME)
        yield
