"""Paragraphs that tell of no event: ``corpus/ordinary/<language>.lines`` and ``corpus/near/<language>.lines``.

One paragraph a line and nothing else: no mark-up, no blank lines. Ordinary ones are off the subjects of the corpus: the
looks of the tagger learn from them what most of a day's news is like, and are measured on them. Those that are near
speak of armies, borders and weapons, and still nothing happens in them: reading is measured on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vedette.evaluation.annotated import LANGUAGES
from vedette.evaluation.problem import CorpusError, Problem

ENDING = ".lines"
SHORTEST, LONGEST = 20, 1_200  # letters
_MARKS = ("{", "}", "|", "@ ", "# ")


@dataclass(frozen=True, slots=True)
class EventlessParagraph:
    """One paragraph that tells of no event, and where it stands."""

    language: str
    text: str
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    @property
    def id(self) -> str:
        """Name it in messages."""
        return f"{self.file}:{self.line}"


def read_eventless(path: Path) -> Iterator[EventlessParagraph]:
    """Read the paragraphs of a file, or of every such file under a folder, in the order of their names.

    Raises:
        CorpusError: A ``KnowledgeError`` that names every wrong line of a file, and what to do.
    """
    for file in eventless_files(path):
        found, problems = parse_eventless(file.read_text(encoding="utf-8"), file=file)
        if problems:
            raise CorpusError(problems)
        yield from found


def eventless_files(path: Path) -> list[Path]:
    """List the files of such paragraphs under a path, in the order of their names."""
    if path.is_dir():
        return sorted(path.rglob(f"*{ENDING}"))
    return [path] if path.suffix == ENDING else []


def parse_eventless(raw: str, *, file: Path) -> tuple[list[EventlessParagraph], list[Problem]]:
    r"""Parse the lines of one file, whose name is its language.

    Returns:
        The paragraphs that are right, and every error.

    Example:
        >>> found, problems = parse_eventless("Bread gets dearer in Riga.\n\n", file=Path("en.lines"))
        >>> found[0].text, str(problems[0])
        ('Bread gets dearer in Riga.', 'en.lines:2: The line is blank. Take it out: one paragraph a line.')
    """
    language, where = file.stem, str(file)
    if language not in LANGUAGES:
        fix = f"Name it after its language: {', '.join(LANGUAGES)}."
        return [], [Problem(where, 1, f"'{language}' is no language of the corpus.", fix)]
    found: list[EventlessParagraph] = []
    problems = []
    seen: dict[str, int] = {}
    for number, line in enumerate(raw.removesuffix("\n").split("\n"), start=1):
        fault = _fault(line, seen.setdefault(line, number), number)
        if fault is not None:
            problems.append(Problem(where, number, *fault))
        else:
            found.append(EventlessParagraph(language, line, where, number))
    return found, problems


def _fault(line: str, first: int, number: int) -> tuple[str, str] | None:
    """Say what is wrong with a line, and what to do; ``first`` is where the same line stood before."""
    if not line.strip():
        return "The line is blank.", "Take it out: one paragraph a line."
    if first != number:
        return f"It is the same as line {first}.", "Take it out."
    if line != line.strip():
        return "It begins or ends with a blank.", "Take the blank out."
    if marks := [mark.strip() for mark in _MARKS if mark in line]:
        return f"There is mark-up in it ({' '.join(marks)}).", "Write plain text: what is marked belongs to an item."
    if not SHORTEST <= len(line) <= LONGEST:
        return f"It has {len(line)} letters.", f"Write a paragraph of {SHORTEST} to {LONGEST:,}."
    return None
