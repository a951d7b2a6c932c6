"""Records of the archive that somebody else wrote or changed."""

from __future__ import annotations

import pytest

from vedette.sources.archive.records import read_record


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2025-02-30", ""])
def test_a_record_of_a_moment_that_is_none_has_no_moment(date: str) -> None:
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: {date}\r\nContent-Length: 0\r\n\r\n"
    assert read_record(f"{head}\r\n\r\n".encode()).at == ""
