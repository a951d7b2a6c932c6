from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from vedette.model import FieldSource, KnownOutlet, QuarantinedInput, Report
from vedette.sources import FetchedPage, WebFetcher, collect

Write = Callable[[str, bytes], str]
LOCAL = WebFetcher(allow=frozenset({"127.0.0.1"}), timeout=5)
ARTICLE = "The border guard shut the crossing at Ashford on Thursday evening after a balloon was found near the road."
PAGE = f"<html lang=en><title>Crossing shut</title><body><article><p>{ARTICLE}</p></article></body></html>".encode()
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title><item><guid>w-1</guid>
<description>{ARTICLE}</description></item></channel></rss>""".encode()


def one(*inputs: str, **options: Any) -> Report:
    (item,) = collect(inputs, **options)
    assert isinstance(item, Report), item
    return item


def refused(*inputs: str, **options: Any) -> QuarantinedInput:
    (item,) = collect(inputs, **options)
    assert isinstance(item, QuarantinedInput), item
    assert item.advice
    return item


# What is read


def test_a_text_file_is_a_report_with_its_words_exactly(write: Write) -> None:
    text = "  Crossing shut  \n\n\n" + ARTICLE + "\n\t- a list\n"
    report = one(write("b.txt", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()))
    assert (report.text, report.ref, report.file, report.url) == (text, "b", "b.txt", None)
    assert (report.title, report.title_from) == ("Crossing shut", FieldSource.TEXT)
    assert (report.language, report.published, report.outlet) == ("en", None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Сrossing shut\n\n" + ARTICLE, "Сrossing shut"),
        ("Crossing shut\nCrossing shut\n" + ARTICLE, "Crossing shut"),
        ("# Crossing shut\n" + ARTICLE, "Crossing shut"),
        ("Crossing shut.\n\n" + ARTICLE, None),
        ("Crossing shut\n" + ARTICLE, None),
        ("Source: Example Wire\n\n" + ARTICLE, None),
        ("Friday, 12 September 2025\n\n" + ARTICLE, None),
        ("Crossing shut", None),
        ("A" * 200 + "\n\n" + ARTICLE, None),
    ],
)
def test_a_first_line_that_stands_like_a_title_is_one(write: Write, text: str, title: str | None) -> None:
    assert one(write("a.md", text.encode())).title == title


def test_a_source_line_does_not_name_the_outlet(write: Write, outlets: tuple[KnownOutlet, ...]) -> None:
    for label in ("Source", "Джерело", "Источник", "Źródło", "Quelle", "Šaltinis", "Avots", "Allikas", "Lähde"):
        text = f"Crossing shut\n\n{label}: Example Post, citing BNS\n\n{ARTICLE}"
        assert one(write("a.txt", text.encode()), outlets=outlets).outlet is None


def test_a_dateline_names_outlet_and_day(write: Write, outlets: tuple[KnownOutlet, ...]) -> None:
    text = f"Crossing shut\n\nVILNIUS, August 5, 2025 (Baltic News Service) - {ARTICLE}"
    report = one(write("a.txt", text.encode()), outlets=outlets)
    assert (report.outlet, report.outlet_from) == ("BNS", FieldSource.DATELINE)
    assert (report.published, report.published_from) == ("2025-08-05", FieldSource.DATELINE)


@pytest.mark.parametrize(
    ("name", "content", "ref"),
    [
        ("a.txt.gz", gzip.compress(ARTICLE.encode()), "a"),
        ("a.html", PAGE, "a"),
        ("a.HTM", PAGE, "a"),
        ("a.html.gz", gzip.compress(PAGE), "a"),
        ("a.jsonl.gz", gzip.compress(json.dumps({"text": ARTICLE, "id": "j"}).encode()), "j"),
        ("a.ndjson", json.dumps({"text": ARTICLE}).encode(), "a"),
        ("a.rss", FEED, "w-1"),
        ("a.xml", FEED, "w-1"),
        ("a.saved", PAGE, "a"),
        ("a.feed", FEED, "w-1"),
        ("a", ARTICLE.encode(), "a"),
    ],
)
def test_every_kind_of_file_is_read(write: Write, name: str, content: bytes, ref: str) -> None:
    report = one(write(name, content))
    assert (report.text, report.ref, report.file) == (ARTICLE, ref, name)


@pytest.mark.parametrize(
    ("content", "ref"),
    [
        (ARTICLE.encode(), "stdin"),
        (PAGE, "stdin"),
        (FEED, "w-1"),
        (b"\n  " + json.dumps({"id": "j", "text": ARTICLE}).encode(), "j"),
        (("\n" + json.dumps({"id": "j", "text": ARTICLE})).encode("utf-16"), "j"),
    ],
)
def test_standard_input_is_told_by_its_beginning(content: bytes, ref: str) -> None:
    report = one("-", stdin=io.BytesIO(content))
    assert (report.text, report.ref, report.file) == (ARTICLE, ref, None)


def test_a_folder_gives_its_files_in_order(write: Write, tmp_path: Path) -> None:
    write("b.txt", b"Second bridge was shut.")
    write("a.txt", b"First bridge was shut.")
    write("deep/er/c.md", b"Third bridge was shut.")
    (tmp_path / "deep" / "loop").symlink_to(tmp_path)
    assert [item.ref for item in collect([str(tmp_path)]) if isinstance(item, Report)] == ["a", "b", "c"]


def test_a_page_and_a_feed_are_read_from_the_web(site: Any) -> None:
    page = site.put("/news/crossing.html", PAGE, Content_Type="text/html; charset=utf-8")
    feed = site.put("/feed", FEED, Content_Type="application/rss+xml")
    report = one(page, fetch=LOCAL)
    assert (report.text, report.url, report.ref, report.file) == (ARTICLE, page, "crossing", None)
    assert one(feed, fetch=LOCAL).text == ARTICLE
    assert len(site.asked) == 2  # the pages that a feed links to are not fetched


def test_a_fetcher_of_the_callers_own_is_used(outlets: tuple[KnownOutlet, ...]) -> None:
    class Shelf:
        def get(self, url: str, **_: object) -> FetchedPage:
            return FetchedPage(url=url, status=200, content_type="text/html", body=PAGE)

    assert one("https://www.post.example/1", fetch=Shelf(), outlets=outlets).outlet == "Example Post"


# What is refused


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b" \n\t\r\n", "no text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", "binary"),
        ("a.md", b"\x00\x01\x02\x03" * 50, "binary"),
        ("a.txt", b"a" * 5_000_001, "larger than 5 MB"),
        ("a.txt.gz", gzip.compress(ARTICLE.encode(), mtime=0)[:40], "damaged or cut off"),
        ("a.txt.gz", b"no gzip", "damaged or cut off"),
        ("a.txt.gz", gzip.compress(b"a" * 30_000_000), "larger than 5 MB"),
        ("a.html.gz", gzip.compress(b" " * 50_000_000), "larger than 20 MB"),
        ("a.html", b"<html><body></body></html>", "no article text"),
        ("a.html", b"", "no text"),
        ("a.xml", b"<books><book/></books>", "not a readable RSS or Atom feed"),
        ("a.rss", b"plain words", "not a readable RSS or Atom feed"),
        ("a.jsonl", b"", "no line"),
        ("a.jsonl", b"{broken", "not valid JSON"),
        ("a.warc", b"nothing", "archive is damaged"),
        ("a.warc.gz", b"", "no WARC record"),
        ("a", b"%PDF-1.7\n\x00\x01\x02\x03\x04\x05\x06\x07\x08", "binary"),
    ],
)
def test_a_bad_file_is_quarantined_and_the_next_is_read(write: Write, name: str, content: bytes, reason: str) -> None:
    bad, good = collect([write(name, content), write("good.txt", ARTICLE.encode())])
    assert isinstance(bad, QuarantinedInput)
    assert bad.source.endswith(name)
    assert reason in bad.reason
    assert bad.advice
    assert isinstance(good, Report)


def test_the_bytes_as_received_are_kept(write: Write) -> None:
    content = b"\x89PNG\x00\x00\x00\x00\x01"
    assert refused(write("a.txt", content)).content == content
    large = refused(write("b.txt", b"a" * 5_000_001))
    assert (len(large.content), large.truncated) == (1_000_000, True)


def test_lines_before_a_damage_are_kept(write: Write) -> None:
    noise = (hashlib.sha512(str(number).encode()).hexdigest() for number in range(1_000))
    lines = (json.dumps({"text": f"Bridge {name} was shut."}).encode() + b"\n" for name in noise)
    packed = gzip.compress(b"".join(lines))
    items = list(collect([write("a.jsonl.gz", packed[: len(packed) // 2])]))
    assert len(items) > 100
    assert all(isinstance(item, Report) for item in items[:20])
    assert isinstance(items[-1], QuarantinedInput)
    assert "damaged or cut off" in items[-1].reason
    assert items[-1].content == packed[: len(packed) // 2]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nowhere/a.txt", "no such file"),
        ("ftp://post.example/a.txt", "does not read ftp addresses"),
        ("file:///etc/hostname", "does not read file addresses"),
        ("a\0b.txt", "could not be read"),
        ("x" * 5_000, "could not be read"),
        ("http://127.0.0.1:9/", "private network"),
        ("", "no file in this folder"),
    ],
)
def test_an_input_that_is_not_there_is_named(
    source: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reason in refused(source).reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_named(write: Write) -> None:
    path = write("a.txt", ARTICLE.encode())
    Path(path).chmod(0)
    assert "may not be read" in refused(path).reason


def test_refused_permission_is_said_in_plain_words(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write("a.txt", ARTICLE.encode())
    monkeypatch.setattr(Path, "open", refuse)
    assert refused(path).reason == "It may not be read."


def test_a_folder_with_nothing_to_read_is_named(write: Write, tmp_path: Path) -> None:
    write("a.png", b"\x89PNG")
    write(".hidden.txt", b"hidden")
    assert "no file in this folder" in refused(str(tmp_path)).reason


@pytest.mark.parametrize("status", [404, 403, 500, 204])
def test_an_answer_that_is_no_page_is_named(site: Any, status: int) -> None:
    item = refused(site.put("/a", b"" if status == 204 else b"sorry", status=status), fetch=LOCAL)
    assert item.reason == f"The server answered {status}."


def test_a_page_without_an_article_is_kept_with_its_bytes(site: Any) -> None:
    body = b"<html><body><nav><a href='/'>Home</a></nav></body></html>"
    assert refused(site.put("/a", body, Content_Type="text/html"), fetch=LOCAL).content == body


def test_a_failing_fetcher_stops_nothing() -> None:
    class Broken:
        def get(self, url: str, **_: object) -> FetchedPage:
            raise RuntimeError("out of order")

    bad, good = collect(["http://post.example/", "-"], fetch=Broken(), stdin=io.BytesIO(ARTICLE.encode()))
    assert isinstance(bad, QuarantinedInput)
    assert "out of order" in bad.reason
    assert isinstance(good, Report)


def test_one_endless_line_is_refused_quickly(write: Write) -> None:
    assert "larger than 5 MB" in refused(write("a.txt", b"word " * 10_000_000)).reason


# Whatever the bytes

SUFFIXES = (".txt", ".md", ".html", ".jsonl", ".warc", ".warc.gz", ".xml", ".txt.gz", ".jsonl.gz", ".html.gz", "")
BEGINNINGS = (
    b"",
    b"<html><p>",
    b"<rss><channel>",
    b'{"text": "',
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=st.sampled_from(BEGINNINGS), tail=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
@example(head=b'{"text": "\\ud800', tail=b'"}')
@example(head=b"", tail=b"\x00" * 50)
def test_nothing_is_raised_whatever_the_bytes(suffix: str, head: bytes, tail: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(
            gzip.compress(head + tail) if suffix.endswith(".gz") and not head.startswith(b"\x1f") else head + tail
        )
        items = list(collect([str(path), "-"], stdin=io.BytesIO(head + tail)))
    assert all(isinstance(item, Report | QuarantinedInput) for item in items)
    assert all(item.text.strip() and "\x00" not in item.text for item in items if isinstance(item, Report))
    assert items or b"<" in head + tail  # only a valid feed without an entry may be silent
    assert not any("Please report this" in item.advice for item in items if isinstance(item, QuarantinedInput))
