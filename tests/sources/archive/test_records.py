"""Records of the archive that somebody else wrote or changed."""

from __future__ import annotations

import pytest

from vedette.sources.archive.records import NoRecord, Record, page_of, read_record


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2025-02-30", ""])
def test_a_record_of_a_moment_that_is_none_has_no_moment(date: str) -> None:
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: {date}\r\nContent-Length: 0\r\n\r\n"
    assert read_record(f"{head}\r\n\r\n".encode()).at == ""


def answer(status: str, wait: str) -> Record:
    headers = (("WARC-Type", "response"), ("Vedette-Retry-After", wait))
    return Record(headers, f"HTTP/1.1 {status} x\r\n\r\nThe port is shut.".encode())


@pytest.mark.parametrize(
    ("wait", "seconds"), [("30.0", 30.0), ("", None), ("nan", None), ("inf", None), ("-1", None), ("a while", None)]
)
def test_a_pause_that_is_none_is_not_asked_for(wait: str, seconds: float | None) -> None:
    assert page_of(answer("503", wait)).retry_after == seconds


@pytest.mark.parametrize("status", ["9" * 5_000, "٢٠٠", "2O0", "-200"])
def test_an_answer_without_a_status_is_no_page(status: str) -> None:
    with pytest.raises(NoRecord):
        page_of(answer(status, ""))
