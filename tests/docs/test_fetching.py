"""The page on fetching names every word for a failure."""

from pathlib import Path

from vedette.sources.web import Fault

PAGE = Path(__file__).parents[2] / "docs" / "fetching.md"


def test_every_fault_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [fault for fault in Fault if f"| `{fault}` |" not in page] == []
