"""Who took their word back?"""

from __future__ import annotations

from typing import Any

from vedette.linking.disagreement.updates import find_updates
from vedette.linking.lineage.voices import voices_of
from vedette.model import Update


def updates(newsroom: Any) -> tuple[Update, ...]:
    profiles = newsroom.profiles()
    return find_updates(profiles, voices_of(profiles, newsroom.lineage()).bodies)


def test_a_corrected_figure_is_shown_step_by_step(newsroom: Any) -> None:
    first = newsroom.claim("strike", outlet="Alpha", published="2025-09-12", quantities=[newsroom.count(3, "killed")])
    last = newsroom.claim("strike", outlet="Alpha", published="2025-09-13", quantities=[newsroom.count(9, "killed")])

    update, = updates(newsroom)
    assert (update.field, update.origin) == ("quantity:killed", "Alpha")
    assert [(step.value, step.published, step.claims) for step in update.steps] == [
        ("3 killed", "2025-09-12", (first.id,)), ("9 killed", "2025-09-13", (last.id,)),
    ]


def test_two_origins_that_differ_update_nothing(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Alpha", published="2025-09-12", quantities=[newsroom.count(3, "killed")])
    newsroom.claim("strike", outlet="Beta", published="2025-09-13", quantities=[newsroom.count(9, "killed")])

    assert updates(newsroom) == ()


def test_to_say_more_exactly_is_no_update(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Alpha", published="2025-09-12",
                   quantities=[newsroom.count(3, "killed", qualifier="at_least")])
    newsroom.claim("strike", outlet="Alpha", published="2025-09-13", quantities=[newsroom.count(9, "killed")])

    assert updates(newsroom) == ()


def test_a_moved_date_and_a_retraction(newsroom: Any) -> None:
    for day, date, sure in (("12", "2025-09-10", "asserted"), ("13", "2025-09-08", "asserted"), ("14", None, "denied")):
        newsroom.claim("strike", outlet="Alpha", published=f"2025-09-{day}", when=date, factuality=sure)

    assert [(update.field, [step.value for step in update.steps]) for update in updates(newsroom)] == [
        ("happened", ["asserted", "denied"]), ("period", ["2025-09-10", "2025-09-08"]),
    ]


def test_nobody_known_updates_nothing(newsroom: Any) -> None:
    newsroom.claim("strike", outlet=None, published="2025-09-12", quantities=[newsroom.count(3, "killed")])
    newsroom.claim("strike", outlet=None, published="2025-09-13", quantities=[newsroom.count(9, "killed")])

    assert updates(newsroom) == ()
