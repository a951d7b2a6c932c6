"""Writes the pages of the documentation that follow from the program, so that they cannot lie.

::

    python tools/write_docs.py            write docs/event-types.md, and docs/schema from the package
    python tools/write_docs.py --check    say whether the page is up to date
    python tools/write_docs.py --session  run the session of the README and put its output there
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from vedette.knowledge.scenarios import scenario_schema
from vedette.model import EVENT_TYPES, TypeDefinition

ROOT = Path(__file__).parents[1]
EVENT_TYPES_PAGE = ROOT / "docs" / "event-types.md"
SCHEMAS, PUBLISHED = ROOT / "src" / "vedette" / "model" / "schema", ROOT / "docs" / "schema"
README = ROOT / "README.md"
SESSION = re.compile(r"(?<=<!-- session -->\n```console\n).*?(?=\n```\n<!-- end of session -->)", re.S)
EVENT_ID = re.compile(r"\be[0-9a-f]{6,20}\b")
WIDTH = "118"

HEAD = """# Event types

<!-- Written by tools/write_docs.py from EVENT_TYPES in src/vedette/model/event_type.py. Do not edit. -->

What kinds of events Vedette knows, by family. Types of one family are those that reports mix up or that follow on one
another: linking compares claims within a family. Plain talk ("he said that ...") is no event of its own: it is the
attribution of what was said.

The last three columns are the nearest code of [PLOVER](https://github.com/openeventdata/PLOVER), CAMEO and ACLED; where
one is empty, that ontology has no home for the type. A crosswalk loses detail: what is one type here may share its code
with several others.
"""


def event_types_page() -> str:
    """Write the page of event types."""
    families: dict[str, list[TypeDefinition]] = {}
    for definition in EVENT_TYPES:
        families.setdefault(definition.family, []).append(definition)
    return "\n".join([HEAD, *(_family(name, members) for name, members in families.items())])


def scenario_schema_page() -> str:
    """Write the JSON Schema of the file of a scenario."""
    return json.dumps(scenario_schema(), ensure_ascii=False, indent=2) + "\n"


def _family(name: str, members: list[TypeDefinition]) -> str:
    rows = [
        f"| `{one.type}` | {one.definition} | {one.example} | {one.plover} | {one.cameo} | {one.acled} |"
        for one in members
    ]
    head = ["| type | meaning | example | PLOVER | CAMEO | ACLED |", "|---|---|---|---|---|---|"]
    return "\n".join([f"## {name.replace('_', ' ').capitalize()}", "", *head, *rows, ""])


def session_commands(session: str) -> list[str]:
    """Give the commands of a console session: the lines that begin with a prompt."""
    return [line.removeprefix("$ ") for line in session.splitlines() if line.startswith("$ ")]


def run_session(session: str) -> str:
    """Run the commands of a session one after the other in a new folder; give them with what they print.

    Ids change with every better reading, so ``vedette show`` takes the last id that was printed before it.
    """
    parts: list[str] = []
    with TemporaryDirectory() as folder:
        for command in session_commands(session):
            printed = EVENT_ID.findall("\n".join(parts))
            current = EVENT_ID.sub(printed[-1], command) if printed else command
            parts.append(f"$ {current}\n{_output(current, Path(folder))}")
    return "\n\n".join(parts)


def _output(command: str, folder: Path) -> str:
    program = f"{shlex.quote(sys.executable)} -c 'from vedette.presentation.cli import main; main()' \"$@\""
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"vedette() {{ {program}; }}; {command}"], cwd=folder, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
        env={**os.environ, "COLUMNS": WIDTH, "PYTHONPATH": str(ROOT / "src")},
    )
    if done.returncode != 0:
        raise SystemExit(f"The session of the README: code {done.returncode} at: {command}. Correct that line.")
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")


def main(arguments: list[str]) -> int:
    """Do what is asked; give the exit code."""
    if arguments == ["--session"]:
        readme = README.read_text(encoding="utf-8")
        README.write_text(SESSION.sub(lambda found: run_session(found[0]), readme), encoding="utf-8")
        return 0
    page = event_types_page()
    if arguments == ["--check"]:
        return int(not EVENT_TYPES_PAGE.exists() or EVENT_TYPES_PAGE.read_text(encoding="utf-8") != page)
    EVENT_TYPES_PAGE.write_text(page, encoding="utf-8")
    for schema in sorted(SCHEMAS.glob("*.json")):
        (PUBLISHED / schema.name).write_bytes(schema.read_bytes())
    (PUBLISHED / "scenario.schema.json").write_text(scenario_schema_page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
