"""docs/alerts.md: its channels can be loaded, its template filled in, and each key and field is named."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from alert_builders import alert
from vedette.alerting import Channel, Writer, load_channels
from vedette.alerting.channels import VARIABLE
from vedette.presentation.changes import ChangeKind
from vedette.store.alerting import AlertKind, FollowKind

PAGE = (Path(__file__).parents[2] / "docs" / "alerts.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"^```{language}\n(.+?)^```", PAGE, re.M | re.S)
    assert found is not None
    return found[1]


def test_the_channels_of_the_page_can_be_used(tmp_path: Path) -> None:
    file = tmp_path / "channels.toml"
    file.write_text(block("toml"), encoding="utf-8")
    loaded = load_channels(str(file), environment={"DUTY_MAIL": "mailto://duty.example"})
    assert [str(fault) for fault in loaded.faults] == []
    assert loaded.names == ("duty desk", "mail")
    written = set(re.findall(r"^\| `(\w+)`(?:, `(\w+)`)? \|", PAGE, re.M))
    named = {key for pair in written for key in pair if key}
    assert {field.name for field in fields(Channel)} <= named


def test_the_template_of_the_page_can_be_filled_in(tmp_path: Path) -> None:
    file = tmp_path / "short.txt"
    file.write_text(block("jinja"), encoding="utf-8")
    writer = Writer(desk="https://desk.example")
    words = writer(Channel(name="duty", address="json://x", template=file), [alert()], "m1")
    assert writer.faults == []
    assert words.subject == "Pressure on the border: raised"
    assert "- Drones over the border: 4 events in 7 days" in words.body


def test_the_page_names_each_kind() -> None:
    for kind in AlertKind:
        assert f"`{kind}`" in PAGE
    for change in ChangeKind:
        assert f"| {change.capitalize()} |" in PAGE
    for followed in FollowKind:
        assert followed in PAGE
    assert VARIABLE in PAGE
