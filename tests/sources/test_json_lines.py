from __future__ import annotations

import io
import json

import pytest

from vedette.errors import InputError
from vedette.model import FieldSource, QuarantinedInput, Report
from vedette.sources.draft import Origin
from vedette.sources.json_lines import read_json_lines

ORIGIN = Origin(source="in/a.jsonl", ref="a", file="a.jsonl")


def read(data: bytes) -> list[Report | QuarantinedInput]:
    return list(read_json_lines(io.BytesIO(data), ORIGIN))


def line(**keys: object) -> bytes:
    return json.dumps(keys, ensure_ascii=False).encode() + b"\n"


def test_every_key_is_taken_over() -> None:
    (report,) = read(
        line(
            id="b-1",
            url="https://post.example/1",
            title="Most zamknięty",
            outlet="Gazeta Przykład",
            author="R. Dąb",
            published="2025-09-12T08:00:00+02:00",
            lang="pl-PL",
            text="Most zamknięto.",
            colour="green",
        )
    )
    assert isinstance(report, Report)
    assert (report.ref, report.url, report.title, report.outlet, report.author, report.published, report.language) == (
        "b-1",
        "https://post.example/1",
        "Most zamknięty",
        "Gazeta Przykład",
        "R. Dąb",
        "2025-09-12T08:00:00+02:00",
        "pl",
    )
    assert {report.title_from, report.outlet_from, report.author_from, report.published_from, report.language_from} == {
        FieldSource.INPUT
    }
    assert report.file == "a.jsonl"


def test_text_alone_is_enough() -> None:
    (report,) = read(line(text="Tilts tika slēgts ceturtdienas vakarā.", title=None, outlet=""))
    assert isinstance(report, Report)
    assert (report.ref, report.title, report.outlet, report.published) == ("a", None, None, None)
    assert (report.language, report.language_from) == ("lv", FieldSource.DETECTED)


def test_a_number_may_be_an_id() -> None:
    assert [item.ref for item in read(line(id=7, text="A bridge.")) if isinstance(item, Report)] == ["7"]


def test_text_stays_as_it_is_but_for_line_ends_and_unreadable_characters() -> None:
    (report,) = read(b'{"text": "\\ufeff One \\r\\n\\r\\n two\\u0000 \\ud800 "}\n')
    assert isinstance(report, Report)
    assert report.text == " One \n\n two\ufffd \ufffd "


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b'{"text": "cut of\n', "not valid JSON"),
        (b'["text"]\n', "not an object"),
        (b'"text"\n', "not an object"),
        (b'{"title": "T"}\n', "'text' is missing"),
        (b'{"text": null}\n', "'text' is missing"),
        (b'{"text": 5}\n', "'text' is not text"),
        (b'{"text": ["a"]}\n', "'text' is not text"),
        (b'{"text": "  "}\n', "no article text"),
        (b'{"text": "a", "title": ["b"]}\n', "'title' is not text"),
        (b'{"text": "a", "published": 2025}\n', "'published' is not text"),
        (b'{"text": "a", "id": true}\n', "'id' is not text"),
        (b"\x89PNG\x00\x00\x00\x01\x02\x03\n", "binary"),
        (b"[" * 100_000 + b"\n", "JSON"),
        (b'{"text": ' + b"9" * 5_000 + b"}\n", "JSON"),
        (line(text="a" * 5_000_001), "larger than 5 MB"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(bad: bytes, reason: str) -> None:
    before, broken, after = read(line(id="1", text="One bridge.") + b"\n" + bad + line(id="2", text="Two bridges."))
    assert isinstance(before, Report)
    assert isinstance(broken, QuarantinedInput)
    assert (broken.source, broken.line) == ("in/a.jsonl", 3)
    assert reason in broken.reason
    assert broken.advice
    assert broken.content == bad[:1_000_000]
    assert isinstance(after, Report)


@pytest.mark.parametrize(
    ("said", "published", "learned"),
    [
        ("2025-09-12 at noon", "2025-09-12", FieldSource.INPUT),
        ("12 вересня 2025", "2025-09-12", FieldSource.INPUT),
        ("2025-13-40", "2025-09-09", FieldSource.TEXT),
        ("yesterday", "2025-09-09", FieldSource.TEXT),
        ("2025-09", "2025-09-09", FieldSource.TEXT),
        ("2025-10", None, FieldSource.NONE),
    ],
)
def test_a_day_that_cannot_be_read_is_learned_from_the_text(
    said: str, published: str | None, learned: FieldSource
) -> None:
    (report,) = read(line(text="The bridge was shut on 9 September 2025.", published=said))
    assert isinstance(report, Report)
    assert (report.published, report.published_from) == (published, learned)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251"])
def test_lines_in_another_encoding_are_read(encoding: str) -> None:
    texts = ["Кордон закрито у четвер.", "Черга зросла до дев'яти кілометрів."]
    data = "\r\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts).encode(encoding)
    assert [item.text for item in read(data) if isinstance(item, Report)] == texts


def test_an_endless_line_is_passed_over_and_what_follows_is_read() -> None:
    long, report = read(b'{"text": "' + b"a" * 21_000_000 + b'"}\n' + line(text="A bridge."))
    assert isinstance(long, QuarantinedInput)
    assert (long.line, long.truncated, len(long.content)) == (1, True, 1_000_000)
    assert "larger than 20 MB" in long.reason
    assert isinstance(report, Report)


def test_lines_come_one_by_one() -> None:
    class Tap(io.BytesIO):
        taken = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.taken += 1
            return line(text=f"Bridge {self.taken} was shut.")

    tap = Tap()
    reports = read_json_lines(tap, ORIGIN)
    assert [next(reports).ref for _ in range(3)] == ["a", "a", "a"]  # type: ignore[union-attr]
    assert tap.taken <= 4


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf\n"])
def test_a_file_without_a_line_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"in/a\.jsonl: There is no line in it\. Check"):
        read(data)
