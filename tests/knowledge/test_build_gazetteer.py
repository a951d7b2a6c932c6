"""What goes into the gazetteer, and when it is built again."""

import os
from pathlib import Path

import pytest

from vedette.knowledge.build_gazetteer import is_stale
from vedette.knowledge.gazetteer import GAZETTEER_FILE
from vedette.knowledge.place_names import airfield_names, other_names, words_that_mislead


def test_a_missing_file_is_stale(tmp_path: Path) -> None:
    assert is_stale(tmp_path / "gazetteer.sqlite")


def test_a_file_older_than_the_builder_is_stale(tmp_path: Path) -> None:
    file = tmp_path / "gazetteer.sqlite"
    file.touch()
    assert not is_stale(file)
    os.utime(file, (0, 0))
    assert is_stale(file)


def test_the_gazetteer_stays_small() -> None:
    assert GAZETTEER_FILE.stat().st_size < 40_000_000


@pytest.mark.parametrize("word", ["of", "nice", "mary", "thursday", "russia", "polish", "germans", "nato", "беларусь"])
def test_words_that_mislead_are_known(word: str) -> None:
    assert word in words_that_mislead()


@pytest.mark.parametrize("other", ["Nice", "Of", "Lid", "VNO", "li da", "利达", "", "Λίντα"])
def test_unsafe_other_names_are_left_out(other: str) -> None:
    assert list(other_names("Lida", [other], misleading=frozenset({"nice", "of"}))) == ["lida"]


def test_the_own_name_stays_even_if_it_misleads() -> None:
    assert list(other_names("Nice", ["Nizza"], misleading=frozenset({"nice"}))) == ["nice", "nizza"]


def test_an_airfield_is_found_by_its_city_and_by_its_own_name() -> None:
    names = set(airfield_names("Rzeszow-Jasionka Airport", "Rzeszow"))
    assert {"rzeszow jasionka airport", "rzeszow airport", "rzeszow jasionka air base"} <= names
