"""Events that are read where there are none: in paragraphs of ordinary news, off our subjects.

    python -m vedette.evaluation.false_events [--part dev] [--show] [--write docs/benchmarks.md]

Each paragraph is read as a report of its own, the hardest way: nothing around
it says what it is about.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from vedette.evaluation.ordinary import OrdinaryParagraph, read_ordinary
from vedette.evaluation.split import Part, in_part
from vedette.evaluation.written_section import write_section
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Report
from vedette.reading import read

ORDINARY = Path("corpus/ordinary")
PUBLISHED = "2026-05-13"  # a day is needed to read days by; no paragraph tells of it


def main(arguments: Sequence[str]) -> int:
    """Count, print, and write the table where asked."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.false_events", description=__doc__)
    parser.add_argument("--part", type=Part, choices=list(Part), default=Part.TEST, help="of the corpus")
    parser.add_argument("--show", action="store_true", help="print each false event with its paragraph")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="page with '<!-- false events -->' and its end")
    chosen = parser.parse_args(arguments)
    paragraphs = in_part(read_ordinary(ORDINARY), chosen.part)
    found = list(false_events(paragraphs))
    if chosen.show:
        for paragraph, claims in found:
            told = ", ".join(f"{claim.type} ({claim.trigger.of(paragraph.text)})" for claim in claims)
            sys.stdout.write(f"{paragraph.file}:{paragraph.line}: {told}: {paragraph.text}\n")
    section = table(paragraphs, found)
    sys.stdout.write(f"{section}\n")
    if chosen.write is not None:
        write_section(chosen.write, "false events", section)
    return 0


def false_events(
    paragraphs: Sequence[OrdinaryParagraph],
) -> Iterator[tuple[OrdinaryParagraph, tuple[Claim, ...]]]:
    """Give the paragraphs in which the reader sees an event, with what it sees."""
    reports = [
        Report.of(each.text, ref=each.id, outlet="", language=each.language, published=PUBLISHED)
        for each in paragraphs
    ]
    for paragraph, done in zip(paragraphs, read(reports, knowledge=load_knowledge()), strict=True):
        if done.claims:
            yield paragraph, tuple(done.claims)


def table(
    paragraphs: Sequence[OrdinaryParagraph], found: Sequence[tuple[OrdinaryParagraph, tuple[Claim, ...]]]
) -> str:
    """Write how many paragraphs of each language have a false event."""
    asked = Counter(paragraph.language for paragraph in paragraphs)
    wrong = Counter(paragraph.language for paragraph, _ in found)
    lines = ["| language | ordinary paragraphs | with a false event |", "|---|---|---|"]
    lines += [f"| {language} | {asked[language]} | {wrong[language]} |" for language in asked]
    lines.append(f"| all | {len(paragraphs)} | {len(found)} ({len(found) / max(1, len(paragraphs)):.1%}) |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
