"""Words as they stand in a sentence, and the forms under which a dictionary has them.

What a language does to a name is data (``inflection.toml``, one shape for all):
paradigms, each with the ending of the dictionary form and the endings that stand
in its place. The code takes endings off and puts others on; it knows no language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from vedette.errors import KnowledgeError
from vedette.model import PlaceKind, fold
from vedette.reading.language_file import check_keys, language_tables

MOST_BASES = 20
_CACHED_WORDS = 50_000
_SAME_START = 5  # letters that two forms of one word begin with, where no paradigm joins them
_MOST_ENDING = 3  # letters by which they then differ at most
_TABLES = {"writing", "endings", "paradigms", "words", "places"}


class Inflection:
    """What a language does to the ends of its words.

    Bases are guesses: only a dictionary, a pack or the gazetteer tells which of
    them is a word. Words are remembered; it can be pickled (the copy loads anew).

    Args:
        language: Its code.
        rules: Folded ending -> endings that it goes back to, likeliest first.
        words: Folded irregular form -> dictionary forms.
        shortest: How many letters have to be left before the part that changes.
        vowels: After one of them no word is put together with an ending that it does not have.
        ordinary: Folded names that are words of the language as well ("того" and Togo).
        small: Folded prepositions and articles, which belong to no name of a place.
        capitals: Whether every noun is written with a capital.
        beside: Folded words before who is on the other side: the border "with" Russia.
        nouns: Folded noun that stands beside the name of a place -> the kind that it means, ``None`` for epithets.
    """

    def __init__(
        self, language: str, *, rules: Mapping[str, tuple[str, ...]], words: Mapping[str, tuple[str, ...]],
        shortest: int, vowels: str = "", ordinary: frozenset[str] = frozenset(), small: frozenset[str] = frozenset(),
        beside: frozenset[str] = frozenset(), capitals: bool = False,
        nouns: Mapping[str, PlaceKind | None] | None = None,
    ) -> None:
        self.language, self.ordinary, self.small, self.capitals = language, ordinary, small, capitals
        self.beside = beside
        self._nouns = nouns or {}
        self._rules, self._words, self._shortest, self._vowels = rules, words, shortest, frozenset(fold(vowels))
        self._longest = max(map(len, rules), default=0)
        self._bases: Callable[[str], tuple[str, ...]] = lru_cache(maxsize=_CACHED_WORDS)(self._find)

    def bases(self, word: str) -> tuple[str, ...]:
        """Give the word itself, then the dictionary forms that it may go back to.

        Args:
            word: One word; capitals and accents of what stays are kept.

        Returns:
            At most twenty forms, likeliest first: irregular ones, then those that
            explain the longest ending. No two differ in accents or case alone.

        Example:
            >>> load_inflection("uk").bases("Польщею")[:2]
            ('Польщею', 'Польща')
            >>> "Helsinki" in load_inflection("fi").bases("Helsingissä")
            True
        """
        return self._bases(word)

    def place_kind(self, word: str) -> PlaceKind | None:
        """Give the kind of place that a noun means, in whichever form it stands.

        Example:
            >>> load_inflection("et").place_kind("lennujaamas")
            <PlaceKind.AIRFIELD: 'airfield'>
        """
        noun = self._noun(word)
        return self._nouns[noun] if noun is not None else None

    def is_epithet(self, word: str) -> bool:
        """Say whether a word goes with such a noun and is no part of a name: "international", "military"."""
        noun = self._noun(word)
        return noun is not None and self._nouns[noun] is None

    def _noun(self, word: str) -> str | None:
        return next((noun for base in self.bases(word) if (noun := fold(base)) in self._nouns), None)

    def __reduce__(self) -> tuple[Callable[[str], Inflection], tuple[str]]:
        return load_inflection, (self.language,)

    def _find(self, word: str) -> tuple[str, ...]:
        found: dict[str, str] = {}
        for base in self._guesses(unicodedata.normalize("NFC", word)):
            found.setdefault(fold(base), base)
            if len(found) == MOST_BASES:
                break
        return tuple(found.values())

    def _guesses(self, word: str) -> Iterator[str]:
        yield word
        letters = [fold(letter) for letter in word]
        yield from self._words.get("".join(letters), ())
        if len(letters) > self._shortest:  # a paradigm may be that of the whole word: "jõe", of "jõgi"
            yield from self._rules.get("".join(letters), ())
        # Nothing was cut off a word that ends in a vowel.
        last = len(letters) - (letters[-1:] != [] and letters[-1] in self._vowels)
        for cut in range(max(self._shortest, len(letters) - self._longest), last + 1):
            for ending in self._rules.get("".join(letters[cut:]), ()):
                yield word[:cut] + ending


def load_inflection(language: str) -> Inflection:
    """Load what a language does to the ends of its words.

    Args:
        language: Code of a language that has a folder ("uk").

    Raises:
        KnowledgeError: The file is missing or wrong; it is named with what to do.

    Example:
        >>> load_inflection("pl").bases("Polsce")[:2]
        ('Polsce', 'Polska')
    """
    tables = read_inflection_file(language)
    try:
        writing = tables["writing"]
        rules = _rules(tables, vowels=writing["vowels"])
        words = {fold(form): tuple(bases) for form, bases in tables["words"].items()}
        return Inflection(
            language, rules=rules, words=words, shortest=writing["shortest"], vowels=writing["vowels"],
            ordinary=_folded(writing["ordinary"]), small=_folded(tables["places"]["small"]),
            beside=_folded(tables["places"]["beside"]), capitals=writing["capitals"], nouns=_nouns(tables["places"]),
        )
    except KeyError as error:
        raise KnowledgeError(
            f"languages/{language}/inflection.toml has no {error}. Every language has the same tables; add it."
        ) from error


def read_inflection_file(language: str) -> dict[str, Any]:
    """Read the tables of ``inflection.toml``: endings and paradigms, and the nouns that go with places."""
    tables = language_tables(language, "inflection")
    check_keys(tables, _TABLES, language=language, name="inflection")
    return tables


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _nouns(places: Mapping[str, str]) -> dict[str, PlaceKind | None]:
    nouns: dict[str, PlaceKind | None] = dict.fromkeys(_folded(places["epithets"]))
    for kind in PlaceKind:
        nouns |= dict.fromkeys(_folded(places[kind]), kind)
    return nouns


def _rules(tables: Mapping[str, Any], *, vowels: str) -> dict[str, tuple[str, ...]]:
    """Turn the paradigms round: from each ending that stands in a text to the endings of the dictionary."""
    rules: dict[str, dict[str, None]] = {}
    for paradigm in tables["paradigms"]:
        base, stem = paradigm["base"], paradigm.get("stem", "")
        for vowel in vowels if "*" in base else "*":
            for ending in _endings(paradigm["forms"], tables["endings"]):
                form = fold(f"{stem}{ending}".replace("*", vowel))
                rules.setdefault(form, {})[base.replace("*", vowel)] = None
    return {form: tuple(bases) for form, bases in rules.items()}


def _endings(forms: str, named: Mapping[str, str]) -> list[str]:
    """Give the endings of a paradigm: written one after the other, "@weak" for a set with a name, "-" for none."""
    endings: list[str] = []
    for form in forms.split():
        endings += named[form[1:]].split() if form.startswith("@") else [form]
    return ["" if ending == "-" else ending for ending in endings]


def begin_alike(word: str, other: str) -> bool:
    """Say whether two words may be forms of one, where no paradigm tells: they differ by an ending at most.

    Example:
        >>> begin_alike("Прикладенка", "Прикладенко"), begin_alike("Sampler", "Sampson"), begin_alike("Berg", "Bergs")
        (True, False, False)
    """
    one, two = fold(word), fold(other)
    start = max(_SAME_START, len(one) - _MOST_ENDING, len(two) - _MOST_ENDING)
    return len(one) >= _SAME_START and one[:start] == two[:start]
