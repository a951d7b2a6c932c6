"""The mark-up of the corpus: files that people write and read, parsed into texts, marks and links.

A file ``corpus/<language>/<nnn>-<slug>.txt`` holds items. An item is a head, one
paragraph a line, and one line for each event::

    @ en-0001 story=closed-crossing published=2025-09-12 genre=agency region=baltic on=yes outlet=Northern Wire
    # {Poland|A1 PL} {closes|E1 border_closure} {border with Belarus|P1 border PL-BY}
    {The interior ministry|S1 official PL} {said|C1} <S1:all crossings would {close|E2=E1} on {Friday|T1 2025-09-12}>.
    E1 planned who=A1 at=P1
    E2 planned when=T1

``corpus/GUIDELINES.md`` says what each label means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from vedette.evaluation.annotated import GENRES, LANGUAGES, REGIONS, AnnotatedItem, Content, EventLine, Mark, Paragraph
from vedette.evaluation.event_lines import EVENT_LINE, read_event_line
from vedette.evaluation.inline import InlineText
from vedette.evaluation.integrity import check_integrity
from vedette.evaluation.problem import CorpusError, Problem
from vedette.model.claim import Section
from vedette.model.span import Span

HEAD_KEYS = ("story", "published", "genre", "region", "on", "outlet")
PARAGRAPH_GAP = "\n\n"
_HEAD = re.compile(r"@\s+(\S+)((?:\s+[a-z]+=\S+)*?)\s+outlet=(\S.*)\Z")
_ID = re.compile(r"([a-z]{2})-\d{4}\Z")
_SIGN = re.compile(r"(%?)([#~]?)\s+")
_SECTIONS = {"#": Section.HEADLINE, "~": Section.BACKGROUND, "": Section.BODY}


def read_corpus(path: Path) -> Iterator[AnnotatedItem]:
    """Read the annotated items of a file, or of every file of a folder.

    Args:
        path: A file, or a folder whose ``.txt`` files are read in the order of their names.

    Raises:
        CorpusError: A ``KnowledgeError`` that names every error of a file, with line and what to do.
    """
    for file in corpus_files(path):
        items, problems = parse_items(file.read_text(encoding="utf-8"), file=str(file))
        if problems:
            raise CorpusError(problems)
        yield from items


def corpus_files(path: Path) -> list[Path]:
    """List the files of the corpus under a path, in the order of their names."""
    return sorted(path.rglob("*.txt")) if path.is_dir() else [path]


def parse_items(raw: str, *, file: str) -> tuple[list[AnnotatedItem], list[Problem]]:
    r"""Parse the items of one file.

    Returns:
        The items as far as they can be read, and every error.

    Example:
        >>> items, problems = parse_items(
        ...     "@ en-0001 story=a published=2025-09-12 genre=agency region=baltic on=yes outlet=Northern Wire\n"
        ...     "{Poland|A1 PL} {closed|E1 border_closure} its border.\n"
        ...     "E1 who=A1\n", file="a.txt")
        >>> items[0].text, items[0].words("E1"), problems
        ('Poland closed its border.', 'closed', [])
    """
    problems: list[Problem] = []
    items = []
    for start, lines in _blocks(raw):
        item, found = _parse_item(lines, start=start, file=file)
        problems += found
        if item is not None:
            items.append(item)
            problems += check_integrity(item)
    for again in _repeated(items):
        problems.append(Problem(file, again.line, f"The id {again.id} is given twice.", "Give each item its own."))
    if not items and not problems:
        problems.append(Problem(file, 1, "No item is in the file.", "Begin each with a line '@ en-0001 story=...'."))
    return items, sorted(problems)


def _repeated(items: list[AnnotatedItem]) -> list[AnnotatedItem]:
    return [item for place, item in enumerate(items) if any(item.id == before.id for before in items[:place])]


def _blocks(raw: str) -> Iterator[tuple[int, list[str]]]:
    """Cut a file before each head; what stands before the first is a block too, and wrong."""
    block: list[str] = []
    start = 1
    for number, line in enumerate(raw.split("\n"), start=1):
        if line.startswith("@"):
            if any(before.strip() for before in block):
                yield start, block
            block, start = [], number
        block.append(line)
    if any(line.strip() for line in block):
        yield start, block


def _parse_item(lines: list[str], *, start: int, file: str) -> tuple[AnnotatedItem | None, list[Problem]]:
    head, problems = _parse_head(lines[0], file=file, line=start)
    if head is None:
        return None, problems
    paragraphs: list[Paragraph] = []
    texts: list[InlineText] = []
    events: list[EventLine] = []
    base = 0
    for number, raw in enumerate(lines[1:], start=start + 1):
        line = raw.strip()
        if not line:
            continue
        if EVENT_LINE.match(line):
            event, found = read_event_line(line, file=file, line=number)
            events.append(event)
            problems += found
            continue
        paragraph, text = _parse_paragraph(line, base=base, file=file, number=number, on=head.on)
        paragraphs.append(paragraph)
        texts.append(text)
        problems += text.problems
        base = paragraph.span.end + len(PARAGRAPH_GAP)
    if not texts:
        problems.append(Problem(file, start, f"{head.id} has no text.", "Write its paragraphs under the head."))
    item = replace(
        head,
        text=PARAGRAPH_GAP.join(text.text for text in texts),
        paragraphs=tuple(paragraphs),
        marks=tuple(sorted((mark for text in texts for mark in text.marks), key=_mark_order)),
        contents=_outermost_first([content for text in texts for content in text.contents]),
        events=tuple(events),
    )
    return item, problems


def _mark_order(mark: Mark) -> tuple[int, int, str]:
    return mark.span.start, -mark.span.end, mark.id


def _outermost_first(contents: list[Content]) -> tuple[Content, ...]:
    """Order contents; of two with the same words the outer one was closed last."""
    last_closed_first = contents[::-1]
    last_closed_first.sort(key=lambda content: (content.span.start, -content.span.end))
    return tuple(last_closed_first)


def _parse_paragraph(line: str, *, base: int, file: str, number: int, on: bool) -> tuple[Paragraph, InlineText]:
    sign = _SIGN.match(line) if line[0] in "#~%" else None
    off, section = sign.groups() if sign else ("", "")
    text = InlineText(file=file, line=number, base=base).read(line[sign.end() :] if sign else line)
    if line[0] in "#~%" and not sign:
        text.problems.append(Problem(file, number, f"No blank follows '{line[0]}'.", "Write '# Headline', or '\\#'."))
    if "  " in text.text:
        text.problems.append(Problem(file, number, "Two blanks follow one another.", "Write one."))
    span = Span(base, base + text.length)
    return Paragraph(span=span, section=_SECTIONS[section], on=on and not off, line=number), text


def _parse_head(raw: str, *, file: str, line: int) -> tuple[AnnotatedItem | None, list[Problem]]:
    found = _HEAD.match(raw.strip())
    if not found:
        what = "This is no head of an item." if raw.startswith("@") else "Text stands before the first head."
        fix = f"Write '@ en-0001 {' '.join(key + '=...' for key in HEAD_KEYS)}' (outlet last)."
        return None, [Problem(file, line, what, fix)]
    name, pairs, outlet = found.groups()
    keys = {key: value for key, _, value in (pair.partition("=") for pair in pairs.split())}
    problems = [Problem(file, line, f"{name}: {what}", fix) for what, fix in _head_faults(name, keys)]
    item = AnnotatedItem(
        id=name, language=name[:2], story=keys.get("story", ""), published=keys.get("published", ""),
        genre=keys.get("genre", ""), region=keys.get("region", ""), outlet=" ".join(outlet.split()),
        on=keys.get("on") != "no", text="", paragraphs=(), file=file, line=line,
    )  # fmt: skip
    return item, problems


def _head_faults(id: str, keys: dict[str, str]) -> Iterator[tuple[str, str]]:
    language = _ID.match(id)
    if not language or language[1] not in LANGUAGES:
        yield "This is no id.", f"Write a language ({', '.join(LANGUAGES)}), '-' and four digits: en-0001."
    for key in HEAD_KEYS[:-1]:
        if key not in keys:
            yield f"{key}= is missing.", f"Keys: {', '.join(HEAD_KEYS)}."
    for key in keys:
        if key not in HEAD_KEYS:
            yield f"{key}= is no key.", f"Keys: {', '.join(HEAD_KEYS)}."
    for key, known in (("genre", GENRES), ("region", REGIONS), ("on", ("yes", "no"))):
        if key in keys and keys[key] not in known:
            yield f"'{keys[key]}' is no {key}.", f"Known: {', '.join(known)}."
    if "published" in keys and not _is_day(keys["published"]):
        yield f"'{keys['published']}' is no date.", "Write published=2025-09-12."


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False
