"""What is taken for a password."""

from __future__ import annotations

import pytest

from vedette.access import Passwords, checked_password
from vedette.errors import WeakPassword


@pytest.mark.parametrize("password", [
    "four slow grey herons", "п'ять сірих чапель", "Heron-7-lake-tin", "💧🌊🌧️🌦️ a lot of rain",
])
def test_several_words_are_a_password(password):
    assert checked_password(password, name="ann") == password


@pytest.mark.parametrize("password", [
    "", "short", "elevenchars", "aaaaaaaaaaaaaaaa", "abababababababab", "annannannannann", "Ann Example 1", "x" * 1025,
    "            ",
])
def test_what_is_short_or_repeats_itself_or_is_the_name_is_none(password):
    with pytest.raises(WeakPassword):
        checked_password(password, name="ann example" if "Example" in password else "ann")


def test_a_password_is_the_same_from_every_keyboard(passwords):
    composed, decomposed = "café au lait froid", "cafe\u0301 au lait froid"
    assert passwords.matches(passwords.hash(composed), decomposed)


def test_a_hash_is_argon2id_and_salted(passwords):
    first, second = passwords.hash("four slow grey herons"), passwords.hash("four slow grey herons")
    assert first.startswith("$argon2id$") and first != second


def test_a_hash_costs_a_thief_what_the_standard_asks_for_little_memory():
    """The costs that RFC 9106 gives; the other tests hash in no time."""
    assert Passwords().hash("four slow grey herons").startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_damaged_hash_matches_nothing(passwords):
    assert not passwords.matches("no hash at all", "no hash at all")


def test_lone_surrogates_do_no_harm(passwords):
    assert not passwords.matches(passwords.hash("four slow grey herons"), "\ud800")
