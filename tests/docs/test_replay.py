"""docs/replay.md: its worked example comes out as it says, and its file of what happened can be read."""

import re
import shutil
from pathlib import Path

import pytest

from vedette.desk import Desk
from vedette.knowledge.scenarios import load_scenarios
from vedette.model.known import Known
from vedette.presentation.assessment_lines import steps
from vedette.presentation.truth_file import read_truth
from vedette.replaying import replay

PAGE = (Path(__file__).parents[2] / "docs" / "replay.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d{4}-\d\d-\d\d) \| (\w+) \| (\w+) \| ([\d.]+) \| (.*?) ?\|$", re.M)
COMMAND = re.search(r"vedette replay --from (\S+) --to (\S+) --known published --scenario (\S+)\n", PAGE)


@pytest.fixture(scope="module")
def desk(sample_desk, tmp_path_factory):
    """The sample reports on a desk, as 'vedette demo' puts them there."""
    with Desk.open(str(shutil.copy(sample_desk, tmp_path_factory.mktemp("samples")))) as opened:
        yield opened


@pytest.fixture(scope="module")
def scenarios(desk):
    return load_scenarios(knowledge=desk.knowledge).scenarios


@pytest.fixture(scope="module")
def days(desk, scenarios):
    """How the scenario of the page stood on each day of its command."""
    since, until, name = COMMAND.groups()
    chosen = [one for one in scenarios if one.id == name]
    found = replay(
        desk.store, chosen, knowledge=desk.knowledge, since=since, until=until, known=Known.PUBLISHED
    )
    return chosen[0], [day.assessments[0] for day in found]


def test_the_example_comes_out_as_the_page_says(days):
    scenario, found = days
    shown, before = [], None
    for one in found:
        changed = "; ".join(steps(before, one, scenario))
        if before is None or before.level != one.level or changed:
            shown.append((one.day, one.level_name, str(one.trend), f"{one.points:g}", changed))
        before = one
    assert shown == ROW.findall(PAGE)


def test_the_build_up_rises_and_falls_again_after_the_exercise_and_each_step_has_its_reason(days):
    _, found = days
    levels = [one.level for one in found]
    top = levels.index(max(levels))
    assert 0 < top < len(levels) - 1
    assert levels[0] == levels[-1] == 0 < max(levels)
    for one in found:
        assert one.reasons
        for measure in one.measures:
            assert measure.reasons
            assert measure.points == 0 or measure.state == "met"


def test_the_file_of_what_happened_can_be_read(scenarios, tmp_path):
    (text,) = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    file = tmp_path / "happened.toml"
    file.write_text(text, encoding="utf-8")
    (happened,) = read_truth(file, scenarios)
    assert (happened.since, happened.until) == ("2025-09-12", "2025-09-16")
