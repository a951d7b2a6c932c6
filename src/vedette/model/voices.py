"""Voices of which nobody knows whose they are: that of one outlet or of another."""

from __future__ import annotations

from collections.abc import Iterable

_OR = " / "


def one_of(names: Iterable[str]) -> str:
    """Name a voice that is one of several, and nobody knows which.

    Two outlets that printed one text in the same moment, without saying from whom, are one voice: one of them had it
    from the other, or both from a third.

    Example:
        >>> one_of(["Example Post", "Copying Courier", "Example Post"])
        'Copying Courier / Example Post'
    """
    return _OR.join(sorted(set(names)))


def who_may_be(voice: str) -> tuple[str, ...]:
    """Give the names of which a voice is one; most are one name.

    Example:
        >>> who_may_be("Copying Courier / Example Post"), who_may_be("Example Post")
        (('Copying Courier', 'Example Post'), ('Example Post',))
    """
    return tuple(voice.split(_OR))


def independent(voices: Iterable[str]) -> tuple[str, ...]:
    """Give the voices that are surely not the same: what is counted.

    A voice that is one of several counts only where none of them does, so that a further copy of a text makes no
    further voice.

    Example:
        >>> independent(["Example Post", "Copying Courier / Example Post", "Harbour Wire"])
        ('Example Post', 'Harbour Wire')
    """
    counted: list[str] = []
    taken: set[str] = set()
    for voice in sorted(set(voices), key=lambda one: (len(who_may_be(one)), one)):
        if taken.isdisjoint(who_may_be(voice)):
            counted.append(voice)
            taken.update(who_may_be(voice))
    return tuple(sorted(counted))


def counted_as(voice: str, counted: Iterable[str]) -> str:
    """Give the counted voice that a voice may be: itself, or the first of those it may be.

    Example:
        >>> counted_as("Copying Courier / Example Post", ["Example Post", "Harbour Wire"])
        'Example Post'
    """
    names = set(who_may_be(voice))
    every = tuple(counted)
    return voice if voice in every else next((one for one in every if not names.isdisjoint(who_may_be(one))), voice)
