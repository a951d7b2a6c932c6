"""All errors of Vedette, in one tree.

::

    VedetteError
    ├── UsageError            the command or the call is wrong
    │   ├── WrongCursor       a place in a list that this list has not
    │   ├── KeyReused         a key of an earlier request came with another one
    │   └── WeakPassword      a password is too easy to guess
    ├── InputError            one input cannot become a report (goes to quarantine)
    ├── KnowledgeError        a pack, a language folder or the gazetteer is wrong
    ├── ModelError            the files of the tagger are not there, or of another version
    ├── StoreError            the desk cannot be opened, read or written
    │   ├── UnknownId         nothing on the desk has this id
    │   ├── ReadOnlyDesk      the desk is only read here
    │   ├── Overtaken         somebody else took over what was being done here
    │   ├── ArchiveAway       the archive is not where it was: its disk is not mounted, or it is another folder
    │   └── AccessError       what was asked about users, sessions or tokens cannot be done
    │       └── UnknownAccount    there is no such user or token
    ├── JudgementError        a judgement contradicts what is on record
    │   └── Outdated          what a person saw when deciding is no longer so
    ├── NotLoggedIn           nobody knows who asks
    ├── NotAllowed            the role of whoever asks does not allow it
    ├── NoAccounts            users cannot be managed through this address
    ├── EngineFailed          no worker can be started
    └── MissingExtra          an optional part is not installed

Two more carry facts of their own room and stand there: ``Unfetched`` (an InputError of ``sources``) and ``CorpusError``
(a KnowledgeError of ``evaluation``). Every message says what is wrong, where, and what to do. Exit codes, HTTP statuses
and the names of problems (RFC 9457) are attributes, so that no caller keeps a table of its own.
"""

from __future__ import annotations


class VedetteError(Exception):
    """Something that Vedette can explain in one sentence went wrong."""

    exit_code = 1
    http_status = 500
    problem = "about:blank"


class UsageError(VedetteError):
    """The command line or an argument cannot be understood."""

    exit_code = 2
    http_status = 400


class WrongCursor(UsageError):
    """A cursor is none of the list that was asked for."""

    http_status = 422

    def __init__(self) -> None:
        super().__init__("This 'cursor' is none of this list. Take it from 'next' or 'cursor' of an answer, as it is.")


class KeyReused(UsageError):
    """A key that stands for one request came again with another."""

    http_status = 422
    problem = "urn:vedette:problem:key-reused"


class WeakPassword(UsageError):
    """A password is too easy to guess."""

    http_status = 422


class InputError(VedetteError):
    """One input cannot become a report; the others go on.

    Args:
        reason: What is wrong, in one sentence without the place.
        source: File, address or ``-`` for standard input.
        line: Line of the file, counted from 1, where that makes sense.
        advice: What the user can do about it.
    """

    http_status = 422

    def __init__(self, reason: str, *, source: str, line: int | None = None, advice: str = "") -> None:
        self.reason = reason
        self.source = source
        self.line = line
        self.advice = advice
        where = source if line is None else f"{source}, line {line}"
        super().__init__(f"{where}: {reason}" + (f" {advice}" if advice else ""))


class KnowledgeError(VedetteError):
    """A knowledge pack, a language folder or the gazetteer is wrong or missing."""


class ModelError(VedetteError):
    """The files of the tagger are not there, or are of another version."""


class StoreError(VedetteError):
    """The desk cannot be opened, read or written."""


_LISTED_BY = {
    "event": "Run 'vedette events' for the list.",
    "claim": "'vedette show EVENT' gives the ids of an event's claims.",
    "event or claim": "'vedette events' lists events, 'vedette show EVENT' the claims of one.",
    "decision": "Run 'vedette judge log' for the list.",
    "situation": "Run 'vedette situations' for the list.",
    "scenario": "Run 'vedette warn' for the list.",
    "assessment of a scenario": "Run 'vedette warn' for the list.",
    "alert": "Run 'vedette alerts list' for the list.",
    "quarantined input": "Run 'vedette quarantine list' for the list.",
}


class UnknownId(StoreError):
    """Nothing on the desk has this id.

    Args:
        kind: The noun, for example ``event``.
        id: The id that was asked for.

    ``said`` is the message without the advice, which speaks of commands: for who reads pages or asks as a program.
    """

    http_status = 404

    def __init__(self, kind: str, id: str) -> None:
        self.kind = kind
        self.id = id
        self.said = f"No {kind} '{id}' on this desk."
        super().__init__(f"{self.said} {_LISTED_BY.get(kind, _LISTED_BY['event'])}")


class ReadOnlyDesk(StoreError):
    """Nothing can be decided here: the desk is only read."""

    http_status = 403


class Overtaken(StoreError):
    """An answer comes too late: somebody else has taken what was due at the host, since nobody put it on record.

    Nothing is written then. Whoever has it now puts it on record.
    """

    def __init__(self, host: str) -> None:
        super().__init__(
            f"The answer of {host} took so long that somebody else is asking there now. Nothing of it was put on "
            "record; that of the other will be."
        )


class ArchiveAway(StoreError):
    """The archive is not where it was: its disk is not mounted, say, or another folder was given.

    No page is to blame for that. What waits for the archive goes on waiting, and is tried again.
    """


class AccessError(StoreError):
    """What was asked about users, sessions or tokens cannot be done."""

    exit_code = 2
    http_status = 409


class UnknownAccount(AccessError):
    """There is no user, or no token, of this name."""

    http_status = 404


class JudgementError(VedetteError):
    """A judgement contradicts what is on record."""

    http_status = 409


class Outdated(JudgementError):
    """What a person saw when they decided is no longer so: somebody was quicker."""

    problem = "urn:vedette:problem:outdated"


class NotLoggedIn(VedetteError):
    """Nobody knows who asks."""

    http_status = 401


class NotAllowed(VedetteError):
    """The role of whoever asks does not allow this."""

    http_status = 403


class NoAccounts(VedetteError):
    """Users cannot be managed through this address."""

    http_status = 404


class EngineFailed(VedetteError):
    """The workers cannot be started, so that nothing can be done at all."""


class MissingExtra(VedetteError):
    """An optional part of Vedette is not installed.

    Args:
        feature: What the user asked for.
        extra: The name of the extra that brings it.
    """

    exit_code = 2

    def __init__(self, feature: str, extra: str) -> None:
        self.feature = feature
        self.extra = extra
        super().__init__(f"{feature} needs an extra. Install it with: pip install 'vedette[{extra}]'")
