"""A place by the words that name it, as they stand: inflected, and with the noun that says what it is."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from vedette.model import Gazetteer, Place, PlaceKind, distance_km, fold
from vedette.reading.inflection import Inflection
from vedette.reading.places import SMALL_TOWN, score

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*[’']?")
_LONGEST = 6  # words of a name
_FORMS_EACH = (0, 20, 10, 5, 3, 2, 2)  # of each word, by how many words there are: some hundred spellings at most
_NEAR_STEPS = 2  # from the word as it stands; beyond, a name is taken for a metropolis or on good grounds only
_FORM_WEIGHT = 0.25  # each step from the word as it stands costs this much of a score
_WORD_WEIGHT = 2.0  # each further word of the text that the name explains
_KIND_WEIGHT = 4.0
_AREA_WEIGHT = 2.5  # regions and waters have no population that would speak for them
_NEAR_WEIGHT = 2.5  # a town next to another place of the report; half of it where that is _NEAR_KM away
_NEAR_KM = 150.0
_AREAS = (PlaceKind.REGION, PlaceKind.WATER)
_KNOWN_TOWN = 5_000  # people, from which a town counts whose name no other country has
# Places of one kind that reports call by the noun of another.
_ALSO = {
    PlaceKind.AIRFIELD: (PlaceKind.AIRFIELD, PlaceKind.BASE),
    PlaceKind.BASE: (PlaceKind.BASE, PlaceKind.AIRFIELD, PlaceKind.TRAINING_GROUND),
    PlaceKind.TRAINING_GROUND: (PlaceKind.TRAINING_GROUND, PlaceKind.BASE),
}
# What the gazetteer calls a place of a kind that has its name from a town.
_NAMED_AFTER_TOWN = {
    PlaceKind.AIRFIELD: ("airport", "air base", "airfield"),
    PlaceKind.BASE: ("base", "air base", "naval base"),
    PlaceKind.TRAINING_GROUND: ("training area", "training ground", "range"),
    PlaceKind.REGION: ("region", "oblast", "county", "voivodeship"),
    PlaceKind.CROSSING: ("crossing", "border crossing", "checkpoint"),
    PlaceKind.SITE: ("nuclear power plant", "refinery"),
}


@dataclass(frozen=True, slots=True)
class _Found:
    place: Place
    name: str  # the spelling under which the gazetteer has it
    words: int  # of the text
    steps: int  # from the forms in the text to those of the name


def look_up_place(
    name: str, *, gazetteer: Gazetteer, inflection: Inflection, context: frozenset[str],
    kind: PlaceKind | None = None, small: bool = True, near: Sequence[Place] = (),
) -> Place | None:
    """Give the place that words of a text mean; ``None`` rather than a wild guess.

    The words may be inflected, and may hold a noun that says what the place is
    ("Tallinna lennujaama"): it is dropped, and a place of that kind goes first.
    Countries of the context go before any difference of population. A small town
    that nothing near it speaks for is found only by a name that no other country has.

    Args:
        name: Words of a text; a preposition or article among them does not matter.
        gazetteer: Where names are looked up.
        inflection: How the language of the words inflects.
        context: ISO codes of the countries that the report speaks of.
        kind: What the place is, where that is known.
        small: Whether a town of less than 20,000 is taken in a country of the context.
        near: Other places of the report: of several towns of a name the one near them is meant.

    Example:
        >>> from vedette.knowledge import load_knowledge
        >>> from vedette.reading.inflection import load_inflection
        >>> look_up_place("над Гродном", gazetteer=load_knowledge().gazetteer,
        ...     inflection=load_inflection("uk"), context=frozenset({"BY"})).name
        'Hrodna'
    """
    words = _WORD.findall(name)
    kept, said = _without_nouns(words, inflection)
    wanted = kind or said

    def is_sure(found: _Found) -> bool:
        sure = _is_sure(found, len(kept), context, small=small, wanted=wanted)
        return sure and not _contradicts(found.place, said)

    search = _Search(gazetteer, inflection, said=said, wanted=wanted, is_sure=is_sure)
    # With its noun a name is a name ("Біла Церква"); the noun alone is none.
    whole = dict.fromkeys((tuple(_without_small(words, inflection)), tuple(words)))
    found = [*search.longest(kept, least=1), *(each for part in whole for each in search.longest(part, least=2))]
    if not found:
        return search.only_town(kept) if small and wanted not in (None, *_AREAS, PlaceKind.COUNTRY) else None
    found = _without_former(found, context)
    fitting = [each for each in found if wanted in _ALSO.get(each.place.kind, (each.place.kind,))] or found
    return min(fitting, key=lambda each: -_weight(each, wanted, context) - _nearness(each.place, near)).place


def _without_former(found: Sequence[_Found], context: frozenset[str]) -> list[_Found]:
    """Leave out small towns that have a name as another one, or had it, where some place near is called so."""
    called = {each.name for each in found if _is_called(each) and context & set(each.place.countries)}
    former = [
        each for each in found
        if each.name in called and not _is_called(each)
        and each.place.kind is PlaceKind.CITY and each.place.population < SMALL_TOWN
    ]
    return [each for each in found if each not in former]


def _is_called(found: _Found) -> bool:
    return fold(found.place.name) == fold(found.name)


def _contradicts(place: Place, said: PlaceKind | None) -> bool:
    """Say whether a noun tells that it is not this place: the bay off Gdańsk, a port in Finland."""
    if said is PlaceKind.WATER:
        return place.kind is not PlaceKind.WATER
    return place.kind is PlaceKind.COUNTRY and said not in (None, PlaceKind.COUNTRY, PlaceKind.REGION)


def _nearness(place: Place, near: Sequence[Place]) -> float:
    nearest = min((distance_km(place, other) for other in near), default=math.inf)
    return _NEAR_WEIGHT / (1 + nearest / _NEAR_KM)


def _weight(found: _Found, wanted: PlaceKind | None, context: frozenset[str]) -> float:
    exact = _KIND_WEIGHT if found.place.kind is wanted else 0.0
    further = _WORD_WEIGHT * (found.words - 1) - _FORM_WEIGHT * found.steps
    area = _AREA_WEIGHT if found.place.kind in _AREAS else 0.0
    return score(found.place, found.name, context) + exact + further + area


def _is_sure(found: _Found, words: int, context: frozenset[str], *, small: bool, wanted: PlaceKind | None) -> bool:
    """Say whether a find is more than a chance likeness."""
    place, whole = found.place, found.words >= words
    town = place.kind is PlaceKind.CITY
    if place.kind is PlaceKind.BORDER:
        return False
    if not place.countries or context & set(place.countries):
        return not town or place.population >= SMALL_TOWN or (small and whole)
    if not whole:
        return False  # a part of the words, in a country that nothing names
    if town and wanted not in (None, PlaceKind.CITY):
        return False  # a region or base of the name of a town far away
    if town:
        far = 50 if found.steps > _NEAR_STEPS else 5 if found.steps or wanted is None else 1
        return place.population >= SMALL_TOWN * far
    # A range, base or crossing by its bare name is often an ordinary town's name elsewhere.
    return place.kind is wanted or place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.WATER)


def _is_any(found: _Found) -> bool:
    return found.place.kind is not PlaceKind.BORDER


@dataclass(frozen=True, slots=True)
class _Search:
    """What a name is looked for with."""

    gazetteer: Gazetteer
    inflection: Inflection
    said: PlaceKind | None  # by a noun among the words
    wanted: PlaceKind | None
    is_sure: Callable[[_Found], bool]

    def longest(self, words: Sequence[str], *, least: int) -> list[_Found]:
        """Give the places of the longest stretches of the words that are names."""
        for length in range(min(len(words), _LONGEST), least - 1, -1):
            stretches = [words[start : start + length] for start in range(len(words) - length + 1)]
            found = [each for stretch in stretches for each in self._places_of(stretch) if self.is_sure(each)]
            if found:
                return found
        return []

    def only_town(self, words: Sequence[str]) -> Place | None:
        """Give the town that these words name in whichever country, where no other country has a place of that name."""
        found = [each.place for each in replace(self, is_sure=_is_any).longest(words, least=max(1, len(words)))]
        towns = [place for place in found if place.kind is PlaceKind.CITY and place.population >= _KNOWN_TOWN]
        countries = {code for place in found for code in place.countries}
        return max(towns, key=lambda town: town.population, default=None) if len(countries) == 1 else None

    def _places_of(self, words: Sequence[str]) -> Iterator[_Found]:
        has_capital = any(word[:1].isupper() for word in words)
        seen: set[Place] = set()
        if not has_capital and self.said is None:
            return
        for spelling, steps in _spellings(words, self.inflection):
            for place in self.gazetteer.find(spelling):
                named_after = self._named_after(place) if place.kind is PlaceKind.CITY else ()
                for each in (place, *named_after):
                    # Without a capital it is a name beside its noun only, and no town's: "w województwie podlaskim".
                    adjective = each.kind is self.said and each.kind is not PlaceKind.CITY
                    if each not in seen and (has_capital or adjective):
                        seen.add(each)
                        yield _Found(each, spelling, len(words), steps)

    def _named_after(self, town: Place) -> Iterator[Place]:
        """Give the airports, ranges, regions ... that have their name from a town."""
        for noun in _NAMED_AFTER_TOWN.get(self.wanted, ()) if self.wanted is not None else ():
            for place in self.gazetteer.find(f"{town.name} {noun}"):
                if place.kind is not PlaceKind.CITY and set(town.countries) & set(place.countries):
                    yield place


def _spellings(words: Sequence[str], inflection: Inflection) -> list[tuple[str, int]]:
    """Give the forms that a name may have in the gazetteer, the nearest to the text first."""
    forms = [list(enumerate(inflection.bases(word)))[: _FORMS_EACH[len(words)]] for word in words]
    spellings = [(" ".join(form for _, form in chosen), sum(rank for rank, _ in chosen)) for chosen in product(*forms)]
    return sorted(spellings, key=lambda spelling: spelling[1])


def _without_small(words: Sequence[str], inflection: Inflection) -> list[str]:
    """Take off prepositions and articles, with a capital only where the words begin."""
    return [
        word
        for index, word in enumerate(words)
        if fold(word) not in inflection.small or (index > 0 and word[:1].isupper())
    ]


def _without_nouns(words: Sequence[str], inflection: Inflection) -> tuple[list[str], PlaceKind | None]:
    """Take off the nouns that say what the place is, and give the kind that they mean."""
    named = _without_small(words, inflection)
    # Within a name a capital is that of the name ("Kohtla-Järve"), but for languages that give one to every noun.
    nouns = [
        word if index == 0 or word[:1].islower() or inflection.capitals else "" for index, word in enumerate(named)
    ]
    kinds = [inflection.place_kind(word) for word in nouns]
    kept = [
        word
        for word, noun, kind in zip(named, nouns, kinds, strict=True)
        if kind is None and not inflection.is_epithet(noun)
    ]
    if not kept:
        return named, None  # a town may be called as such a noun is: Lahti, "bay"
    return kept, next((kind for kind in kinds if kind is not None), None)
