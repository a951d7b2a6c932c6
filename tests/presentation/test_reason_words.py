"""What other rooms put on record in English is said in Ukrainian, too."""

from __future__ import annotations

import pytest

from vedette.linking.lineage.grading import grade_event
from vedette.presentation.reason_words import said_reason
from vedette.presentation.saying import speaking
from vedette.reading.apart import COUNTED
from vedette.reading.dated import DEADLINE, INHERITED
from vedette.reading.drill_times import BY_DRILL, WITHIN_DRILL
from vedette.reading.undated import REPORT_DAY

REASONS = (
    "F: no reliability is recorded for its sources", "B: usually reliable, BelTA, rated by Ann on 2025-09-12",
    "1: asserted by PL, LT, EE", "1: asserted by PL, LT, shown by imagery",
    "2: asserted by two independent parties: PL, LT",
    "3: asserted by BelTA alone", "4: asserted by BelTA alone, with details in conflict",
    "4: asserted by a single voice (Ann)", "4: asserted by PL, LT, denied by RU", "6: no known origin says so",
    "4: said to be probable or possible only, by PL", "in conflict: quantity:people", "state-controlled: BelTA",
    "the weekday contradicts the date: 2025-09-12 is a Friday", "it ends before it begins", REPORT_DAY,
    DEADLINE, INHERITED, COUNTED, WITHIN_DRILL, BY_DRILL,
)


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_words_in_ukrainian(reason):
    with speaking("uk"):
        said = said_reason(reason)
    assert said != reason
    assert any("а" <= char <= "я" for char in said)
    if "quantity:" not in reason:
        assert said_reason(reason) == reason, "in English it stays as it is on record"


def test_what_grading_says_of_nobody_is_known_here():
    reasons = grade_event((), {}, conflicts=()).reasons
    with speaking("uk"):
        assert all(said_reason(reason) != reason for reason in reasons), reasons


def test_a_reason_that_nobody_wrote_down_is_shown_as_it_is():
    with speaking("uk"):
        assert said_reason("a reason of a later day") == "a reason of a later day"
