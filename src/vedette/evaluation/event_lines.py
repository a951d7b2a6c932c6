"""Read the line that tells what is known of an event: ``E1 planned who=A1 at=P1 when=T1 says=S2>S1``."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from vedette.evaluation.annotated import ROLE_KINDS, EventLine, Link, Role
from vedette.evaluation.problem import Problem
from vedette.model.claim import EvidenceKind, Factuality, Stage

EVENT_LINE = re.compile(r"E\d+(?:\s|\Z)")
_CHAIN = re.compile(r"S\d+(?:>S\d+)*\Z")
_MARK = re.compile(r"[EAPTQWN]\d+\Z")
_NARRATOR = "-"
_Fail = Callable[[str, str], None]
_Label = TypeVar("_Label", bound=StrEnum)


def read_event_line(raw: str, *, file: str, line: int) -> tuple[EventLine, list[Problem]]:
    """Read an event line; defaults are happened, asserted and told.

    Returns:
        The line as far as it can be read, and what is wrong with it.

    Example:
        >>> line, problems = read_event_line("E1 planned who=A1,A2 says=S2>S1", file="a.txt", line=7)
        >>> line.stage.value, line.of(Role.INITIATOR), line.chain, problems
        ('planned', ('A1', 'A2'), ('S2', 'S1'), [])
    """
    label, *words = raw.split()
    problems: list[Problem] = []

    def fail(what: str, fix: str) -> None:
        problems.append(Problem(file, line, f"{label}: {what}", fix))

    links: list[Link] = []
    chain: tuple[str, ...] | None = None
    plain = [word for word in words if "=" not in word]
    for word in words:
        key, sign, value = word.partition("=")
        if not sign:
            continue
        if key == "says":
            chain = _chain(value)
            if chain is None:
                fail(f"'{word}' is no chain.", "Write says=S2>S1, the origin last, or says=- for the narrator.")
        elif key in set(Role):
            links += _links(Role(key), value, fail=fail)
        else:
            fail(f"'{key}' is no role.", f"Roles: {', '.join(Role)}, says.")
    read = EventLine(
        id=label,
        stage=_take(plain, Stage, Stage.HAPPENED),
        factuality=_take(plain, Factuality, Factuality.ASSERTED),
        evidence=_take(plain, EvidenceKind, EvidenceKind.TOLD),
        links=tuple(links), chain=chain, line=line,
    )  # fmt: skip
    for word in plain:
        fail(f"'{word}' is no stage, factuality or evidence, or a second one.", f"Known: {_known()}.")
    if len(set(links)) < len(links):
        fail("The same mark is linked twice in the same role.", "Take one out.")
    return read, problems


def write_event_line(line: EventLine) -> str:
    """Write an event line, leaving out what is the default.

    Example:
        >>> write_event_line(read_event_line("E1 happened told denied who=A1", file="a.txt", line=1)[0])
        'E1 denied who=A1'
    """
    labels = [
        label.value
        for label, default in (
            (line.stage, Stage.HAPPENED),
            (line.factuality, Factuality.ASSERTED),
            (line.evidence, EvidenceKind.TOLD),
        )
        if label is not default
    ]
    links = [f"{role.value}={','.join(line.of(role))}" for role in dict.fromkeys(link.role for link in line.links)]
    says = [] if line.chain is None else [f"says={'>'.join(line.chain) or _NARRATOR}"]
    return " ".join([line.id, *labels, *links, *says])


def _chain(value: str) -> tuple[str, ...] | None:
    if value == _NARRATOR:
        return ()
    return tuple(value.split(">")) if _CHAIN.match(value) else None


def _links(role: Role, value: str, *, fail: _Fail) -> list[Link]:
    links = []
    for mark in value.split(","):
        if not _MARK.match(mark):
            fail(f"'{mark}' behind {role}= is no label.", "Write labels with a comma and no blank: who=A1,A2.")
        elif mark[0] != ROLE_KINDS[role].value:
            kind = ROLE_KINDS[role]
            fail(
                f"{role}= takes no {mark}.", f"Link a mark of {kind.name.lower()} ({kind.value}1), or use another role."
            )
        else:
            links.append(Link(role=role, mark=mark))
    return links


def _take(words: list[str], labels: type[_Label], default: _Label) -> _Label:
    for word in words:
        if word in set(labels):
            words.remove(word)
            return labels(word)
    return default


def _known() -> str:
    return ", ".join(label.value for labels in (Stage, Factuality, EvidenceKind) for label in labels)
