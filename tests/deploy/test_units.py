"""What the service files promise, as systemd would read them; where systemd is at hand, it reads them itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from vedette.presentation.cli import run

DEPLOY = Path(__file__).parents[2] / "deploy"
SERVICES = ("vedette-watch.service", "vedette-worker@.service", "vedette-serve.service", "vedette-backup.service")
# What no service of ours may do, whatever it is.
CONFINED = {
    "NoNewPrivileges": "yes", "CapabilityBoundingSet": "", "AmbientCapabilities": "", "ProtectSystem": "strict",
    "ProtectHome": "yes", "ProtectProc": "invisible", "ProtectClock": "yes", "ProtectHostname": "yes",
    "ProtectKernelLogs": "yes", "ProtectKernelModules": "yes", "ProtectKernelTunables": "yes",
    "ProtectControlGroups": "yes", "PrivateTmp": "yes", "PrivateDevices": "yes", "PrivateUsers": "yes",
    "RestrictNamespaces": "yes", "RestrictRealtime": "yes", "RestrictSUIDSGID": "yes", "LockPersonality": "yes",
    "SystemCallArchitectures": "native", "DynamicUser": "yes", "StateDirectory": "vedette",
}


def settings(name: str) -> dict[str, list[str]]:
    """Read a unit: a setting may stand several times."""
    read: dict[str, list[str]] = {}
    for line in (DEPLOY / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "[")):
            key, _, value = line.partition("=")
            read.setdefault(key, []).append(value)
    return read


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_confined(name: str) -> None:
    held = settings(name)
    assert {key: held.get(key) for key in CONFINED} == {key: [value] for key, value in CONFINED.items()}
    assert held["SystemCallFilter"] == ["@system-service", "~@privileged"]
    assert "root" not in held["User"]
    assert not {"ReadWritePaths", "BindPaths", "PermissionsStartOnly", "EnvironmentFile"} & set(held)


def test_only_the_watch_and_workers_may_ask_the_network() -> None:
    for name in ("vedette-watch.service", "vedette-worker@.service"):
        families = settings(name)["RestrictAddressFamilies"][0].split()
        assert set(families) == {"AF_INET", "AF_INET6", "AF_UNIX"}
    assert settings("vedette-serve.service")["IPAddressDeny"] == ["any"]
    assert settings("vedette-serve.service")["IPAddressAllow"] == ["localhost"]
    assert settings("vedette-backup.service")["PrivateNetwork"] == ["yes"]


@pytest.mark.parametrize("name", ["vedette-watch.service", "vedette-worker@.service", "vedette-serve.service"])
def test_what_runs_day_and_night_comes_back_and_is_bounded(name: str) -> None:
    held = settings(name)
    assert held["Restart"] == ["always"]
    assert {"MemoryMax", "TasksMax", "TimeoutStopSec"} <= set(held)


@pytest.mark.parametrize("name", ["vedette-watch.service", "vedette-worker@.service"])
def test_a_page_that_eats_all_memory_ends_its_reader_and_not_the_service(name: str) -> None:
    assert settings(name)["OOMPolicy"] == ["continue"]


@pytest.mark.parametrize("name", SERVICES)
def test_the_command_of_a_service_is_one_of_ours(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    (command,) = settings(name)["ExecStart"]
    words = command.partition("/opt/vedette/bin/vedette ")[2].partition(' "')[0].split()
    assert words[0] == name.removesuffix(".service").removesuffix("@").removeprefix("vedette-")
    assert run([*words, "--help"]) == 0, capfd.readouterr().err  # an option that there is not would be named


def test_all_of_them_work_on_one_desk() -> None:
    alone = [name for name in SERVICES if "worker" not in name]
    desks = {value for name in alone for value in settings(name)["Environment"] if value.startswith("VEDETTE_DESK")}
    assert desks == {"VEDETTE_DESK=/var/lib/vedette/vedette.sqlite"}


def test_workers_share_a_desk_on_postgresql_and_one_archive() -> None:
    held = settings("vedette-worker@.service")["Environment"]
    assert "VEDETTE_DESK=postgresql://vedette@localhost/vedette" in held
    assert "VEDETTE_ARCHIVE=/var/lib/vedette/vedette.archive" in held
    assert settings("vedette-worker@.service")["OOMPolicy"] == ["continue"]


def test_the_timer_runs_the_copy() -> None:
    held = settings("vedette-backup.timer")
    assert held["OnCalendar"] == ["*-*-* 03:20:00 UTC"]
    assert held["Persistent"] == ["yes"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not at hand to read its files")
@pytest.mark.parametrize("name", [*SERVICES, "vedette-backup.timer"])
def test_systemd_understands_them(name: str, tmp_path: Path) -> None:
    for file in DEPLOY.glob("vedette-*"):
        text = file.read_text(encoding="utf-8").replace("/opt/vedette/bin/vedette", "/bin/true")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / name)],
        capture_output=True, text=True, check=False, timeout=60,
    )
    said = [line for line in (done.stdout + done.stderr).splitlines() if "vedette" in line]
    assert said == []
