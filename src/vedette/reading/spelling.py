"""The endings of a word, as the language files write them: ``{,n,ssa}`` behind what stays the same.

Endings that many words share have a name in the ``[inflections]`` of the file:
with ``adj = "ий,ого,ому"``, ``минул{adj}`` is written for all its forms.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

_BRACES = re.compile(r"\{([^{}]*)\}")


def inflected(content: str) -> dict[str, Any]:
    r"""Read a language file, with the named endings written out wherever it uses them.

    Raises:
        ValueError: It is no TOML.

    Example:
        >>> inflected("inflections = { en = ',n,r' }\nwords = ['letzte{en}', 'a{b}']")["words"]
        ['letzte{,n,r}', 'a{b}']
    """
    names = tomllib.loads(content).get("inflections", {})
    return tomllib.loads(_BRACES.sub(lambda brace: "{" + names.get(brace[1], brace[1]) + "}", content))


def spellings(phrase: str) -> list[str]:
    """Write out every spelling of a phrase: each brace holds endings or stems, with commas between them.

    Raises:
        ValueError: A brace opens or closes alone, or stands within another.

    Example:
        >>> spellings("letzte{,n,r} Woche")
        ['letzte Woche', 'letzten Woche', 'letzter Woche']
    """
    brace = _BRACES.search(phrase)
    if brace is None:
        if "{" in phrase or "}" in phrase:
            raise ValueError(f"a brace of '{phrase}' has no partner")
        return [phrase]
    head, tail = phrase[: brace.start()], phrase[brace.end() :]
    return [f"{head}{ending}{rest}" for ending in brace.group(1).split(",") for rest in spellings(tail)]
