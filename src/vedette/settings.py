"""What a user can set: which desk, which knowledge packs of their own, and what the map is drawn on.

An option of the command line comes first, then the environment, then the default.
``docs/commands.md`` lists every variable.
"""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from vedette.errors import UsageError

DESK_VARIABLE = "VEDETTE_DESK"
ARCHIVE_VARIABLE = "VEDETTE_ARCHIVE"
PACKS_VARIABLE = "VEDETTE_PACKS"
BY_VARIABLE = "VEDETTE_BY"
LANGUAGE_VARIABLE = "VEDETTE_LANGUAGE"
TILES_VARIABLE = "VEDETTE_TILES"
TILES_CREDIT_VARIABLE = "VEDETTE_TILES_CREDIT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Where the map gets its ground from, where that is not the one that Vedette brings.

    ``address`` holds ``{z}``, ``{x}`` and ``{y}``; ``credit`` is what its owner wants to be said.
    """

    address: str
    credit: str = ""

    @property
    def origin(self) -> str:
        """The scheme and host that browsers will ask, as a security policy names it.

        Example:
            >>> Tiles(address="https://tiles.example:8443/{z}/{x}/{y}.png").origin
            'https://tiles.example:8443'

        """
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the desk is, and the folders with knowledge packs of the user's own.

    ``desk`` is a file or a database address (``postgresql://...``). ``language`` is that of pages for browsers
    that prefer none of ours (ISO 639-1), "" where nobody set one. ``archive`` is the folder of the pages as received,
    where that is not the one beside the desk.
    """

    desk: str
    packs: tuple[Path, ...] = ()
    tiles: Tiles | None = None
    language: str = ""
    archive: Path | None = None


def load_settings(
    *, desk: str | None = None, packs: Sequence[Path] = (), archive: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Settle which desk, packs and archive a run uses.

    Args:
        desk: What the command line says, if anything.
        packs: What the command line says, if anything.
        archive: What the command line says, if anything.
        environment: The variables to look at; those of the process unless given.

    Raises:
        UsageError: A pack folder does not exist.

    Example:
        >>> load_settings(environment={"VEDETTE_DESK": "border.sqlite"}).desk
        'border.sqlite'

    """
    variables = os.environ if environment is None else environment
    listed = variables.get(PACKS_VARIABLE, "").split(os.pathsep)
    chosen = tuple(packs) or tuple(Path(folder) for folder in listed if folder)
    for folder in chosen:
        if not folder.is_dir():
            raise UsageError(f"{folder}: there is no such folder of packs. Check --packs or {PACKS_VARIABLE}.")
    return Settings(
        desk=desk or variables.get(DESK_VARIABLE) or str(default_desk()), packs=chosen, tiles=_tiles(variables),
        language=variables.get(LANGUAGE_VARIABLE, "").strip().casefold(),
        archive=archive or (Path(named) if (named := variables.get(ARCHIVE_VARIABLE, "").strip()) else None),
    )


def _tiles(variables: Mapping[str, str]) -> Tiles | None:
    address = variables.get(TILES_VARIABLE, "").strip()
    if not address:
        return None
    # What a policy could take for an end or for another source never gets into one.
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:\d+)?/[^\s;,'\"<>]*", address) or not all(
        part in address for part in ("{z}", "{x}", "{y}")
    ):
        raise UsageError(
            f"{TILES_VARIABLE}: '{address}' is no address of tiles. Write it as https://HOST/{{z}}/{{x}}/{{y}}.png."
        )
    return Tiles(address=address, credit=variables.get(TILES_CREDIT_VARIABLE, "").strip())


def who_decides(by: str | None = None, *, environment: Mapping[str, str] | None = None) -> str:
    """Settle under whose name a decision goes on record.

    Args:
        by: What the command line says, if anything.
        environment: The variables to look at; those of the process unless given.

    Raises:
        UsageError: Nothing tells, not even the system's login.

    Example:
        >>> who_decides(environment={"VEDETTE_BY": "Ann Example"})
        'Ann Example'

    """
    variables = os.environ if environment is None else environment
    try:
        name = (by or variables.get(BY_VARIABLE) or getpass.getuser()).strip()
    except (OSError, KeyError):  # no login name: a container without users, say
        name = ""
    if not name:
        raise UsageError(f"Nobody is named who decides this. Say it with --by NAME or in {BY_VARIABLE}.")
    return name


def default_desk() -> Path:
    """Give the file of the user's own desk, in the data folder of the operating system."""
    return user_data_path("vedette", appauthor=False) / "vedette.sqlite"
