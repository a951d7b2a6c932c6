"""JSONL: one report a line, read as it comes."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from vedette.errors import InputError
from vedette.language import language_code
from vedette.model import FieldSource, QuarantinedInput, Report
from vedette.sources.dates import iso_moment, month_or_year
from vedette.sources.decoding import decode, tidy
from vedette.sources.draft import Draft, Found, Origin, complete
from vedette.sources.limits import KEPT_BYTES, LINE_BYTES, check_size, check_text
from vedette.sources.rejoining import rejoin

_TEXT_KEYS = ("url", "title", "outlet", "author", "published", "lang")
_ADVICE = "See 'JSONL' in the documentation for the form of a line."


def read_json_lines(stream: BinaryIO, origin: Origin) -> Iterator[Report | QuarantinedInput]:
    """Read a stream of JSON objects, one a line; a bad line goes to quarantine and the rest goes on.

    Keys: ``text``, and optionally ``id url title outlet author published lang``;
    others are passed over, and ``null`` or an empty text is as good as no key.
    ``published`` may be an ISO date or date and time, the date of a mail, or a
    full date in words; a value in which no day can be read is passed over, and
    the day is then learned from the text. Without ``id`` the report's ``ref``
    is the stem of the file.

    Args:
        stream: Bytes; never more than one line of it is held.
        origin: Where it comes from.

    Example:
        >>> line = b'{"id": "b-1", "text": "The bridge was closed.", "published": "2025-09-12"}'
        >>> reports = read_json_lines(io.BytesIO(line), Origin(source="-", ref="-"))
        >>> [(report.ref, report.published) for report in reports]
        [('b-1', '2025-09-12')]
    """
    empty = True
    for number, line in enumerate(_lines(stream), 1):
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        empty = False
        try:
            yield _read_line(line, number, origin)
        except InputError as error:
            yield QuarantinedInput.of(error, content=line)
    if empty:
        raise InputError("There is no line in it.", source=origin.source, advice="Check that it was saved whole.")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    head = stream.readline(LINE_BYTES + 1)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from _wide_lines(head, stream)
        return
    while head:
        if len(head) > LINE_BYTES and not head.endswith(b"\n"):
            _skip_line(stream)
        yield head
        head = stream.readline(LINE_BYTES + 1)


def _skip_line(stream: BinaryIO) -> None:
    while (part := stream.readline(KEPT_BYTES)) and not part.endswith(b"\n"):
        pass


def _wide_lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    # UTF-16, as some Windows shells write it, is recoded: its line ends are not those of bytes.
    encoding = "utf-16-le" if head.startswith(b"\xff\xfe") else "utf-16-be"
    recoded = io.TextIOWrapper(rejoin(head[2:], stream), encoding=encoding, errors="replace", newline="\n")
    while line := recoded.readline(LINE_BYTES + 1):
        yield line.encode("utf-8", "replace")


def _read_line(line: bytes, number: int, origin: Origin) -> Report:
    check_size(line, limit=LINE_BYTES, source=origin.source, line=number)
    record = _parse(decode(line, source=origin.source, line=number), number, origin)
    text = check_text(tidy(_text_of(record, number, origin)), source=origin.source, line=number)
    said = {key: _given(record, key, number, origin) for key in _TEXT_KEYS}
    published = iso_moment(said["published"]) if said["published"] else None
    within = None if published else month_or_year(said["published"] or "")
    language = language_code(said["lang"]) if said["lang"] else None
    draft = Draft(
        text=text, ref=_ref(record, number, origin), url=said["url"], title=_input(said["title"]),
        outlet=_input(said["outlet"]), author=_input(said["author"]), published=_input(published),
        published_within=within, language=_input(language),
    )
    return complete(draft, origin)


def _parse(line: str, number: int, origin: Origin) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except RecursionError:
        reason = "Its JSON is nested too deeply."
    except ValueError as error:
        reason = f"It is not valid JSON ({getattr(error, 'msg', 'a number is too long')})."
    else:
        if isinstance(record, dict):
            return record
        reason = "It is JSON, but not an object with a key 'text'."
    raise InputError(reason, source=origin.source, line=number, advice=_ADVICE)


def _text_of(record: Mapping[str, Any], number: int, origin: Origin) -> str:
    text = record.get("text")
    if isinstance(text, str):
        return text
    reason = "The key 'text' is missing." if text is None else "The value of 'text' is not text."
    raise InputError(reason, source=origin.source, line=number, advice=_ADVICE)


def _given(record: Mapping[str, Any], key: str, number: int, origin: Origin) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f"The value of '{key}' is not text.", source=origin.source, line=number, advice=_ADVICE)
    return tidy(value).strip() or None if value else None


def _ref(record: Mapping[str, Any], number: int, origin: Origin) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _given(record, "id", number, origin) or origin.ref


def _input(value: str | None) -> Found | None:
    return Found(value, FieldSource.INPUT) if value else None
