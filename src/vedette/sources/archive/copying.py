"""A copy of an archive while pages are still being kept in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from vedette.sources.archive.folder import DIGESTS, KEEPER, REMOVED, archive_files, explained, files_by_writer, held
from vedette.sources.archive.recovery import mend_end


def copy_archive(folder: Path, to: Path) -> tuple[str, ...]:
    """Copy an archive into an empty folder, and give the names of what was copied.

    Somebody may be keeping pages meanwhile: files only grow, and half a record at the end of the copy is cut off.
    Nobody can remove files until it is done.

    Args:
        folder: The archive.
        to: The folder for the copy; it is made where it is not there.

    Raises:
        StoreError: There is no archive, it cannot be read, or the copy cannot be written.
    """
    with explained(folder):
        archive_files(folder)
    with held(folder / KEEPER), explained(to):
        to.mkdir(parents=True, exist_ok=True)
        # The list of digests first: it then speaks of no file that is not complete in the copy.
        listed = [folder / name for name in (DIGESTS, REMOVED) if (folder / name).is_file()]
        files = archive_files(folder)
        for file in [*listed, *files]:
            shutil.copyfile(file, to / file.name)
    for own in files_by_writer(to).values():
        mend_end(own[-1])
    return tuple(file.name for file in [*listed, *files])
