"""Which words of a sentence tell of an event: the rules of ``events.toml`` at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vedette.model import EventType, Span
from vedette.reading.document import Form, Mention, MentionKind, Sentence, Token
from vedette.reading.grammar import doers, is_noun, is_verb, objects, reach
from vedette.reading.lexicon import EventRule, Lexicon

_MAKE_BELIEVE_WORDS = 3  # so many words of films or sport in one paragraph, and it tells of no event


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, in its sentence, with the rule that says so."""

    sentence: Sentence
    token: Token
    rule: EventRule

    @property
    def type(self) -> EventType:
        """The type of the event."""
        return self.rule.type

    @property
    def span(self) -> Span:
        """The words that express it: the head with its particles, auxiliaries and close adverbs."""
        tokens = self.sentence.tokens
        first = last = self.token.index
        while first > 0 and tokens[first - 1].head == self.token.index and tokens[first - 1].dep in (
            "aux", "auxpass", "neg", "advmod", "amod", "compound",
        ):
            first -= 1
        if last + 1 < len(tokens) and tokens[last + 1].dep == "prt" and tokens[last + 1].head == self.token.index:
            last += 1
        return Span(tokens[first].span.start, tokens[last].span.end)


def find_triggers(sentence: Sentence, *, lexicon: Lexicon) -> list[Trigger]:
    """Find every word of a sentence that tells of an event; the first rule that fits decides the type."""
    found: list[Trigger] = []
    for token in sentence.tokens:
        rule = next((rule for rule in _candidates(sentence, token, lexicon) if _fits(rule, sentence, token, lexicon)), None)
        if rule is not None:
            found.append(Trigger(sentence, token, rule))
    return found


def is_make_believe(sentences: Iterable[Sentence], *, lexicon: Lexicon) -> bool:
    """Say whether sentences speak of films, games or sport, where nothing of what they tell happens."""
    lemmas = {token.lemma for sentence in sentences for token in sentence.tokens}
    return len(lemmas & lexicon.classes["make_believe"].lemmas) >= _MAKE_BELIEVE_WORDS


def _candidates(sentence: Sentence, token: Token, lexicon: Lexicon) -> Iterator[EventRule]:
    for rule in lexicon.rules_by_lemma.get(token.lemma, ()):
        if token.lemma in rule.verbs and is_verb(token):
            yield rule
        elif token.lemma in rule.nouns and is_noun(token) and token.dep != "compound":
            yield rule
    mention = sentence.mention_at(token, MentionKind.EXERCISE)
    if mention is not None and sentence.head_of(mention.span) == token:
        yield from lexicon.rules_by_lemma.get("*", ())


def _fits(rule: EventRule, sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    if rule.particle is not None and not _has_particle(sentence, token, rule.particle):
        return False
    if rule.unless and any(_is(word, other, sentence, lexicon) for other in sentence.tokens for word in rule.unless):
        return False
    if rule.near and not any(
        _is(word, other, sentence, lexicon) for other in sentence.tokens if other is not token for word in rule.near
    ):
        return False
    if rule.subject and not _any_is(rule.subject, doers(sentence, token), sentence, lexicon):
        return False
    if rule.object and not _any_is(rule.object, objects(sentence, token), sentence, lexicon):
        return False
    both = [*doers(sentence, token), *objects(sentence, token)] if rule.any else []
    return not rule.any or _any_is(rule.any, both, sentence, lexicon)


def _has_particle(sentence: Sentence, token: Token, particle: str) -> bool:
    if any(child.lemma == particle for child in sentence.kids(token, "prt", "advmod", "prep")):
        return True
    after = sentence.tokens[token.index + 1 : token.index + 2]
    return bool(after) and after[0].lemma == particle


def _any_is(words: tuple[str, ...], heads: list[Token], sentence: Sentence, lexicon: Lexicon) -> bool:
    return any(_is(word, token, sentence, lexicon) for head in heads for token in reach(sentence, head) for word in words)


def _is(word: str, token: Token, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Say whether a token is what a rule's word asks for."""
    if word.startswith("@"):
        wanted = lexicon.classes[word[1:]]
        if token.lemma in wanted.lemmas:
            return True
        mention = sentence.mention_at(token, MentionKind.EQUIPMENT)
        return mention is not None and mention.equipment is not None and mention.equipment.kind in wanted.equipment
    if word == "state":
        mention = sentence.mention_at(token, MentionKind.ACTOR)
        return mention is not None
    if word == "place":
        return _is_place(sentence.mention_at(token))
    if word == "exercise":
        return token.lemma == word or sentence.mention_at(token, MentionKind.EXERCISE) is not None
    if word == "*person":
        return token.person
    return token.lemma == word or token.text.casefold() == word


def _is_place(mention: Mention | None) -> bool:
    if mention is None:
        return False
    if mention.kind is MentionKind.PLACE:
        return True
    return mention.kind is MentionKind.ACTOR and mention.actor is not None and mention.actor.kind == "state" and (
        mention.form is not Form.ADJECTIVE
    )
