"""What each line of a report is: paragraph, heading, label line, caption or site furniture.

No event is read from furniture, and a label ("Details:", "Background:") is cut
off before the sentence behind it is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from vedette.model import Section, Span
from vedette.reading.document import Block, BlockKind

_BULLET = re.compile(r"[\s•·*▪●–—-]*")
_SENTENCE_END = (".", "!", "?", ".”", '."', "…", ".»", "?”", "!”", ".’")
_CAPITALS = "A-ZÀ-ÞŁŚŻŹĆĄĘŪŽŠČĖĮŲĀĒĢĪĶĻŅА-ЯЁІЇЄЎ"
_TOWN = rf"[{_CAPITALS}][{_CAPITALS} .'/-]{{2,40}}"  # in capitals
_NAME = rf"[{_CAPITALS}][^\W\d_]+(?:[ -][{_CAPITALS}][^\W\d_]+){{0,2}}"  # of a town
_DATELINES = (
    # "VILNIUS, August 5 (Nemunas Wire) - "
    re.compile(rf"{_TOWN}(?:,[^()\n:]{{0,40}})?\s*(?:\((?:\d{{1,2}}[:.][^)\n]*|(?P<agency>[^)\n]{{1,40}}))\))?\s*[-–—:]\s+"),
    # "Hamburg, 5. August (Nordwind) - ", "RĪGA, 5. augusts. /Wire/. "
    re.compile(rf"{_NAME}(?:,[^()\n:/]{{1,30}})?\s*[(/](?P<agency>[^\W\d_][^()/\n]{{1,30}})[)/]\s*[-–—:.]+\s+"),
    # "RIGA, 5 August — Example Wire. "
    re.compile(rf"{_TOWN},[^—–\n]{{1,25}}[—–]\s(?P<agency>[^\W\d_][^.,\n]{{1,25}})\.\s+"),
)
HEADING_LENGTH = 140  # characters; longer lines without a full stop are paragraphs all the same
CAPTION_LENGTH = 200
SHORTEST_HEADLINE = 5  # words behind a label
TOP_LINES = 4  # a dateline stands behind the headlines, never deep in the text
WRAP_WIDTH = (50, 100)  # lines of a hard-wrapped text, but its last, are about this long


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """The labels and furniture of one language, from its ``layout.toml``.

    ``closing`` are lines after which nothing of the article follows; ``citing``
    joins the sources that a line names.
    """

    source_labels: tuple[str, ...]
    body_labels: tuple[str, ...]
    background_labels: tuple[str, ...]
    caption_starts: tuple[str, ...]
    furniture: tuple[re.Pattern[str], ...]
    closing: tuple[re.Pattern[str], ...]
    citing: re.Pattern[str]

    @classmethod
    def of(cls, table: dict[str, list[str]]) -> LayoutWords:
        """Make the words from the table of a language file."""
        def compiled(key: str) -> tuple[re.Pattern[str], ...]:
            return tuple(re.compile(pattern, re.IGNORECASE) for pattern in table.get(key, []))

        return cls(
            source_labels=tuple(table["source_labels"]), body_labels=tuple(table["body_labels"]),
            background_labels=tuple(table["background_labels"]), caption_starts=tuple(table["caption_starts"]),
            furniture=compiled("furniture"), closing=compiled("closing"), citing=_any_phrase(table["citing"]),
        )


def _any_phrase(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in longest_first) + r")\b", re.IGNORECASE)


def lay_out(text: str, *, words: LayoutWords, title: str | None = None) -> list[Block]:
    """Cut a text into blocks, each with its kind and section, in order.

    Args:
        text: The text of the report.
        words: Labels and furniture of its language.
        title: The title, where it is known apart from the text.

    Returns:
        Blocks without labels and blank edges; every character that is no label
        and no white space is in exactly one block.
    """
    lines = list(_lines(text))
    repeated = {line for line, count in Counter(span.of(text) for span in lines).items() if count > 1}
    section = Section.BODY
    closed = False
    blocks: list[Block] = []
    for number, span in enumerate(lines):
        line = span.of(text)
        if closed or any(pattern.search(line) for pattern in words.closing):
            closed = True
            blocks.append(Block(span, BlockKind.FURNITURE, section))
            continue
        label, rest = _label(line, words)
        if label is not None and not (number == 0 and _is_headline(line[rest:], words)):
            section = Section.BACKGROUND if label in words.background_labels else Section.BODY
            if rest < len(line):
                kind = BlockKind.SOURCE if label in words.source_labels else BlockKind.PARAGRAPH
                blocks.append(Block(Span(span.start + rest, span.end), kind, section))
            continue
        first_paragraph = all(block.kind is BlockKind.HEADING for block in blocks)
        body = _without_dateline(span, line) if first_paragraph else span
        kind = _kind(body.of(text), words, is_title=line == title or line in repeated, first=number == 0)
        blocks.append(Block(body, kind, Section.HEADLINE if kind is BlockKind.HEADING else section))
        if kind is BlockKind.HEADING and section is Section.BACKGROUND and number > 0:
            section = Section.BODY
    return blocks


def dateline_agency(text: str) -> Span | None:
    """Find the agency that a dateline at the top names: "VILNIUS, August 5 (Nemunas Wire) -".

    Example:
        >>> text = "RIGA, June 1 (Example Wire) - The border closed."
        >>> dateline_agency(text).of(text)
        'Example Wire'
    """
    for span in islice(_lines(text), TOP_LINES):
        dateline = _dateline(span.of(text))
        if dateline is not None and dateline["agency"]:
            return Span(span.start + dateline.start("agency"), span.start + dateline.end("agency"))
    return None


def _lines(text: str) -> Iterator[Span]:
    """Give the lines without blank edges and bullets; lines of a hard-wrapped paragraph are one."""
    for group in _paragraphs(text):
        if _is_wrapped(group, text):
            yield Span(group[0].start, group[-1].end)
        else:
            yield from group


def _paragraphs(text: str) -> Iterator[list[Span]]:
    group: list[Span] = []
    position = 0
    for line in text.split("\n"):
        bullet = _BULLET.match(line)
        start = bullet.end() if bullet else 0
        end = len(line.rstrip())
        if start < end:
            group.append(Span(position + start, position + end))
        elif group:
            yield group
            group = []
        position += len(line) + 1
    if group:
        yield group


def _is_wrapped(group: list[Span], text: str) -> bool:
    """Say whether the lines of a group are one paragraph that an editor broke at a fixed width."""
    if len(group) < 2:
        return False
    lines = [span.of(text) for span in group]
    broken = sum(
        not line.endswith((*_SENTENCE_END, ":")) or after[:1].islower()
        for line, after in pairwise(lines)
    )
    even = all(WRAP_WIDTH[0] <= len(line) <= WRAP_WIDTH[1] for line in lines[:-1])
    distinct = len(set(lines)) == len(lines)
    return distinct and even and broken * 2 >= len(lines) - 1 and lines[-1].endswith(_SENTENCE_END)


def _dateline(line: str) -> re.Match[str] | None:
    """Match a dateline at the start of a line, the one that tells most."""
    found = [match for pattern in _DATELINES if (match := pattern.match(line)) is not None]
    return max(found, key=lambda match: match.end(), default=None)


def _without_dateline(span: Span, line: str) -> Span:
    """Cut off a dateline: it says where the outlet's writer sat, not where anything happened."""
    dateline = _dateline(line)
    return Span(span.start + dateline.end(), span.end) if dateline and dateline.end() < len(line) else span


def _label(line: str, words: LayoutWords) -> tuple[str | None, int]:
    """Find a label at the start of a line; give it folded, and where the rest begins."""
    head, colon, _ = line.partition(":")
    label = head.strip().casefold()
    if not colon or label not in {*words.source_labels, *words.body_labels, *words.background_labels}:
        return None, 0
    rest = len(head) + 1
    while rest < len(line) and line[rest].isspace():
        rest += 1
    return label, rest


def _is_headline(rest: str, words: LayoutWords) -> bool:
    """Say whether what follows "Sources:" at the very top is the news itself, and names nobody."""
    long = len(rest.split()) >= SHORTEST_HEADLINE and len(rest) <= HEADING_LENGTH
    return long and not rest.endswith(_SENTENCE_END) and words.citing.search(rest) is None


def _kind(line: str, words: LayoutWords, *, is_title: bool, first: bool) -> BlockKind:
    if any(pattern.search(line) for pattern in words.furniture):
        return BlockKind.FURNITURE
    if line.casefold().startswith(words.caption_starts) and len(line) <= CAPTION_LENGTH:
        return BlockKind.CAPTION
    ends = line.endswith(_SENTENCE_END)
    if is_title and len(line) <= 2 * HEADING_LENGTH and (first or not ends):
        return BlockKind.HEADING
    if len(line) <= HEADING_LENGTH and not ends and not line.endswith((":", ";", ",")):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
