"""WARC files: the pages and texts of a web archive."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from vedette.errors import InputError
from vedette.model import QuarantinedInput, Report
from vedette.sources.draft import Origin
from vedette.sources.limits import PAGE_BYTES
from vedette.sources.pages import read_page
from vedette.sources.text_files import read_text

_PAGES = ("text/html", "application/xhtml+xml")
_TEXTS = ("text/plain",)
_KINDS = ("response", "resource", "conversion")
# An AttributeError is how warcio meets a record of an answer that names no address.
_DAMAGE = (
    ArchiveLoadFailed, AttributeError, EOFError, OSError, StatusAndHeadersParserException, ValueError, zlib.error
)


def read_archive(stream: BinaryIO, origin: Origin) -> Iterator[Report | QuarantinedInput]:
    """Read the HTML pages and plain texts of a WARC file, record by record.

    Records of other kinds and answers other than 200 are passed over. ``ref``
    and ``url`` are the target address. A damaged archive gives the records
    before the damage, and says so.

    Args:
        stream: The file, compressed or not.
        origin: Where it comes from.
    """
    records = 0
    try:
        for record in ArchiveIterator(stream):
            records += 1
            item = _read_record(record, origin)
            if item is not None:
                yield item
    except _DAMAGE as error:
        raise InputError(
            f"The archive is damaged after {records} records.", source=origin.source,
            advice="Copy or download it again.",
        ) from error
    if not records:
        reason = "There is no WARC record in it."
        raise InputError(reason, source=origin.source, advice="Check that it was saved whole.")


def _read_record(record: Any, origin: Origin) -> Report | QuarantinedInput | None:
    if record.rec_type is None:
        raise EOFError("the head of a record breaks off")
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    media, _, parameters = _content_type(record).partition(";")
    media = media.strip().lower()
    wanted = record.rec_type in _KINDS and media in _PAGES + _TEXTS and not url.endswith("/robots.txt")
    if not wanted or not _answered(record):
        return None
    body = _body(record)
    charset = parameters.lower().partition("charset=")[2].strip(" \"'") or None
    place = dataclasses.replace(origin, ref=url or origin.ref, url=url or None, charset=charset)
    try:
        return read_page(body, place) if media in _PAGES else read_text(body, place)
    except InputError as error:
        named = InputError(f"Record {url}: {error.reason}", source=origin.source, advice=error.advice)
        return QuarantinedInput.of(named, content=body)


def _body(record: Any) -> bytes:
    body: bytes = record.content_stream().read(PAGE_BYTES + 1)
    said = record.rec_headers.get_header("Content-Length")
    if len(body) <= PAGE_BYTES and said and record.raw_stream.limit > 0:
        raise EOFError("the record is shorter than its header says")
    return body


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _answered(record: Any) -> bool:
    return record.http_headers is None or record.http_headers.get_statuscode() in ("200", "", None)
