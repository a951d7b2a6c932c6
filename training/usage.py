"""Counting what words tell of in the training part: ``usage.tsv``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from vedette.evaluation.annotated import AnnotatedItem, MarkKind
from vedette.model import EventType
from vedette.reading.tags.usage import FILE, beginnings, written


def write_usage(items: Iterable[AnnotatedItem], folder: Path) -> None:
    """Count with which words each type of event is told, and write it to a folder.

    Args:
        items: To learn from.
        folder: With the tagger's files.
    """
    counts: defaultdict[str, Counter[EventType]] = defaultdict(Counter)
    for item in items:
        for mark in item.marks:
            if mark.kind is MarkKind.EVENT:
                for start in set(beginnings(mark.span.of(item.text))):
                    counts[start][item.type_of(mark.id)] += 1
    (folder / FILE).write_text("".join(written(counts)), encoding="utf-8")
