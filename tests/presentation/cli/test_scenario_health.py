"""Scenarios with faults are seen as the files are now, without a restart."""

from __future__ import annotations

from pathlib import Path

from vedette.presentation.cli.scenario_health import watched_scenarios
from vedette.settings import Settings


def test_faults_are_told_as_long_as_they_are_there(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    faults = watched_scenarios(Settings(desk=str(tmp_path / "desk.sqlite"), packs=(tmp_path,)))
    assert faults() == ()
    file = tmp_path / "scenarios" / "ports.toml"
    file.write_text("name = 'Ports'\nlevels = 3\n", encoding="utf-8")
    assert faults() and all("ports.toml" in fault for fault in faults())
    file.unlink()
    assert faults() == ()
