"""What kind of happening an English word tells of: the place that types of events have in our own claims.

The kinds are in ``data/happenings.toml``: a thesaurus of the language of news.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files

_ENDINGS = (
    "ations", "ating", "ation", "ators", "ition", "tions", "ments", "ated", "ates", "ator", "tion", "sion", "ment",
    "ance", "ence", "ings", "ate", "ing", "ers", "ors", "ure", "ity", "ies", "ee", "er", "or", "ed", "es", "al", "s",
    "e", "y",
)
_LEAST_STEM = 4


class Happenings:
    """Looks words up.

    Args:
        kinds: The words of each kind, as base forms; a verb and its particle joined by ``_``.
        said: Kinds that are words of somebody.
        empty: Words that name nothing by themselves ("take", "make").

    Example:
        >>> kinds = {"purchase": ["buy", "acquire"], "saying": ["say"]}
        >>> happenings = Happenings(kinds, said=["saying"], empty=["make"])
        >>> happenings.of("acquirement") == happenings.of("buy") == {"purchase"}, happenings.of("dance")
        (True, frozenset())
        >>> happenings.is_said("say"), happenings.is_said("buy"), happenings.is_empty("make")
        (True, False, True)
    """

    def __init__(self, kinds: Mapping[str, Iterable[str]], *, said: Iterable[str], empty: Iterable[str]) -> None:
        words: dict[str, set[str]] = defaultdict(set)
        stems: dict[str, set[str]] = defaultdict(set)
        for kind, members in kinds.items():
            for word in members:
                words[word].add(kind)
                stems[stem(word)].add(kind)
        self._of_word = {word: frozenset(found) for word, found in words.items()}
        self._of_stem = {word: frozenset(found) for word, found in stems.items()}
        self._said, self._empty = frozenset(said), frozenset(empty)

    def knows(self, word: str) -> bool:
        """Say whether a word stands in the table as it is."""
        return word in self._of_word

    def of(self, word: str) -> frozenset[str]:
        """Give the kinds of a word, by itself or by its stem; none of a word that the table does not hold."""
        return self._of_word.get(word) or self._of_stem.get(stem(word), frozenset())

    def is_said(self, word: str) -> bool:
        """Say whether a word can tell what somebody says."""
        return bool(self.of(word) & self._said)

    def is_empty(self, word: str) -> bool:
        """Say whether a word names nothing by itself."""
        return word in self._empty


def load_happenings() -> Happenings:
    """Read the table that ships."""
    data = tomllib.loads((files("vedette.evaluation") / "data" / "happenings.toml").read_text(encoding="utf-8"))
    kinds = {kind: words.split() for kind, words in data["happenings"].items()}
    return Happenings(kinds, said=data["words"]["said"].split(), empty=data["words"]["empty"].split())


def stem(word: str) -> str:
    """Take the ending off a word, so that a verb and the noun made of it meet.

    Example:
        >>> stem("announce") == stem("announcement"), stem("nominate") == stem("nomination"), stem("say")
        (True, True, 'say')
    """
    fitting = (end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _LEAST_STEM)
    cut = word.removesuffix(next(fitting, ""))
    return cut[:-1] if cut.endswith(("e", "y")) and len(cut) > _LEAST_STEM else cut
