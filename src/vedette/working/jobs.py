"""What workers do: jobs that name rows of the desk, never content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Queue(StrEnum):
    """Who does a job: each worker has many hands that ask servers and wait, and one that reads and links."""

    ASKING = "asking"
    READING = "reading"


class Kind(StrEnum):
    """What is to be done."""

    LOOK = "look"  # through the lists of the desk, for what has become due
    TAKE_OVER = "take over"  # what a worker had in hand that is no more
    ASK = "ask"  # a host: its feed or one of its pages
    READ = "read"  # what was received
    LINK = "link"  # what was read


QUEUES: Mapping[Kind, Queue] = {
    Kind.LOOK: Queue.ASKING, Kind.TAKE_OVER: Queue.ASKING, Kind.ASK: Queue.ASKING,
    Kind.READ: Queue.READING, Kind.LINK: Queue.READING,
}
# The higher, the sooner, within a queue. Finding what is due goes before doing it; what was read is of use to people
# once it is linked, so that linking goes before further reading, which a flood would keep up for hours.
PRIORITIES: Mapping[Kind, int] = {Kind.TAKE_OVER: 30, Kind.LOOK: 20, Kind.ASK: 0, Kind.LINK: 20, Kind.READ: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing to do: of a host, of versions (their numbers in the desk), or of the desk as a whole.

    Example:
        >>> Job(kind=Kind.ASK, host="post.example").key, Job(kind=Kind.READ, versions=(7, 9)).key
        ('ask post.example', 'read 7')
    """

    kind: Kind
    host: str = ""
    versions: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """What no two jobs may do at a time."""
        what = self.host or next(map(str, self.versions), "")
        return f"{self.kind} {what}".rstrip()

    @property
    def rows(self) -> Mapping[str, Any]:
        """The rows that it names, as JSON has them."""
        named: dict[str, Any] = {}
        if self.host:
            named["host"] = self.host
        if self.versions:
            named["versions"] = list(self.versions)
        return named


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What jobs that wait, are being done, or were given up, have in hand already."""

    keys: frozenset[str]
    versions: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenUp:
    """A job that failed each time it was tried: what it was about, how often, when last, and why."""

    id: int
    job: Job
    tries: int
    at: datetime | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How many workers are at work, and how many jobs wait, are being done, and were given up."""

    workers: int
    waiting: int
    doing: int
    given_up: int
