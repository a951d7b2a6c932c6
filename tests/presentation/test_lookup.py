"""What people name is found by its id, the beginning of it, or its name: the cheapest way first."""

from __future__ import annotations

import pytest
from fake_view import border_desk

from vedette.errors import UnknownId
from vedette.presentation.lookup import find_event, find_event_or_situation, known_claim, told_by


def test_a_situation_is_found_by_its_name_without_going_through_all_claims(monkeypatch):
    view = border_desk()
    monkeypatch.setattr(view, "claims", lambda ids=None: pytest.fail("all claims were read"))
    assert find_event_or_situation(view, "border 2025").id == "s1"
    assert find_event_or_situation(view, "e3abc").id == "e3abcdef"


def test_what_nobody_knows_is_no_event():
    with pytest.raises(UnknownId, match="No event 'nothing'"):
        find_event_or_situation(border_desk(), "nothing")
    with pytest.raises(UnknownId, match="No event ''"):
        find_event(border_desk(), "")


def test_an_exact_id_is_that_of_a_claim_or_of_an_event():
    view = border_desk()
    assert known_claim(view, "c1").id == "c1"
    assert [claim.id for claim in told_by(view, "c3")] == ["c3"]
    assert [claim.id for claim in told_by(view, "e1")] == ["c1", "c2"]
    for unknown in ("c", "e"):
        with pytest.raises(UnknownId, match=f"No event or claim '{unknown}'"):
            told_by(view, unknown)
