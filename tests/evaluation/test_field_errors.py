"""What is wrong in one field, told with the words around it."""

from vedette.evaluation.field_errors import report_errors
from vedette.evaluation.markup import parse_items

# The annotation has a day that the words do not say, so that it cannot come out right.
MARKED = """@ lt-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire
{Lenkija|A1 PL} {uždarė|E1 border_closure} sieną {pirmadienį|T1 2026-05-04}.
E1 who=A1 when=T1
"""


def test_a_wrong_day_is_shown_with_its_sentence_and_a_right_actor_is_not() -> None:
    items, problems = parse_items(MARKED, file="test")
    assert not problems
    shown = report_errors(items, field="date", way="annotation")
    assert "date: 0.000 (0 right, 1 given, 1 wanted)" in shown
    assert "lt-0001 2026-05-13: wanted from 2026-05-04 | given from 2026-05-11" in shown
    assert "[uždarė] sieną pirmadienį." in shown
    assert "lt-0001" not in report_errors(items, field="actor", way="annotation")
