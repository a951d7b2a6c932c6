"""However reports came to a desk (one by one, in any order, in portions, at once), it holds the same.

Fixture strategy: reports and claims are drawn by hypothesis as plain data, so that a failure
shrinks to the few claims that make it; each draw has a desk of its own in memory of its own. Crowds are made small,
so that blocks close while a handful of reports come. The reference is ``link`` with everything at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawn_desks import decided, dump, printed, ruling, write
from vedette import desk as desks
from vedette.linking import workbench
from vedette.linking.same import blocking
from vedette.model import Decision, ReadReport, Undo

FEW = 3


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks close, and portions end, after a few."""
    monkeypatch.setattr(blocking, "CROWD", FEW)
    monkeypatch.setattr(workbench, "CROWD", FEW)
    monkeypatch.setattr(desks, "PORTION", 2)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(printed, min_size=1, max_size=7), rulings=st.lists(ruling, max_size=4), data=st.data())
def test_one_by_one_in_any_order_or_at_once(newsroom: Any, drawn: Any, rulings: Any, data: Any) -> None:
    reports = write(newsroom, drawn)
    decisions = decided(newsroom, rulings)
    shuffled = data.draw(st.permutations(reports))
    cut = data.draw(st.integers(0, len(reports)))
    at = data.draw(st.integers(0, len(reports)))

    at_once = dump(newsroom, [[*reports, *decisions]])

    assert dump(newsroom, [*([one] for one in shuffled), decisions]) == at_once
    assert dump(newsroom, [shuffled[:cut], shuffled[cut:], shuffled[:1], decisions]) == at_once
    assert dump(newsroom, [*([one] for one in (*shuffled[:at], *decisions, *shuffled[at:]))]) == at_once
    assert dump(newsroom, [[*shuffled[:at]], *([one] for one in decisions), [*shuffled[at:]]]) == at_once
    assert [line for line in at_once if isinstance(line, dict) and line["kind"] == "event"] == told_at_once(
        newsroom, reports, decisions
    )


def told_at_once(newsroom: Any, reports: Sequence[ReadReport], decisions: Sequence[Decision]) -> list[Any]:
    """Give the events of the reference, where nothing is held."""
    from dataclasses import replace

    from vedette.linking import link
    from vedette.model.codec import event_to_json

    undone = {one.undoes: one.at for one in decisions if isinstance(one, Undo)}
    standing = [one if isinstance(one, Undo) else replace(one, undone=undone.get(one.id)) for one in decisions]
    claims = [claim for one in reports for claim in one.claims]
    linked = link(claims, reports={one.report.id: one.report for one in reports}, knowledge=newsroom.knowledge,
                  decisions=standing)
    return [{"kind": "event", **event_to_json(event)} for event in linked.events]
