"""An option comes before the environment, the environment before the default."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vedette.errors import UsageError
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
