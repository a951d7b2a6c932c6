"""Whatever is handed in: one sentence that names file and line, and everything else is still read."""

import gzip
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import vedette

GOOD = "Lithuania closed its border with Belarus on 30 October 2025."
PAGE = f"<html><head><title>Border</title></head><body><p>{GOOD} {'It rained. ' * 400}</p></body></html>"


def _lines() -> bytes:
    good = [f'{{"id": "{name}", "text": "{GOOD} It was {name}."}}' for name in ("one", "three", "five")]
    return "\n".join([good[0], '{"id": "two", "text": ', good[1], '["four"]', good[2], ""]).encode()


BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \r\n\t\n",
    "binary.txt": b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(4000),
    "torn.html.gz": gzip.compress(PAGE.encode() + random.Random(2).randbytes(3000), mtime=0)[:1500],
    "no-encoding.txt": bytes(128 + number * 73 % 127 for number in range(400)),
    "one-line.txt": b"Poland closed its border. " * 2_000_000,
    "no-text.html": b"<html><head><title>x</title><script>var a = 1;</script></head><body><div></div></body></html>",
    "no-feed.xml": b"this is not XML & <broken",
}
PLACES = [*BAD, "lines.jsonl, line 2", "lines.jsonl, line 4", "missing.txt"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bad")
    for name, content in BAD.items():
        (made / name).write_bytes(content)
    (made / "lines.jsonl").write_bytes(_lines())
    (made / "good.txt").write_text(GOOD, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def inputs(folder: Path) -> list[str]:
    return [str(folder / name) for name in (*BAD, "lines.jsonl", "missing.txt", "good.txt")]


@pytest.fixture(scope="module")
def desk(folder: Path, inputs: list[str]) -> Iterator[Path]:
    made = folder / "bad.sqlite"
    done = vedette("add", *inputs, "--desk", str(made))
    assert done.returncode == 1
    assert "4 new reports" in done.stdout
    yield made


def failures(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if line.startswith("Not read: ")]


def test_reading_names_each_failure_in_one_sentence_and_reads_the_rest(folder: Path, inputs: list[str]) -> None:
    done = vedette("read", *inputs, "--format", "csv")
    assert done.returncode == 1
    told = failures(done.stderr)
    assert [line.removeprefix(f"Not read: {folder}/").split(":")[0] for line in told] == PLACES
    assert all(re.search(r": [A-Z].+\. [A-Z].+\.$", line) for line in told), told
    assert "Traceback" not in done.stderr
    assert done.stdout.count("border_closure") == 4  # three lines of five, and the good file


def test_adding_puts_each_failure_into_quarantine_where_it_is_listed(desk: Path) -> None:
    done = vedette("quarantine", "--desk", str(desk))
    assert done.returncode == 0
    for place in PLACES:
        name, _, line = place.partition(", line ")
        if name != "missing.txt":
            assert name in done.stdout, done.stdout
        assert not line or line in done.stdout


def test_adding_the_same_bad_inputs_again_quarantines_nothing_twice(desk: Path, inputs: list[str]) -> None:
    before = vedette("quarantine", "list", "--format", "csv", "--desk", str(desk)).stdout
    assert vedette("add", *inputs, "--desk", str(desk)).returncode == 1
    assert vedette("quarantine", "list", "--format", "csv", "--desk", str(desk)).stdout == before


def test_what_was_good_among_the_bad_is_on_the_desk(desk: Path) -> None:
    printed = vedette("events", "--type", "border_closure", "--format", "csv", "--desk", str(desk)).stdout
    assert len(printed.splitlines()) == 2  # the heading, and one event of four reports
    assert ",4," in printed.splitlines()[1]


def test_a_page_in_an_old_code_page_is_read_as_it_was_written(tmp_path: Path) -> None:
    told = "Латвія закрила кордон з Росією. Про це повідомило міністерство внутрішніх справ у п'ятницю ввечері. " * 4
    file = tmp_path / "old.txt"
    file.write_bytes(told.encode("windows-1251"))
    desk = tmp_path / "old.sqlite"
    assert vedette("add", str(file), "--desk", str(desk)).returncode == 0
    assert "Латвія" in vedette("search", "кордон", "--desk", str(desk)).stdout


def test_standard_input_that_cannot_be_read_is_called_so() -> None:
    done = vedette("read", "-", stdin=b"")
    assert done.returncode == 1
    assert len(failures(done.stderr)) == 1
    assert "standard input" in done.stderr or "Not read: -" in done.stderr


@pytest.mark.parametrize("arguments", [
    ["read"], ["read", "--format", "xml", "a.txt"], ["fly"], ["events", "--since", "yesterday"], ["show"], [],
])
def test_wrong_usage_is_exit_code_2(arguments: list[str], tmp_path: Path) -> None:
    done = vedette(*arguments, VEDETTE_DESK=str(tmp_path / "none.sqlite"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("content", [b"this is no desk", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_desk_is_left_as_it_was(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "letter.sqlite"
    file.write_bytes(content)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = vedette("add", str(tmp_path / "good.txt"), "--desk", str(file))
    assert done.returncode == 1
    assert str(file) in done.stderr and "Traceback" not in done.stderr
    assert file.read_bytes() == content
