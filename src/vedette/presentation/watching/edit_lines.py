"""What an outlet changed in an article, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vedette.model import Report
from vedette.store.watching import Edit
from vedette.watching.edits import Piece, difference

_MARKS = {Piece.SAME: "{}", Piece.GONE: "[-{}-]", Piece.NEW: "{{+{}+}}"}


def edit_paragraphs(before: Report, after: Report) -> Iterator[str]:
    """Give the title and the paragraphs that differ, with marks around what went and what came."""
    for one, other in ((before.title or "", after.title or ""), (before.text, after.text)):
        for paragraph in difference(one, other):
            yield "".join(_MARKS[words.piece].format(words.text) for words in paragraph)


def edit_line(edit: Edit, before: Report, after: Report) -> dict[str, Any]:
    """Give an edit as an object of JSONL."""
    return {
        "address": edit.address, "met": edit.met.isoformat(timespec="seconds"), "before": edit.before,
        "after": edit.after, "paragraphs": [
            [{"piece": str(words.piece), "text": words.text} for words in paragraph]
            for paragraph in difference(before.text, after.text)
        ],
    }
