"""The nouns of access."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from vedette.errors import AccessError

LONGEST_NAME = 64
_ALSO_IN_NAMES = frozenset(" .-_@'’")


class Role(IntEnum):
    """What somebody may do on a desk; a higher role may do all that a lower one may.

    A reader reads, an analyst also judges, an admin also manages the users.

    Example:
        >>> Role.READER < Role.ANALYST < Role.ADMIN
        True
        >>> str(Role.ANALYST), Role.named("admin").name
        ('analyst', 'ADMIN')
    """

    READER = 1
    ANALYST = 2
    ADMIN = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def named(cls, word: str) -> Role:
        """Give the role that a word names. Raises AccessError."""
        for role in cls:
            if str(role) == word.strip().casefold():
                return role
        raise AccessError(f"'{word}' is no role. Roles are: {', '.join(map(str, cls))}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who may use the desk; never deleted, since what they judged stays under their name.

    ``created`` and ``disabled`` are moments (ISO 8601, UTC). Who has no password can only use tokens.
    """

    name: str
    role: Role
    created: str
    disabled: str | None = None
    has_password: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """That a user is logged in with a browser: since when, and when it last asked for something."""

    user: User
    created: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiToken:
    """A key with which a program of a user asks; what is kept of it is a hash.

    ``role`` is never above that of the owner, also where the owner's was lowered later.
    ``last_used`` is a day, ``expires`` and ``revoked`` are moments.
    """

    id: str
    owner: User
    label: str
    role: Role
    created: str
    expires: str | None = None
    last_used: str | None = None
    revoked: str | None = None

    def holds_at(self, moment: str) -> bool:
        """Say whether it opens the desk at a moment."""
        expired = self.expires is not None and self.expires <= moment
        return self.revoked is None and self.owner.disabled is None and not expired


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessEntry:
    """One change of who may do what: ``act`` by ``by``, about ``user``."""

    at: str
    by: str
    act: str
    user: str
    detail: str = ""


def checked_name(name: str) -> str:
    """Give a user's name as it is kept: letters and digits of any script, spaces and ``. - _ @ '``.

    Raises:
        AccessError: It is empty, too long, or holds something else.

    Example:
        >>> checked_name(" Olena  Example ")
        'Olena Example'
    """
    kept = " ".join(unicodedata.normalize("NFC", name).split())
    strange = sorted({sign for sign in kept if not (sign.isalnum() or _is_mark(sign) or sign in _ALSO_IN_NAMES)})
    if strange:
        raise AccessError(
            f"A name cannot hold {' '.join(map(repr, strange))}. It has letters, digits, spaces and . - _ @ '"
        )
    if not any(sign.isalnum() for sign in kept) or len(kept) > LONGEST_NAME:
        raise AccessError(f"A name has 1 to {LONGEST_NAME} characters, a letter or digit among them.")
    return kept


def name_key(name: str) -> str:
    """Give what two names have in common that are one for a person: case, width and spaces do not matter.

    Example:
        >>> name_key("Ann  EXAMPLE") == name_key("ann example")
        True
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
