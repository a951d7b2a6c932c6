"""A page as a record of a web archive (WARC 1.1), and back.

The head is kept as the server sent it, with one exception that all readers of web archives understand: the body lies
here unpacked, so that what spoke of its packing (``Content-Encoding``, ``Transfer-Encoding``, ``Content-Length``) has
``X-Archive-Orig-`` before its name.
"""

from __future__ import annotations

import hashlib
import io
import math
import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException
from warcio.warcwriter import WARCWriter

from vedette.sources.web import FetchedPage, Validators

VERSION = "WARC/1.1"
_PACKING = ("content-encoding", "transfer-encoding", "content-length")
_MOVED = "x-archive-orig-"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_STATUS = re.compile("[0-9]{3}")
_ANSWER = "application/http; msgtype=response"
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "urn:vedette:archive")
Headers = tuple[tuple[str, str], ...]


class NoRecord(ValueError):
    """What was unpacked is no record, or not all of one."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it lies in the file: the headers of the archive, and the block that they describe."""

    headers: Headers
    block: bytes

    def header(self, name: str) -> str:
        """Give a header of the archive, "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def kind(self) -> str:
        """What it is: ``response`` is a page, ``warcinfo`` tells of the file."""
        return self.header("WARC-Type")

    @property
    def address(self) -> str:
        """The address that answered."""
        return self.header("WARC-Target-URI")

    @property
    def at(self) -> str:
        """The moment at which the page was received (ISO 8601, UTC), "" where the record names none."""
        try:
            return moment(self.header("WARC-Date")).isoformat()
        except ValueError:
            return ""

    @property
    def body(self) -> bytes:
        """The page, without the head that the server sent before it."""
        return self.block.partition(b"\r\n\r\n")[2] if self.kind == "response" else self.block

    def wrong_digests(self) -> tuple[str, ...]:
        """Name the digests that the record has and that do not fit what lies in it, or that it lacks."""
        due = [("WARC-Block-Digest", self.block)]
        if self.kind == "response":
            due.append(("WARC-Payload-Digest", self.body))
        return tuple(name for name, data in due if self.header(name) != f"sha256:{sha256(data)}")


def sha256(data: bytes) -> str:
    """Give the SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def moment(text: str) -> datetime:
    """Understand a moment (ISO 8601); without a zone it is one of UTC.

    Raises:
        ValueError: It is none.

    Example:
        >>> moment("2025-09-12T08:00:00Z").isoformat()
        '2025-09-12T08:00:00+00:00'
    """
    read = datetime.fromisoformat(text)
    try:
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{text!r} lies outside the years that a calendar has in UTC") from error


def page_record(page: FetchedPage, *, at: str, place: str) -> bytes:
    """Write a page as a compressed record; the same page at the same moment and place is the same bytes.

    Args:
        page: What the server answered.
        at: When (ISO 8601).
        place: Where it will lie, which gives it a name of its own.
    """
    block = _head(page) + page.body
    said = [
        ("WARC-Target-URI", _one_line(page.url)), ("WARC-Payload-Digest", f"sha256:{sha256(page.body)}"),
        ("Vedette-Asked", _one_line(page.asked)), ("Vedette-Gone-To", _one_line(page.gone_to or "")),
        ("Vedette-Retry-After", "" if page.retry_after is None else repr(page.retry_after)),
    ]
    return _packed("response", said, block, at=at, place=place, media=_ANSWER)


def file_record(name: str, *, at: str, software: str) -> bytes:
    """Write the record with which a file of the archive begins: what it is, and who made it."""
    block = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    return _packed("warcinfo", [("WARC-Filename", name)], block, at=at, place=name, media="application/warc-fields")


def read_record(content: bytes) -> Record:
    """Understand an unpacked record.

    Raises:
        NoRecord: It is none, or its length is not what its head says.
    """
    stream = io.BytesIO(content)
    try:
        head: Any = StatusAndHeadersParser([VERSION, "WARC/1.0"]).parse(stream)
        length = int(head.get_header("Content-Length", ""))
    except (StatusAndHeadersParserException, EOFError, ValueError) as error:
        raise NoRecord("it has no head of a record") from error
    start = stream.tell()
    block = content[start:start + length] if length >= 0 else b""
    if length != len(block) or content[start + length:] != b"\r\n\r\n":
        raise NoRecord(f"its length is not the {length:,} bytes that its head says")
    return Record(tuple((str(name), str(value)) for name, value in head.headers), block)


def page_of(record: Record) -> FetchedPage:
    """Give the page of a record back as it was received.

    Raises:
        NoRecord: The record holds no answer of a server.
    """
    first, _, lines = record.block.partition(b"\r\n\r\n")[0].decode("utf-8", "replace").partition("\r\n")
    status = first.split(" ", 2)[1:2]
    if record.kind != "response" or not first.startswith("HTTP/") or not (status and _STATUS.fullmatch(status[0])):
        raise NoRecord("it holds no page")
    headers = tuple(_sent(lines.split("\r\n")))
    return FetchedPage(
        url=record.address, status=int(status[0]), content_type=_named(headers, "content-type") or "",
        body=record.body, asked=record.header("Vedette-Asked"), headers=headers,
        validators=Validators(etag=_named(headers, "etag"), last_modified=_named(headers, "last-modified")),
        retry_after=_seconds(record.header("Vedette-Retry-After")), gone_to=record.header("Vedette-Gone-To") or None,
    )


def _seconds(written: str) -> float | None:
    # Whoever changed the file may have written anything there, "nan" for one.
    try:
        seconds = float(written)
    except ValueError:
        return None
    return seconds if 0 <= seconds < math.inf else None


def _packed(
    kind: str, said: Sequence[tuple[str, str]], block: bytes, *, at: str, place: str, media: str
) -> bytes:
    day = moment(at).isoformat().replace("+00:00", "Z")
    head = [
        ("WARC-Type", kind), ("WARC-Record-ID", f"<{uuid.uuid5(_NAMES, f'{place} {day}').urn}>"), ("WARC-Date", day),
        ("WARC-Block-Digest", f"sha256:{sha256(block)}"), *((name, value) for name, value in said if value),
        ("Content-Type", media),
    ]
    out = io.BytesIO()
    record = ArcWarcRecord(
        "warc", kind, StatusAndHeaders("", head, protocol=VERSION), io.BytesIO(block), None, media, len(block)
    )
    record.payload_length = len(block)
    WARCWriter(out, gzip=True, warc_version=VERSION).write_record(record)
    return out.getvalue()


def _head(page: FetchedPage) -> bytes:
    try:
        phrase = HTTPStatus(page.status).phrase
    except ValueError:
        phrase = ""
    sent = [(_MOVED + name if name.lower() in _PACKING else name, value) for name, value in page.headers]
    if page.content_type and _named(page.headers, "content-type") is None:
        sent.append(("content-type", page.content_type))
    sent.append(("content-length", str(len(page.body))))
    lines = [f"HTTP/1.1 {page.status} {phrase}", *(f"{_name(name)}: {_one_line(value)}" for name, value in sent)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace")


def _sent(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the headers of a server back as it sent them."""
    for line in lines:
        name, _, value = line.partition(":")
        if name.lower().startswith(_MOVED) and name[len(_MOVED):].lower() in _PACKING:
            yield name[len(_MOVED):], value.strip()
        elif name and name != "content-length":  # which is ours
            yield name, value.strip()


def _named(headers: Headers, name: str) -> str | None:
    return next((value for key, value in headers if key.lower() == name), None)


def _name(text: str) -> str:
    return re.sub(r"[^!#$%&'*+.^_`|~0-9A-Za-z-]", "_", text) or "_"


def _one_line(text: str) -> str:
    """Keep what a stranger sent from ending the line it stands in."""
    return _CONTROL.sub(" ", text).strip().encode("utf-8", "replace").decode()
