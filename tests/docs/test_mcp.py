"""docs/mcp.md names the tools with their arguments, the resources and the limits."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from vedette.presentation.mcp import asking, assistant_server, citing, scenarios

PAGE = (Path(__file__).parents[2] / "docs" / "mcp.md").read_text(encoding="utf-8")
SERVER = assistant_server(lambda: None)  # type: ignore[arg-type,return-value]


def rows(header: str) -> list[tuple[str, ...]]:
    """Give the rows of the table that has this header."""
    table = PAGE.partition(f"| {header} |\n")[2].partition("\n\n")[0].splitlines()[1:]
    return [tuple(cell.strip() for cell in line.strip("| ").split(" | ")) for line in table]


def test_every_tool_is_named_with_its_arguments() -> None:
    written = {tool.strip("`"): re.findall(r"`(\w+)`", asked) for tool, asked, _ in rows("tool | arguments | gives")}
    tools = asyncio.run(SERVER.list_tools())
    assert written == {tool.name: list(tool.input_schema["properties"]) for tool in tools}


def test_every_resource_is_named() -> None:
    written = {row[0].strip("`") for row in rows("address | is")}
    fixed = {str(one.uri) for one in asyncio.run(SERVER.list_resources())}
    made = {one.uri_template for one in asyncio.run(SERVER.list_resource_templates())}
    assert written == fixed | made


def test_the_limits_are_those_of_the_code() -> None:
    for said in (
        f"up to {citing.FEW_CITATIONS} citations", f"up to {citing.MOST_CITATIONS} citations",
        f"{asking.MOST_CHARACTERS:,} characters", f"up to {asking.MOST_CLAIMS} citations",
        f"Lists give {asking.MOST_EVENTS} at most", f"the first {scenarios.MOST_EVENTS_CITED} events",
    ):
        assert said in PAGE
