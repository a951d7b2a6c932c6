"""The map and the timeline: whether they were built, and what they need to know from the page.

They are TypeScript (``islands/`` in the source), made into a few files when the package is
built. Without Node there are none, and pages say so; the rest works as it did.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from fastapi import FastAPI, Request

from vedette.settings import Tiles

BUNDLE = "/static/islands/"
# Written in the place of the bundle where it could not be made; says why, in one sentence.
NOTE = "not-built.txt"
_NOTHING_KNOWN = "The map and the timeline were not built with this installation."


@dataclass(frozen=True, slots=True, kw_only=True)
class Islands:
    """What a page with islands is given; ``missing`` says in a sentence why there are none."""

    missing: str | None = None
    folder: str = BUNDLE
    tiles: Tiles | None = None


def show_islands(app: FastAPI, tiles: Tiles | None) -> None:
    """Let the pages of an application show the islands, where there are any."""
    app.state.islands = find_islands(tiles)


def islands_for(request: Request) -> Islands:
    """Give what a page with islands is given."""
    return cast(Islands, request.app.state.islands)


def find_islands(tiles: Tiles | None = None) -> Islands:
    """Look whether the islands were built with this installation."""
    folder = files("vedette.presentation.web") / "static" / "islands"
    if (folder / "events.js").is_file():
        return Islands(tiles=tiles)
    note = folder / NOTE
    return Islands(missing=note.read_text(encoding="utf-8").strip() if note.is_file() else _NOTHING_KNOWN)
