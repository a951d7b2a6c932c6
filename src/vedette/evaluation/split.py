"""Which items are learned from, which are looked at while learning, and which only at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from vedette.evaluation.annotated import AnnotatedItem
from vedette.evaluation.eventless import EventlessParagraph

Item = TypeVar("Item", AnnotatedItem, EventlessParagraph)


class Part(StrEnum):
    """A part of the corpus."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


TEST_SHARE, DEV_SHARE = 12, 8  # of a hundred


def part_of(item: AnnotatedItem | EventlessParagraph) -> Part:
    """Say which part an item is in: its story decides, and no other item changes that.

    Of a paragraph without event its words decide.
    """
    decides = item.story if isinstance(item, AnnotatedItem) else item.text
    digest = hashlib.blake2b(f"{item.language}/{decides}".encode(), digest_size=4).digest()
    number = int.from_bytes(digest, "big") % 100
    if number < TEST_SHARE:
        return Part.TEST
    return Part.DEV if number < TEST_SHARE + DEV_SHARE else Part.TRAIN


def in_part(items: Iterable[Item], part: Part) -> list[Item]:
    """Give the items of a part, in their order."""
    return [item for item in items if part_of(item) is part]
