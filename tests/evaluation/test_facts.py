"""What the reader infers is neither right nor wrong: only what the words say is compared with the annotation."""

from __future__ import annotations

import pytest

from builders import claim
from vedette.evaluation.facts import score_facts
from vedette.evaluation.markup import parse_items
from vedette.evaluation.tagging import Tally
from vedette.model import Period
from vedette.reading.dated import DEADLINE

MARKED = (
    "@ en-0001 story=a published=2026-09-12 genre=live region=baltic on=yes outlet=Example Wire\n"
    "Drones will be {sent|E1 weapon_deployment} {by 1 October|T1 ..2026-10-01}.\nE1 planned when=T1\n"
)


@pytest.mark.parametrize(("start", "doubt", "counted"), [
    (None, None, Tally(1, 1, 1)),
    ("2026-10-01", DEADLINE, Tally(1, 1, 1)),  # the start is only inferred
    ("2026-10-01", None, Tally(1, 2, 1)),  # told, and wrong
    ("2026-09-20", DEADLINE, Tally(1, 2, 1)),
])
def test_the_start_that_a_deadline_is_given_is_not_counted(
    start: str | None, doubt: str | None, counted: Tally
) -> None:
    [item], problems = parse_items(MARKED, file="test")
    assert not problems
    period = Period(start=start, end="2026-10-01", text="by 1 October", doubt=doubt)
    sent = claim("r1", "weapon_deployment", start=item.text.index("sent"), period=period)
    date = score_facts([(item, [sent])])["all"].by_label["date"]
    assert (date.right, date.given, date.wanted) == (counted.right, counted.given, counted.wanted)
