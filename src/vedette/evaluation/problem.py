"""What is wrong in a file of the corpus: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.errors import KnowledgeError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right, or (``error=False``) to look at again.

    Example:
        >>> str(Problem("corpus/en/001-a.txt", 7, "E1 has no line.", "Write a line 'E1'."))
        "corpus/en/001-a.txt:7: E1 has no line. Write a line 'E1'."
    """

    file: str
    line: int
    what: str
    fix: str
    error: bool = True

    def __str__(self) -> str:
        """Give the line that a person reads, and an editor jumps from."""
        return f"{self.file}:{self.line}: {'' if self.error else 'look again: '}{self.what} {self.fix}".rstrip()


class CorpusError(KnowledgeError):
    """A file of the corpus breaks the rules of its mark-up; ``problems`` names every place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
