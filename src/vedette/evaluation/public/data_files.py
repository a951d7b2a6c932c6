"""The files of a benchmark: JSON Lines, plain or gzipped, that stay where their owner keeps them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from vedette.errors import InputError

Item = TypeVar("Item")


def files_of(folder: Path, *, ending: str = "") -> list[Path]:
    """Give the data files of a folder in the order of their names; none where there is no such folder.

    Args:
        folder: Of one benchmark.
        ending: What the name ends with before ``.jsonl``, such as ``.uk``.
    """
    names = (f"*{ending}.jsonl", f"*{ending}.jsonl.gz")
    return sorted(file for name in names for file in folder.glob(name))


def part_name(file: Path) -> str:
    """Name a part after its file.

    Example:
        >>> part_name(Path("lgl.jsonl.gz"))
        'lgl'
    """
    return file.name.removesuffix(".gz").removesuffix(".jsonl")


def load_items(file: Path, make: Callable[[Any], Item], *, limit: int | None = None) -> list[Item]:
    """Read a file, one item a line.

    Args:
        file: JSON Lines.
        make: Makes an item of what a line holds.
        limit: How many are read; all unless told.

    Raises:
        InputError: A line is no such item; the message names it.
    """
    content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    items = []
    # Not splitlines: texts hold line separators of Unicode.
    lines = (line for line in content.decode("utf-8").split("\n") if line.strip())
    for number, line in enumerate(islice(lines, limit), start=1):
        try:
            items.append(make(json.loads(line)))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as wrong:
            reason = f"this is not what the benchmark has on a line ({type(wrong).__name__}: {wrong})."
            raise InputError(reason, source=str(file), line=number) from wrong
    return items
