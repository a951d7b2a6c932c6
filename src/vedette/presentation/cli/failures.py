"""Tells which inputs could not be read: one sentence each, none left out."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.model import QuarantinedInput
from vedette.presentation.cli.output import remark


def tell_failures(failed: Sequence[QuarantinedInput]) -> None:
    """Name every input that failed, with the reason and what can be done."""
    for item in failed:
        remark("Not read", failure_sentence(item), style="red")


def failure_sentence(item: QuarantinedInput) -> str:
    """Say where, what is wrong, and what to do."""
    where = item.source if item.line is None else f"{item.source}, line {item.line}"
    return f"{where}: {item.reason} {item.advice}".strip()


def tell_notes(notes: Sequence[str]) -> None:
    """Tell notes of the form "report: what", those that say the same in one line."""
    reports: dict[str, list[str]] = {}
    for note in notes:
        report, _, what = note.partition(": ")
        reports.setdefault(what, []).append(report)
    for what, names in reports.items():
        tell_note(f"{what} ({', '.join(names)})")


def tell_note(note: str) -> None:
    """Tell something that a person should know about a reading."""
    remark("Note", note, style="yellow")
