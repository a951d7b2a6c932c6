"""The tests in TypeScript run with these, where Node and the packages are; the source keeps the rules of the house."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ISLANDS = ROOT / "islands"
MOST_LINES = 300

needs_node = pytest.mark.skipif(
    shutil.which("npm") is None or not (ISLANDS / "node_modules").is_dir(),
    reason="Node or the packages of the islands are not here: python islands/build_islands.py",
)


@needs_node
@pytest.mark.parametrize("verb", ["types", "test"])
def test_types_and_tests_of_the_islands(verb):
    done = subprocess.run(
        ["npm", "run", "--silent", verb], cwd=ISLANDS, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    if verb == "test":
        assert int(re.search(r"# pass (\d+)", done.stdout)[1]) > 10


def test_no_module_is_long():
    sources = [file for folder in ("src", "making", "test") for file in (ISLANDS / folder).glob("*.ts")]
    assert sources
    long = [file.name for file in sources if len(file.read_text(encoding="utf-8").splitlines()) > MOST_LINES]
    assert not long


def test_every_package_is_pinned_by_version_and_hash():
    manifest = json.loads((ISLANDS / "package.json").read_text(encoding="utf-8"))
    named = {**manifest["dependencies"], **manifest["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in named.values())
    lock = json.loads((ISLANDS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all("integrity" in entry for path, entry in lock.items() if path)
    assert not [path for path, entry in lock.items() if "resolved" in entry], "the lock names no registry"


def test_the_notice_names_what_is_in_the_bundle_with_its_licence():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    manifest = json.loads((ISLANDS / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ISLANDS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name in (*manifest["dependencies"], "world-atlas"):
        licence = lock[f"node_modules/{name}"]["license"]
        family = "D3" if name.startswith("d3-") else name
        assert re.search(rf"\b{re.escape(family)}\b[^;]*\({re.escape(licence)}", notice), f"{name}: {licence}"


def test_nothing_is_fetched_from_elsewhere():
    for file in (ISLANDS / "src").glob("*.*"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"https?://|//[a-z]+\.", re.sub(r"^\s*(//|\*|/\*\*).*$", "", text, flags=re.M)), file.name
