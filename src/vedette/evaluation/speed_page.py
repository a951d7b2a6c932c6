"""The section "Speed" of docs/benchmarks.md."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from vedette.evaluation.machine import Machine
from vedette.evaluation.measuring import Measurement

_NAMES = {"spacy": "spaCy alone", "tags": "tagger alone", "read": "read", "add": "add"}
_MARKED = re.compile(r"(?<=<!-- speed -->\n).*?(?=\n<!-- end of speed -->)", re.S)


def speed_section(
    once: Sequence[Measurement], repeated: Sequence[Measurement], mixed: Sequence[Measurement], *, machine: Machine,
    at: str,
) -> str:
    """Write the tables: everything once on all reports, how far repeats on a part of them vary, and mixed news.

    The ratio is reports a second over those of spaCy alone in the same run; above 1 is faster.
    """
    parts = [
        f"Measured on {at[:10]} at commit {machine.commit}: {machine.processor}, {machine.cores} cores, "
        f"Python {machine.python}, spaCy {machine.spacy}. One process does each work, on one core.",
        _whole(once),
        f"The same on {repeated[0].reports} reports, {len(repeated) // len(once)} times in turn (least, median, most):",
        _noise(repeated), "Mixed news, one report in ten on our subjects:", _whole(mixed),
    ]
    return "\n\n".join(parts)


def with_section(page: str, section: str) -> str:
    """Put the section between its marks.

    Raises:
        ValueError: The page has no marks.
    """
    if not _MARKED.search(page):
        raise ValueError("The page has no '<!-- speed -->' and '<!-- end of speed -->'. Add them around the tables.")
    return _MARKED.sub(lambda _: section, page)


def _whole(once: Sequence[Measurement]) -> str:
    spacy = next(one for one in once if one.what == "spacy")
    rows = [
        f"| {_NAMES[one.what]} | {one.reports:,} | {one.reports_per_second:.1f} | {one.seconds:.1f} "
        f"| {one.processor_seconds:.1f} | {one.peak_mb:.0f} | {one.reports_per_second / spacy.reports_per_second:.2f} |"
        for one in once
    ]
    head = "| | reports | reports a second | seconds | of processor time | peak of memory, MB | speed, spaCy = 1 |"
    return "\n".join([head, "|---|---:|---:|---:|---:|---:|---:|", *rows])


def _noise(repeated: Sequence[Measurement]) -> str:
    measured = dict.fromkeys(one.what for one in repeated)
    rows = [_spread(what, [one for one in repeated if one.what == what]) for what in measured]
    return "\n".join(["| | reports a second | peak of memory, MB |", "|---|---:|---:|", *rows])


def _spread(what: str, runs: Sequence[Measurement]) -> str:
    speeds, peaks = [one.reports_per_second for one in runs], [one.peak_mb for one in runs]
    return f"| {_NAMES[what]} | {_range(speeds, 1)} | {_range(peaks, 0)} |"


def _range(values: Sequence[float], digits: int) -> str:
    return " / ".join(f"{value:.{digits}f}" for value in (min(values), median(values), max(values)))
