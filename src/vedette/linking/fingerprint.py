"""Says by which rules a desk was linked, so that no desk is linked by two."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from vedette.model import Knowledge

_ROOMS = ("vedette.linking", "vedette.model")


def rules_of(knowledge: Knowledge) -> str:
    """Give a mark of the rules of linking and of the packs: another one where either is other.

    Args:
        knowledge: What the packs know; of the gazetteer nothing is asked in linking.
    """
    known = [repr(getattr(knowledge, field.name)) for field in fields(knowledge) if field.name != "gazetteer"]
    return blake2b("\0".join((_code(), *known)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def _code() -> str:
    """Read the code of linking and of the nouns that it works on: nobody has to remember to count a version up."""
    mark = blake2b(digest_size=16)
    for room in _ROOMS:
        for module in sorted(files(room).iterdir(), key=lambda module: module.name):
            if module.name.endswith(".py"):
                mark.update(module.read_bytes())
    return mark.hexdigest()
