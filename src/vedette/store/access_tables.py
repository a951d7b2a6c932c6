"""The tables of who may do what (``accounts/``).

Of keys only hashes are kept; moments are ISO 8601 in UTC, to the second.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table

from vedette.store.exact_text import ExactText
from vedette.store.metadata import RowNumber, metadata

users = Table(
    "users", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("key", ExactText, nullable=False, unique=True),  # the name as two names are compared
    Column("name", ExactText, nullable=False),
    Column("role", ExactText, nullable=False),
    Column("password", ExactText),  # argon2id; without one nobody can log in
    Column("created", ExactText, nullable=False),
    Column("disabled", ExactText),
)

sessions = Table(
    "sessions", metadata,
    Column("digest", ExactText, primary_key=True),
    Column("user", RowNumber, ForeignKey("users.number"), nullable=False, index=True),
    Column("created", ExactText, nullable=False),
    Column("seen", ExactText, nullable=False),
)

api_tokens = Table(
    "api_tokens", metadata,
    Column("id", ExactText, primary_key=True),
    Column("user", RowNumber, ForeignKey("users.number"), nullable=False, index=True),
    Column("label", ExactText, nullable=False),
    Column("role", ExactText, nullable=False),
    Column("digest", ExactText, nullable=False, unique=True),
    Column("created", ExactText, nullable=False),
    Column("expires", ExactText),
    Column("last_used", ExactText),  # a day
    Column("revoked", ExactText),
)

login_attempts = Table(
    "login_attempts", metadata,
    Column("key", ExactText, primary_key=True),  # the hash of a name or of an address
    Column("failures", Integer, nullable=False),
    Column("last", ExactText, nullable=False, index=True),
)

# How far users have seen the desk, as the pages write it down.
looks = Table(
    "looks", metadata,
    Column("user", RowNumber, ForeignKey("users.number"), primary_key=True, autoincrement=False),
    Column("since", ExactText, nullable=False),
    Column("last", ExactText, nullable=False),
)

# Every change of users and tokens; locked like the decisions.
access_log = Table(
    "access_log", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("at", ExactText, nullable=False),
    Column("by", ExactText, nullable=False),
    Column("act", ExactText, nullable=False),
    Column("user", ExactText, nullable=False),
    Column("detail", ExactText, nullable=False),
)
