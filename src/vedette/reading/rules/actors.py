"""Who does it, and to whom it is done."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.model import ActorMention, ActorRole
from vedette.reading.document import Mention, MentionKind, Sentence, Token
from vedette.reading.ground import AT_HOME, BROUGHT_DOWN, COMING, MOVING, TOGETHER
from vedette.reading.rules.grammar import doers, governing_verb, is_noun, is_set_apart, is_verb, near, objects, reach
from vedette.reading.rules.lexicon import Lexicon
from vedette.reading.rules.triggers import EVENTFUL, Trigger


def find_actors(trigger: Trigger, *, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Find who does it and to whom it is done, each actor once."""
    found: dict[str, ActorMention] = {}
    for mention in _doing(trigger, lexicon):
        _add(found, mention, ActorRole.INITIATOR)
    nobody = trigger.type in AT_HOME and not found
    for word in _done_to(trigger):
        named = trigger.sentence.mention_at(word, MentionKind.ACTOR)
        if named is not None:
            # "Lithuania's crossings were closed": by whom is said only by whose they are.
            role = ActorRole.INITIATOR if nobody and word.dep == "poss" else ActorRole.RECIPIENT
            _add(found, named, role)
    return tuple(found.values())


def acting_apart(trigger: Trigger, actors: tuple[ActorMention, ...]) -> list[tuple[ActorMention, ...]]:
    """Split the actors where two subjects of one verb do two things: "Finland and Norway closed roads".

    What states do on their own ground each does alone; an exercise they hold together.
    """
    states = [
        actor for actor in actors
        if actor.role is ActorRole.INITIATOR and actor.id == actor.party and len(actor.id or "") == 2
    ]
    joint = trigger.type not in AT_HOME or trigger.type in TOGETHER or not is_verb(trigger.token)
    if joint or len(states) < 2:
        return [actors]
    others = tuple(actor for actor in actors if actor not in states)
    return [(state, *others) for state in states]


def _doing(trigger: Trigger, lexicon: Lexicon) -> Iterator[Mention]:
    sentence, token = trigger.sentence, trigger.token
    heads = list(doers(sentence, token))
    verb = governing_verb(sentence, token)
    if is_noun(token) and verb is not None and _holds(sentence, token, verb, lexicon):
        heads += doers(sentence, verb)
    nobody = not any(_names_actor(sentence, head) for head in heads)
    if verb is not None and nobody and not is_set_apart(sentence, token):
        heads += _who_ordered(sentence, verb, lexicon)
    if not any(_names_actor(sentence, head) for head in heads) and trigger.type not in BROUGHT_DOWN:
        # "Russian troops will be sent": whose they are, where nobody else is named; but not of what is shot down.
        classes = ("aerial", "forces") if trigger.type in MOVING else ("aerial",)
        heads += [head for head in _things(trigger) if any(lexicon.in_class(head.lemma, c) for c in classes)]
    for head in heads:
        yield from _actors_of(sentence, head, lexicon)


def _things(trigger: Trigger) -> Iterator[Token]:
    """Give what it is done to; of what comes over a border, with what that is a part of: "the wreckage of a drone"."""
    for head in objects(trigger.sentence, trigger.token):
        yield from reach(trigger.sentence, head) if trigger.type in COMING else [head]


def _actors_of(sentence: Sentence, head: Token, lexicon: Lexicon) -> Iterator[Mention]:
    """Give the actors that a phrase names: of "the army of Belarus" both words, of "neighbours of Belarus" none."""
    groups = (lexicon.roles["official"], lexicon.classes["forces"].lemmas, lexicon.classes["aerial"].lemmas)
    body = head.pos == "NUM" or any(head.lemma in group for group in groups)
    for word in reach(sentence, head) if body else near(sentence, head):
        mention = sentence.mention_at(word, MentionKind.ACTOR) or _owner(sentence, word)
        if mention is not None:
            yield mention


def _owner(sentence: Sentence, word: Token) -> Mention | None:
    """Find whose drones "its drones" are: those of the subject named before it."""
    if word.dep != "poss" or word.text.casefold() not in sentence.words["possessives"]:
        return None
    subjects = [token for token in sentence.tokens[: word.index] if token.dep in ("nsubj", "nsubjpass")]
    named = [sentence.mention_at(token, MentionKind.ACTOR) for token in subjects]
    return next((mention for mention in reversed(named) if mention is not None), None)


def _names_actor(sentence: Sentence, head: Token) -> bool:
    return any(sentence.mention_at(word, MentionKind.ACTOR) is not None for word in near(sentence, head))


def _who_ordered(sentence: Sentence, verb: Token, lexicon: Lexicon) -> list[Token]:
    """Give who had it done: "Latvia ordered its airspace shut", "the cabinet decided that the border will close"."""
    above = sentence.parent(verb)
    if above is None or verb.dep not in ("ccomp", "xcomp") or above.lemma not in lexicon.certainty["plan_verbs"]:
        return []
    return [] if verb.dep == "ccomp" and _only_told(sentence, verb, above, lexicon) else doers(sentence, above)


def _only_told(sentence: Sentence, verb: Token, above: Token, lexicon: Lexicon) -> bool:
    """Say whether somebody only tells of it: what has somebody else for its subject, or is no thing to come."""
    ahead = any(child.lemma in sentence.words["coming"] for child in sentence.kids(verb, "aux"))
    return above.lemma in lexicon.said and (any(True for _ in sentence.kids(verb, "nsubj")) or not ahead)


def _holds(sentence: Sentence, token: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Say whether a verb means that its subject makes what the noun names: hold, launch, announce an exercise."""
    direct = sentence.parent(token)
    return direct is verb and token.dep in ("dobj", "nsubjpass", "attr") and any(
        verb.lemma in lexicon.certainty[group] for group in EVENTFUL
    )


def _add(found: dict[str, ActorMention], mention: Mention, role: ActorRole) -> None:
    actor = mention.actor
    if actor is not None and actor.id not in found:
        found[actor.id] = ActorMention(name=actor.name, role=role, id=actor.id, party=actor.party, span=mention.span)


def _done_to(trigger: Trigger) -> Iterator[Token]:
    sentence = trigger.sentence
    for head in objects(sentence, trigger.token):
        prep = sentence.parent(head)
        where = prep is not None and head.dep == "pobj" and prep.lemma in sentence.words["only_place"]
        if where and trigger.type not in MOVING:
            continue  # "built in Belarus" says where, not to whom
        yield from reach(sentence, head)
        for prep in sentence.kids(head, "prep"):
            if prep.lemma in sentence.words["recipient_after"]:
                for thing in sentence.kids(prep, "pobj"):
                    yield from reach(sentence, thing)
