"""How often the origins of made copies, relays, rewrites and translations are counted right.

    python -m vedette.evaluation.lineages            # the figures, and every miss
    python -m vedette.evaluation.lineages --write    # the same into docs/origins.md, between its marks

A case is right where both counts are: the bodies and the parties behind them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vedette.evaluation.made_lineages import OUTLETS, LineageCase, make_cases
from vedette.evaluation.written_section import write_section
from vedette.linking.assemble import assemble
from vedette.linking.lineage.copies import find_copies
from vedette.linking.lineage.origins import Lineage
from vedette.linking.names import ExerciseNames
from vedette.linking.profile import profile_claims
from vedette.model import Event, Knowledge, Place

CASES = 200
PAGE = Path("docs") / "origins.md"


class _NoPlaces:
    """A gazetteer without places: lineage needs none."""

    def find(self, name: str) -> tuple[Place, ...]:
        return ()

    def border(self, first: str, second: str) -> Place | None:
        return None

    def country(self, code: str) -> Place | None:
        return None


KNOWLEDGE = Knowledge(actors=(), outlets=OUTLETS, exercises=(), equipment=(), gazetteer=_NoPlaces())


@dataclass(frozen=True, slots=True)
class Counted:
    """A case with what was counted of it."""

    case: LineageCase
    bodies: tuple[str, ...]
    parties: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether both counts are right."""
        return (len(self.bodies), len(self.parties)) == (self.case.bodies, self.case.parties)


def count_case(case: LineageCase) -> Counted:
    """Count the origins of a case, whose claims are known to tell of one event."""
    event = event_of(case)
    return Counted(case, event.bodies, event.parties)


def event_of(case: LineageCase) -> Event:
    """Make the one event of a case."""
    reports = {report.id: report for report in case.reports}
    copies = find_copies(case.reports)
    profiles = profile_claims(case.claims, reports, names=ExerciseNames.of(KNOWLEDGE), copies=copies)
    lineage = Lineage.of(reports, copies=copies, knowledge=KNOWLEDGE, claims=case.claims)
    return assemble(profiles, lineage=lineage)


def lineage_section(counted: Sequence[Counted]) -> str:
    """Write the figures, and each miss with what was done in it."""
    right = sum(one.right for one in counted)
    reports = sum(len(one.case.reports) for one in counted)
    lines = [
        f"{right} of {len(counted)} cases ({right / len(counted):.1%}) have the right number of bodies and of parties; "
        f"{reports} reports.", "",
    ]
    misses = [one for one in counted if not one.right]
    if misses:
        lines += ["| case | true bodies, parties | counted | what was done |", "|---:|---|---|---|"]
    lines += [
        f"| {one.case.number} | {one.case.bodies}, {one.case.parties} | {len(one.bodies)}, {len(one.parties)}: "
        f"{', '.join(one.bodies)} | {'; '.join(one.case.ways)} |" for one in misses
    ]
    return "\n".join(lines).rstrip()


def main(arguments: Sequence[str]) -> int:
    """Print the figures, and write them where asked."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.lineages", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write them into {PAGE}")
    chosen = parser.parse_args(arguments)
    section = lineage_section([count_case(case) for case in make_cases(CASES)])
    sys.stdout.write(f"{section}\n")
    if chosen.write:
        write_section(PAGE, "lineages", section)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
