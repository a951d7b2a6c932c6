"""An option comes before the environment, the environment before the default."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vedette.errors import UsageError
from vedette.presentation.cli.desk_access import archive_folder
from vedette.settings import default_desk, load_settings


def test_the_desk_of_the_command_line_comes_first() -> None:
    environment = {"VEDETTE_DESK": "b.sqlite"}
    assert load_settings(desk="a.sqlite", environment=environment).desk == "a.sqlite"
    assert load_settings(environment=environment).desk == "b.sqlite"
    assert load_settings(environment={}).desk == str(default_desk())


def test_packs_of_the_environment_are_separated_as_in_path(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert load_settings(environment={"VEDETTE_PACKS": f"{one}{os.pathsep}{two}"}).packs == (one, two)
    assert load_settings(packs=[two], environment={"VEDETTE_PACKS": str(one)}).packs == (two,)


def test_a_pack_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        load_settings(packs=[tmp_path / "nowhere"], environment={})


def test_the_map_is_drawn_on_what_vedette_brings_unless_tiles_are_set():
    assert load_settings(environment={}).tiles is None
    assert load_settings(environment={"VEDETTE_TILES": " "}).tiles is None
    tiles = load_settings(environment={
        "VEDETTE_TILES": "https://tiles.example/{z}/{x}/{y}.png?key=a", "VEDETTE_TILES_CREDIT": "Example Maps",
    }).tiles
    assert (tiles.address, tiles.origin) == ("https://tiles.example/{z}/{x}/{y}.png?key=a", "https://tiles.example")
    assert tiles.credit == "Example Maps"


@pytest.mark.parametrize("address", [
    "https://tiles.example/tiles.png", "tiles.example/{z}/{x}/{y}.png", "ftp://tiles.example/{z}/{x}/{y}",
    "javascript:alert(1)//{z}{x}{y}", "https://tiles.example; script-src *//{z}/{x}/{y}",
    "https://user@tiles.example/{z}/{x}/{y}", "https://*/{z}/{x}/{y}",
    "https://tiles.example/{z}/{x}/{y}' 'unsafe-inline",
])
def test_what_is_no_address_of_tiles_never_gets_into_a_policy(address):
    with pytest.raises(UsageError, match="VEDETTE_TILES"):
        load_settings(environment={"VEDETTE_TILES": address})


def test_the_archive_lies_beside_the_desk_unless_it_is_set(tmp_path: Path) -> None:
    beside = archive_folder(load_settings(desk=f"sqlite:///{tmp_path}/border.sqlite", environment={}))
    assert beside == tmp_path / "border.archive"
    environment = {"VEDETTE_ARCHIVE": str(tmp_path / "pages")}
    assert archive_folder(load_settings(environment=environment)) == tmp_path / "pages"
    assert archive_folder(load_settings(archive=tmp_path / "here", environment=environment)) == tmp_path / "here"
