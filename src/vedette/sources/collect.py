"""From what a user names to reports: files, folders, addresses, standard input."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from vedette.errors import InputError
from vedette.model import KnownOutlet, QuarantinedInput, Report
from vedette.sources.draft import Origin
from vedette.sources.feeds import read_feed
from vedette.sources.files import head_of, kind_of, open_file, stem_of, unopened, walk
from vedette.sources.json_lines import read_json_lines
from vedette.sources.known_outlets import OutletIndex
from vedette.sources.limits import PAGE_BYTES, TEXT_BYTES
from vedette.sources.listings import looks_like_feed
from vedette.sources.pages import looks_like_html, read_page
from vedette.sources.rejoining import rejoin
from vedette.sources.text_files import read_text
from vedette.sources.web import Fetcher, WebFetcher, is_address, name_of_address
from vedette.sources.web_archives import read_archive

Collected = Iterator[Report | QuarantinedInput]
_STDIN = "-"
_HEAD = 65_536
_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"  # also the marks and zero bytes of UTF-16


def collect(
    inputs: Iterable[str],
    *,
    outlets: Sequence[KnownOutlet] = (),
    stdin: BinaryIO | None = None,
    fetch: Fetcher | None = None,
) -> Collected:
    """Read whatever the user names, and give the reports one by one.

    An input is a file (``.txt .md .html .htm .jsonl .ndjson .warc .xml .rss
    .atom``, also with ``.gz``; of another suffix, told by what is in it), a
    folder (walked in sorted order), ``-`` for standard input, or an http(s)
    address of a page or a feed. What cannot be read comes as a
    :class:`QuarantinedInput` in its place, with the reason and what to do;
    the rest goes on. Nothing is raised for a bad input.

    Args:
        inputs: Paths, addresses or ``-``.
        outlets: Known outlets, to name the outlet of an address or an agency.
        stdin: Standard input; ``sys.stdin`` when left out.
        fetch: Who gets addresses; the network when left out.

    Example:
        >>> import io
        >>> [item.text for item in collect(["-"], stdin=io.BytesIO("Кордон закрито.".encode()))]
        ['Кордон закрито.']
        >>> [item.reason for item in collect(["nowhere.txt"])]
        ['There is no such file.']
    """
    collector = _Collector(OutletIndex.of(outlets), stdin, fetch or WebFetcher())
    for source in inputs:
        yield from collector.one(source)


@dataclass(frozen=True, slots=True)
class _Collector:
    outlets: OutletIndex
    stdin: BinaryIO | None
    fetch: Fetcher

    def one(self, source: str) -> Collected:
        """Read one input; nothing is raised."""
        kept = (lambda: b"") if source == _STDIN or is_address(source) else (lambda: head_of(Path(source)))
        return _guarded(self._any(source), source, kept)

    def _any(self, source: str) -> Collected:
        if source == _STDIN:
            yield from self._standard_input()
        elif is_address(source):
            yield from self._address(source)
        elif Path(source).is_dir():
            yield from self._folder(Path(source))
        else:
            yield from self._file(Path(source))

    def _standard_input(self) -> Collected:
        stream = self.stdin if self.stdin is not None else sys.stdin.buffer
        yield from _read(stream, None, Origin(source=_STDIN, ref="stdin", outlets=self.outlets))

    def _folder(self, folder: Path) -> Collected:
        empty = True
        for path in walk(folder):
            empty = False
            yield from [QuarantinedInput.of(path)] if isinstance(path, InputError) else self.one(str(path))
        if empty:
            raise InputError(
                "There is no file in this folder that Vedette can read.", source=str(folder),
                advice="It reads .txt, .md, .html, .jsonl, .warc and feeds (.xml, .rss, .atom), also with .gz.",
            )

    def _file(self, path: Path) -> Collected:
        origin = Origin(source=str(path), ref=stem_of(path), file=path.name, outlets=self.outlets)
        with open_file(path) as stream:
            yield from _read(stream, kind_of(path), origin)

    def _address(self, url: str) -> Collected:
        if not url.lower().startswith(("http://", "https://")):
            raise InputError(
                f"Vedette does not read {url.partition('://')[0]} addresses.", source=url,
                advice="Give an address that begins with http:// or https://, or a file.",
            )
        page = self.fetch.get(url)
        if page.status != 200:
            error = InputError(
                f"The server answered {page.status}.", source=url, advice="Open it in a browser, or try later."
            )
            yield QuarantinedInput.of(error, content=page.body)
            return
        origin = Origin(
            source=url, ref=name_of_address(page.url), url=page.url, charset=page.charset, outlets=self.outlets
        )
        yield from _guarded(_whole(page.body, None, origin), url, lambda: page.body)


def _guarded(items: Collected, source: str, kept: Callable[[], bytes]) -> Collected:
    try:
        yield from items
    except InputError as error:
        yield QuarantinedInput.of(error, content=kept())
    except Exception as error:  # whatever a library makes of hostile bytes, the other inputs must go on
        yield QuarantinedInput.of(_explained(error, source), content=kept())


def _explained(error: Exception, source: str) -> InputError:
    if isinstance(error, (gzip.BadGzipFile, EOFError, zlib.error)):
        reason = "The compressed data is damaged or cut off."
        return InputError(reason, source=source, advice="Copy or download it again.")
    if isinstance(error, OSError):
        return unopened(error, source)
    return InputError(
        f"It could not be read ({type(error).__name__}: {error}).", source=source,
        advice="Please report this, with the input if you may share it.",
    )


def _read(stream: BinaryIO, kind: str | None, origin: Origin) -> Collected:
    if kind is None:
        head = _first_words(stream)
        stream = rejoin(head, stream)
        kind = _streamed_kind(head)
    if kind == "lines":
        yield from read_json_lines(stream, origin)
    elif kind == "archive":
        yield from read_archive(stream, origin)
    else:
        data = stream.read((TEXT_BYTES if kind == "text" else PAGE_BYTES) + 1)
        yield from _guarded(_whole(data, kind, origin), origin.source, lambda: data)


def _whole(data: bytes, kind: str | None, origin: Origin) -> Collected:
    kind = kind or _streamed_kind(data[:_HEAD]) or _told_kind(data)
    if kind == "lines":
        yield from read_json_lines(io.BytesIO(data), origin)
    elif kind == "archive":
        yield from read_archive(io.BytesIO(data), origin)
    elif kind == "feed":
        yield from read_feed(data, origin)
    else:
        yield read_page(data, origin) if kind == "page" else read_text(data, origin)


def _first_words(stream: BinaryIO) -> bytes:
    head = b""
    while len(head) < _HEAD and not head.strip(_BLANK):
        line = stream.readline(_HEAD)
        if not line:
            break
        head += line
    return head


def _streamed_kind(head: bytes) -> str | None:
    first = head.lstrip(_BLANK)
    if first.startswith(b"{"):
        return "lines"
    return "archive" if first.startswith(b"WARC/") else None


def _told_kind(data: bytes) -> str:
    if looks_like_feed(data):
        return "feed"
    return "page" if looks_like_html(data) else "text"
