"""The files of a language: what it knows is data, in a folder of its own, the same files in each."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from importlib.resources import files
from typing import Any

from vedette.errors import KnowledgeError


def language_text(language: str, name: str) -> str:
    """Give a file of a language as it is written.

    Args:
        language: Code of the language, the name of its folder: ``en``.
        name: Of the file, without its ending: ``times``.

    Raises:
        KnowledgeError: There is no such language, or it has no such file.

    Example:
        >>> language_text("en", "bodies").count("[whose]")
        1
    """
    file = files("vedette.reading") / "languages" / language / f"{name}.toml"
    if not file.is_file():
        raise KnowledgeError(
            f"The language '{language}' has no file {name}.toml. Reinstall Vedette, or add the file: its folder "
            "holds the same files as languages/en."
        )
    return file.read_text(encoding="utf-8")


def language_tables(language: str, name: str) -> dict[str, Any]:
    """Give the tables of a file of a language.

    Args:
        language: Code of the language, the name of its folder.
        name: Of the file, without its ending.

    Raises:
        KnowledgeError: The file is missing, or is no TOML.
    """
    try:
        return tomllib.loads(language_text(language, name))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(
            f"languages/{language}/{name}.toml is no TOML: {error}. Mend that line, or reinstall Vedette."
        ) from error


def check_keys(table: Collection[str], keys: Collection[str], *, language: str, name: str) -> None:
    """See to it that a table of a language has the keys that it has in every language, and no others.

    Args:
        table: As it was read.
        keys: All that there have to be.
        language: Code of the language.
        name: Of the file, without its ending.

    Raises:
        KnowledgeError: One is missing, or one is not known.
    """
    if wrong := sorted(set(table) ^ set(keys)):
        where, known = f"languages/{language}/{name}.toml", ", ".join(sorted(keys))
        raise KnowledgeError(f"{where}: '{wrong[0]}' is missing or unknown. Its keys are: {known}.")
