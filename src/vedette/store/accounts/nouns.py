"""The nouns of access."""

from __future__ import annotations

from enum import IntEnum


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
        """Give the role that a word names. Raises ValueError."""
        for role in cls:
            if str(role) == word:
                return role
        raise ValueError(f"'{word}' is no role. Roles are: {', '.join(map(str, cls))}.")
