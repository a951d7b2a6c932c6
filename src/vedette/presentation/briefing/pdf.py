"""A briefing as a PDF for paper and files: tagged for screen readers, the same bytes for the same desk.

Set by Typst, which brings its typefaces, so that it looks the same on every machine. The words go to
it as data and never as source: what a report says is shown and cannot act.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from vedette.errors import MissingExtra
from vedette.presentation.briefing.map_svg import PAPER, draw_map
from vedette.presentation.briefing.outline import Briefing, Disagreement, Group, Line
from vedette.presentation.evidence import Evidence
from vedette.presentation.safe_text import printable, printable_piece
from vedette.presentation.wording import describe_day

WORDS: Mapping[str, str] = {
    "note": "An origin is an independent voice: outlets that relay one agency are one. What is planned, possible or "
    "denied says so. A grade such as B2 is the Admiralty code, proposed by rule.",
    "new": "What is new", "nothing": "Nothing became known in this time.", "timeline": "Timeline", "when": "when",
    "number": "no.", "what": "what, and who says so", "map": "Map", "map_alt": "Map of the places of the events",
    "map_note": "Numbers are those of the events. A ring stands for a whole country, region, sea or border, a dot "
    "for a place. Lines are degrees; outlines of countries are not drawn.",
    "disagree": "Where sources disagree",
}
_LACKING = " A □ stands for a letter or sign that the typefaces of this page do not have; the briefing as HTML has it."
_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
# Whatever could not be shown is named at once; it is looked again, since what stands instead may break lines anew.
_LOOKS = 5


def to_pdf(briefing: Briefing) -> bytes:
    """Write a briefing as a PDF on A4.

    Raises:
        MissingExtra: What sets it is not installed.
    """
    if find_spec("typst") is None:
        raise MissingExtra("A briefing as PDF", "pdf")
    import typst  # noqa: PLC0415 (an extra)

    source = files("vedette.presentation.briefing").joinpath("templates", "briefing.typ").read_bytes()

    def set_page(data: Mapping[str, Any]) -> bytes:
        # Typefaces of the machine are left out: with them, the same desk would not give the same page everywhere.
        page: bytes = typst.compile(
            source, format="pdf", sys_inputs={"briefing": json.dumps(data, ensure_ascii=True)},
            ignore_system_fonts=True, pdf_standards=["ua-1"],
        )
        return page

    data = _data(briefing)
    for _ in range(_LOOKS):
        try:
            return set_page(data)
        except typst.TypstError as error:
            lacking = frozenset("".join(_UNSHOWN.findall(str(getattr(error, "diagnostic", error)))))
            if not lacking:
                raise
            data = _without(data, lacking)
    return set_page(data)


def _without(data: Mapping[str, Any], lacking: Collection[str]) -> Mapping[str, Any]:
    """Put a box in the place of what the typefaces do not have, and say so once."""
    shown = {ord(letter): "□" for letter in lacking if not letter.isascii()}
    cleared: dict[str, Any] = json.loads(json.dumps(data, ensure_ascii=False).translate(shown))
    note = WORDS["note"] + _LACKING
    return {**cleared, "words": {**WORDS, "note": note}}


def _data(briefing: Briefing) -> Mapping[str, Any]:
    lead = f"{briefing.size}; {briefing.window}."
    short = (("Denied", briefing.denied), ("Planned next", briefing.planned))
    return {
        "title": f"Briefing, as of {describe_day(briefing.as_of)}", "lead": printable(lead), "words": WORDS,
        "groups": [_group(group) for group in briefing.groups],
        "timeline": [_short(line) for line in briefing.timeline],
        "map": draw_map(briefing.points, style=PAPER) or None,
        "disagreements": [_disagreement(item) for item in briefing.disagreements],
        "short": [{"title": title, "lines": [_short(line) for line in lines]} for title, lines in short if lines],
    }


def _group(group: Group) -> Mapping[str, Any]:
    return {"name": printable(group.name), "lines": [_line(line) for line in group.lines]}


def _line(line: Line) -> Mapping[str, Any]:
    return {
        "number": line.number, "sentence": printable(line.sentence),
        "below": f"{printable(line.support)} · grade {line.event.grade} · event {line.event.id}",
        "sources": [_source(source) for source in line.sources],
        "more": f"and {line.more} more: vedette show {line.event.id}" if line.more else None,
    }


def _short(line: Line) -> Mapping[str, Any]:
    return {
        "when": printable(line.when), "number": line.number, "sentence": printable(line.sentence),
        "voices": printable("; ".join(line.voices).replace("<-", "←")),
    }


def _disagreement(item: Disagreement) -> Mapping[str, Any]:
    sides = [
        {
            "value": printable(side.value), "origins": printable(", ".join(side.origins) or "origin not known"),
            "sources": [_source(source) for source in side.sources],
        }
        for side in item.sides
    ]
    return {
        "about": printable(item.about.capitalize()), "number": item.line.number,
        "sentence": printable(item.line.sentence), "sides": sides,
    }


def _source(source: Evidence) -> Mapping[str, Any]:
    title = printable(source.title)
    return {
        "chain": [printable(name) for name in source.chain], "before": printable_piece(source.before),
        "trigger": printable(source.trigger), "after": printable_piece(source.after), "url": source.url,
        "title": title if source.url else f"{title}, report {source.report}",
        "published": describe_day(source.published),
    }
