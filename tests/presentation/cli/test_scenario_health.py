"""The doctor says when a scenario is left out: nobody would hear of it from a level that stays calm."""

from __future__ import annotations

from pathlib import Path

from vedette.presentation.cli.health import Check, check_health
from vedette.settings import Settings

BROKEN = 'name = "Broken"\nquestion = '


def checked(tmp_path: Path, *packs: Path) -> Check:
    (found,) = (one for one in check_health(Settings(desk=str(tmp_path / "none.sqlite"), packs=packs))
                if one.name == "scenarios")
    return found


def test_scenarios_without_fault_are_named(tmp_path: Path) -> None:
    found = checked(tmp_path)
    assert found.ok and "exercise-build-up" in found.detail


def test_a_scenario_that_is_left_out_is_a_problem_with_its_file_and_first_fault(tmp_path: Path) -> None:
    (tmp_path / "pack" / "scenarios").mkdir(parents=True)
    (tmp_path / "pack" / "scenarios" / "broken.toml").write_text(BROKEN, encoding="utf-8")
    found = checked(tmp_path, tmp_path / "pack")
    assert not found.ok
    assert found.detail.startswith("broken.toml: left out, and warned of by nobody. The first fault: ")
    assert "broken.toml, line 2: is not valid TOML" in found.detail
    assert "vedette indicators check" in found.fix
