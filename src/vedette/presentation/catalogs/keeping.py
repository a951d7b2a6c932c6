"""Keep the catalogues true to the code: gather the messages, and bring a file of messages up to date.

``python -m vedette.presentation.catalogs`` does so for every language that there is,
``python -m vedette.presentation.catalogs lt`` begins Lithuanian. ``docs/translating.md`` says how to go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
_METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2"), ("**/templates/**.j2", "jinja2")]
# Letters are written by a room of their own, which says its messages through whoever it is given.
_ROOMS = (HERE.parent, HERE.parent.parent / "alerting")
_OPTIONS = {"**/templates/**.html": {"trimmed": "true"}}
_KEYWORDS = {
    "_": None, "gettext": None, "marked": None, "phrase": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# What changes with every run and tells a translator nothing.
_LEFT_OUT = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Report-Msgid-Bugs-To")


def messages() -> Catalog:
    """Gather every message of pages and wording, in the order of the files."""
    gathered = Catalog()
    for message, context in _extracted():
        gathered.add(message, context=context)
    return gathered


def path_of(language: str) -> Path:
    """Say where the file of a language is."""
    return HERE / language / "LC_MESSAGES" / "vedette.po"


def catalog_of(language: str) -> Catalog:
    """Read the file of a language; an empty one where there is none."""
    path = path_of(language)
    if not path.is_file():
        return Catalog(locale=language, project="Vedette", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def refresh(language: str) -> Catalog:
    """Bring the file of a language up to date and write it: new messages are empty, stale ones are gone."""
    catalog = catalog_of(language)
    # A guess by resemblance would pass for a translation.
    catalog.update(messages(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    written = BytesIO()
    write_po(written, catalog, width=110, omit_header=False, no_location=True)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line for line in lines if not line.startswith(_headers())), encoding="utf-8")
    return catalog


def untranslated(catalog: Catalog) -> list[str]:
    """Name the messages of a catalogue that lack words, or one of the forms that numbers take.

    Words that are marked as doubtful ("fuzzy") are none: they are never said.
    """
    return [
        str(message.id) for message in catalog if message.id and (message.fuzzy or not _is_whole(message.string))
    ]


def _is_whole(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def _extracted() -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    for room in _ROOMS:
        found = extract_from_dir(room, method_map=_METHODS, options_map=_OPTIONS, keywords=_KEYWORDS)
        for _file, _line, message, _comments, context in found:
            yield message, context


def _headers() -> tuple[str, ...]:
    return tuple(f'"{name}' for name in _LEFT_OUT)
