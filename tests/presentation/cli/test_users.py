"""``vedette users``, from letting somebody in to shutting them out."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest

from vedette.access import Admitted, Doorkeeper
from vedette.store import open_store
from vedette.store.accounts import Role

PASSWORD = "four slow grey herons"


@pytest.fixture(autouse=True)
def _desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEDETTE_DESK", "desk.sqlite")
    monkeypatch.setenv("VEDETTE_BY", "Olena")
    open_store("desk.sqlite").close()


@pytest.fixture
def users(vedette: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a command of users with something on standard input: users("add", "ann", typed="...")."""

    def call(*arguments: str, typed: str = "") -> Any:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return vedette("users", *arguments)

    return call


def test_somebody_is_added_and_can_log_in(users: Any) -> None:
    answer = users("add", "Ann", "--role", "analyst", typed=f"{PASSWORD}\n")
    assert (answer.code, answer.out) == (0, "Ann: analyst, may log in.\n")
    with open_store("desk.sqlite") as store:
        admitted = Doorkeeper(store.accounts).log_in("ann", PASSWORD, address="192.0.2.7")
        assert isinstance(admitted, Admitted) and admitted.user.role is Role.ANALYST


def test_a_password_is_never_an_argument(users: Any) -> None:
    assert users("add", "Ann", PASSWORD).code == 2
    assert users("add", "Ann", "--password", PASSWORD).code == 2
    assert users("password", "Ann", PASSWORD).code == 2


def test_without_a_password_nobody_is_added(users: Any) -> None:
    answer = users("add", "Ann")
    assert answer.code == 2 and "No password came on standard input" in answer.err
    assert users("add", "Ann", typed="short\n").code == 2
    assert "Nobody is on this desk yet" in users("list").err


def test_the_list_has_no_hashes(users: Any) -> None:
    users("add", "Ann", typed=f"{PASSWORD}\n")
    users("add", "Robot", "--no-password")
    listed = [json.loads(line) for line in users("list", "--format", "jsonl").out.splitlines()]
    assert [(one["name"], one["role"], one["password"]) for one in listed] == [
        ("Ann", "reader", "yes"), ("Robot", "reader", "no"),
    ]
    assert "argon2" not in json.dumps(listed)


def test_roles_change_and_the_last_admin_stays(users: Any) -> None:
    users("add", "Eve", "--role", "admin", typed=f"{PASSWORD}\n")
    assert users("role", "eve", "reader").code == 2
    users("add", "Ann", typed=f"{PASSWORD}\n")
    assert users("role", "ann", "admin").out == "Ann: admin, may log in.\n"
    assert users("role", "eve", "reader").out == "Eve: reader, may log in.\n"
    answer = users("role", "eve", "owner")
    assert answer.code == 2 and "Roles are: reader, analyst, admin" in answer.err


def test_somebody_is_shut_out_and_let_in_again(users: Any) -> None:
    users("add", "Ann", typed=f"{PASSWORD}\n")
    assert users("disable", "Ann").out == "Ann: reader, disabled.\n"
    assert users("enable", "Ann").out == "Ann: reader, may log in.\n"
    answer = users("disable", "Zoe")
    assert answer.code == 2 and "'vedette users list'" in answer.err


def test_a_password_is_changed(users: Any) -> None:
    users("add", "Ann", typed=f"{PASSWORD}\n")
    assert users("password", "Ann", typed="seven loud white geese\r\n").code == 0
    with open_store("desk.sqlite") as store:
        door = Doorkeeper(store.accounts)
        assert isinstance(door.log_in("Ann", "seven loud white geese", address="192.0.2.7"), Admitted)


def test_a_token_is_printed_once_and_alone(users: Any) -> None:
    users("add", "Robot", "--no-password")
    made = users("token", "Robot", "--for", "nightly export", "--days", "30")
    assert re.fullmatch(r"vedette_[0-9a-f]{8}_[\w-]{43}\n", made.out)
    (listed,) = [json.loads(line) for line in users("tokens", "--format", "jsonl").out.splitlines()]
    assert (listed["user"], listed["for"], listed["role"], listed["state"]) == (
        "Robot", "nightly export", "reader", "holds",
    )
    assert made.out.strip() not in json.dumps(listed)
    assert users("revoke", listed["id"]).code == 0
    assert '"revoked"' in users("tokens", "robot", "--format", "jsonl").out
    assert users("revoke", "nothing").code == 2


def test_a_token_is_not_above_its_owner(users: Any) -> None:
    users("add", "Robot", "--no-password")
    assert users("token", "Robot", "--role", "admin").code == 2


def test_the_log_says_who_did_what(users: Any) -> None:
    users("add", "Ann", typed=f"{PASSWORD}\n")
    users("role", "Ann", "analyst", "--by", "Petro")
    listed = [json.loads(line) for line in users("log", "--format", "jsonl").out.splitlines()]
    assert [(one["by"], one["act"], one["user"], one["detail"]) for one in listed] == [
        ("Olena", "add", "Ann", "reader"), ("Petro", "role", "Ann", "analyst"),
    ]


def test_no_desk_is_made_by_mistake(users: Any) -> None:
    answer = users("add", "Ann", "--desk", "misspelt.sqlite", typed=f"{PASSWORD}\n")
    assert answer.code == 1 and "There is no desk" in answer.err
