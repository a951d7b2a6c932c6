"""Scenarios: one TOML file each, in the folder ``scenarios`` of a pack.

The front door is :func:`load_scenarios`. A file with faults is told whole and left out; the others go on.

::

    keys        what may be written, with forms and bounds   (schema: the same as JSON Schema)
    tables      each table read whole                        (values, areas)
    templates   scenarios with open places, and what fills them in
    checks      what is wrong between the parts
    making      the nouns
    faults      all that is wrong with a file, with its line (lines)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.knowledge.packs import SCENARIOS, SHIPPED
from vedette.knowledge.scenarios.checks import check
from vedette.knowledge.scenarios.faults import Faults, ScenarioFault
from vedette.knowledge.scenarios.making import make_scenario
from vedette.knowledge.scenarios.schema import scenario_schema
from vedette.knowledge.scenarios.tables import read_tables
from vedette.knowledge.scenarios.templates import check_template, fill_in, is_template
from vedette.knowledge.scenarios.values import ID, Known
from vedette.model import Knowledge, Scenario

__all__ = [
    "LoadedScenarios", "ScenarioFault", "check_scenarios", "load_scenarios", "read_scenarios", "scenario_schema",
]

_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class LoadedScenarios:
    """The scenarios that can be used, by id, and all that is wrong with the other files."""

    scenarios: tuple[Scenario, ...]
    faults: tuple[ScenarioFault, ...]


def load_scenarios(packs: Sequence[Path] = (), *, knowledge: Knowledge) -> LoadedScenarios:
    """Load the scenarios that are shipped, and those of the user's packs.

    The name of a file is the id of its scenario. One of a later pack replaces that of an earlier one as a whole, also
    with ``off = true``, which leaves it out; where it has faults, none of the two is used.

    Args:
        packs: Folders of the user; their scenarios lie in ``scenarios/``.
        knowledge: What the packs know: countries, actors and places are checked against it.

    Returns:
        The scenarios and the faults. Nothing that is wrong stops the others.
    """
    return read_scenarios(_files_of(packs), knowledge=knowledge)


def check_scenarios(files: Sequence[Path], packs: Sequence[Path] = (), *, knowledge: Knowledge) -> LoadedScenarios:
    """Read some files as if they lay in the last pack: templates of the packs may be filled in by them.

    Args:
        files: The files.
        packs: Folders of the user.
        knowledge: What names are checked against.

    Returns:
        The scenarios and faults of these files alone.
    """
    read = read_scenarios([*_files_of(packs), *files], knowledge=knowledge)
    asked = {str(file) for file in files}
    return LoadedScenarios(
        tuple(one for one in read.scenarios if one.file in asked),
        tuple(one for one in read.faults if str(one.file) in asked),
    )


def _files_of(packs: Sequence[Path]) -> list[Path]:
    return [file for pack in (*SHIPPED, *packs) for file in sorted((pack / SCENARIOS).glob("*.toml"))]


def read_scenarios(files: Sequence[Path], *, knowledge: Knowledge) -> LoadedScenarios:
    """Read some files; of two with the same name the later one counts.

    Args:
        files: The files of scenarios and of templates that they fill in, in any order.
        knowledge: What names are checked against.
    """
    known = Known.of(knowledge)
    read = [_parse(file) for file in {file.stem: file for file in files}.values()]
    faults = [fault for one in read for fault in one.faults.found]
    templates: dict[str, Mapping[str, Any]] = {}
    for one in read:
        if is_template(one.content):
            check_template(one.content, one.faults)
            faults += one.faults.found
            if not one.faults.found:
                templates[one.id] = one.content
    scenarios: list[Scenario] = []
    for one in read:
        if not is_template(one.content) and not one.faults.found:
            made = _make(one, templates, known)
            faults += one.faults.found
            scenarios += [made] if made is not None else []
    return LoadedScenarios(
        tuple(sorted(scenarios, key=lambda scenario: scenario.id)),
        tuple(sorted(faults, key=lambda fault: (str(fault.file), fault.line or 0, fault.reason))),
    )


@dataclass(frozen=True, slots=True)
class _File:
    id: str
    content: Mapping[str, Any]
    faults: Faults


def _parse(file: Path) -> _File:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults = Faults(file, "")
        why = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else f"cannot be read: {error.strerror}"
        faults.add(f"{why}. Check the file and save it as UTF-8.")
        return _File(file.stem, {}, faults)
    faults = Faults(file, text)
    content: Mapping[str, Any] = {}
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        last = text.count("\n") + 1
        faults.add(f"is not valid TOML: {error}. Correct that line.", line=int(line[1]) if line else last)
    if not ID.fullmatch(file.stem):
        faults.add(f"'{file.stem}' is no id. Name the file in small letters, digits, - and _.")
    return _File(file.stem, content, faults)


def _make(one: _File, templates: Mapping[str, Mapping[str, Any]], known: Known) -> Scenario | None:
    """Make the scenario of a file; none where it has faults, or is switched off."""
    content = fill_in(one.content, templates, one.faults) if "template" in one.content else one.content
    if content is None or content.get("off") is True:
        return None
    tables = read_tables(content, known, one.faults)
    check(tables, one.faults)
    return None if one.faults.found else make_scenario(one.id, tables, file=str(one.faults.file))
