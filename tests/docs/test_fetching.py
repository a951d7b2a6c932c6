"""The page on fetching names every word for a failure, and every kind of feed."""

from pathlib import Path

from vedette.model import FeedKind
from vedette.sources.web import Fault

PAGE = Path(__file__).parents[2] / "docs" / "fetching.md"


def test_every_fault_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [fault for fault in Fault if f"| `{fault}` |" not in page] == []


def test_every_kind_of_feed_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [kind for kind in FeedKind if f"| `{kind}` |" not in page] == []
