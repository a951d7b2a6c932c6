"""docs/schema has the schemas of the public contract as the package has them."""

import json
from pathlib import Path

import pytest

from vedette.knowledge.scenarios import scenario_schema
from vedette.presentation.web.api.forms import CONTRACT

ROOT = Path(__file__).parents[2]
PUBLISHED, OWN = ROOT / "docs" / "schema", ROOT / "src" / "vedette" / "model" / "schema"


def test_every_schema_is_published() -> None:
    names = {f"{noun}.schema.json" for noun in CONTRACT}
    assert {path.name for path in OWN.iterdir()} == names
    assert {path.name for path in PUBLISHED.iterdir()} == names | {"scenario.schema.json"}


def test_the_schema_of_scenarios_is_that_of_the_reader() -> None:
    published = json.loads((PUBLISHED / "scenario.schema.json").read_text(encoding="utf-8"))
    assert published == scenario_schema(), "Run: .venv/bin/python tools/write_docs.py"


@pytest.mark.parametrize("noun", CONTRACT)
def test_a_published_schema_is_that_of_the_package(noun: str) -> None:
    name = f"{noun}.schema.json"
    same = (PUBLISHED / name).read_bytes() == (OWN / name).read_bytes()
    assert same, f"Change src/vedette/model/schema/{name}, then run: .venv/bin/python tools/write_docs.py"
