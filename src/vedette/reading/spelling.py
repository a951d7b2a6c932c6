"""The endings of a word, as the language files write them: ``{,n,ssa}`` behind what stays the same."""

from __future__ import annotations

import re

_BRACES = re.compile(r"\{([^{}]*)\}")


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
