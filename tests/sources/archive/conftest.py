"""A folder for an archive, and pages as a server sends them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from vedette.sources.web import FetchedPage, Validators

MakePage = Callable[..., FetchedPage]
NIGHT = "2025-09-12T01:15:00+00:00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk.archive"


@pytest.fixture
def make_page() -> MakePage:
    def _make(number: int = 1, *, size: int | None = None, **fields: object) -> FetchedPage:
        # Bytes that do not pack, so that a record on the disk is about as long as its page.
        body = random.Random(number).randbytes(size) if size else f"<p>Gate {number} is shut.".encode()
        address = f"https://post.example/{number}"
        sent = {
            "url": address, "asked": address, "status": 200, "content_type": "text/html; charset=utf-8", "body": body,
            "headers": (("Content-Type", "text/html; charset=utf-8"), ("ETag", f'"{number}"')),
            "validators": Validators(etag=f'"{number}"'),
        }
        return FetchedPage(**{**sent, **fields})  # type: ignore[arg-type]

    return _make
