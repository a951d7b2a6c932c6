"""Which files were removed from an archive on purpose: a log that only grows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vedette.sources.archive.folder import REMOVED, append_line
from vedette.sources.archive.kept import number_of


def removed_files(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """Map each file that was removed to what the log says of it; a line that cannot be read is passed over."""
    path = folder / REMOVED
    if not path.exists():
        return {}
    said: dict[str, Mapping[str, Any]] = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and number_of(str(entry.get("file"))):
            said[entry["file"]] = entry
    return said


def note_removal(folder: Path, entry: Mapping[str, Any]) -> None:
    """Put on record that a file goes, before it goes.

    Raises:
        StoreError: It cannot be written; the file then has to stay.
    """
    append_line(folder / REMOVED, json.dumps(dict(entry), ensure_ascii=False))
