"""What is kept of what pages gathered: never longer than the desk shows the same."""

from __future__ import annotations

from vedette.presentation.web.remembered import Remembered


def test_what_hangs_on_another_state_of_the_desk_is_made_anew():
    kept = Remembered()
    first = kept.get("state 1", lambda: "counted first")
    assert kept.get("state 1", lambda: "counted again") == first
    assert kept.get("state 2", lambda: "counted anew") != first


def test_what_was_asked_for_longest_ago_is_forgotten_first():
    kept = Remembered(size=2)
    first, second = kept.get("a", lambda: "first a"), kept.get("b", lambda: "first b")
    kept.get("a", lambda: "second a")
    kept.get("c", lambda: "first c")
    assert kept.get("a", lambda: "third a") == first
    assert kept.get("b", lambda: "second b") != second
