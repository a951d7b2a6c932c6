"""How a desk on PostgreSQL answers beside the same desk in a file: ``python -m`` this."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.engine import make_url

from vedette.desk import Desk
from vedette.evaluation.lent_server import NoServer, named_or_lent
from vedette.evaluation.machine import Machine, this_machine
from vedette.evaluation.speed.grown import Answered
from vedette.evaluation.speed.made_news import make_news
from vedette.evaluation.speed.queries import TIMES, ask_all
from vedette.evaluation.written_section import write_section
from vedette.knowledge import load_knowledge
from vedette.store import open_store
from vedette.store.copying import copy_desk

REPORTS = 10_000
_WRITTEN = 1_000
Answers = list[tuple[Answered, Answered]]


def ask_both(reports: int, server: str, *, times: int = TIMES) -> Answers:
    """Fill a desk in a file, copy it onto a server, and ask both, question by question.

    Args:
        reports: How many it holds.
        server: The address of an empty database.
        times: How often each question is asked.
    """
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "desk.sqlite")
        with open_store(file) as store:
            news = make_news(reports)
            while some := list(islice(news, _WRITTEN)):
                store.add(some)
            Desk(store, load_knowledge()).relink()
        copy_desk(file, server)
        _analyze(server)
        with open_store(file, read_only=True) as here, open_store(server, read_only=True) as there:
            return list(zip(ask_all(here, times=times), ask_all(there, times=times), strict=True))


def _analyze(server: str) -> None:
    import psycopg  # noqa: PLC0415 (an extra)

    plain = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def section(answers: Answers, *, reports: int, machine: Machine) -> str:
    """Write what was found."""
    rows = [
        f"| {here.question} | {here.p50:.1f} / {here.p99:.1f} | {there.p50:.1f} / {there.p99:.1f} "
        f"| {there.p50 / here.p50:.1f} |" for here, there in answers
    ]
    return "\n".join([
        f"Measured at commit {machine.commit}: {machine.processor}, {machine.cores} cores, PostgreSQL on the same "
        f"computer; {reports:,} reports; milliseconds by the clock, p50 / p99.", "",
        "| | in a file | on PostgreSQL | p50, file = 1 |", "|---|---:|---:|---:|", *rows,
    ])


def main(arguments: Sequence[str]) -> None:
    """Measure, and write the section."""
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.speed.on_a_server",
        description="Ask a desk on PostgreSQL and the same desk in a file what the pages ask.",
    )
    parser.add_argument(
        "--desk", metavar="ADDRESS", help="an empty PostgreSQL database; a server is lent unless given"
    )
    parser.add_argument("--reports", type=int, default=REPORTS, metavar="N", help=f"how many ({REPORTS})")
    parser.add_argument("--times", type=int, default=TIMES, metavar="N", help=f"how often each is asked ({TIMES})")
    parser.add_argument("--write", type=Path, metavar="FILE", help="the page to write the section into")
    given = parser.parse_args(arguments)
    try:
        with named_or_lent(given.desk) as server:
            answers = ask_both(given.reports, server, times=given.times)
    except NoServer as error:
        sys.stderr.write(f"{error} A desk on one was not measured.\n")
        return
    text = section(answers, reports=given.reports, machine=this_machine())
    if given.write:
        write_section(given.write, "on a server", text)
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
