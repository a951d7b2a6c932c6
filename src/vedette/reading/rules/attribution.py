"""Who says so, through whom: the chain of every claim, from the link nearest the reader to the origin.

Chains come from verbs of saying and thinking ("officials said"), from "according
to" and "citing", from a "Source:" line at the top, and from pronouns and short
names that stand for a speaker named before ("it reported", "the agency").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vedette.model import Attribution, LinkKind
from vedette.reading.document import Form, MentionKind, Sentence, Token
from vedette.reading.outlets import is_one_voice, is_publishing, outlet_link
from vedette.reading.rules.closings import closing_frame
from vedette.reading.rules.grammar import is_noun, is_verb
from vedette.reading.rules.lexicon import Lexicon
from vedette.reading.rules.memory import Memory
from vedette.reading.rules.passing_on import quoted, saying_apart, told_to, who_issued
from vedette.reading.rules.rumours import rumour
from vedette.reading.rules.saying import Saying
from vedette.reading.rules.speakers import is_pronoun, noun_phrase, speaker
from vedette.reading.rules.subjects import end_of_quote, subject_of

_BESIDE = ("compound", "amod", "nmod", "poss")
_MEDIA = (LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.INVESTIGATION)
Chain = tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class _Hearing:
    """What is needed to tell who speaks in a sentence."""

    sentence: Sentence
    text: str
    lexicon: Lexicon
    memory: Memory


def find_sayings(sentence: Sentence, *, text: str, lexicon: Lexicon, memory: Memory) -> list[Saying]:
    """Find the sayings of a sentence, the outermost first, and remember who spoke."""
    hearing = _Hearing(sentence, text, lexicon, memory)
    found: list[Saying] = []
    for token in sentence.tokens:
        saying = (
            _verb_saying(hearing, token) or _according(hearing, token) or _citing(hearing, token)
            or rumour(sentence, token, lexicon=lexicon)
        )
        if saying is not None:
            found.append(saying)
            memory.note([link for link in saying.links if link.kind is not LinkKind.UNNAMED])
    if (closing := _closing(hearing, found)) is not None:
        found = [*(saying for saying in found if saying.cue != closing.cue), closing]
        memory.note([link for link in closing.links if link.kind is not LinkKind.UNNAMED])
    _note_subject(hearing)
    found.sort(key=lambda saying: (len(list(sentence.ancestors(saying.cue))), saying.cue.index))
    return found


def _closing(hearing: _Hearing, found: Sequence[Saying]) -> Saying | None:
    """Read ", Example Times reports." at the end of a sentence where the parser missed that it is a clause."""
    sentence, lexicon = hearing.sentence, hearing.lexicon
    frame = closing_frame(sentence, cues=lexicon.cues["say"])
    if frame is None:
        return None
    if frame.cue.lemma in lexicon.cues["to_somebody"] and frame.cue.index < frame.name.index:
        return None  # "told Example Wire": it is heard there, and says nothing
    outlet = sentence.mention_at(frame.name, MentionKind.OUTLET)  # "the agency Example reports"
    turned = outlet is not None and frame.cue.index < frame.name.index  # "reported Example": no object of the verb
    if any(saying.cue.index >= frame.comma and not (turned and saying.cue == frame.cue) for saying in found):
        return None
    publishes = frame.cue.lemma in lexicon.cues["publish"]
    link = outlet_link(outlet, hearing.text, cue=frame.cue.text) if outlet is not None else None
    link = link or _link(hearing, frame.head, frame.cue.text, anyone=True, publishes=publishes)
    return Saying((link,), frame.cue, frozenset(range(frame.comma))) if link is not None else None


def _note_subject(hearing: _Hearing) -> None:
    """Remember an outlet or project that a sentence is about, for the "it" of the next."""
    sentence = hearing.sentence
    for mention in sentence.mentions:
        if (link := outlet_link(mention, hearing.text)) is not None:
            hearing.memory.by_kind.pop(link.kind, None)
            hearing.memory.by_kind[link.kind] = link
    for root in (token for token in sentence.tokens if token.head == token.index):
        for head in sentence.kids(root, "nsubj"):
            about = speaker(sentence, head, text=hearing.text, cue="", lexicon=hearing.lexicon)
            if about is not None and about.id is not None and about.kind in _MEDIA:
                hearing.memory.note([about])


def chain_of(token: Token, sayings: Sequence[Saying]) -> Chain:
    """Join the links of all sayings that hold a word, outermost first, each party once."""
    chain: list[Attribution] = []
    for saying in sayings:
        if token.index in saying.content:
            chain += [link for link in saying.links if not any(is_one_voice(link, other) for other in chain)]
    # Whoever publishes stands nearer the reader than whoever speaks, however the sentence is built.
    chain.sort(key=lambda link: not is_publishing(link))
    return tuple(chain)


def joined_chains(base: Chain, own: Chain) -> Chain:
    """Join whom a report is taken from and who speaks in a sentence of it, each party once."""
    return (*base, *(link for link in own if not any(is_one_voice(link, other) for other in base)))


def _verb_saying(hearing: _Hearing, token: Token) -> Saying | None:
    sentence, lexicon = hearing.sentence, hearing.lexicon
    says = token.lemma in lexicon.cues["say"]
    decides = token.lemma in lexicon.cues["decide"] and any(True for _ in sentence.kids(token, "ccomp", "xcomp"))
    if not is_verb(token) or not (says or decides or token.lemma in lexicon.cues["think"]):
        return None
    subject = subject_of(sentence, token, says=lexicon.cues["say"])
    if subject is None:
        return _hearsay(hearing, token) if says else None
    named = says and subject.pos == "PROPN" and any(True for _ in sentence.kids(token, "ccomp"))
    anyone = named or token.lemma in lexicon.cues["speech"]
    link = _link(hearing, subject, token.text, anyone=anyone, publishes=token.lemma in lexicon.cues["publish"])
    if link is None:
        return None
    content = _content(sentence, token, subject, lexicon) or frozenset(range(end_of_quote(sentence, subject)))
    heard = told_to(sentence, token, text=hearing.text)
    return Saying((link,) if heard is None else (heard, link), token, content) if content else None


def _hearsay(hearing: _Hearing, token: Token) -> Saying | None:
    """Read "it was reported that ...": somebody says so, nobody knows who."""
    sentence = hearing.sentence
    passive = token.lemma in hearing.lexicon.cues["hearsay"] and any(True for _ in sentence.kids(token, "auxpass"))
    clause = list(sentence.kids(token, "ccomp", "xcomp"))
    if not passive or not clause:
        return None
    link = Attribution(name="unnamed reports", kind=LinkKind.UNNAMED, cue=token.text)
    return Saying((link,), token, frozenset(word.index for word in sentence.subtree(token)))


def _content(sentence: Sentence, cue: Token, subject: Token, lexicon: Lexicon) -> frozenset[int]:
    own = {word.index for word in sentence.subtree(subject)}
    clauses = [child for child in sentence.kids(cue, "ccomp", "xcomp") if child.index not in own]
    acts = list(sentence.kids(cue, "dobj", "nsubjpass")) if cue.lemma in lexicon.cues["act"] else []
    parent = sentence.parent(cue)
    behind = cue.dep == "advcl" and cue.tag == "VBG" and cue.head < cue.index  # "he blamed it, saying in a statement"
    beside = cue.dep in ("parataxis", "advcl", "ccomp") and not clauses and not acts and not behind
    if beside and parent is not None:
        below = {word.index for word in sentence.subtree(cue)}
        return frozenset({word.index for word in sentence.subtree(parent)} - below)
    clauses += acts
    if not clauses and cue.lemma in lexicon.cues["object"]:
        clauses = list(sentence.kids(cue, "dobj", "nsubjpass"))
    if not clauses and cue.lemma in lexicon.cues["told_of"]:
        clauses = list(sentence.kids(cue, "prep", "dobj"))
    found = frozenset(word.index for clause in clauses for word in sentence.subtree(clause)) - own
    if not found and behind and cue.lemma in lexicon.cues["speech"]:
        found = frozenset(word.index for word in sentence.subtree(cue) if word.index > cue.index)
    return found or _after_that(sentence, cue)


def _after_that(sentence: Sentence, cue: Token) -> frozenset[int]:
    """Give what follows "that" after a cue: what is said, whatever the parser hung it on."""
    after = sentence.tokens[cue.index + 1 :]
    that = next((token for token in after if token.lemma in sentence.words["that"] and token.tag == "IN"), None)
    if that is None:
        return frozenset()
    return frozenset(range(that.index + 1, len(sentence.tokens)))


def _according(hearing: _Hearing, token: Token) -> Saying | None:
    sentence, lexicon = hearing.sentence, hearing.lexicon
    if token.text.casefold() not in lexicon.cues["according"]:
        return None
    preps = [child for child in sentence.kids(token, "prep") if child.lemma == "to"] or [token]
    heads = [thing for prep in preps for thing in sentence.kids(prep, "pobj")]
    if not heads:
        return None
    link = _link(hearing, heads[0], token.text, anyone=heads[0].lemma not in lexicon.cues["no_voice"])
    if link is None:
        return None
    return Saying((link,), token, _beside(sentence, token))


def _citing(hearing: _Hearing, token: Token) -> Saying | None:
    sentence, lexicon = hearing.sentence, hearing.lexicon
    if token.lemma in lexicon.cues["citing"] and is_verb(token):
        heads = [thing for by in sentence.kids(token, "agent") for thing in sentence.kids(by, "pobj")]
        heads = heads or list(sentence.kids(token, "dobj")) or [
            thing for prep in sentence.kids(token, "prep") for thing in sentence.kids(prep, "pobj")
        ]
    elif token.lemma in lexicon.cues["reference_nouns"] and is_noun(token):
        heads = [thing for prep in sentence.kids(token, "prep") for thing in sentence.kids(prep, "pobj")]
    else:
        return None
    if not heads:
        return None
    link = _link(hearing, heads[0], token.text, anyone=True)
    if link is None:
        return None
    said = quoted(sentence, token, text=hearing.text, lexicon=lexicon)
    content = _beside(sentence, token) or saying_apart(sentence, token)
    return Saying((link,) if said is None else (link, said), token, content)


def _beside(sentence: Sentence, cue: Token) -> frozenset[int]:
    """Give all words of a sentence but those of the cue itself: what "according to" somebody is so."""
    return frozenset(word.index for word in sentence.tokens) - {word.index for word in sentence.subtree(cue)}


def _link(
    hearing: _Hearing, head: Token, cue: str, *, anyone: bool = False, publishes: bool = False
) -> Attribution | None:
    """Make a link of a speaker, or find who the pronoun or short name stands for."""
    sentence, text, memory = hearing.sentence, hearing.text, hearing.memory
    if is_pronoun(sentence, head):
        remembered = memory.latest(_MEDIA if head.lemma in sentence.words["thing_pronouns"] else ()) or memory.last
        return replace(remembered, cue=cue) if remembered is not None else None
    link = speaker(
        sentence, head, text=text, cue=cue, lexicon=hearing.lexicon, anyone=anyone, publishes=publishes
    )
    bare = link is not None and link.id is None and link.party is None and not any(
        word.pos == "PROPN" for word in sentence.subtree(head) if link.span is not None and link.span.holds(word.span)
    )
    known = _known_before(hearing, head, link) if link is not None and bare else None
    if known is not None:
        return replace(known, cue=cue)
    if link is not None and (full := memory.in_full(link)) is not None and full.name != link.name:
        return replace(full, cue=cue)
    if link is not None and link.kind is LinkKind.OFFICIAL and link.party is None:
        link = replace(link, party=_party_of_place(sentence, head) or _party_acting(sentence, head))
    if link is not None and link.kind is LinkKind.OFFICIAL:
        memory.titles.append((noun_phrase(sentence, head).of(text).casefold(), link))
    return link


def _known_before(hearing: _Hearing, head: Token, link: Attribution) -> Attribution | None:
    """Give who was named before and is meant without a name: "the agency", "journalists" of an investigation."""
    sentence, memory = hearing.sentence, hearing.memory
    issuer = who_issued(sentence, head, text=hearing.text, lexicon=hearing.lexicon, memory=memory)
    if issuer is not None:
        return issuer
    if head.lemma in hearing.lexicon.cues["investigators"]:
        known = memory.by_kind.get(LinkKind.INVESTIGATION)
        # In the words of the text, where the identity tells who they are.
        return replace(known, name=link.name, span=link.span) if known is not None and known.id is not None else known
    if any(child.lemma in sentence.words["definite"] for child in sentence.kids(head, "det", "poss")):
        office = memory.latest((LinkKind.OFFICIAL,)) if head.lemma in hearing.lexicon.roles["agency"] else None
        return memory.named(head.lemma) or (memory.by_kind.get(link.kind, office) if is_publishing(link) else None)
    return None


def _party_of_place(sentence: Sentence, head: Token) -> str | None:
    """Say whose a speaker is that is named with a place: "the military in Manila", "Hamburg prosecutors"."""
    beside = [word for word in sentence.kids(head) if word.dep in _BESIDE]
    inside = [thing for prep in sentence.kids(head, "prep") for thing in sentence.kids(prep, "pobj")]
    within = [word for thing in inside for word in sentence.kids(thing) if word.dep in _BESIDE]
    for word in (*inside, *beside, *within):
        named = sentence.mention_at(word, MentionKind.PLACE)
        if named is not None and named.place is not None and len(named.place.countries) == 1:
            return named.place.countries[0]
        state = sentence.mention_at(word, MentionKind.ACTOR)  # "Manila" is a capital, and so a state
        if state is not None and state.state is not None:
            return state.state.id
    return None


def _party_acting(sentence: Sentence, speaker: Token) -> str | None:
    """Say whose minister "the defence minister" is: of the one state that acts in the sentence before he is named.

    "Poland closed it, the defence minister said", but not "the defence minister said that Russia attacked".
    """
    states = [m for m in sentence.mentions if m.actor is not None and m.actor.kind == "state" and m.form is Form.NAME]
    heads = [(m, head) for m in states if (head := sentence.head_of(m.span)) is not None]
    acting = [m for m, head in heads if head.dep == "nsubj" and head.index < speaker.index]
    named = {m.actor.id for m in acting if m.actor is not None}
    return named.pop() if len(named) == 1 else None
