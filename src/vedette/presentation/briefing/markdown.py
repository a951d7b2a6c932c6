"""A briefing as Markdown; text of reports is escaped, so that it means only what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vedette.presentation.briefing.outline import Briefing, Disagreement, Line
from vedette.presentation.evidence import Evidence
from vedette.presentation.safe_text import markdown_text as safe
from vedette.presentation.safe_text import printable_piece
from vedette.presentation.wording import describe_day


def to_markdown(briefing: Briefing) -> str:
    """Write a briefing as Markdown (CommonMark with tables)."""
    sections = [
        _head(briefing), _new(briefing), _timeline(briefing), _places(briefing),
        _section("Where sources disagree", (_disagreement(item) for item in briefing.disagreements)),
        _section("Denied", (_short(line) for line in briefing.denied)),
        _section("Planned next", (_short(line) for line in briefing.planned)),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _head(briefing: Briefing) -> str:
    lines = [
        f"# Briefing, as of {safe(describe_day(briefing.as_of))}", "",
        f"{briefing.size}; {safe(briefing.window)}. “Origins” are independent voices: outlets that relay one agency "
        "are one.",
    ]
    return "\n".join(lines)


def _new(briefing: Briefing) -> str:
    if not briefing.groups:
        return "Nothing became known in this time."
    parts = ["## What is new"]
    for group in briefing.groups:
        parts.append(f"### {safe(group.name)}")
        parts += [_full(line) for line in group.lines]
    return "\n\n".join(parts)


def _full(line: Line) -> str:
    below = f"{safe(line.support)}; grade {line.event.grade}; event `{line.event.id}`"
    head = f"{line.number}. **{safe(line.sentence)}**  \n   {below}"
    quotes = [f"   - {_quote(source)}" for source in line.sources]
    more = [f"   - and {line.more} more: `vedette show {line.event.id}`"] if line.more else []
    return "\n".join([head, *quotes, *more])


def _quote(source: Evidence) -> str:
    chain = " ← ".join(safe(name) for name in source.chain)
    before, after = (printable_piece(part, safe) for part in (source.before, source.after))
    sentence = f"“{before}**{safe(source.trigger)}**{after}”"
    title = safe(source.title)
    where = f"[{title}](<{source.url}>)" if source.url else f"{title}, report `{source.report}`"
    return f"{chain}: {sentence} ({where}, {safe(describe_day(source.published))})"


def _timeline(briefing: Briefing) -> str:
    rows = [
        f"| {safe(line.when)} | {line.number} | {safe(line.sentence)} | {_voices(line)} |" for line in briefing.timeline
    ]
    if not rows:
        return ""
    undated = len(briefing.lines) - len(rows)
    note = [f"\n{undated} more without a date are not in this table."] if undated else []
    return "\n".join(["## Timeline", "", "| when | no. | what | who says so |", "|---|---|---|---|", *rows, *note])


def _places(briefing: Briefing) -> str:
    rows = [
        f"| {safe(point.name)} | {point.lat:.2f} | {point.lon:.2f} | {_numbers(point.numbers)} |"
        for point in briefing.points
    ]
    head = ["## Places", "", "| place | latitude | longitude | events |", "|---|---|---|---|"]
    return "\n".join([*head, *rows]) if rows else ""


def _disagreement(item: Disagreement) -> str:
    sides = [
        f"   - **{safe(side.value)}**: {safe(', '.join(side.origins) or 'origin not known')}"
        + "".join(f"; {_quote(source)}" for source in side.sources)
        for side in item.sides
    ]
    head = f"- {safe(item.about.capitalize())}, in event {item.line.number}: {safe(item.line.sentence)}"
    return "\n".join([head, *sides])


def _short(line: Line) -> str:
    return f"- {safe(line.sentence)} (event {line.number}; {_voices(line)})"


def _section(title: str, items: Iterable[str]) -> str:
    found = list(items)
    return "\n".join([f"## {title}", "", *found]) if found else ""


def _voices(line: Line) -> str:
    return "; ".join(safe(voice.replace("<-", "←")) for voice in line.voices)


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in numbers)
