from pathlib import Path

import pytest

from vedette.errors import MissingExtra, UsageError
from vedette.store import open_store
from vedette.store.address import database_at


@pytest.mark.parametrize(("address", "file"), [
    ("watch.sqlite", "watch.sqlite"),
    ("sqlite:///watch.sqlite", "watch.sqlite"),
    ("sqlite:////srv/watch.sqlite", "/srv/watch.sqlite"),
    ("a folder/100% Baltic?.sqlite", "a folder/100% Baltic?.sqlite"),
])
def test_a_desk_is_a_file(address, file):
    assert database_at(address).file == Path(file)


@pytest.mark.parametrize("address", ["postgresql://desk.example/watch", "postgres://x", "postgresql+psycopg://x/y"])
def test_postgresql_names_the_extra(address):
    with pytest.raises(MissingExtra, match=r"PostgreSQL desk.*vedette\[postgres\]"):
        open_store(address)


@pytest.mark.parametrize("address", ["", "  ", "mysql://x/y", "sqlite://", "sqlite:///", ":memory:", "a\x00b"])
def test_what_is_no_address_is_a_wrong_usage(address):
    with pytest.raises(UsageError):
        open_store(address)


def test_odd_names_of_files_are_taken_as_they_are(tmp_path):
    file = tmp_path / "new folder" / "50% #1?mode=ro&x.sqlite"
    with open_store(str(file)) as store:
        assert store.counts()["reports"] == 0
    assert [found.name for found in file.parent.iterdir()] == [file.name]
