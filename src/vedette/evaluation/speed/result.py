"""What a run of the bench found: each work, measured in each round; kept as JSON with the machine and the commit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from vedette.errors import InputError
from vedette.evaluation.machine import Machine
from vedette.evaluation.speed.grown import Grown

SCHEMA = 2


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Work:
    """A thing that is measured: what is done (``read``), to which texts (``mixed``), on how many cores."""

    what: str
    texts: str
    cores: int = 1

    def __str__(self) -> str:
        """Name it as ratios are named.

        Example:
            >>> str(Work(what="read", texts="mixed", cores=2))
            'read, mixed, 2 cores'
        """
        return f"{self.what}, {self.texts}, {self.cores} core{'s' if self.cores > 1 else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one process did in one round.

    ``seconds`` are on the clock, ``processor_seconds`` those of all its processes, ``peak_mb`` the most memory that it
    and its children held at one moment. ``found`` is how much came out (claims, events, words): the same in each round.
    """

    reports: int
    seconds: float
    processor_seconds: float
    peak_mb: float
    found: int

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.reports / self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Texts that were measured on: how many reports, and how many words one has (median)."""

    name: str
    reports: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A run: on what machine, when, on which texts, every work in every round, and a desk that grows.

    A round holds, for each work, every time that it was measured in it; the work that others are compared with is
    measured at the beginning and at the end of each round, which shows how far one machine is from itself.
    """

    machine: Machine
    at: str
    texts: tuple[Told, ...]
    rounds: tuple[tuple[tuple[Work, Measured], ...], ...]
    grown: tuple[Grown, ...] = ()

    def of(self, work: Work) -> Iterator[tuple[Measured, ...]]:
        """Give, round by round, what was measured of a work; rounds without it are left out."""
        for measured in self.rounds:
            if found := tuple(one for other, one in measured if other == work):
                yield found

    def works(self) -> tuple[Work, ...]:
        """Give what was measured, in the order of the first round."""
        return tuple(dict.fromkeys(work for measured in self.rounds for work, _ in measured))

    def to_json(self) -> str:
        """Write it, one measurement a line."""
        head = json.dumps({"schema": SCHEMA, "machine": asdict(self.machine), "at": self.at})[:-1]
        texts = _lines(asdict(one) for one in self.texts)
        rounds = _lines(
            {"round": number, **asdict(work), **asdict(one)}
            for number, measured in enumerate(self.rounds) for work, one in measured
        )
        grown = _lines(asdict(one) for one in self.grown)
        return f'{head},\n"texts": {texts},\n"measured": {rounds},\n"grown": {grown}}}\n'

    @classmethod
    def from_json(cls, raw: str) -> Self:
        """Read what ``to_json`` wrote.

        Raises:
            ValueError: It is something else, or has another form.
        """
        try:
            held = json.loads(raw)
            if held["schema"] != SCHEMA:
                raise ValueError(f"Its form is {held['schema']}, not {SCHEMA}.")
            return cls(
                machine=Machine(**held["machine"]), at=held["at"], texts=tuple(Told(**one) for one in held["texts"]),
                rounds=_rounds(held["measured"]), grown=tuple(Grown.from_plain(one) for one in held["grown"]),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"It is no result of the bench ({type(error).__name__}: {error}).") from error


def load_result(file: Path) -> Result:
    """Read a kept result.

    Raises:
        InputError: There is no such file, or it is no result of this bench.
    """
    advice = "Make one with 'make bench'; it says where the file is."
    try:
        return Result.from_json(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"It cannot be opened: {error.strerror}.", source=str(file), advice=advice) from error
    except ValueError as error:
        raise InputError(str(error), source=str(file), advice=advice) from error


def _rounds(lines: Sequence[dict[str, Any]]) -> tuple[tuple[tuple[Work, Measured], ...], ...]:
    rounds: dict[int, list[tuple[Work, Measured]]] = {}
    for line in lines:
        of_work = {key: line.pop(key) for key in ("what", "texts", "cores")}
        rounds.setdefault(line.pop("round"), []).append((Work(**of_work), Measured(**line)))
    return tuple(tuple(rounds[number]) for number in sorted(rounds))


def _lines(items: Iterator[dict[str, Any]]) -> str:
    written = ",\n ".join(json.dumps(one, ensure_ascii=False) for one in items)
    return f"[\n {written}]" if written else "[]"
