"""The bundle is made where Node is; where it or a registry is missing, one sentence says so, and the rest works."""

from __future__ import annotations

import importlib.util
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "islands" / "build_islands.py"


@pytest.fixture
def builder():
    """The builder as the build hook loads it."""
    spec = importlib.util.spec_from_file_location("build_islands", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def source(tmp_path):
    """Islands of one line."""
    folder = tmp_path / "islands"
    (folder / "src").mkdir(parents=True)
    for name in ("package.json", "package-lock.json", "vite.config.ts", "tsconfig.json", "src/events.ts"):
        (folder / name).write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def target(tmp_path):
    return tmp_path / "static" / "islands"


def tools(folder: Path, npm: str) -> None:
    """Put a shell script in the place of npm, and nothing in that of node."""
    folder.mkdir()
    for name, script in (("npm", npm), ("node", "exit 0")):
        tool = folder / name
        tool.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        tool.chmod(tool.stat().st_mode | stat.S_IXUSR)


# "npm run ... --outDir FOLDER": the folder comes last.
WORKING = 'for last; do :; done\nif [ "$1" = run ]; then mkdir -p "$last" && echo built > "$last/events.js"; fi'


def test_without_node_one_sentence_says_so_and_lies_in_the_place_of_the_bundle(builder, source, target, monkeypatch):
    monkeypatch.setenv("PATH", os.devnull)
    sentence = builder.build(source, target)
    assert sentence == "The map and the timeline were not built: Node.js, which they are made with, is not installed."
    assert [file.name for file in target.iterdir()] == ["not-built.txt"]
    assert (target / "not-built.txt").read_text(encoding="utf-8") == f"{sentence}\n"


def test_where_npm_reaches_no_registry_its_code_is_in_the_sentence(builder, source, target, tmp_path, monkeypatch):
    tools(tmp_path / "bin", "echo 'npm error code ENOTFOUND' >&2; echo 'npm error network ...' >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}/bin{os.pathsep}/usr/bin")
    sentence = builder.build(source, target)
    assert sentence == "The map and the timeline were not built: npm could not fetch their packages (ENOTFOUND)."
    assert sentence.count(".") == 1
    assert "\n" not in sentence


def test_a_failure_leaves_an_older_bundle_where_it_is(builder, source, target, tmp_path, monkeypatch):
    target.mkdir(parents=True)
    (target / "events.js").write_text("old", encoding="utf-8")
    os.utime(target / "events.js", (1, 1))
    tools(tmp_path / "bin", "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}/bin{os.pathsep}/usr/bin")
    assert builder.build(source, target) is not None
    assert [file.name for file in target.iterdir()] == ["events.js"]


def test_a_bundle_takes_the_place_of_the_sentence_and_is_not_made_twice(builder, source, target, tmp_path, monkeypatch):
    target.mkdir(parents=True)
    (target / "not-built.txt").write_text("It was not built.\n", encoding="utf-8")
    tools(tmp_path / "bin", WORKING)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}/bin{os.pathsep}/usr/bin")
    assert builder.build(source, target) is None
    assert [file.name for file in target.iterdir()] == ["events.js"]
    monkeypatch.setenv("PATH", os.devnull)  # what is fresh needs no tool
    assert builder.build(source, target) is None


@pytest.mark.parametrize("changed", ["package-lock.json", "src/events.ts"])
def test_a_change_of_the_source_makes_a_bundle_stale(builder, source, target, changed):
    target.mkdir(parents=True)
    (target / "events.js").write_text("", encoding="utf-8")
    for file in source.rglob("*.*"):
        os.utime(file, (1, 1))
    assert not builder.is_stale(source, target)
    os.utime(source / changed)
    os.utime(target / "events.js", (2, 2))
    assert builder.is_stale(source, target)


def test_the_package_takes_bundle_and_sentence_with_it():
    hook = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"src/vedette/presentation/web/static/islands/*"' in hook
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "src/vedette/presentation/web/static/islands/" in ignored


def test_the_command_says_the_sentence_once_and_does_not_fail(tmp_path):
    """As people run it: the real script on a copy of the folder, without any tool."""
    copy = tmp_path / "islands"
    copy.mkdir()
    (copy / "build_islands.py").write_bytes(SCRIPT.read_bytes())
    for name in ("package.json", "package-lock.json", "vite.config.ts", "tsconfig.json"):
        (copy / name).write_text("{}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(copy / "build_islands.py")], env={"PATH": os.devnull}, capture_output=True, text=True,
        check=True,
    )
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "The map and the timeline were not built: Node.js, which they are made with, is not installed."
    ]
