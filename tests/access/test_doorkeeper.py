"""Who comes in, for how long, and how long who guesses has to wait."""

from __future__ import annotations

import pytest

from doors import quick_passwords
from vedette.access import Admitted, Doorkeeper, Passwords, Refused, digest_of
from vedette.access.doorkeeper import network_of
from vedette.errors import AccessError, UnknownAccount, WeakPassword
from vedette.store.accounts import Role

HERONS, GEESE = "four slow grey herons", "seven loud white geese"
HOME, OFFICE = "192.0.2.7", "198.51.100.20"


@pytest.fixture
def ann(door: Doorkeeper):
    return door.add_user("Ann", Role.ANALYST, password=HERONS, by="Eve")


def log_in(door, name="Ann", password=HERONS, address=HOME, before=None):
    return door.log_in(name, password, address=address, before=before)


def key_of(door, **how) -> str:
    admitted = log_in(door, **how)
    assert isinstance(admitted, Admitted)
    return admitted.key


def test_a_login_gives_a_session_of_the_user(door, ann):
    found = door.session(key_of(door))
    assert found is not None and found.user == ann


def test_names_are_one_whatever_their_case_and_width(door, ann):
    assert isinstance(log_in(door, name="  ａｎｎ "), Admitted)


@pytest.mark.parametrize(("name", "password"), [("Ann", GEESE), ("Nobody", HERONS), ("", ""), ("Ann", "")])
def test_what_is_wrong_is_refused_in_the_same_words(door, ann, name, password):
    assert log_in(door, name=name, password=password) == Refused(wait=0)


def test_a_user_without_a_password_cannot_log_in(door):
    door.add_user("Robot", Role.READER, password=None, by="Eve")
    assert log_in(door, name="Robot", password="") == Refused()
    assert log_in(door, name="Robot", password="nobody") == Refused(), "not with what stands in for missing passwords"


def test_for_unknown_and_disabled_names_a_password_is_hashed_as_well(door, ann, monkeypatch):
    held = []
    real = Passwords.matches
    monkeypatch.setattr(Passwords, "matches", lambda self, kept, typed: held.append(kept) or real(self, kept, typed))
    log_in(door, name="Nobody")
    door.accounts.users.disable("Ann", by="Eve", at=door.moment())
    assert log_in(door) == Refused()
    assert len(held) == 2


def test_what_stands_in_for_a_missing_hash_costs_what_hashes_cost(passwords):
    assert passwords.is_outdated(passwords._of_nobody) is False


def test_only_the_hash_of_a_key_is_kept(door, ann, store):
    key = key_of(door)
    _, token = door.issue("Ann", role=None, label="", days=None, by="Eve")
    with store._book.engine.connect() as connection:
        kept = "\n".join(connection.connection.driver_connection.iterdump())
    assert digest_of(key) in kept and digest_of(token) in kept
    assert key not in kept and token not in kept and HERONS not in kept
    assert "$argon2id$" in kept


def test_each_login_has_a_key_of_its_own_and_ends_the_session_before(door, ann):
    first = key_of(door)
    second = key_of(door, before=first)
    assert first != second
    assert door.session(first) is None and door.session(second) is not None


def test_a_key_that_somebody_else_chose_opens_nothing_after_the_login_either(door, ann):
    planted = "chosen-by-an-attacker"
    key_of(door, before=planted)
    assert door.session(planted) is None


def test_a_session_ends_when_it_is_not_used(door, ann, clock):
    key = key_of(door)
    clock.move(hours=7, minutes=59)
    assert door.session(key) is not None
    clock.move(hours=7, minutes=59)
    assert door.session(key) is not None, "using it made it last"
    clock.move(hours=8, minutes=1)
    assert door.session(key) is None


def test_a_session_ends_after_a_day_however_much_it_is_used(door, ann, clock):
    key = key_of(door)
    for _ in range(23):
        clock.move(hours=1)
        assert door.session(key) is not None
    clock.move(hours=1, minutes=1)
    assert door.session(key) is None


def test_looking_does_not_wait_for_somebody_who_writes(door, ann, clock, store):
    key = key_of(door)
    clock.move(minutes=5)
    with store.accounts._book.writing():
        assert door.session(key) is not None


def test_logging_out_ends_the_session(door, ann):
    key = key_of(door)
    door.log_out(key)
    assert door.session(key) is None


def test_a_disabled_user_is_out_at_once_with_sessions_and_tokens(door, ann):
    key = key_of(door)
    _, token = door.issue("Ann", role=None, label="", days=None, by="Eve")
    door.accounts.users.disable("ann", by="Eve", at=door.moment())
    assert door.session(key) is None and door.token(token) is None
    assert log_in(door) == Refused()
    door.accounts.users.enable("ann", by="Eve", at=door.moment())
    assert door.session(key) is None and door.token(token) is None, "what was ended stays so"
    assert isinstance(log_in(door), Admitted)


def test_another_password_ends_every_session(door, ann):
    keys = [key_of(door), key_of(door)]
    door.set_password("Ann", GEESE, by="Eve")
    assert [door.session(key) for key in keys] == [None, None]
    assert log_in(door) == Refused() and isinstance(log_in(door, password=GEESE), Admitted)


def test_who_changes_the_own_password_stays_logged_in_here_and_nowhere_else(door, ann):
    elsewhere = key_of(door)
    changed = door.change_password("Ann", old=HERONS, new=GEESE, address=HOME)
    assert isinstance(changed, Admitted)
    assert door.session(changed.key) is not None and door.session(elsewhere) is None


def test_the_own_password_is_not_changed_without_knowing_it(door, ann):
    key = key_of(door)
    assert door.change_password("Ann", old=GEESE, new=GEESE, address=HOME) == Refused()
    assert door.session(key) is not None
    with pytest.raises(WeakPassword):
        door.change_password("Ann", old=HERONS, new="short", address=HOME)


def test_a_password_that_was_checked_before_it_was_changed_opens_no_session(door, ann):
    _, held = door.accounts.users.credential("Ann")
    door.set_password("Ann", GEESE, by="Eve")
    assert door.accounts.sessions.begin("d" * 64, "Ann", password=held, at=door.moment()) is False


def test_a_password_that_was_set_for_somebody_is_not_undone_by_who_had_the_old_one(door, ann, monkeypatch):
    """An admin sets another password while whoever stole the first one is about to change it."""
    real = Passwords.matches

    def meanwhile(self, kept, typed):
        fits = real(self, kept, typed)
        door.set_password("Ann", GEESE, by="Eve")
        return fits

    monkeypatch.setattr(Passwords, "matches", meanwhile)
    assert door.change_password("Ann", old=HERONS, new="nine thin blue cranes", address=HOME) == Refused()
    monkeypatch.undo()
    assert isinstance(log_in(door, password=GEESE), Admitted)


def test_a_role_that_changes_holds_for_sessions_that_go_on(door, ann):
    key = key_of(door)
    door.accounts.users.set_role("Ann", Role.READER, by="Eve", at=door.moment())
    assert door.session(key).user.role is Role.READER


def test_hashes_of_weaker_parameters_are_made_anew_at_the_next_login(door, ann, store, clock):
    _, before = store.accounts.users.credential("Ann")
    stronger = Doorkeeper(store.accounts, passwords=quick_passwords(time_cost=2, memory_cost=16), clock=clock)
    key = key_of(stronger)
    _, after = store.accounts.users.credential("Ann")
    assert "t=1" in before and "t=2" in after
    assert stronger.session(key) is not None, "the same password: nobody is logged out"
    assert isinstance(log_in(stronger), Admitted)


def fail(door, times, **how) -> None:
    """Fail so often, none of which has to wait."""
    refused = [log_in(door, **{"password": GEESE, **how}) for _ in range(times)]
    assert refused == [Refused(wait=0)] * times


def test_who_guesses_waits_twice_as_long_each_time(door, ann, clock):
    fail(door, 5)
    waits = []
    for _ in range(10):
        refused = log_in(door, password=GEESE)
        waits.append(refused.wait)
        clock.move(seconds=refused.wait)
        fail(door, 1)
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]


def test_while_it_has_to_wait_even_the_right_password_is_not_looked_at(door, ann, clock):
    fail(door, 5)
    assert log_in(door) == Refused(wait=2)
    clock.move(seconds=2)
    assert isinstance(log_in(door), Admitted)


def test_names_that_nobody_has_make_wait_like_others(door, ann):
    for name in ("Ann", "Nobody"):
        fail(door, 5, name=name, address=HOME if name == "Ann" else OFFICE)
        assert log_in(door, name=name, address="203.0.113.9") == Refused(wait=2)


def test_one_address_with_many_names_waits_too(door, ann):
    for number in range(21):
        fail(door, 1, name=f"guess {number}")
    assert log_in(door, name="another guess", password=GEESE).wait == 2
    assert isinstance(log_in(door, address=OFFICE), Admitted), "others do not wait"


def test_who_has_a_user_cannot_wash_an_address_clean(door, ann):
    door.add_user("Mallory", Role.READER, password=GEESE, by="Eve")
    for number in range(20):
        fail(door, 1, name=f"guess {number}", password="wrong")
        assert isinstance(log_in(door, name="Mallory", password=GEESE), Admitted)
    fail(door, 1, name="guess 20", password="wrong")
    assert log_in(door, name="guess 21", password="wrong").wait > 0


def test_a_success_forgets_the_failures_of_the_name(door, ann):
    fail(door, 4)
    assert isinstance(log_in(door), Admitted)
    fail(door, 4)


def test_a_restart_lets_nobody_try_anew(door, ann, door_after_restart):
    fail(door, 5)
    assert log_in(door_after_restart()) == Refused(wait=2)


def test_after_a_day_failures_are_forgotten(door, ann, clock):
    for number in range(20):
        fail(door, 1, name=f"guess {number}")
    clock.move(hours=24, seconds=1)
    waits = [log_in(door, name=f"guess {number}", password=GEESE).wait for number in range(22)]
    assert waits == [0] * 21 + [2], "as many are free as on the first day"


def test_a_failure_is_forgotten_for_each_longest_wait_without_another(door, ann, clock):
    fail(door, 5)
    clock.move(minutes=15)
    fail(door, 3)
    assert log_in(door).wait == 2, "three of five were forgotten"


def test_colleagues_who_share_an_address_are_not_shut_out_by_what_a_few_mistype_in_weeks(door, ann, clock):
    for day in range(60):
        fail(door, 1, name=f"colleague {day}")
        for _ in range(8):
            clock.move(hours=1)
            assert isinstance(log_in(door), Admitted), f"on day {day}"
        clock.move(hours=12)


def test_a_success_takes_back_no_failure_of_others_that_came_meanwhile(door, ann, clock):
    attempts, keys = door.accounts.attempts, {"name": "n", "address": "a"}

    def count(at: str):
        return attempts.take(**keys, at=at, weigh=lambda key, held: (held.count, 0), forget_before="2025")

    mine, other = count("2025-09-12T06:30:00+00:00"), count("2025-09-12T06:31:00+00:00")
    attempts.succeeded(mine)
    assert (other.before.count, other.counted.count) == (1, 2)
    left = count("2025-09-12T06:32:00+00:00").before
    assert (left.count, left.last) == (1, "2025-09-12T06:31:00+00:00"), "that of the other stays, with its moment"


def test_a_clock_that_is_set_back_keeps_nobody_waiting_longer(door, ann, clock):
    fail(door, 5)
    clock.move(hours=-5)
    assert log_in(door).wait == 2


def test_what_was_typed_as_a_name_is_not_kept(door, store):
    fail(door, 1, name="my secret passphrase")
    with store._book.engine.connect() as connection:
        assert "secret passphrase" not in "\n".join(connection.connection.driver_connection.iterdump())


def test_neighbours_in_a_network_of_ipv6_are_one():
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff") != network_of("2001:db8:0:1::1")
    assert network_of("fe80::1%eth0") == "fe80::/64"


def test_a_token_speaks_for_its_owner_and_notes_the_day(door, ann, clock):
    kept, token = door.issue("Ann", role=Role.READER, label="export", days=30, by="Eve")
    assert door.token(token).role is Role.READER
    assert door.accounts.tokens.all("Ann")[0].last_used == "2025-09-12"
    clock.move(days=29)
    assert door.token(token) is not None
    clock.move(days=1)
    assert door.token(token) is None
    assert token.startswith(f"vedette_{kept.id}_")


def test_a_token_is_never_above_its_owner(door, ann):
    with pytest.raises(AccessError, match="cannot have the role of admin"):
        door.issue("Ann", role=Role.ADMIN, label="", days=None, by="Eve")
    _, token = door.issue("Ann", role=Role.ANALYST, label="", days=None, by="Eve")
    door.accounts.users.set_role("Ann", Role.READER, by="Eve", at=door.moment())
    assert door.token(token).role is Role.READER, "nor after the owner was lowered"


def test_a_revoked_token_opens_nothing(door, ann):
    kept, token = door.issue("Ann", role=None, label="", days=None, by="Eve")
    door.accounts.tokens.revoke(kept.id, by="Eve", at=door.moment())
    assert door.token(token) is None
    with pytest.raises(UnknownAccount):
        door.accounts.tokens.revoke("nothing", by="Eve", at=door.moment())


@pytest.mark.parametrize("days", [0, -1, 3651, 10**9])
def test_a_token_ends_between_tomorrow_and_ten_years_from_now_or_never(door, ann, days):
    with pytest.raises(AccessError, match="1 to 3650 days"):
        door.issue("Ann", role=None, label="", days=days, by="Eve")


@pytest.mark.parametrize("token", ["", "vedette_", "vedette_3f9a1c77_x", "\ud800", "'; DROP TABLE users; --"])
def test_what_is_no_token_opens_nothing(door, ann, token):
    assert door.token(token) is None and door.session(token) is None
