"""A report on which reading failed: into quarantine whole, and out of it again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from vedette.errors import InputError
from vedette.inputs.gathering import gather
from vedette.inputs.taking import Gathered
from vedette.model import FieldSource, Knowledge, QuarantinedInput, Report

ADVICE = "Please report this, with the input if you may share it."
# What a line of JSONL calls otherwise than a report does.
_KEYS = {"ref": "id", "language": "lang"}
# The report itself is named, so that no line of somebody else's is taken for one.
_NAME = "report"


def unread(report: Report, reason: str) -> QuarantinedInput:
    """Put a report that could not be read into quarantine: as a line of JSONL, from which :func:`again` has it whole.

    Args:
        report: What was to be read.
        reason: What happened, in words to stand in brackets.

    Example:
        >>> item = unread(Report.of("The bridge was closed.", ref="b-1"), "ValueError: no")
        >>> item.source, item.reason
        ('b-1', 'It could not be read (ValueError: no).')
    """
    source = report.url or report.file or report.ref
    line = {_KEYS.get(one.name, one.name): getattr(report, one.name) for one in fields(report) if one.name != "id"}
    content = json.dumps({_NAME: report.id, **line}).encode("ascii")
    return QuarantinedInput.of(refusal(reason, source=source), content=content)


def refusal(reason: str, *, source: str, where: str = "", advice: str = ADVICE) -> InputError:
    """Say in one sentence that something could not be read, with what happened in brackets.

    Example:
        >>> str(refusal("ValueError: no", source="a.jsonl", where="byte 7", advice=""))
        'a.jsonl: Byte 7: it could not be read (ValueError: no).'
    """
    place = f"{where[0].upper()}{where[1:]}: it" if where else "It"
    return InputError(f"{place} could not be read ({reason}).", source=source, advice=advice)


def again(item: QuarantinedInput, *, knowledge: Knowledge) -> Iterator[Gathered]:
    """Give what was quarantined once more: the report itself where reading it failed, else what its source holds now.

    Args:
        item: What was quarantined.
        knowledge: What this reader knows.

    Example:
        >>> from vedette.knowledge import load_knowledge
        >>> report = Report.of("The bridge was closed.", ref="b-1", outlet="Post", url="https://post.example/1")
        >>> [report] == list(again(unread(report, "ValueError: no"), knowledge=load_knowledge()))
        True
    """
    kept = kept_report(item)
    if kept is not None:
        yield kept
    else:
        yield from gather([item.source], knowledge=knowledge)


def kept_report(item: QuarantinedInput) -> Report | None:
    """Give the report that is kept whole in quarantine, where reading it failed; ``None`` for all else."""
    if item.truncated or not item.content.startswith(f'{{"{_NAME}": "'.encode()):
        return None
    try:
        line = json.loads(item.content)
        report = Report.of(**{one.name: _value(one.name, line) for one in fields(Report) if one.name != "id"})
    except (ValueError, KeyError, TypeError):
        return None
    return report if report.id == line[_NAME] else None


def _value(name: str, line: dict[str, Any]) -> Any:
    said = line[_KEYS.get(name, name)]
    return FieldSource(said) if name.endswith("_from") else said
