"""Keys that nobody can guess, and the hashes under which they are kept.

A key has 256 random bits, so that its hash needs no salt and no slowness: a password does.
"""

from __future__ import annotations

import hashlib
import secrets

# The beginning by which a scan for leaked secrets knows a token.
TOKEN_START = "vedette_"


def new_key() -> str:
    """Make a key of 256 random bits in letters that stand in a cookie or a header as they are."""
    return secrets.token_urlsafe(32)


def new_token() -> tuple[str, str]:
    """Make a token for a program: the id by which people speak of it, and the token itself.

    Example:
        >>> public, token = new_token()
        >>> token.startswith(f"vedette_{public}_")
        True
    """
    public = secrets.token_hex(4)
    return public, f"{TOKEN_START}{public}_{new_key()}"


def digest_of(key: str) -> str:
    """Give the hash under which a key is kept (SHA-256, in hexadecimal).

    Example:
        >>> digest_of("key")[:12]
        '2c70e12b7a06'
    """
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
