"""Turn a context into a page. Everything is escaped; there is no way around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import cast
from urllib.parse import urlsplit

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from vedette.model import EventType, type_definition
from vedette.presentation.evidence import web_address
from vedette.presentation.figures import figure
from vedette.presentation.kind_words import (
    credibility_words,
    evidence_word,
    link_kind_word,
    reliability_words,
    section_words,
    verb_word,
)
from vedette.presentation.language_words import language_word
from vedette.presentation.measure_words import state_word
from vedette.presentation.name_words import party_label
from vedette.presentation.reason_words import said_reason
from vedette.presentation.safe_text import printable, printable_piece
from vedette.presentation.saying import ENGLISH, gettext, ngettext, npgettext, pgettext, spoken
from vedette.presentation.web.access.visit import csrf_field, is_outside, visitor
from vedette.presentation.web.access.wording import change_words, role_deed, role_word
from vedette.presentation.web.contexts import EventRow, PageContext
from vedette.presentation.web.facts import spaced
from vedette.presentation.web.language import tongues
from vedette.presentation.web.spoken_templates import SpokenTemplates
from vedette.presentation.wording import describe_day, describe_stage, describe_sureness, lead_word, type_word


@cache
def page_templates(language: str = ENGLISH) -> Environment:
    """Load the templates in a language, with the few words that they may use."""
    templates = SpokenTemplates(
        language, loader=PackageLoader("vedette.presentation.web", "templates"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        # A template belongs to the program; whether its file has changed need not be looked at for each page.
        auto_reload=False, extensions=["jinja2.ext.i18n"],
    )
    # What a page fills in is looked up when it is filled.
    install = cast(Callable[..., None], vars(templates)["install_gettext_callables"])
    install(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)
    templates.policies["ext.i18n.trimmed"] = True
    templates.globals.update(spoken=spoken, tongues=tongues)
    templates.globals.update(csrf_field=csrf_field, is_outside=is_outside, visitor=visitor)
    templates.filters.update(
        plain=printable, piece=printable_piece, day=describe_day, stage_words=describe_stage,
        sure_words=describe_sureness, type_word=type_word, family=family, spaced=spaced, web_link=web_link,
        role_word=role_word, role_deed=role_deed, change_words=change_words, lead_word=lead_word,
        figure=figure, lines=lines, said_reason=said_reason, verb_word=verb_word, party_label=party_label,
        language_word=language_word, link_kind=link_kind_word, evidence_word=evidence_word, section_words=section_words,
        state_word=state_word, reliability=reliability_words, credibility=credibility_words,
    )
    return templates


def render(request: Request, context: PageContext, *, status: int = 200) -> HTMLResponse:
    """Fill the template of a context with its fields and nothing else."""
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    page = _templates(request).get_template(context.TEMPLATE).render(values)
    # Damaged pages hold lone surrogates, which UTF-8 cannot carry; the page is shown without them.
    return HTMLResponse(page.encode("utf-8", "replace"), status_code=status)


def render_rows(request: Request, rows: Sequence[EventRow]) -> Markup:
    """Write events as rows of a table, in the language that is spoken: what a page of a list is mostly made of."""
    parts = _templates(request).get_template("_parts.html").module
    return cast(Callable[[Sequence[EventRow]], Markup], vars(parts)["event_rows"])(rows)


def _templates(request: Request) -> Environment:
    return cast(Mapping[str, Environment], request.app.state.templates)[spoken()]


def lines(text: str) -> str:
    """Make a text of several lines safe to show: each line by itself, the breaks stay."""
    return "\n".join(map(printable, text.split("\n")))


def family(type: EventType) -> str:
    """Name the family of an event type, which gives it its colour."""
    return type_definition(type).family


def web_link(address: str | None) -> str | None:
    """Give an address back where a reader can follow it without harm, else ``None``.

    Only ``http`` and ``https`` with a host pass: an address in a report may be a script.

    Example:
        >>> web_link("https://example.org/a"), web_link("javascript:alert(1)")
        ('https://example.org/a', None)
    """
    known = web_address(address)
    try:
        return known if known is not None and urlsplit(known).hostname else None
    except ValueError:
        return None
