"""A mark of all that matches depend on beside events."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from vedette.model import Scenario, content_id

_ROOM = "vedette.warning"


def mark_of(scenarios: Iterable[Scenario], controlled: Collection[str]) -> str:
    """Give a mark of scenarios, of the media that states control, and of the code of warning.

    Args:
        scenarios: All that are followed.
        controlled: The names of the media, as matching wants them.
    """
    return content_id("m", [_code(), sorted(one.mark for one in scenarios), sorted(controlled)])


@cache
def _code() -> str:
    """Read the code of warning: nobody has to remember to count a version up."""
    mark = blake2b(digest_size=16)
    for module in sorted(files(_ROOM).iterdir(), key=lambda found: found.name):
        if module.name.endswith(".py"):
            mark.update(module.read_bytes())
    return mark.hexdigest()
