"""What went wrong with PostgreSQL, in a sentence that a user can act on."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

# By the beginning of PostgreSQL's own number of the error (SQLSTATE).
_SENTENCES = (
    ("55P03", "{place} is in use by another process that is writing. Try again when it is done."),
    ("40", "{place} was changed by somebody else at the same moment. Nothing of this step was written; try again."),
    ("53100", "The disk that holds {place} is full. Nothing of this step was written: make room on the server, then "
              "run the same command again."),
    ("53300", "The server of {place} has no connection left. Try again later, or let it have more (max_connections)."),
    ("53", "The server of {place} has no memory left for this. Nothing of this step was written; see to the server."),
    ("57014", "The server of {place} gave up on a question that took too long (statement_timeout). Nothing was "
              "written; let it have more time."),
    ("42501", "This user may not do this on {place}: {said}. Let the owner of the database grant it, for example with: "
              "GRANT ALL ON SCHEMA public TO name"),
    ("25P03", "{lost}"),
    ("25006", "{place} cannot be written to: it is opened only to read, or its server is a copy of another one."),
    ("28", "The server refuses this user at {place}: {said}. Check the user's name and password; a password can stand "
           "in PGPASSWORD or in ~/.pgpass instead of the address."),
    ("3D000", "There is no such database at {place}. Make it with: createdb --encoding=UTF8 NAME"),
    ("3F000", "There is no such schema at {place}. Make it with: CREATE SCHEMA NAME"),
    ("42P01", "{place} lacks a table of a desk: {said}. Restore a copy of it."),
    ("23503", "Something names a claim, report or event that is not on the desk {place}. Nothing of this step was "
              "written."),
    ("23", "Something would stand twice on the desk {place}. Nothing of this step was written."),
    ("XX", "{place} is damaged: {said}. Restore a copy of it."),
    ("57P", "{lost}"),
    ("08", "{lost}"),
)
_LOST = (
    "The connection to {place} was lost. Nothing of this step was written: see whether the server runs, then run the "
    "same command again."
)
# What the driver tells of a connection that never was comes without a number.
_REFUSED = (
    (("authentication failed",), "28"),
    (("no password supplied",), "28"),
    (("pg_hba.conf",), "28"),
    (("database", "does not exist"), "3D000"),
    (("role", "does not exist"), "28"),
    (("too many clients",), "53300"),
    (("remaining connection slots",), "53300"),
    (("connection failed",), "unreachable"),
    (("connection timeout",), "unreachable"),
    (("connection is bad",), "unreachable"),
    (("couldn't get a connection",), "unreachable"),  # a pool that waited for one in vain
)


def is_busy(error: DBAPIError) -> bool:
    """Say whether somebody else is writing just now."""
    return getattr(error.orig, "sqlstate", None) == "55P03"


def sentence(error: BaseException, place: str) -> str:
    """Say what an error means for a desk, and what to do."""
    said = " ".join(str(error).split("\n")[0].split()).removesuffix(".")
    lost = _LOST.format(place=place)
    number = getattr(error, "sqlstate", None) or _number(error)
    for start, told in _SENTENCES:
        if number.startswith(start):
            return told.format(place=place, said=said, lost=lost)
    if number == "unreachable":
        return f"{place} cannot be reached: {said}. Check the address, and that the server runs and lets you in."
    return f"The desk {place} cannot be used: {said}. Run 'vedette doctor'."


def _number(error: BaseException) -> str:
    words = str(error)
    for parts, number in _REFUSED:
        if all(part in words for part in parts):
            return number
    return "08" if type(error).__name__ in ("OperationalError", "InterfaceError") else ""
