"""An audit that could not look is never told as one that found nothing."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "tools" / "check_supply.py"


@pytest.fixture(scope="module")
def supply() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_supply", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def answer(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": list(packages), "fixes": []})


SOUND = {"name": "warcio", "version": "1.8", "vulns": []}
BAD = {"name": "lxml", "version": "6", "vulns": [{"id": "CVE-1", "fix_versions": ["6.1"], "aliases": []}]}
UNKNOWN = {"name": "httpx", "skip_reason": "Dependency not found on PyPI and could not be audited: httpx"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ((SOUND,), 0, "Audited 1 packages: 0 known"), ((SOUND, BAD), 1, "VULNERABLE: lxml 6: CVE-1, mended in 6.1"),
        ((UNKNOWN,), 0, "SKIPPED, not audited"), ((SOUND, UNKNOWN), 0, "Not audited: httpx."),
    ],
)
def test_what_was_found_and_what_was_not_looked_at_are_told_apart(
    supply: ModuleType, capsys: pytest.CaptureFixture[str], packages: tuple[dict[str, object], ...],
    code: int, said: str,
) -> None:
    assert supply.tell(supply.read_audit(answer(*packages))) == code
    assert said in capsys.readouterr().err


def test_no_answer_is_told_with_its_reason(supply: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    broken = subprocess.CompletedProcess([], 1, "", "ConnectionError: no route to host\n")
    assert supply.tell(supply.audit(lambda _: broken)) == 0
    told = capsys.readouterr().err
    assert "SKIPPED, not audited: pip-audit gave no answer (ConnectionError: no route to host)" in told


def test_the_bill_names_every_package_of_the_lock(
    supply: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supply, "SBOM", tmp_path / "build" / "sbom.json")
    count = supply.write_sbom(supply._run)
    bill = json.loads((tmp_path / "build" / "sbom.json").read_text(encoding="utf-8"))
    locked = {line.split("==")[0] for line in supply.LOCK.read_text(encoding="utf-8").splitlines() if "==" in line[:60]}
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["component"]["name"] == "vedette"
    assert {one["name"] for one in bill["components"]} >= locked
    assert count >= len(locked) > 60
