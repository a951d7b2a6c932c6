"""Find words that texts have in common: copies inside the corpus, and anything modelled on texts outside."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from vedette.evaluation.annotated import AnnotatedItem
from vedette.evaluation.problem import Problem
from vedette.evaluation.sentences import words_of

COPY_WORDS = 8
OUTSIDE_WORDS = 6
_LINES = (".jsonl", ".ndjson")


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Give every run of so many words.

    Example:
        >>> list(runs("All crossings closed today", 3))
        [('all', 'crossings', 'closed'), ('crossings', 'closed', 'today')]
    """
    words = words_of(text)
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def find_copies(items: Iterable[AnnotatedItem]) -> list[Problem]:
    """Name items that share a run of eight words with an earlier one, once for each pair."""
    first: dict[tuple[str, ...], AnnotatedItem] = {}
    problems: dict[tuple[str, str], Problem] = {}
    for item in items:
        for run in runs(item.text, COPY_WORDS):
            before = first.setdefault(run, item)
            if before is item or before.id == item.id:
                continue
            what = f"{item.id}: '{' '.join(run)}' stands in {before.id} too."
            problems.setdefault(
                (before.id, item.id), Problem(item.file, item.line, what, "Write it in other words.", error=False)
            )
    return sorted(problems.values())


def find_outside(items: Iterable[AnnotatedItem], folder: Path) -> list[Problem]:
    """Name items that share a run of six words with a text of a folder (text, JSON and JSONL files, also gzipped)."""
    known: dict[tuple[str, ...], str] = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        for text in _texts(file):
            for run in runs(text, OUTSIDE_WORDS):
                known.setdefault(run, file.name)
    problems = []
    for item in items:
        found = next((run for run in runs(item.text, OUTSIDE_WORDS) if run in known), None)
        if found:
            what = f"{item.id}: '{' '.join(found)}' stands in {known[found]} too."
            problems.append(Problem(item.file, item.line, what, "Write it anew: the corpus is modelled on no text."))
    return problems


def _texts(file: Path) -> Iterator[str]:
    raw = file.read_bytes()
    try:
        text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode("utf-8")
    except (UnicodeDecodeError, OSError):
        return
    suffix = Path(file.stem).suffix if file.suffix == ".gz" else file.suffix
    if suffix in _LINES:
        for line in text.splitlines():
            yield from _strings(_loaded(line))
    elif suffix == ".json":
        yield from _strings(_loaded(text))
    else:
        yield text


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
