"""In which language the interface speaks just now, and its words in it.

English stands in the code; every other language is a file of messages in ``catalogs/``,
read as it is when it is first asked for. What nobody translated is said in English.
"""

from __future__ import annotations

import gettext as messages
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from importlib.resources import files
from io import BytesIO
from typing import TypeVar

ENGLISH = "en"
_DOMAIN = "vedette"
_Kind = TypeVar("_Kind", bound=Hashable)
# Not the state of the program but of whoever is being answered: every request and every task has its own.
_SPOKEN: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


def spoken() -> str:
    """Name the language that is spoken just now (ISO 639-1); English unless told."""
    return _SPOKEN.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language inside the block; English where it is empty, or one that nobody translated.

    Example:
        >>> with speaking("uk"):
        ...     spoken()
        'uk'
        >>> spoken()
        'en'

    """
    before = _SPOKEN.set(language if language in languages() else ENGLISH)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


@cache
def languages() -> tuple[str, ...]:
    """Give the languages that the interface speaks, English first: each file of messages adds one."""
    folders = (entry for entry in files("vedette.presentation.catalogs").iterdir() if entry.is_dir())
    return ENGLISH, *sorted(
        folder.name for folder in folders if (folder / "LC_MESSAGES" / f"{_DOMAIN}.po").is_file()
    )


@cache
def own_name(language: str) -> str:
    """Give the name by which a language calls itself.

    Example:
        >>> own_name("en"), own_name("uk")
        ('English', 'українська')

    """
    if language == ENGLISH:
        return "English"
    from babel import Locale  # noqa: PLC0415 - needed outside English only

    return str(Locale.parse(language).get_display_name(language) or language)


def gettext(message: str) -> str:
    """Say a message in the language that is spoken."""
    return _catalog(spoken()).gettext(message)


def marked(message: str) -> str:
    """Mark a message of a table for the catalogues; it is said in the right language where it is used."""
    return message


def ngettext(one: str, many: str, number: int) -> str:
    """Say a message about a number of things: the language picks the form that the number takes."""
    return _catalog(spoken()).ngettext(one, many, number)


def pgettext(context: str, message: str) -> str:
    """Say a message whose English words mean several things; the context says which."""
    return _catalog(spoken()).pgettext(context, message)


def npgettext(context: str, one: str, many: str, number: int) -> str:
    """Say a message about a number of things whose English words mean several."""
    return _catalog(spoken()).npgettext(context, one, many, number)


def said_once(say: Callable[[_Kind], str]) -> Callable[[_Kind], str]:
    """Keep the word for each of a few kinds of things, by language: a list says the same few words on every line.

    Example:
        >>> with speaking("uk"):
        ...     said_once(lambda yes: gettext("Events") if yes else "")(True)
        'Події'

    """

    @cache
    def kept(_language: str, kind: _Kind) -> str:
        return say(kind)

    @wraps(say)
    def said(kind: _Kind) -> str:
        return kept(spoken(), kind)

    return said


@cache
def _catalog(language: str) -> messages.NullTranslations:
    if language == ENGLISH or language not in languages():
        return messages.NullTranslations()
    # Read where needed: most runs speak English, and never pay for the reader.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    source = files("vedette.presentation.catalogs") / language / "LC_MESSAGES" / f"{_DOMAIN}.po"
    with source.open("rb") as file:
        catalog = read_po(file, locale=language, domain=_DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return messages.GNUTranslations(compiled)
