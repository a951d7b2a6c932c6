"""Reading the same news twice changes nothing, whatever came in between."""

import shutil
from pathlib import Path

from command import SAMPLES, dump, vedette


def copied(desk: Path, folder: Path) -> Path:
    return Path(shutil.copy(desk, folder / "copy.sqlite"))


def test_adding_everything_twice_leaves_the_desk_as_it_was(sample_desk: Path, tmp_path: Path) -> None:
    desk = copied(sample_desk, tmp_path)
    done = vedette("add", *SAMPLES, "--desk", str(desk))
    assert done.returncode == 0
    assert "0 new reports" in done.stdout or "No new reports" in done.stdout, done.stdout
    assert dump(desk) == dump(sample_desk)


def test_adding_in_several_portions_and_another_order_gives_the_same_desk(sample_desk: Path, tmp_path: Path) -> None:
    desk = tmp_path / "portions.sqlite"
    for portion in (SAMPLES[5:], SAMPLES[:5]):
        assert vedette("add", *reversed(portion), "--desk", str(desk)).returncode == 0
    assert dump(desk) == dump(sample_desk)


def test_a_report_under_another_file_name_is_known(sample_desk: Path, tmp_path: Path) -> None:
    desk = copied(sample_desk, tmp_path)
    again = tmp_path / "renamed.jsonl"
    shutil.copy(next(file for file in SAMPLES if file.endswith(".jsonl")), again)
    assert vedette("add", str(again), "--desk", str(desk)).returncode == 0
    assert dump(desk) == dump(sample_desk)
