"""Answers: JSON that says whether it is still the same, lists that say where they go on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from fastapi import Request
from starlette.responses import Response

from vedette.model.codec import SCHEMA
from vedette.presentation.selecting import Kinds, cursor_of, place_of
from vedette.presentation.web.api.queries import Cursored
from vedette.presentation.web.request_view import view_for
from vedette.presentation.web.unchanged import has_already, not_modified, state_tag, tag_of
from vedette.store.asked import ListPlace, Part
from vedette.store.ports import View

Json = Mapping[str, Any]
Item = TypeVar("Item")


class PublicJson(Response):
    """JSON as text that people can read, safe even where a damaged page left half a character."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """Write the content as UTF-8."""
        return json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def answer_part(
    request: Request, query: Cursored, gather: Callable[[View, ListPlace | None], Part[Json]], *, path: str,
    place: Kinds, noun: str,
) -> Response:
    """Answer with a part of a list, unless whoever asks has it already.

    The tag of a list is made from the mark of the desk's state: whether anything has changed is known
    before the list is read, however long it is.

    Args:
        request: What is being answered.
        query: How much is asked for, and from where on.
        gather: Gives the part of the desk's list that follows a place.
        path: The address of the list.
        place: What a place in it is made of.
        noun: What it lists, as the answer names it.

    Raises:
        WrongCursor: The cursor is none of this list.
    """
    after = place_of(query.cursor, place)
    with view_for(request) as view:
        tag = state_tag(view)
        if has_already(request, tag):
            return not_modified(tag)
        response = _listed(noun, gather(view, after), query, path=path)
    response.headers["ETag"] = tag
    return response


def told(part: Part[Any], forms: Iterable[Json]) -> Part[Json]:
    """Give a part of a list with its items in their public forms."""
    return Part(items=tuple(forms), total=part.total, end=part.end, more=part.more)


def part_of(items: Sequence[Json], after: ListPlace | None, limit: int) -> Part[Json]:
    """Give the part of a list that is at hand as a whole; a place in it is a number.

    Only for what the program lists by itself: of what a desk holds, a number would mean another thing tomorrow.
    """
    first = max(0, int(after[0] or 0)) if after else 0
    end = min(first + limit, len(items))
    shown = tuple(items[first:end])
    return Part(items=shown, total=len(items), end=(end,) if shown else None, more=end < len(items))


def part_behind(
    items: Sequence[Item], after: ListPlace | None, limit: int, *, name: Callable[[Item], str]
) -> Part[Item]:
    """Give the part of a list at hand that follows a name; the list is in the order of its names.

    Whatever comes to the list or leaves it meanwhile, nothing behind the name comes twice or is left out.
    """
    rest = [one for one in items if after is None or name(one) > str(after[0])]
    shown = tuple(rest[:limit])
    return Part(items=shown, total=len(items), end=(name(shown[-1]),) if shown else None, more=len(rest) > len(shown))


def answer_one(request: Request, gather: Callable[[View], Json]) -> Response:
    """Answer with one thing, unless whoever asks has it already.

    Its tag is made from its content, so that it stays while other things change: it is the
    ``version`` that a decision may name.
    """
    with view_for(request) as view:
        content = gather(view)
    response = PublicJson(content)
    tag = tag_of(bytes(response.body))
    if has_already(request, tag):
        return not_modified(tag)
    response.headers["ETag"] = tag
    return response


def version_of(content: Json) -> str:
    """Give the version of a thing: its tag without the quotes."""
    return tag_of(bytes(PublicJson(content).body)).strip('"')


def _listed(noun: str, part: Part[Json], query: Cursored, *, path: str) -> Response:
    """Give a part of a list, with the address at which it goes on, also in the header ``Link`` (RFC 8288)."""
    # An empty part ends where it began, so that a program can ask again later for what has come.
    cursor = cursor_of(part.end) or query.cursor
    onward = query.address(path, cursor) if part.more else None
    response = PublicJson({
        "schema": SCHEMA, "total": part.total, "limit": query.limit, "next": onward, "cursor": cursor,
        noun: list(part.items),
    })
    links = {"first": query.address(path, None)} | ({"next": onward} if onward else {})
    response.headers["Link"] = ", ".join(f'<{address}>; rel="{name}"' for name, address in links.items())
    return response
