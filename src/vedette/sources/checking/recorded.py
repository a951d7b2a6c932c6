"""A recorded page of an outlet, and what has to be read from it."""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vedette.errors import InputError
from vedette.model import KnownOutlet, Report
from vedette.sources.draft import Origin
from vedette.sources.files import open_file, stem_of, unopened
from vedette.sources.known_outlets import OutletIndex
from vedette.sources.limits import PAGE_BYTES
from vedette.sources.pages import read_page

FIELDS = ("title", "outlet", "published", "language", "author", "begins", "ends", "paragraphs")
Value = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of a page that is not read as expected; an empty text is nothing at all."""

    field: str
    expected: Value
    found: Value


def read_recorded(file: Path, outlet: KnownOutlet) -> Report:
    """Read a recorded page as one of an outlet, by its rules.

    A page that does not say its own address is taken for one of the outlet's first domain.

    Raises:
        InputError: The file cannot be opened, or holds no article.
    """
    try:
        with open_file(file) as stream:
            data = stream.read(PAGE_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise unopened(error, str(file)) from error
    origin = Origin(source=str(file), ref=stem_of(file), outlets=OutletIndex.of((outlet,)))
    report = read_page(data, origin)
    if report.url is None and outlet.domains:
        return read_page(data, replace(origin, url=f"https://{outlet.domains[0]}/"))
    return report


def read_expected(file: Path) -> dict[str, Value]:
    """Read what has to be found on a page: some of :data:`FIELDS`, each a text, ``paragraphs`` a number.

    Raises:
        InputError: The file cannot be read, is no TOML, or says something else (field and fix are named).
    """
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise unopened(error, str(file)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"It is not valid TOML ({error}).", source=str(file), advice="Correct it.") from error
    if not written:
        raise InputError("It expects nothing.", source=str(file), advice=f"Write some of: {', '.join(FIELDS)}.")
    for field, value in written.items():
        _check(field, value, file)
    return written


def found_in(report: Report) -> dict[str, Value]:
    """Give what was read of a page, in the form of an expected file."""
    paragraphs = report.text.split("\n\n")
    return {
        "title": report.title or "", "outlet": report.outlet or "", "published": report.published or "",
        "language": report.language or "", "author": report.author or "",
        "begins": paragraphs[0], "ends": paragraphs[-1], "paragraphs": len(paragraphs),
    }  # fmt: skip


def differences(report: Report, expected: Mapping[str, Value]) -> tuple[Difference, ...]:
    """Compare a report with what was expected, field by field, in the order of :data:`FIELDS`.

    Of ``begins`` and ``ends``, as many characters are compared as are expected.

    Example:
        >>> report = Report.of(text="The gate is shut.", ref="a", title="Gate")
        >>> [(one.field, one.found) for one in differences(report, {"title": "Door", "begins": "The gate"})]
        [('title', 'Gate')]
    """
    begins, ends = (len(str(expected.get(key, ""))) for key in ("begins", "ends"))
    text = report.text
    found = found_in(report) | {"begins": text[:begins], "ends": text[max(0, len(text) - ends) :]}
    return tuple(
        Difference(field=field, expected=expected[field], found=found[field])
        for field in FIELDS if field in expected and found[field] != expected[field]
    )


def _check(field: str, value: object, file: Path) -> None:
    wanted: type = int if field == "paragraphs" else str
    if field not in FIELDS:
        raise InputError(
            f"'{field}' is no field of a page.", source=str(file), advice=f"Write some of: {', '.join(FIELDS)}."
        )
    if not isinstance(value, wanted) or isinstance(value, bool):
        form = "3" if wanted is int else '"..."; "" for nothing at all'
        raise InputError(f"'{field}' cannot be {value!r}.", source=str(file), advice=f"Write {field} = {form}.")
