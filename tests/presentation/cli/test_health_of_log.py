"""The doctor says when somebody has unlocked the log of decisions."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from vedette.presentation.cli.health import check_health
from vedette.settings import Settings
from vedette.store import open_store


def test_a_log_that_was_unlocked_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    open_store(str(file)).close()

    def desk_is_well() -> tuple[bool, str]:
        (check,) = (one for one in check_health(Settings(desk=str(file))) if one.name == "desk")
        return check.ok, check.detail

    assert desk_is_well()[0]
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TRIGGER decisions_never_changed")
    connection.close()
    assert desk_is_well()[0] is False
    assert "unlocked by another program" in desk_is_well()[1]
