"""Which files of an archive may go, and taking them away on record.

An archive only grows; so that it does not grow for ever, whole files may be removed: never the one that is written,
never one with a page that somebody needs (a claim rests on it), unless told to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vedette.errors import StoreError
from vedette.sources.archive.folder import KEEPER, complete_files, explained, held, sync_folder
from vedette.sources.archive.kept import Kept
from vedette.sources.archive.records import Record
from vedette.sources.archive.recovery import records_of
from vedette.sources.archive.removed import note_removal
from vedette.sources.archive.stamps import file_digest

Needs = Callable[[Kept, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """A file of an archive that is old enough to go.

    ``first`` and ``last`` are the moments of its pages, ``needed`` is on how many of them something rests.
    """

    file: str
    size: int
    pages: int
    first: str
    last: str
    needed: int


def aged_files(folder: Path, *, before: str, needs: Needs) -> Iterator[Aged]:
    """Give the files all of whose pages were received before a moment; never the last of a writer, which grows.

    A file in which anything cannot be read is not among them: nobody knows what would be lost.

    Args:
        folder: Where the files lie.
        before: The moment (ISO 8601, UTC).
        needs: Says of a page, by its place and address, whether something rests on it.

    Raises:
        StoreError: There is no archive.
    """
    with explained(folder):
        files = complete_files(folder)
    for file in files:
        found = _look(file, before=before, needs=needs)
        if found is not None:
            yield found


def remove_file(folder: Path, aged: Aged, *, at: str, why: str, forced: bool = False) -> None:
    """Take a file away, after the log of what was removed says so.

    Args:
        folder: Where the files lie.
        aged: The file.
        at: This moment (ISO 8601, UTC).
        why: The rule by which it goes.
        forced: Also where something rests on its pages.

    Raises:
        StoreError: Something rests on it, it is being copied, or it cannot be removed.
    """
    if aged.needed and not forced:
        raise StoreError(f"{aged.needed:,} pages of {aged.file} back claims on the desk: it stays, unless forced.")
    file = folder / aged.file
    with held(folder / KEEPER), explained(folder):
        note_removal(folder, {
            "file": aged.file, "bytes": aged.size, "sha256": file_digest(file), "pages": aged.pages,
            "first": aged.first, "last": aged.last, "needed": aged.needed, "forced": forced, "removed": at, "why": why,
        })
        file.unlink()
        sync_folder(folder)


def _look(file: Path, *, before: str, needs: Needs) -> Aged | None:
    moments: list[str] = []
    needed = read = 0
    for kept, record in records_of(file):
        read += kept.length
        if record.kind != "response":
            continue
        if not record.at or record.at >= before:
            return None
        moments.append(record.at)
        needed += _is_needed(kept, record, needs)
    size = file.stat().st_size
    if read != size:
        return None
    first, last = min(moments, default=""), max(moments, default="")
    return Aged(file=file.name, size=size, pages=len(moments), first=first, last=last, needed=needed)


def _is_needed(kept: Kept, record: Record, needs: Needs) -> bool:
    return needs(kept, record.address) or needs(kept, record.header("Vedette-Asked"))
