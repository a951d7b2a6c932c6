"""Whatever a user names: reports to be read, and folders of claims that are read already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from vedette.inputs.claim_folder import ClaimFolder
from vedette.inputs.reader_mark import reader_of
from vedette.inputs.taking import Gathered
from vedette.model import Knowledge, ReadReport
from vedette.sources import collect


def gather(inputs: Iterable[str], *, knowledge: Knowledge, stdin: BinaryIO | None = None) -> Iterator[Gathered]:
    """Collect inputs in their order; a folder of claims gives its reports with their claims.

    Where such a folder was written by this very reader nothing is read again; else its reports are.

    Args:
        inputs: Files, folders, addresses, ``-``, and what ``vedette backfill`` wrote.
        knowledge: What this reader knows.
        stdin: Standard input.
    """
    plain: list[str] = []
    for source in inputs:
        folder = _claim_folder(source)
        if folder is None:
            plain.append(source)
            continue
        yield from collect(plain, outlets=knowledge.outlets, stdin=stdin)
        plain.clear()
        yield from _of_folder(folder, list(folder.done()), knowledge=knowledge)
    yield from collect(plain, outlets=knowledge.outlets, stdin=stdin)


def _claim_folder(source: str) -> ClaimFolder | None:
    stored = "://" in source and not source.lower().startswith(("http://", "https://"))
    return ClaimFolder.find(source) if stored or Path(source).is_dir() else None


def _of_folder(folder: ClaimFolder, parts: Sequence[str], *, knowledge: Knowledge) -> Iterator[Gathered]:
    same = folder.reader == reader_of(knowledge)
    for part in parts:
        for item in folder.items(part):
            yield item.report if isinstance(item, ReadReport) and not same else item
