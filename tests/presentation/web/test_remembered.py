"""What is kept of what pages gathered: never longer than the desk shows the same."""

from __future__ import annotations

from threading import Event, Thread

import pytest

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


def test_of_readers_who_ask_at_once_one_makes_it_for_all():
    kept, making, done = Remembered(), Event(), Event()
    made: list[str] = []
    found: list[str] = []

    def make() -> str:
        made.append("counted")
        making.set()
        done.wait(timeout=10)
        return f"counted {len(made)} times"

    readers = [Thread(target=lambda: found.append(kept.get("state 1", make))) for _ in range(3)]
    readers[0].start()
    assert making.wait(timeout=10)
    for reader in readers[1:]:
        reader.start()
    done.set()
    for reader in readers:
        reader.join(timeout=10)
    assert found == ["counted 1 times"] * 3


def test_what_could_not_be_made_is_tried_again():
    kept = Remembered()

    def fail() -> str:
        raise OSError("the disk is away")

    with pytest.raises(OSError, match="away"):
        kept.get("state 1", fail)
    assert kept.get("state 1", lambda: "made") == "made"
