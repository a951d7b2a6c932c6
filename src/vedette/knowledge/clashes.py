"""What two outlets cannot both have (a name, a domain, a feed), and names that no outlet should have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from vedette.knowledge.folding import fold_name
from vedette.knowledge.place_names import words_that_mislead
from vedette.model import KnownOutlet

_FEW_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Holdings:
    """Which outlets have a name (folded), a domain or a feed."""

    holders: Mapping[tuple[str, str], tuple[KnownOutlet, ...]]

    @classmethod
    def of(cls, outlets: Iterable[KnownOutlet]) -> Holdings:
        """Note what each outlet has."""
        holders: dict[tuple[str, str], tuple[KnownOutlet, ...]] = {}
        for outlet in outlets:
            for holding in {(what, key) for what, key, _ in (*_held(outlet), ("name", fold_name(outlet.id), ""))}:
                holders[holding] = (*holders.get(holding, ()), outlet)
        return cls(holders)

    def clashes(self, outlet: KnownOutlet) -> tuple[str, ...]:
        """Say what of an outlet is that of another already, a sentence for each.

        One with the same id is no other: the later of the two replaces it.

        Example:
            >>> from vedette.model import LinkKind
            >>> post = KnownOutlet(id="Post", name="Example Post", kind=LinkKind.OUTLET)
            >>> wire = KnownOutlet(id="Wire", name="Wire", kind=LinkKind.AGENCY, aliases=("EXAMPLE POST",))
            >>> Holdings.of([post]).clashes(wire)
            ("The name 'EXAMPLE POST' is one of Example Post (Post) already.",)
        """
        return tuple(
            f"The {what} '{written}' is one of {other.name} ({other.id}) already."
            for what, key, written in _held(outlet)
            for other in self.holders.get((what, key), ()) if other.id != outlet.id
        )


def _held(outlet: KnownOutlet) -> list[tuple[str, str, str]]:
    return [
        *(("name", fold_name(name), name) for name in dict.fromkeys((outlet.name, *outlet.aliases))),
        *(("domain", domain, domain) for domain in outlet.domains),
        *(("feed", feed.address, feed.address) for feed in outlet.feeds),
    ]


def cautions(outlet: KnownOutlet) -> tuple[str, ...]:
    """Say which names of an outlet would be found in sentences that do not mean it, a sentence for each.

    They are frequent English words, first names, names of states and their people, and words in small letters. A
    name of a few capitals is found in capitals only, and does no harm.

    Example:
        >>> from vedette.model import LinkKind
        >>> cautions(KnownOutlet(id="Focus", name="Focus.example", kind=LinkKind.OUTLET, aliases=("Victoria", "FOCUS")))
        ("The name 'Victoria' is a common word or name: reports that do not mean the outlet will write it.",)
    """
    common = _common_words()
    return tuple(
        f"The name '{name}' is a common word or name: reports that do not mean the outlet will write it."
        for name in dict.fromkeys((outlet.name, *outlet.aliases))
        if _is_one_small_word(name) or (fold_name(name) in common and not _is_in_capitals(name))
    )


@cache
def _common_words() -> frozenset[str]:
    return words_that_mislead()


def _is_one_small_word(name: str) -> bool:
    return name.isalpha() and name.islower()


def _is_in_capitals(name: str) -> bool:
    return name.isupper() and len(name) <= _FEW_LETTERS
