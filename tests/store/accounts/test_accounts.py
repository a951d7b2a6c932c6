"""What a desk keeps about who may use it, and that the log of it cannot be tidied up."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from stores import ON_SQLITE
from vedette.errors import AccessError, StoreError, UnknownAccount
from vedette.store import open_store
from vedette.store.accounts import AccessEntry, Role
from vedette.store.sqlite.connection import connect

AT = "2025-09-13T06:00:00+00:00"


def add(store, name, role=Role.READER, password="hash"):
    return store.accounts.users.add(name, role, password=password, by="Eve", at=AT)


def test_a_user_is_found_by_name_whatever_its_case(store):
    added = add(store, "Olena Example", Role.ANALYST)
    assert store.accounts.users.named("olena  EXAMPLE") == added
    assert (added.role, added.disabled, added.has_password) == (Role.ANALYST, None, True)


def test_a_name_is_given_once_also_after_it_was_disabled(store):
    add(store, "Ann")
    store.accounts.users.disable("Ann", by="Eve", at=AT)
    with pytest.raises(AccessError, match="already"):
        add(store, "ANN")


@pytest.mark.parametrize("name", [
    "", "   ", "...", "a" * 65, "ann/root", "<b>ann</b>", "ann\u202eroot", "a\x00b",
])
def test_what_cannot_be_a_name_is_refused(store, name):
    with pytest.raises(AccessError):
        add(store, name)
    assert store.accounts.users.all() == ()


def test_a_line_break_in_a_name_is_a_space_like_others(store):
    assert add(store, "ann\nroot").name == "ann root"


@pytest.mark.parametrize("name", ["Оксана Приклад", "Jānis.Piemērs", "o'neill", "ann@desk.example", "Łukasz-1"])
def test_names_of_people_are_names(store, name):
    assert add(store, name).name == name


def test_nobody_is_found_under_a_name_that_nobody_has(store):
    with pytest.raises(UnknownAccount, match="Nobody on this desk has the name 'Zoe'"):
        store.accounts.users.named("Zoe")
    assert store.accounts.users.credential("Zoe") is None


def test_an_admin_counts_where_they_can_log_in(store):
    assert not store.accounts.users.has_admin()
    add(store, "Robot", Role.ADMIN, password=None)
    assert not store.accounts.users.has_admin()
    add(store, "Eve", Role.ADMIN)
    assert store.accounts.users.has_admin()


def test_the_last_admin_is_neither_lowered_nor_shut_out(store):
    users = store.accounts.users
    add(store, "Eve", Role.ADMIN)
    with pytest.raises(AccessError, match="last admin"):
        users.disable("Eve", by="Eve", at=AT)
    with pytest.raises(AccessError, match="last admin"):
        users.set_role("Eve", Role.READER, by="Eve", at=AT)
    assert users.has_admin() and len(store.accounts.log()) == 1, "what was refused is not in the log"
    add(store, "Ann", Role.ADMIN)
    assert users.set_role("Eve", Role.READER, by="Ann", at=AT).role is Role.READER


def test_an_admin_who_cannot_log_in_does_not_stand_in_for_the_last_one(store):
    users = store.accounts.users
    add(store, "Eve", Role.ADMIN)
    add(store, "Robot", Role.ADMIN, password=None)
    with pytest.raises(AccessError, match="last admin"):
        users.set_role("Eve", Role.READER, by="Eve", at=AT)
    assert users.disable("Robot", by="Eve", at=AT).disabled == AT


def test_of_the_log_the_newest_lines_can_be_asked_for(store):
    for name in ("Ann", "Rita", "Zoe"):
        add(store, name)
    assert [entry.user for entry in store.accounts.log(newest=2)] == ["Rita", "Zoe"]


def test_every_change_is_in_the_log_with_who_and_when(store):
    accounts = store.accounts
    add(store, "Ann", Role.ANALYST)
    accounts.users.set_role("ann", Role.READER, by="Eve", at=AT)
    accounts.users.set_password("Ann", "other", by="Ann", at=AT)
    accounts.tokens.add("t1", "Ann", digest="d1", role=Role.READER, label="", by="Ann", at=AT)
    accounts.tokens.revoke("t1", by="Eve", at=AT)
    accounts.sessions.end_of("Ann", by="Eve", at=AT)
    accounts.users.disable("Ann", by="Eve", at=AT)
    accounts.users.enable("Ann", by="Eve", at=AT)
    assert [(entry.by, entry.act, entry.user, entry.detail) for entry in accounts.log()] == [
        ("Eve", "add", "Ann", "analyst"), ("Eve", "role", "Ann", "reader"), ("Ann", "password", "Ann", ""),
        ("Ann", "token", "Ann", "t1 reader"), ("Eve", "revoke", "Ann", "t1"), ("Eve", "end sessions", "Ann", "0"),
        ("Eve", "disable", "Ann", ""), ("Eve", "enable", "Ann", ""),
    ]
    assert {entry.at for entry in accounts.log()} == {AT}


def test_what_changes_nothing_is_not_logged(store):
    add(store, "Ann")
    for _ in range(2):
        store.accounts.users.disable("Ann", by="Eve", at=AT)
        store.accounts.users.set_role("Ann", Role.READER, by="Eve", at=AT)
    assert [entry.act for entry in store.accounts.log()] == ["add", "disable"]


@ON_SQLITE
@pytest.mark.parametrize("statement", [
    "UPDATE access_log SET by = 'Mallory'", "DELETE FROM access_log",
    "INSERT OR REPLACE INTO access_log SELECT number, at, 'Mallory', act, user, detail FROM access_log",
])
def test_the_log_cannot_be_changed_by_whatever_opens_the_file(store, file, statement):
    add(store, "Ann")
    other = connect(file, mode="rw")
    with pytest.raises(Exception, match="append-only"):
        other.execute(statement)
    other.close()
    assert store.accounts.log() == (AccessEntry(at=AT, by="Eve", act="add", user="Ann", detail="reader"),)
    assert store.log_is_locked()


@ON_SQLITE
def test_an_unlocked_log_of_access_is_noticed(store):
    with store._book.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER access_log_never_deleted")
    assert not store.log_is_locked()


def test_a_token_of_a_disabled_user_is_not_made(store):
    add(store, "Ann")
    store.accounts.users.disable("Ann", by="Eve", at=AT)
    with pytest.raises(AccessError, match="disabled"):
        store.accounts.tokens.add("t1", "Ann", digest="d1", role=Role.READER, label="", by="Eve", at=AT)


def test_an_unknown_role_in_the_command_is_told_with_those_that_there_are():
    with pytest.raises(AccessError, match="reader, analyst, admin"):
        Role.named("owner")


def test_a_desk_opened_to_read_only_changes_no_users(store, address):
    add(store, "Ann")
    with open_store(address, read_only=True) as reading:
        assert [user.name for user in reading.accounts.users.all()] == ["Ann"]
        with pytest.raises(StoreError):
            reading.accounts.users.disable("Ann", by="Eve", at=AT)


def test_two_who_count_an_attempt_at_once_are_both_counted(store):
    def attempt(number: int) -> int:
        return store.accounts.attempts.take(
            name=f"name {number}", address="address", at=AT, forget_before="2025",
            weigh=lambda key, held: (held.count, 60 if held.count >= 5 else 0),
        ).wait

    with ThreadPoolExecutor(8) as crowd:
        waits = list(crowd.map(attempt, range(20)))
    assert sorted(waits) == [0] * 5 + [60] * 15, "a crowd that guesses at once gets no more guesses"


def test_what_a_user_has_seen_is_kept_for_each_and_replaced_by_the_next_look(store):
    looks = store.accounts.looks
    for name in ("Ann", "Rita"):
        add(store, name)
    looks.note("Ann", ("", "monday"))
    assert looks.note_if_free("ANN", ("monday", "tuesday"))
    assert (looks.of("ann"), looks.of("Rita")) == (("monday", "tuesday"), None)


def test_a_look_that_is_noted_already_is_not_written_again(store):
    add(store, "Ann")
    store.accounts.looks.note("Ann", ("", "monday"))
    with store.accounts._book.writing():
        assert store.accounts.looks.note_if_free("Ann", ("", "monday")), "nothing had to be written"
        assert not store.accounts.looks.note_if_free("Ann", ("", "tuesday")), "somebody is writing"
    assert store.accounts.looks.of("Ann") == ("", "monday")
