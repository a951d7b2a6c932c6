"""Says by which rules a desk was linked, so that no desk is linked by two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from vedette.model import Knowledge

_ROOMS = ("vedette.linking", "vedette.model")


def rules_of(knowledge: Knowledge) -> str:
    """Give a mark of the rules of linking and of the packs: another one where either is other.

    Args:
        knowledge: What the packs know; of the gazetteer nothing is asked in linking.
    """
    # Where an outlet's feeds are, and how its pages are read, is nothing to linking.
    linked = replace(knowledge, outlets=tuple(replace(each, feeds=(), rules=None) for each in knowledge.outlets))
    known = [repr(getattr(linked, field.name)) for field in fields(linked) if field.name != "gazetteer"]
    return blake2b("\0".join((_code(), *known)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def _code() -> str:
    """Read the code of linking and of the nouns that it works on: nobody has to remember to count a version up."""
    mark = blake2b(digest_size=16)
    for room in _ROOMS:
        for module in _modules(files(room)):
            mark.update(module.read_bytes())
    return mark.hexdigest()


def _modules(folder: Traversable) -> Iterator[Traversable]:
    for found in sorted(folder.iterdir(), key=lambda found: found.name):
        if found.is_dir():
            yield from _modules(found)
        elif found.name.endswith(".py"):
            yield found
