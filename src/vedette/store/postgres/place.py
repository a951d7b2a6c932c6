"""Which database an address of PostgreSQL means, and what of the address may be shown."""

from __future__ import annotations

import re

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from vedette.errors import UsageError

_OURS = ("postgresql", "postgres", "postgresql+psycopg")
_SEARCHED = re.compile(r"-c\s*search_path=(\S+)")


def url_of(address: str) -> URL:
    """Understand an address.

    Raises:
        UsageError: It cannot be understood, or names another driver. No part of it is repeated: it may be a password.

    Example:
        >>> url_of("postgres://ann@desk.example/baltic").drivername
        'postgresql+psycopg'
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise UsageError(
            "This address of PostgreSQL cannot be understood. Write it as postgresql://user@host:port/database; "
            "in a name or password, write @ as %40, : as %3A and / as %2F."
        ) from error
    if url.drivername.lower() not in _OURS:
        raise UsageError(f"A desk is not reached by '{url.drivername}'. Begin the address with postgresql://.")
    return url.set(drivername="postgresql+psycopg")


def shown(url: URL) -> str:
    """Give an address as people are told it: never a password, nor what else is asked of the server.

    Example:
        >>> shown(url_of("postgresql://ann:secret@desk.example/baltic?sslpassword=x&options=-csearch_path%3Dnorth"))
        'postgresql://ann@desk.example/baltic (schema north)'
    """
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database).render_as_string()
    searched = schema_of(url)
    return f"{bare} (schema {searched})" if searched else bare


def schema_of(url: URL) -> str:
    """Give the schema that an address names; empty where the server's usual one counts."""
    options = url.query.get("options", "")
    found = _SEARCHED.search(options if isinstance(options, str) else " ".join(options))
    return found[1].split(",")[0].strip('"') if found else ""


def file_name(url: URL) -> str:
    """Give a name of a desk, fit for a file.

    Example:
        >>> file_name(url_of("postgresql://desk.example/Baltic%20Sea"))
        'desk.example-Baltic-Sea'
    """
    parts = (url.host or "", url.database or url.username or "desk", schema_of(url))
    return re.sub(r"[^\w.-]+", "-", "-".join(part for part in parts if part))
