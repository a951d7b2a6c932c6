"""Places named in a sentence: looked up, ranked by what else the report names, never by size alone."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from vedette.model import Gazetteer, Place, PlaceKind, Span, fold
from vedette.reading.document import Form, Mention, MentionKind, Sentence, Token

LONGEST_NAME = 4  # words
SMALL_TOWN = 20_000  # below, a bare name needs a word of place before it
LARGE_TOWN = 500_000  # from this on, a name may mean it that looks like part of another
_KIND_WEIGHT = {PlaceKind.CITY: 0.5, PlaceKind.REGION: 0.4, PlaceKind.COUNTRY: 1.0, PlaceKind.AIRFIELD: -0.3}
OWN_NAME_WEIGHT = 0.5  # a place of this name goes before one that has it as another name
CONTEXT_WEIGHT = 6.0  # a country that the report names beats any difference of population


def find_places(
    sentence: Sentence, *, text: str, gazetteer: Gazetteer, context: frozenset[str],
    kinds: Mapping[str, tuple[PlaceKind, ...]],
) -> list[Mention]:
    """Find the places of a sentence that are not part of another name.

    Args:
        sentence: Words, and the names found so far.
        text: The text of the report.
        gazetteer: Where names are looked up.
        context: ISO codes of the countries that the report names.
        kinds: Which kinds of place a noun after a name means: "the Luhamaa crossing".

    Returns:
        Mentions of places, left to right; the longest name wins.
    """
    found: list[Mention] = []
    # A capital may be the first word of a longer name: "Vilnius Airport", "Minsk region".
    # So may a state: "Gulf of Finland".
    states = [m.span for m in sentence.mentions if m.form is Form.CAPITAL or _is_state(m)]
    taken = [mention.span for mention in sentence.mentions if mention.span not in states]
    index = 0
    tokens = sentence.tokens
    while index < len(tokens):
        match = _longest(
            sentence, index, text=text, gazetteer=gazetteer, context=context, taken=taken, kinds=kinds,
        )
        if match is None:
            index += 1
            continue
        place, last = match
        span = Span(tokens[index].span.start, tokens[last].span.end)
        index = last + 1
        if any(state.holds(span) for state in states):
            continue
        found.append(Mention(MentionKind.PLACE, span, place.name, place=place))
    return found


def _longest(
    sentence: Sentence, index: int, *, text: str, gazetteer: Gazetteer, context: frozenset[str], taken: Sequence[Span],
    kinds: Mapping[str, tuple[PlaceKind, ...]],
) -> tuple[Place, int] | None:
    tokens = sentence.tokens
    if not _starts_name(tokens[index], taken):
        return None
    for last in range(min(index + LONGEST_NAME, len(tokens)) - 1, index - 1, -1):
        span = Span(tokens[index].span.start, tokens[last].span.end)
        name = span.of(text)
        if "\n" in name or not name[-1].isalnum() or any(span.overlaps(other) for other in taken):
            continue
        candidates = gazetteer.find(name)
        wanted = kinds.get(tokens[last + 1].lemma, ()) if last + 1 < len(tokens) else ()
        candidates = tuple(place for place in candidates if place.kind in wanted) or candidates
        if not candidates:
            continue
        ranked = sorted(candidates, key=lambda place: -score(place, name, context))  # stable: the gazetteer's order
        best = ranked[0]
        if best.kind is not PlaceKind.BORDER and _is_plausible(sentence, index, last, best, context):
            return best, last
    return None


def _starts_name(token: Token, taken: Sequence[Span]) -> bool:
    if not token.text[:1].isupper() or any(token.span.overlaps(span) for span in taken):
        return False
    return token.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB")


def score(place: Place, name: str, context: frozenset[str]) -> float:
    """Say how likely a place of a name is meant: near what the report names, then large, then called exactly so."""
    own = OWN_NAME_WEIGHT if fold(place.name) == fold(name) else 0.0
    near = CONTEXT_WEIGHT if context & set(place.countries) else 0.0
    size = math.log10(place.population + 1) / 2
    return near + size + own + _KIND_WEIGHT.get(place.kind, 0.2)


def _is_state(mention: Mention) -> bool:
    return mention.form is Form.NAME and mention.actor is not None and mention.actor.kind == "state"


def _is_plausible(sentence: Sentence, first: int, last: int, place: Place, context: frozenset[str]) -> bool:
    if last > first or place.kind is not PlaceKind.CITY:
        return True
    before = sentence.tokens[first - 1] if first else None
    token, near = sentence.tokens[first], bool(context & set(place.countries))
    if not _is_large_enough(token, before, place, near=near, locative=sentence.words["locative"]):
        return False
    # "Paris Hilton" is not in France; "at Raseiniai" is a place, whatever the parser takes it for.
    on_scene = before is not None and before.lemma in sentence.words["scene"] and near
    return on_scene or not token.person


def _is_large_enough(
    token: Token, before: Token | None, place: Place, *, near: bool, locative: frozenset[str]
) -> bool:
    """Say whether so large a town may be meant where nothing but its name says so."""
    located = before is not None and before.lemma in locative
    if token.pos != "PROPN" or (token.dep == "compound" and not located):
        return place.population >= LARGE_TOWN
    if near:
        return located or place.population >= SMALL_TOWN
    return place.population >= SMALL_TOWN * (1 if located else 10)


def countries_named(mentions: Sequence[Mention]) -> frozenset[str]:
    """Give the ISO codes of the states that names speak of, as nouns, adjectives or capitals."""
    return frozenset(
        mention.actor.party for mention in mentions
        if mention.kind is MentionKind.ACTOR and mention.actor is not None and len(mention.actor.party) == 2
    )


def borders(sentence: Sentence, token: Token, *, gazetteer: Gazetteer, own: Sequence[str]) -> Iterator[Place]:
    """Give the borders that a word for "border" means.

    "the border with Belarus" is that of whoever speaks or acts (``own``, ISO
    codes), "the Polish-Belarusian border" names both sides.
    """
    words = sorted(sentence.subtree(token), key=lambda word: word.index)
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if after and after[0].lemma in sentence.words["with"] and after[0] not in words:
        words += list(sentence.subtree(after[0]))  # "along its frontiers with Russia", hung elsewhere by the parser
    named = list(dict.fromkeys(code for word in words if (code := _state_at(sentence, word))))
    behind = [code for word in words if word.index > token.index and (code := _state_at(sentence, word))]
    before = [code for code in named if code not in behind]
    mine = [code for code in before or own if code not in behind]
    if behind and mine and not any(word.lemma in sentence.words["between"] for word in words):
        pairs = [(code, other) for code in mine for other in dict.fromkeys(behind)]
    elif len(named) >= 2 and not (token.tag == "NNS" and own):
        pairs = list(pairwise(named))
    elif named:
        pairs = [(code, other) for code in own for other in named if code != other]
    else:
        pairs = list(pairwise(own))
    yield from dict.fromkeys(place for pair in pairs if (place := gazetteer.border(*pair)) is not None)


def _state_at(sentence: Sentence, token: Token) -> str | None:
    mention = sentence.mention_at(token, MentionKind.ACTOR)
    if mention is None or mention.actor is None or mention.actor.kind != "state":
        return None
    return mention.actor.id


def last_scene(sentence: Sentence, there: Token) -> Mention | None:
    """Give the place that "there" speaks of: the last one before it that stands after "in", "at" or "near"."""
    for token in reversed(sentence.tokens[: there.index]):
        mention = sentence.mention_at(token)
        if mention is None or mention.kind not in (MentionKind.PLACE, MentionKind.ACTOR):
            continue
        parent = sentence.parent(token)
        if token.dep == "pobj" and parent is not None and parent.lemma in sentence.words["scene"]:
            return mention
    earlier = sentence.before.mentions if sentence.before is not None else []
    return next((mention for mention in reversed(earlier) if mention.kind is MentionKind.PLACE), None)
