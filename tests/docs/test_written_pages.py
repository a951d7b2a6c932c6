"""Pages that a command writes are as it would write them now."""

import importlib.util
from pathlib import Path
from types import ModuleType

from vedette.model import EventType

ROOT = Path(__file__).parents[2]


def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "tools" / "write_docs.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_event_types_is_up_to_date() -> None:
    page = (ROOT / "docs" / "event-types.md").read_text(encoding="utf-8")
    assert page == writer().event_types_page(), "Run: .venv/bin/python tools/write_docs.py"


def test_the_page_of_event_types_has_a_row_for_each() -> None:
    page = (ROOT / "docs" / "event-types.md").read_text(encoding="utf-8")
    assert [kind for kind in EventType if page.count(f"| `{kind}` |") != 1] == []


def test_a_session_is_its_commands_with_what_they_print() -> None:
    session = "$ echo one; echo two >&2\nold\n\n$ printf 'three \\n'\n"
    assert writer().run_session(session) == "$ echo one; echo two >&2\none\n\n$ printf 'three \\n'\nthree"


def test_a_session_shows_the_event_that_it_listed_last() -> None:
    session = "$ echo e1a2b3c\n\n$ echo show e0000000"
    assert writer().run_session(session).endswith("$ echo show e1a2b3c\nshow e1a2b3c")
