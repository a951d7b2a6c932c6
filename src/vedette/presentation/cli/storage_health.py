"""Whether what is kept is safe: the desk is whole, its archive can be written, there is room, the clock is right."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vedette.errors import VedetteError
from vedette.presentation.cli.desk_access import archive_folder
from vedette.settings import Settings

# Less room than one file of the archive takes, and a night of watching may end in a full disk.
ROOM = 1_000_000_000
# A doctor is asked in passing: a desk of many gigabytes is looked through as far as this many seconds go.
PATIENCE = 20.0
# Two computers that agree may still be apart by this much.
_SLACK = timedelta(minutes=2)


def look_whether_sound(settings: Settings) -> str:
    """Let the database look whether the desk is whole."""
    from vedette.store.address import database_at

    database = database_at(settings.desk)
    if not database.exists():
        return "there is none yet"
    if database.look_whether_sound(seconds=PATIENCE) is None:
        return f"no damage found in {PATIENCE:.0f} seconds; it is too large to look at all of it. 'vedette backup' does"
    return "whole"


def look_at_archive(settings: Settings) -> str:
    """Say whether pages can be kept, and how many files there are."""
    from vedette.sources.archive import Archive, archive_size, is_written

    folder = archive_folder(settings)
    if not folder.exists():
        _require_writable(_there(folder))
        return f"{folder} will be made by the first page that is kept"
    Archive.open(folder, read_only=True).close()
    files, size = archive_size(folder)
    written = "; a watch is writing it" if is_written(folder) else ""
    _require_writable(folder)
    return f"{folder}: {files:,} {'file' if files == 1 else 'files'}, {size:,} bytes{written}"


def look_at_room(settings: Settings) -> str:
    """Say how much room there is where the desk and the archive are, which may be two disks."""
    from vedette.store.address import database_at

    file = database_at(settings.desk).file
    paths = (archive_folder(settings),) if file is None else (file, archive_folder(settings))
    places = dict.fromkeys(map(_there, paths))
    free = {place: shutil.disk_usage(place).free for place in places}
    short = [f"{room / 1e9:.1f} GB at {place}" for place, room in free.items() if room < ROOM]
    if short:
        raise VedetteError(f"There is little room left: {', '.join(short)}.")
    return ", ".join(f"{room / 1e9:,.1f} GB at {place}" for place, room in free.items())


def look_at_clock(settings: Settings) -> str:
    """Compare the clock of this computer with the newest moment that the desk knows."""
    from vedette.store import open_store
    from vedette.store.address import database_at

    now, newest = datetime.now(UTC), None
    if database_at(settings.desk).exists():
        with open_store(settings.desk, read_only=True) as store:
            newest = store.newest_first_seen()
    shown = now.isoformat(timespec="seconds")
    if newest is not None and datetime.fromisoformat(newest) > now + _SLACK:
        raise VedetteError(
            f"It is {shown} here, and the desk met its newest report at {newest}: this clock is behind, or was ahead."
        )
    return shown


def _there(path: Path) -> Path:
    """Give a folder, or the nearest one above that is there."""
    return next(folder for folder in (path.absolute(), *path.absolute().parents) if folder.is_dir())


def _require_writable(folder: Path) -> None:
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(f"{folder} cannot be written to.")
