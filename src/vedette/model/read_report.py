"""A report together with everything that was read in it."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model.claim import Claim
from vedette.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """The unit in which a desk grows: one report and its claims, in the order of the text.

    ``note`` says in a sentence what a person should know about the reading
    itself, for example that the language is not read.
    """

    report: Report
    claims: tuple[Claim, ...]
    note: str | None = None
