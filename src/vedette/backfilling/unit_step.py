"""The step of a backfill: a unit in, its reports with their claims out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from vedette.backfilling.units import Unit, UnitKind
from vedette.engine import attempt
from vedette.errors import InputError
from vedette.inputs import ReadStep
from vedette.inputs.reading import Given, Reading, given
from vedette.inputs.storage import local_copy
from vedette.inputs.unread import refusal
from vedette.model import Knowledge, QuarantinedInput, Report
from vedette.sources import collect
from vedette.sources.draft import Origin
from vedette.sources.files import stem_of
from vedette.sources.json_lines import read_json_lines
from vedette.sources.known_outlets import OutletIndex
from vedette.sources.web_archives import read_archive

_CHECK = "Check that it was saved whole, or download it again."


@dataclass(frozen=True, slots=True)
class UnitStep:
    """Collects and reads one unit after the other; the models are loaded once.

    Args:
        knowledge: Names, outlets, exercises, equipment and places.
    """

    knowledge: Knowledge

    def open(self) -> Callable[[Unit], tuple[Given, ...]]:
        """Give the reader of single units."""
        outlets, read = OutletIndex.of(self.knowledge.outlets), ReadStep(self.knowledge).open()
        return lambda unit: tuple(_read(item, read) for item in _collected(unit, self.knowledge, outlets))


def failed_unit(unit: Unit, reason: str) -> QuarantinedInput:
    """Put a unit that could not be read into quarantine, with what came."""
    return QuarantinedInput.of(refusal(reason, source=unit.address, where=unit.where), content=unit.data)


def _read(item: Report | QuarantinedInput, read: Callable[[Report], Reading]) -> Given:
    """Read one report of what may be a page of many."""
    return item if isinstance(item, QuarantinedInput) else given(attempt(read, item))


def _collected(unit: Unit, knowledge: Knowledge, outlets: OutletIndex) -> Iterator[Report | QuarantinedInput]:
    if unit.kind is UnitKind.FAULT:
        yield QuarantinedInput.of(InputError(unit.where, source=unit.address, advice=_CHECK))
    elif unit.kind is UnitKind.FILE:
        with local_copy(unit.address) as path:
            for item in collect([str(path)], outlets=knowledge.outlets):
                yield _placed(item, unit)
    else:
        name = Path(unit.address)
        origin = Origin(source=unit.address, ref=stem_of(name), file=name.name, outlets=outlets)
        take_apart = read_json_lines if unit.kind is UnitKind.LINE else read_archive
        for item in take_apart(io.BytesIO(unit.data), origin):
            yield _placed(item, unit)


def _placed(item: Report | QuarantinedInput, unit: Unit) -> Report | QuarantinedInput:
    """Say of what could not be read where it stands in its source, which only the unit knows."""
    if isinstance(item, Report):
        return item
    reason = f"{unit.where[0].upper()}{unit.where[1:]}: {item.reason}" if unit.where else item.reason
    error = InputError(reason, source=unit.address, advice=item.advice)
    return replace(QuarantinedInput.of(error, content=item.content), truncated=item.truncated)
