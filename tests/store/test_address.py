import sys
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


ON_A_SERVER = ["postgresql://desk.example/watch", "postgres://x", "postgresql+psycopg://x/y", "POSTGRESQL://x"]


@pytest.mark.parametrize("address", ON_A_SERVER)
def test_without_the_driver_an_address_of_a_server_names_the_extra(address, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"PostgreSQL.*vedette\[postgres\]"):
        database_at(address)


@pytest.mark.parametrize("address", ON_A_SERVER)
def test_a_desk_on_a_server_is_no_file(address):
    pytest.importorskip("psycopg")
    assert database_at(address).file is None


@pytest.mark.parametrize(("address", "place", "name"), [
    ("postgresql://ann:pa:s%40s@desk.example:5433/watch?sslpassword=x", "postgresql://ann@desk.example:5433/watch",
     "desk.example-watch"),
    ("postgresql:///watch?host=/run/postgresql", "postgresql:///watch", "watch"),
    ("postgresql://ann@desk.example/watch?options=-csearch_path%3Dnorth", "postgresql://ann@desk.example/watch "
     "(schema north)", "desk.example-watch-north"),
    ("postgresql://desk.example/Baltic%20Sea%2F1", "postgresql://desk.example/Baltic Sea/1",
     "desk.example-Baltic-Sea-1"),
])
def test_people_are_told_where_a_desk_is_and_never_a_password(address, place, name):
    pytest.importorskip("psycopg")
    found = database_at(address)
    assert (found.place, found.name) == (place, name)


@pytest.mark.parametrize("address", ["", "  ", "mysql://x/y", "sqlite://", "sqlite:///", ":memory:", "a\x00b"])
def test_what_is_no_address_is_a_wrong_usage(address):
    with pytest.raises(UsageError):
        open_store(address)


def test_odd_names_of_files_are_taken_as_they_are(tmp_path):
    file = tmp_path / "new folder" / "50% #1?mode=ro&x.sqlite"
    with open_store(str(file)) as store:
        assert store.counts()["reports"] == 0
    assert [found.name for found in file.parent.iterdir()] == [file.name]
