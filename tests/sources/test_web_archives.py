from __future__ import annotations

import gzip as compression
import io

import pytest

from vedette.errors import InputError
from vedette.model import QuarantinedInput, Report
from vedette.sources.draft import Origin
from vedette.sources.web_archives import read_archive

ORIGIN = Origin(source="in/a.warc", ref="a", file="a.warc")
ARTICLE = "The border guard shut the crossing at Ashford on Thursday evening after a balloon was found near the road."


def page(number: int) -> bytes:
    return f"<html lang=en><title>Gate {number}</title><body><article><p>{ARTICLE}</p></article></body></html>".encode()


def archive(*answers: tuple[str, str, str, bytes], gzip: bool = True) -> bytes:
    records = [record(*answer) for answer in answers]
    return b"".join(compression.compress(each) if gzip else each for each in records)


def record(url: str, status: str, media: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-09-12T08:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def read(data: bytes) -> list[Report | QuarantinedInput]:
    return list(read_archive(io.BytesIO(data), ORIGIN))


@pytest.mark.parametrize("gzip", [True, False])
def test_pages_and_texts_are_read_and_the_rest_is_passed_over(gzip: bool) -> None:
    data = archive(
        ("https://post.example/1", "200 OK", "text/html; charset=utf-8", page(1)),
        ("https://post.example/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
        ("https://post.example/gone", "404 Not Found", "text/html", page(2)),
        ("https://post.example/a.png", "200 OK", "image/png", b"\x89PNG"),
        (
            "https://post.example/2.txt",
            "200 OK",
            "text/plain; charset=windows-1251",
            "Кордон закрито.".encode("cp1251"),
        ),
        gzip=gzip,
    )
    items = read(data)
    assert [(item.ref, item.url, item.text) for item in items if isinstance(item, Report)] == [
        ("https://post.example/1", "https://post.example/1", ARTICLE),
        ("https://post.example/2.txt", "https://post.example/2.txt", "Кордон закрито."),
    ]
    assert len(items) == 2


def test_a_page_without_text_is_named_and_the_next_is_read() -> None:
    empty, report = read(
        archive(
            ("https://post.example/empty", "200 OK", "text/html", b"<html><body></body></html>"),
            ("https://post.example/1", "200 OK", "text/html", page(1)),
        )
    )
    assert isinstance(empty, QuarantinedInput)
    assert "https://post.example/empty" in empty.reason
    assert empty.content == b"<html><body></body></html>"
    assert isinstance(report, Report)


@pytest.mark.parametrize("gzip", [True, False])
def test_a_cut_archive_gives_the_records_before_the_cut(gzip: bool) -> None:
    one = archive(("https://post.example/1", "200 OK", "text/html", page(1)), gzip=gzip)
    two = archive(("https://post.example/2", "200 OK", "text/html", page(2)), gzip=gzip)
    reports = []
    with pytest.raises(InputError, match=r"in/a\.warc: The archive is damaged after \d record"):
        for item in read_archive(io.BytesIO(one + two[: len(two) - 60]), ORIGIN):
            reports.append(item)
    assert [item.ref for item in reports if isinstance(item, Report)] == ["https://post.example/1"]


@pytest.mark.parametrize("data", [b"", b"nothing of the kind", b"\x1f\x8b\x08\x00broken"])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"in/a\.warc: (The archive is damaged|There is no WARC record)"):
        read(data)


def test_an_answer_without_an_address_is_damage_and_those_before_it_are_read() -> None:
    line = "WARC-Target-URI: https://post.example/2\r\n"
    good = record("https://post.example/1", "200 OK", "text/html", page(1))
    bad = record("https://post.example/2", "200 OK", "text/html", page(2)).replace(line.encode(), b"", 1)
    items = []
    with pytest.raises(InputError, match="damaged after 1 records"):
        for item in read_archive(io.BytesIO(good + bad), ORIGIN):
            items.append(item)
    assert [item.ref for item in items if isinstance(item, Report)] == ["https://post.example/1"]
