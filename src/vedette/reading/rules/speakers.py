"""Who a noun phrase names as a speaker: outlet, agency, official, expert, witness, or nobody in particular."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.model import Attribution, LinkKind, Span
from vedette.reading.document import Form, Mention, MentionKind, Sentence, Token
from vedette.reading.headers import ReadSpeaker
from vedette.reading.outlets import outlet_link
from vedette.reading.rules.grammar import is_noun
from vedette.reading.rules.lexicon import Lexicon

_ROLE_ORDER = ("agency", "outlet", "investigation", "expert", "witness", "official", "unnamed")
_BEFORE_HEAD = ("compound", "amod", "nmod", "poss", "case", "nummod", "punct", "quantmod")
_KINDS = {
    "agency": LinkKind.AGENCY, "outlet": LinkKind.OUTLET, "investigation": LinkKind.INVESTIGATION,
    "expert": LinkKind.EXPERT, "witness": LinkKind.WITNESS, "official": LinkKind.OFFICIAL, "unnamed": LinkKind.UNNAMED,
}


def is_pronoun(sentence: Sentence, token: Token) -> bool:
    """Say whether a word stands for a speaker named before."""
    return token.text.casefold() in sentence.words["person_pronouns"]


def speaker(
    sentence: Sentence, head: Token, *, text: str, cue: str, lexicon: Lexicon, anyone: bool = False,
    publishes: bool = False,
) -> Attribution | None:
    """Make a link of a chain from the noun phrase of a speaker.

    Args:
        sentence: Where it stands.
        head: The head word of the phrase.
        text: The text of the report.
        cue: The word that shows that it speaks.
        lexicon: The language.
        anyone: Whether the cue is a verb of speech, whose subject speaks whatever it is.
        publishes: Whether it is one of those that outlets are the subject of ("reports", "writes"): a name that
            nobody knows is then an outlet.

    Returns:
        The link, or ``None`` where the phrase names nobody who can speak
        ("the move", "the situation").
    """
    head = _author(sentence, head)
    phrase = noun_phrase(sentence, head)
    words = [token for token in sentence.tokens if phrase.holds(token.span)]
    outlet = _mention(sentence, phrase, MentionKind.OUTLET) or _named_after(sentence, head)
    person = _person(words, sentence.mentions)
    role = _role(words, head, lexicon)
    actor = _mention(sentence, phrase, MentionKind.ACTOR)
    actor = _organ_named_after(sentence, head) or actor
    # The parser takes many a newsroom for a person.
    if outlet is not None and outlet.outlet is not None and (person is None or person.overlaps(outlet.span)):
        return outlet_link(outlet, text, cue=cue)
    party = actor.actor.party if actor is not None and actor.actor is not None else None
    if person is not None:
        role = role or _role([], next(sentence.kids(head, "appos"), head), lexicon)  # "A. Person, an analyst"
        party = party or _party_of_office(sentence, head)
        kind = _KINDS[role] if role in ("expert", "witness", "investigation") else LinkKind.OFFICIAL
        return Attribution(name=person.of(text), kind=kind, cue=cue, span=person, party=party)
    body = _body(actor, phrase, text=text, cue=cue, role=role) if actor is not None else None
    # "The Example Maritime Trade Operations said": a body that nobody knows, called after its state
    unknown = anyone and head.pos == "PROPN" and role is None and actor is not None and actor.form is Form.NAME
    if body is not None or (actor is not None and not unknown):
        return body
    if unknown:
        return Attribution(name=phrase.of(text), kind=LinkKind.OFFICIAL, cue=cue, span=phrase, party=party)
    if role is None and anyone and head.pos in ("NOUN", "PROPN"):
        kind = LinkKind.OFFICIAL if head.text[:1].isupper() else LinkKind.UNNAMED
        kind = LinkKind.OUTLET if publishes and _is_name(phrase.of(text)) else kind
        return Attribution(name=phrase.of(text), kind=kind, cue=cue, span=phrase)
    if role is None:
        return None
    named = any(token.pos == "PROPN" for token in words)
    kind = _KINDS[role]
    if not named and head.lemma in lexicon.roles["unnamed"] and role in ("unnamed", "outlet", "official"):
        kind = LinkKind.UNNAMED
    if named and role in ("agency", "outlet", "investigation"):
        names = [token.span for token in words if token.pos == "PROPN"]
        phrase = Span(names[0].start, names[-1].end)  # "the Example Wire agency" is called Example Wire
    return Attribution(name=phrase.of(text), kind=kind, cue=cue, span=phrase)


def noun_phrase(sentence: Sentence, head: Token) -> Span:
    """Give the phrase of a head word: what describes it before, and close "of"-complements; no article, no clauses."""
    tokens = sentence.tokens
    first = last = head.index
    while first > 0 and tokens[first - 1].dep in _BEFORE_HEAD and _belongs(sentence, tokens[first - 1], head):
        first -= 1
    while tokens[first].dep == "punct" and first < last:
        first += 1
    for prep in sentence.kids(head, "prep"):
        if prep.lemma in sentence.words["title_of"] and prep.index == last + 1:
            for thing in sentence.kids(prep, "pobj"):
                last = max(last, thing.index)
    while last + 1 < len(tokens) and _is_name_of(tokens[last + 1], head):
        last += 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def _is_name_of(token: Token, head: Token) -> bool:
    """Say whether a word goes on with the name of what a noun describes: "the agency Example"."""
    beside = token.head == head.index or (token.head == head.head and token.dep == head.dep)
    return head.pos == "NOUN" and token.pos == "PROPN" and beside


def _belongs(sentence: Sentence, token: Token, head: Token) -> bool:
    if any(token.span.overlaps(time) for time in sentence.times):
        return False  # "On 11 September the agency said": the date is no part of its name
    return token.head == head.index or any(above is head for above in sentence.ancestors(token))


def _mention(sentence: Sentence, phrase: Span, kind: MentionKind) -> Mention | None:
    inside = [mention for mention in sentence.mentions if mention.kind is kind and mention.span.overlaps(phrase)]
    organs = [mention for mention in inside if mention.actor is not None and mention.actor.kind != "state"]
    return next(iter(organs or inside), None)


def _author(sentence: Sentence, head: Token) -> Token:
    """Give who is behind what speaks: "a report by the state agency", "the ministry's statement"."""
    if head.lemma not in sentence.words["statements"]:
        return head
    owner = next(sentence.kids(head, "poss"), None)
    if owner is not None and owner.pos in ("NOUN", "PROPN"):
        return owner
    for prep in sentence.kids(head, "prep"):
        if prep.lemma in sentence.words["authored"]:
            return next(sentence.kids(prep, "pobj"), head)
    return head


def _named_after(sentence: Sentence, head: Token) -> Mention | None:
    """Give the outlet that stands behind its description: "the state news agency BelTA"."""
    names = (sentence.mention_at(child, MentionKind.OUTLET) for child in sentence.kids(head, "appos"))
    return next((name for name in names if name is not None), None)


def _party_of_office(sentence: Sentence, head: Token) -> str | None:
    """Say whose the office is that stands behind a name: "A. Person, a spokesman of the Polish army"."""
    for office in sentence.kids(head, "appos"):
        for word in sentence.subtree(office):
            if word.dep == "relcl":
                break
            named = sentence.mention_at(word, MentionKind.ACTOR)
            if named is not None and named.actor is not None:
                return named.actor.party
    return None


def _organ_named_after(sentence: Sentence, head: Token) -> Mention | None:
    """Give the body whose name stands behind its description: "the air navigation agency PANSA"."""
    names = (sentence.mention_at(child, MentionKind.ACTOR) for child in sentence.kids(head, "appos"))
    bodies = (name for name in names if name is not None and name.actor is not None and name.actor.kind != "state")
    return next(bodies, None)


def _person(words: list[Token], known: Sequence[Mention]) -> Span | None:
    """Give the name of a person among words; not if each that could be one is part of another name that is known."""
    nouns = [word for word in words if word.pos in ("PROPN", "NOUN")]
    unknown = (word for word in nouns if not any(word.span.overlaps(mention.span) for mention in known))
    if not any(word.text[:1].isupper() for word in unknown):
        return None
    names = [word for word in nouns if word.person]
    return Span(names[0].span.start, names[-1].span.end) if names else None


def _is_name(words: str) -> bool:
    return all(word[:1].isupper() for word in words.split())


def _role(words: list[Token], head: Token, lexicon: Lexicon) -> str | None:
    for lemmas in ({head.lemma}, {token.lemma for token in words}):
        for role in _ROLE_ORDER:
            if lemmas & lexicon.roles[role]:
                return "official" if role == "agency" and _is_office(words, head, lexicon) else role
    return None


def _is_office(words: list[Token], head: Token, lexicon: Lexicon) -> bool:
    """Say whether an agency is one of a state: "the procurement agency", not "the news agency" or "the agency"."""
    before = [word for word in words if word.index < head.index and word.pos == "NOUN" and word.dep == "compound"]
    return bool(before) and not any(word.lemma in lexicon.roles["news"] for word in before)


def _body(actor: Mention, phrase: Span, *, text: str, cue: str, role: str | None) -> Attribution | None:
    """Make a link of a state, an alliance, or a body of one: "Poland", "Polish officials", "the Saeima"."""
    known = actor.actor
    if known is None:
        return None
    alone = actor.form is not Form.ADJECTIVE and phrase.end <= actor.span.end
    if alone or (known.kind != "state" and role not in ("outlet", "agency")):
        span = actor.span if alone else phrase
        return Attribution(
            name=span.of(text), kind=LinkKind.OFFICIAL, cue=cue, span=span, id=known.id, party=known.party
        )
    if role is None:
        return None
    return Attribution(name=phrase.of(text), kind=_KINDS[role], cue=cue, span=phrase, party=known.party)


def source_speaker(sentences: Sequence[Sentence], *, text: str, lexicon: Lexicon) -> ReadSpeaker:
    """Give what reads the person or body that a part of a "Source:" line names."""
    def read(part: Span, cue: str) -> Attribution | None:
        for sentence in sentences:
            inside = [token for token in sentence.at(part) if is_noun(token)]
            heads = [token for token in inside if token.dep not in ("compound", "amod")]
            links = (speaker(sentence, head, text=text, cue=cue, lexicon=lexicon) for head in heads)
            link = next((link for link in links if link is not None), None)
            if link is None and heads and heads[0].pos == "PROPN":
                phrase = noun_phrase(sentence, heads[0])
                link = Attribution(name=phrase.of(text), kind=LinkKind.OUTLET, cue=cue, span=phrase)
            if link is not None:
                return link
        return None

    return read
