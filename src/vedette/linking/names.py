"""Names of exercises: "Zapad 2025", "West-2025" and «Запад-2025» are one edition of one series."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vedette.linking.folding import fold_name
from vedette.model import Claim, Knowledge, KnownExercise, Precision, Report, Stage

_LONG_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<=[^\W\d_])[\s\-‐-―'’]+(\d{2})\W*$")


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a named exercise.

    ``year`` is ``None`` where neither the name nor a date tells it; ``implied``
    says that the year comes from a date, not from the name. ``known`` is the
    entry of the pack, where there is one for the edition or for its series.
    """

    series: str
    year: int | None
    implied: bool = False
    known: KnownExercise | None = None

    @property
    def key(self) -> str:
        """What identifies the edition: the id in the pack, else series and year."""
        if self.known and self.known.year == self.year:
            return self.known.id
        base = self.known.id if self.known and self.known.year is None else self.series.replace(" ", "-")
        return f"{base}-{self.year}" if self.year else base

    @property
    def certain(self) -> bool:
        """Whether the year is beyond doubt: the name gives it, or the pack knows an edition of the year implied."""
        return not self.implied or (self.known is not None and self.known.year == self.year)

    @property
    def title(self) -> str:
        """What to call the edition."""
        if self.known is None:
            return self.series
        return self.known.name if self.known.year == self.year else f"{self.known.series} {self.year or ''}".strip()


@dataclass(frozen=True, slots=True)
class ExerciseNames:
    """Looks names of exercises up, in any spelling and with the year in any form."""

    series_of: Mapping[str, str]
    editions: Mapping[tuple[str, int | None], KnownExercise]

    @classmethod
    def of(cls, knowledge: Knowledge) -> ExerciseNames:
        """Make the lookup from the packs."""
        series_of: dict[str, str] = {}
        editions: dict[tuple[str, int | None], KnownExercise] = {}
        for exercise in knowledge.exercises:
            series = fold_name(exercise.series)
            editions.setdefault((series, exercise.year), exercise)
            for spelling in (exercise.series, exercise.name, *exercise.stems):
                series_of.setdefault(fold_name(split_year(spelling)[0]), series)
        return cls(series_of=series_of, editions=editions)

    def edition(self, name: str, *, date_year: int | None = None, planned: bool = False) -> Edition:
        """Say which edition a name means.

        Rule: the year in the name; else the year of the date, where the series
        has such an edition or its years are not known; else the year next to it
        (the following one only for something planned).

        Args:
            name: As the claim gives it.
            date_year: Year of the event's date, else of the report's.
            planned: Whether the claim speaks of what is to come.
        """
        stem, year = split_year(name)
        series = self.series_of.get(fold_name(stem), fold_name(stem))
        implied = year is None
        if year is None:
            year = self._fitting_year(series, date_year, planned=planned)
        known = self.editions.get((series, year)) or self.editions.get((series, None)) or self._any(series)
        return Edition(series=series, year=year, implied=implied, known=known)

    def of_claim(self, claim: Claim, report: Report) -> tuple[Edition, ...]:
        """Give the edition of each of a claim's names, in their order."""
        date_year = _year_of_claim(claim, report)
        planned = claim.stage is Stage.PLANNED
        return tuple(self.edition(name, date_year=date_year, planned=planned) for name in claim.names)

    def _fitting_year(self, series: str, date_year: int | None, *, planned: bool) -> int | None:
        years = {year for known, year in self.editions if known == series and year is not None}
        if date_year is None or not years or date_year in years:
            return date_year
        if planned and date_year + 1 in years:
            return date_year + 1
        return date_year - 1 if not planned and date_year - 1 in years else None

    def _any(self, series: str) -> KnownExercise | None:
        """Give an entry of the series that stands for editions the pack does not list."""
        entries = [entry for (known, _), entry in self.editions.items() if known == series]
        return max(entries, key=lambda entry: (entry.year or 0, entry.id), default=None)


def split_year(name: str) -> tuple[str, int | None]:
    """Take the year off a name.

    Example:
        >>> split_year("Zapad-2025"), split_year("Defender 25"), split_year("Zapad")
        (('Zapad-', 2025), ('Defender', 2025), ('Zapad', None))
    """
    if found := _LONG_YEAR.search(name):
        return name[: found.start()] + name[found.end() :], int(found[1])
    if found := _SHORT_YEAR.search(name):
        return name[: found.start()], 2000 + int(found[1])
    return name, None


def _year_of_claim(claim: Claim, report: Report) -> int | None:
    period = claim.period
    dated = period.start or period.end if period and period.precision is not Precision.VAGUE else None
    digits = (dated or report.published or "")[:4]
    return int(digits) if digits.isdigit() and len(digits) == 4 else None
