"""Which words of a sentence tell of an event: the rules of ``events.toml`` at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vedette.model import EventType, Span
from vedette.reading.document import Form, Mention, MentionKind, Sentence, Token
from vedette.reading.rules.grammar import doers, governing_verb, is_noun, is_verb, objects, reach
from vedette.reading.rules.lexicon import EventRule, Lexicon

# Groups of verbs (certainty.toml) that tell of what their subject or object names: an exercise is held, begins, ends.
EVENTFUL = (
    "hold_verbs", "make_verbs", "begin_verbs", "plan_verbs", "continue_verbs", "end_verbs", "cancel_verbs",
    "cancel_off_verbs",
)
LOOK_BACK = 2  # sentences of the same paragraph in which a pronoun may find what it stands for
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
        named = self.sentence.mention_at(self.token, MentionKind.EXERCISE)
        if named is not None:
            return named.span
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
    """Find every word of a sentence that tells of an event.

    The first rule that fits decides the type. A word tells of two events where
    two rules fit through different things: "shut the airport and the border".
    """
    found: list[Trigger] = []
    for token in sentence.tokens:
        types: set[EventType] = set()
        used: set[int] = set()
        if token.dep == "amod" and token.lemma in sentence.words["lasting_state"]:
            continue  # "restricted airspace": what it is, not what was done
        if _is_same_thing(sentence, token, found):
            continue
        for rule in _candidates(sentence, token, lexicon):
            heads = _fit(rule, sentence, token, lexicon)
            if heads is None or rule.type in types or (types and not _is_apart(sentence, heads, used)):
                continue
            found.append(Trigger(sentence, token, rule))
            types.add(rule.type)
            used |= heads
    return [trigger for trigger in found if not _is_in_verb(trigger, found)]


def _is_apart(sentence: Sentence, heads: set[int], used: set[int]) -> bool:
    """Say whether a second rule fits through another thing that is done to: "the ship", not "on suspicion"."""
    done_to = any(sentence.tokens[index].dep != "pobj" for index in heads)
    return done_to and not heads & used


def _is_in_verb(trigger: Trigger, found: list[Trigger]) -> bool:
    """Say whether a noun only repeats what its verb tells: "launched an attack", "cut in an act of sabotage"."""
    verb = governing_verb(trigger.sentence, trigger.token)
    if is_verb(trigger.token) or verb is None or trigger.type is EventType.EXERCISE:
        return False
    return any(other.token == verb and other.type is trigger.type for other in found)


def is_told(trigger: Trigger, *, lexicon: Lexicon) -> bool:
    """Say whether the sentence tells of the event, rather than mention it on the way ("because of the exercises").

    A verb tells. A noun tells where a verb of holding, beginning, planning, going
    on, ending or cancelling governs it, or where it is the subject.
    """
    token = trigger.token
    if is_verb(token):
        return token.dep != "amod"
    direct = trigger.sentence.parent(token)
    if direct is None or token.dep in ("attr", "appos", "ROOT"):
        return True
    if token.dep == "pobj" and (above := trigger.sentence.parent(direct)) is not None:
        return takes_part(trigger.sentence, above, lexicon=lexicon) or above.lemma in lexicon.certainty["part_nouns"]
    if token.dep in ("nsubj", "nsubjpass"):
        # "The drills highlight a risk" says nothing of the drills; "the attack killed three" does of the attack.
        eventful = any(direct.lemma in lexicon.certainty[group] for group in EVENTFUL)
        return eventful or direct.pos == "AUX" or trigger.type is not EventType.EXERCISE
    return is_verb(direct) and token.dep in ("dobj", "oprd") and (
        direct.lemma in lexicon.cues["object"] or any(direct.lemma in lexicon.certainty[group] for group in EVENTFUL)
    )


def takes_part(sentence: Sentence, verb: Token, *, lexicon: Lexicon) -> bool:
    """Say whether a verb tells of taking part: "participate", "involve", "take part"."""
    words = lexicon.certainty
    if not is_verb(verb) or verb.lemma not in words["participate_verbs"]:
        return False
    return verb.lemma not in words["light_verbs"] or any(
        child.lemma in words["part_nouns"] for child in sentence.kids(verb, "dobj")
    )


def is_make_believe(sentences: Iterable[Sentence], *, lexicon: Lexicon) -> bool:
    """Say whether sentences speak of films, games or sport, where nothing of what they tell happens."""
    lemmas = {token.lemma for sentence in sentences for token in sentence.tokens}
    return len(lemmas & lexicon.classes["make_believe"].lemmas) >= _MAKE_BELIEVE_WORDS


def _candidates(sentence: Sentence, token: Token, lexicon: Lexicon) -> Iterator[EventRule]:
    if token.index and sentence.tokens[token.index - 1].text in ("-", "–"):
        return  # "ground-based": part of a word
    for rule in lexicon.rules_by_lemma.get(token.lemma, ()):
        as_verb = token.lemma in rule.verbs and is_verb(token)
        if as_verb or (token.lemma in rule.nouns and is_noun(token) and _is_head_noun(sentence, token, lexicon)):
            yield rule
    mention = sentence.mention_at(token, MentionKind.EXERCISE)
    heads = mention is not None and sentence.head_of(mention.span) == token
    if mention is not None and heads and not _is_operation(sentence, mention, lexicon):
        yield from lexicon.rules_by_lemma.get("*", ())


def _is_head_noun(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Say whether a noun stands for the event itself: not "exercise area", but "evacuation plans"."""
    if token.dep != "compound":
        return True
    parent = sentence.parent(token)
    return parent is not None and parent.lemma in lexicon.certainty["plan_nouns"]


def _is_same_thing(sentence: Sentence, token: Token, found: list[Trigger]) -> bool:
    """Say whether a noun only names again what the noun before it told of: "Example Shield, the yearly drill"."""
    parent = sentence.parent(token)
    return token.dep == "appos" and parent is not None and any(trigger.token == parent for trigger in found)


def _is_operation(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether a name is that of an operation rather than an exercise: the word stands just before it."""
    first = sentence.at(mention.span)[0].index
    before = [token for token in sentence.tokens[max(0, first - 3) : first] if token.pos != "PUNCT"]
    return any(lexicon.in_class(token.lemma, "operation") for token in before)


def _fit(rule: EventRule, sentence: Sentence, token: Token, lexicon: Lexicon) -> set[int] | None:
    """Give the words through which a rule fits a head; ``None`` where it does not."""
    if not _context_fits(rule, sentence, token, lexicon):
        return None
    subjects = doers(sentence, token) if rule.subject or rule.any else []
    things = objects(sentence, token) if rule.object or rule.any else []
    matched: set[int] = set()
    for words, heads in ((rule.subject, subjects), (rule.object, things), (rule.any, [*subjects, *things])):
        if not words:
            continue
        fitting = {head.index for head in heads if _any_is(words, [head], sentence, lexicon)}
        if not fitting:
            return None
        matched |= fitting if words is not rule.subject else set()
    return matched


def _context_fits(rule: EventRule, sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    if rule.particle is not None and not _has_particle(sentence, token, rule.particle):
        return False
    if rule.unless and any(_is(word, other, sentence, lexicon) for other in sentence.tokens for word in rule.unless):
        return False
    return not rule.near or any(
        _is(word, other, sentence, lexicon) for other in sentence.tokens if other is not token for word in rule.near
    )


def _has_particle(sentence: Sentence, token: Token, particle: str) -> bool:
    if any(child.lemma == particle for child in sentence.kids(token, "prt", "advmod", "prep")):
        return True
    after = sentence.tokens[token.index + 1 : token.index + 2]
    return bool(after) and after[0].lemma == particle


def _any_is(words: tuple[str, ...], heads: list[Token], sentence: Sentence, lexicon: Lexicon) -> bool:
    return any(
        _is(word, token, sentence, lexicon) for head in heads for token in reach(sentence, head) for word in words
    )


def _is(word: str, token: Token, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Say whether a token is what a rule's word asks for: a class, a kind of name, or a plain lemma."""
    if word.startswith("@"):
        return _is_of_class(word[1:], token, sentence, lexicon)
    if word == "state":
        return sentence.mention_at(token, MentionKind.ACTOR) is not None
    if word == "place":
        return _is_place(sentence.mention_at(token))
    if word == "*person":
        return token.person
    named = word == "exercise" and sentence.mention_at(token, MentionKind.EXERCISE) is not None
    return named or word in (token.lemma, token.text.casefold())


def _is_of_class(name: str, token: Token, sentence: Sentence, lexicon: Lexicon) -> bool:
    wanted = lexicon.classes[name]
    if token.lemma in wanted.lemmas:
        return True
    mention = sentence.mention_at(token, MentionKind.EQUIPMENT)
    if mention is not None and mention.equipment is not None and mention.equipment.kind in wanted.equipment:
        return True
    stand_in = token.pos == "PRON" and token.text.casefold() in sentence.words["stand_ins"]
    return stand_in and _stands_for(sentence, token, wanted.lemmas)


def _stands_for(sentence: Sentence, pronoun: Token, lemmas: frozenset[str]) -> bool:
    """Say whether the last subject or object before a pronoun is of a class."""
    earlier = [token for token in sentence.tokens[: pronoun.index] if _is_thing(token)]
    before = sentence.before
    for _ in range(LOOK_BACK):
        if earlier or before is None:
            break
        earlier = [token for token in before.tokens if _is_thing(token)]
        before = before.before
    return any(token.lemma in lemmas for token in earlier[:2] + earlier[-1:])


def _is_thing(token: Token) -> bool:
    return token.dep in ("nsubj", "nsubjpass", "dobj") and is_noun(token)


def _is_place(mention: Mention | None) -> bool:
    if mention is None:
        return False
    if mention.kind is MentionKind.PLACE:
        return True
    return mention.kind is MentionKind.ACTOR and mention.actor is not None and mention.actor.kind == "state" and (
        mention.form is not Form.ADJECTIVE
    )
