from __future__ import annotations

import os
from pathlib import Path

from vedette.sources.files import head_of, walk


def test_a_folder_is_walked_in_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.html",
        ".hidden.txt",
        "c.png",
        "sub/z.jsonl",
        "sub/a.md",
        ".git/x.txt",
        "a/1.txt",
        "d.warc.gz",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    names = [str(path.relative_to(tmp_path)) for path in walk(tmp_path) if isinstance(path, Path)]
    assert names == ["a.html", "b.txt", "d.warc.gz", "a/1.txt", "sub/a.md", "sub/z.jsonl"]


def test_a_loop_of_links_and_a_pipe_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert [path.name for path in walk(tmp_path) if isinstance(path, Path)] == ["a.txt", "gone.txt"]


def test_the_head_of_what_cannot_be_read_is_nothing(tmp_path: Path) -> None:
    assert head_of(tmp_path) == b""
    assert head_of(tmp_path / "nowhere") == b""
    assert head_of(Path("a\0b")) == b""
