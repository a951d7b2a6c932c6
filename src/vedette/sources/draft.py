"""A report in the making: what the input says, completed from the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from vedette.language import guess_language
from vedette.model import FieldSource, Report
from vedette.sources.datelines import Dateline, read_dateline
from vedette.sources.dates import find_date_line, is_headline, is_source_line, published_in
from vedette.sources.known_outlets import OutletIndex


@dataclass(frozen=True, slots=True)
class Found:
    """A value with where it was learned."""

    value: str
    origin: FieldSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an input comes from: for messages (``source``), for the report (``ref``, ``file``, ``url``)."""

    source: str
    ref: str
    file: str | None = None
    url: str | None = None
    charset: str | None = None
    outlets: OutletIndex = field(default_factory=lambda: OutletIndex.of(()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an input itself gives of a report. Fields that it lacks are ``None``."""

    text: str
    ref: str
    title: Found | None = None
    outlet: Found | None = None
    author: Found | None = None
    language: Found | None = None
    published: Found | None = None
    published_within: str | None = None  # a month or a year, where that is all the input says
    url: str | None = None


def complete(draft: Draft, origin: Origin) -> Report:
    r"""Make a report of a draft: what the input leaves open is learned from address and text.

    Title: the first line, where it stands like one. Outlet: the known outlet of
    the address, else the agency of the dateline; never a line "Source: ...",
    which names who the item is taken from. Day: the dateline, else the text
    (see ``dates.py``), within the month or year that the input names.
    Language: the words; a page's own word is overruled only by a long text that
    is surely in another language.

    Example:
        >>> text = "Drills begin\n\nVILNIUS, August 5, 2025 (BNS) - The drills began on Tuesday."
        >>> report = complete(Draft(text=text, ref="a"), Origin(source="a.txt", ref="a"))
        >>> report.title, report.outlet, report.published, report.language
        ('Drills begin', 'BNS', '2025-08-05', 'en')
    """
    dateline = read_dateline(draft.text, outlets=origin.outlets)
    title = draft.title or _title(draft.text)
    outlet = _outlet(draft, origin, dateline)
    language = _language(draft)
    published = draft.published or _published(draft, dateline)
    author = draft.author
    return Report.of(
        text=draft.text, ref=draft.ref, url=draft.url, file=origin.file,
        title=_value(title), title_from=_from(title),
        outlet=_value(outlet), outlet_from=_from(outlet),
        author=_value(author), author_from=_from(author),
        language=_value(language), language_from=_from(language),
        published=_value(published), published_from=_from(published),
    )


def _title(text: str) -> Found | None:
    lines = text.lstrip().split("\n", 2)
    first = lines[0].strip()
    heading = first.startswith("# ")
    first = first.removeprefix("# ").strip()
    if len(lines) < 2 or not is_headline(first) or is_source_line(first) or find_date_line(first):
        return None
    second = lines[1].strip()
    follows = len(lines) > 2 and lines[2].strip() and not second
    return Found(first, FieldSource.TEXT) if heading or follows or second == first else None


def _outlet(draft: Draft, origin: Origin, dateline: Dateline | None) -> Found | None:
    if draft.outlet and draft.outlet.origin is FieldSource.INPUT:
        return draft.outlet
    by_address = origin.outlets.at(draft.url)
    if by_address:
        return Found(by_address, FieldSource.METADATA)
    if draft.outlet:
        return Found(origin.outlets.name_of(draft.outlet.value) or draft.outlet.value, draft.outlet.origin)
    return Found(dateline.agency, FieldSource.DATELINE) if dateline and dateline.agency else None


def _published(draft: Draft, dateline: Dateline | None) -> Found | None:
    within = draft.published_within
    if dateline and dateline.published and dateline.published.startswith(within or ""):
        return Found(dateline.published, FieldSource.DATELINE)
    day = published_in(draft.text, within=within)
    return Found(day, FieldSource.TEXT) if day else None


def _language(draft: Draft) -> Found | None:
    given = draft.language
    if given and given.origin is FieldSource.INPUT:
        return given
    guess = guess_language(draft.text)
    if guess is None or (given and (guess.language == given.value or not guess.strong)):
        return given
    return Found(guess.language, FieldSource.DETECTED)


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def _from(found: Found | None) -> FieldSource:
    return found.origin if found else FieldSource.NONE
