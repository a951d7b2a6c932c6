"""Passwords: what is taken for one, and how one is kept (argon2id)."""

from __future__ import annotations

import unicodedata
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from argon2.profiles import RFC_9106_LOW_MEMORY

from vedette.errors import WeakPassword
from vedette.store.accounts import name_key

SHORTEST = 12
LONGEST = 1024
# Of how many different signs a password has to be made.
_VARIED = 5
# Each takes 64 MiB while it is hashed: a crowd at the door must not take all memory.
_AT_ONCE = 2
# What passwords are held against where nobody has the name. Of no password: what was hashed is random and lost.
_NOBODY = "nobody"


class Passwords:
    """Hashes passwords and holds them against hashes; both take time on purpose, whoever asks."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._turns = BoundedSemaphore(_AT_ONCE)
        self._of_nobody = self._hasher.hash(_NOBODY)

    def hash(self, password: str) -> str:
        """Give what is kept of a password: argon2id with a salt and its parameters."""
        with self._turns:
            return self._hasher.hash(_as_typed(password))

    def matches(self, held: str | None, password: str) -> bool:
        """Say whether a password is the one of a hash; without a hash it is not, after the same time."""
        with self._turns:
            try:
                same = self._hasher.verify(held or self._of_nobody, _as_typed(password))
            except (Argon2Error, InvalidHashError):
                return False
        return same and held is not None

    def is_outdated(self, held: str) -> bool:
        """Say whether a hash was made with other parameters than those of today."""
        return self._hasher.check_needs_rehash(held)


def checked_password(password: str, *, name: str) -> str:
    """Give a new password back, unless it is too easy to guess. Length counts; signs and capitals need not.

    Raises:
        WeakPassword: It is too short, too long, has few different signs, or is made of the name.

    Example:
        >>> checked_password("four slow grey herons", name="ann")
        'four slow grey herons'
    """
    typed = _as_typed(password)
    if len(typed) < SHORTEST:
        raise WeakPassword(f"A password has at least {SHORTEST} characters. Take several words.")
    if len(typed) > LONGEST:
        raise WeakPassword(f"A password has at most {LONGEST} characters.")
    rest = name_key(typed).replace(name_key(name), "")
    if len(set(rest)) < _VARIED or len(rest) < SHORTEST // 2:
        raise WeakPassword("This password is too easy to guess: it repeats itself, or is made of the name.")
    return password


def _as_typed(password: str) -> str:
    """Give one form to what keyboards of different systems send for the same signs."""
    return unicodedata.normalize("NFKC", password.encode("utf-8", "replace").decode())
