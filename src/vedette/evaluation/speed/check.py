"""Whether Vedette became slower: ``python -m vedette.evaluation.speed.check NEW.json [--against KEPT.json]``.

Compares the ratios of two runs, not their seconds, since these are of machines that differ. A ratio that fell by more
than a tenth is named, and the command ends with 1; as it does where a ratio was not measured that was measured before.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vedette.errors import InputError
from vedette.evaluation.speed.ratios import noise, ratios
from vedette.evaluation.speed.result import Result, load_result

KEPT = Path("bench-results/kept.json")
TENTH = 0.1


@dataclass(frozen=True, slots=True)
class Fallen:
    """A ratio that fell too far: what it was, what it is; ``None`` where it was not measured."""

    name: str
    before: float
    now: float | None

    def __str__(self) -> str:
        if self.now is None:
            return f"{self.name}: was {self.before:.2f}, was not measured now."
        return f"{self.name}: was {self.before:.2f}, is {self.now:.2f} ({self.now / self.before - 1:+.0%})."


def fallen(new: Result, kept: Result, *, by: float = TENTH) -> Iterator[Fallen]:
    """Give each ratio whose median fell by more than a share, in the order of the kept run."""
    now = ratios(new)
    for name, before in ratios(kept).items():
        found = now.get(name)
        if found is None or found.median < before.median * (1 - by):
            yield Fallen(name, before.median, found.median if found else None)


def remarks(new: Result, kept: Result) -> Iterator[str]:
    """Say what makes two runs hard to compare: other texts, another machine, a machine that was busy."""
    if new.texts != kept.texts:
        yield "They were made on other texts or another number of them: make both with the same options."
    if (new.machine.processor, new.machine.cores) != (kept.machine.processor, kept.machine.cores):
        yield f"They were made on two machines: {kept.machine.processor} and {new.machine.processor}."
    for name, result in (("new", new), ("kept", kept)):
        if noise(result) > TENTH:
            yield f"In the {name} run the same work differed by {noise(result):.0%} within one round: make it anew."


def main(arguments: Sequence[str]) -> int:
    """Compare; give the status to end with."""
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.speed.check",
        description="Fail where a ratio of a run fell by more than a tenth.",
    )
    parser.add_argument("new", type=Path, metavar="NEW.json", help="a result of 'make bench'")
    parser.add_argument("--against", type=Path, default=KEPT, metavar="KEPT.json", help=f"the run before ({KEPT})")
    given = parser.parse_args(arguments)
    try:
        new, kept = load_result(given.new), load_result(given.against)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for remark in remarks(new, kept):
        sys.stderr.write(f"Mind: {remark}\n")
    found = list(fallen(new, kept))
    for one in found:
        sys.stdout.write(f"{one}\n")
    if not found:
        sys.stdout.write(f"None of {len(ratios(kept))} ratios fell by more than a tenth.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
