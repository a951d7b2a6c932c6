"""A PostgreSQL server for a while: of this machine, in a temporary folder, on a free port; for benches and tests.

The programs of PostgreSQL are looked for. The server ends with the process that asked for it, also where that is
killed, and nothing of it is kept.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

USER = "vedette"
_OLDEST = 15
_START = 60.0  # seconds, on a machine that has much else to do


class NoServer(Exception):
    """Nothing here can serve: PostgreSQL is not installed, or may not run. Says why."""


@contextmanager
def lent_server(*, settings: Mapping[str, str], door: str = "host all all 127.0.0.1/32 trust\n") -> Iterator[str]:
    """Start a server, and give the address of its database ``postgres``, for a user who may do everything.

    Its texts sort as English does (ICU), so that a query which forgets ``COLLATE "C"`` shows.

    Args:
        settings: Of ``postgresql.conf``, by their names.
        door: Who may come in, as in ``pg_hba.conf``; everybody on this computer unless given.

    Raises:
        NoServer: PostgreSQL is not installed here, or may not run.
        RuntimeError: It does not start.
    """
    programs = _programs()
    if programs is None:
        raise NoServer("No PostgreSQL here: install postgresql, or name a server.")
    folder = Path(tempfile.mkdtemp(prefix="vedette-postgres-"))
    try:
        yield from _serving(programs, folder, settings, door)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def named_or_lent(address: str | None) -> Iterator[str]:
    """Give the server that was named, else one that is lent, as it would be installed: for what is measured."""
    if address is not None:
        yield address
        return
    with lent_server(settings={"shared_buffers": "256MB"}) as lent:
        yield lent


def _programs() -> Path | None:
    """Find the folder with the programs of a server: the newest of Debian's, else that of the PATH."""
    debian = sorted(
        (file for file in Path("/usr/lib/postgresql").glob("*/bin/initdb") if int(file.parts[-3]) >= _OLDEST),
        key=lambda file: int(file.parts[-3]),
    )
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return None if found is None else Path(found).resolve().parent


def _serving(programs: Path, folder: Path, settings: Mapping[str, str], door: str) -> Iterator[str]:
    data, lent = folder / "data", _lent_to(folder)
    made = subprocess.run(
        [programs / "initdb", "-D", data, "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C",
         "--locale-provider=icu", "--icu-locale=en", "--no-sync", "--no-instructions"],
        check=False, capture_output=True, text=True, cwd="/", **lent,
    )
    if made.returncode:
        raise RuntimeError(f"initdb made no cluster: {made.stderr or made.stdout}")
    (data / "pg_hba.conf").write_text(door)
    port, log = _free_port(), folder / "log"
    own = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", **settings}
    command = [*_ends_with_us(), str(programs / "postgres"), "-D", str(data), "-p", str(port),
               *(f"-c{name}={value}" for name, value in own.items())]
    with log.open("w") as written:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=written, cwd="/", **lent)
    try:
        address = f"postgresql://{USER}@127.0.0.1:{port}/postgres"
        _wait(address, process, log=log)
        yield address
    finally:
        process.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
        process.wait(timeout=_START)


def _lent_to(folder: Path) -> dict[str, Any]:
    """Say as whom the server runs, and give them the folder: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    try:
        held = pwd.getpwnam("postgres")
    except KeyError:
        raise NoServer("PostgreSQL does not run as root, and there is no user 'postgres' here.") from None
    os.chown(folder, held.pw_uid, held.pw_gid)
    return {"user": held.pw_uid, "group": held.pw_gid, "extra_groups": []}


def _ends_with_us() -> list[str]:
    """Have the server end when the process of the tests is killed; it changes its user before, so the mark stays."""
    program = shutil.which("setpriv")
    return [] if program is None else [program, "--pdeathsig", "QUIT", "--"]


def _free_port() -> int:
    with closing(socket.socket()) as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[Any], *, log: Path) -> None:
    import psycopg  # noqa: PLC0415 (an extra)

    end = time.monotonic() + _START
    while True:
        try:
            psycopg.connect(address, connect_timeout=2).close()
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"The server did not start: {log.read_text() or error}") from error
            time.sleep(0.05)
        else:
            return
