"""``vedette backup`` and ``vedette restore``: a copy of everything, and everything from a copy."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.presentation.cli.desk_access import archive_folder, settings_for
from vedette.presentation.cli.options import ArchiveOption, DeskOption
from vedette.presentation.cli.output import say

if TYPE_CHECKING:
    from vedette.backups import Backup


def backup(
    context: typer.Context,
    *,
    to: Annotated[Path, typer.Argument(metavar="TO", help="The folder to make; nothing may be there yet.")],
    folder: ArchiveOption = None,
    desk: DeskOption = None,
) -> None:
    r"""Copy the desk and its archive into a new folder, while others read and write both.

    \b
    Example:
      vedette backup copies/2025-09-12
    """
    from vedette.backups import back_up

    settings = settings_for(context, desk, archive=folder)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    made = back_up(settings.desk, to, archive=archive_folder(settings), at=now)
    say(f"{to}: {_told(made)}. Bring it back with: vedette restore {to} --desk FILE")


def restore(
    context: typer.Context,
    *,
    source: Annotated[Path, typer.Argument(metavar="FROM", help="The folder that 'vedette backup' made.")],
    folder: ArchiveOption = None,
    desk: DeskOption = None,
) -> None:
    r"""Bring a desk and its archive back from a copy, once every byte of it was found right.

    Nothing is overwritten: where a desk or an archive is already, nothing is changed.

    \b
    Example:
      vedette restore copies/2025-09-12 --desk border.sqlite
    """
    from vedette.backups import restore as bring_back
    from vedette.store.address import without_password

    settings = settings_for(context, desk, archive=folder)
    copy = bring_back(source, desk=settings.desk, archive=archive_folder(settings))
    say(f"{without_password(settings.desk)} is back as it was at {copy.made}: {_told(copy)}.")


def _told(copy: Backup) -> str:
    pages = sum(file.path.endswith(".warc.gz") for file in copy.files)
    files = "1 file" if pages == 1 else f"{pages:,} files"
    archive = f"the desk and {files} of its archive" if pages else "the desk; it has no archive"
    return f"{archive}, {copy.size:,} bytes, each file with its SHA-256"
