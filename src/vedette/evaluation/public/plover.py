"""What kind of event: the gold standard records of PLOVER, one English sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from vedette.evaluation.public.data_files import files_of, load_items
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.result import Result
from vedette.evaluation.public.scoring import macro_f1, share
from vedette.model import EventType, Report, type_definition

BASELINES = {"accuracy": 0.39, "macro F1": 0.24}  # words and a linear classifier
# The records are of an early version, in which two classes had other names and ASSAULT was not yet one with FIGHT.
_EARLIER: Mapping[str, str] = MappingProxyType({"REQUEST": "DEMAND", "ACCUSE": "DISAPPROVE"})
_FIGHTS = "19"  # how the CAMEO codes of FIGHT begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A sentence and the class of its event."""

    text: str
    date: str
    type: str


def load_record(entry: Any) -> Record:
    """Make a record of an entry."""
    return Record(text=entry["text"], date=entry["date"], type=entry["event"])


def measure_plover(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure whether the first event read in each sentence is of the class of its record."""
    for file in files_of(folder):
        records = load_items(file, load_record, limit=kit.limit)
        given = [first_class(record, kit) for record in records]
        wanted = [record.type for record in records]
        read = [(a, b) for a, b in zip(wanted, given, strict=True) if b is not None]
        scores = {
            "accuracy": share([a == b for a, b in zip(wanted, given, strict=True)]),
            "macro F1": macro_f1(wanted, given),
            "accuracy where anything is read": share([a == b for a, b in read]),
        }
        for metric, value in scores.items():
            count = len(read) if metric.endswith("read") else len(records)
            yield Result(
                benchmark="plover", part="all", metric=metric, value=value, count=count, baseline=BASELINES.get(metric)
            )


def first_class(record: Record, kit: Kit) -> str | None:
    """Give the class of the first event that the reader finds; ``None`` where it finds none."""
    claims = kit.english.read(Report.of(record.text, ref="record", published=record.date))
    return plover_class(claims[0].type) if claims else None


def plover_class(type: EventType) -> str | None:
    """Give the class of PLOVER as the records call it; ``None`` where it has no home for the type.

    Example:
        >>> plover_class(EventType.STRIKE), plover_class(EventType.REQUEST), plover_class(EventType.WARNING_STATEMENT)
        ('FIGHT', 'DEMAND', None)
    """
    definition = type_definition(type)
    name = definition.plover.partition("-")[0]
    if name == "ASSAULT" and definition.cameo.startswith(_FIGHTS):
        return "FIGHT"
    return _EARLIER.get(name, name) or None
