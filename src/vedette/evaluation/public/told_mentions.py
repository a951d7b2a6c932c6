"""Mentions of events in other people's documents, put through our linking.

A mention has no type, date or place of ours. What linking compares of it: the **name** of the thing (its head
word, in the form in which "announced" and "announcement" are one, or the kind of happening that it tells of), when
it is told (in documents of one story), and **who** takes part. Blocks, points, the decision, the rule for what is
said and the joining of pairs to groups are those of :mod:`vedette.linking`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vedette.evaluation.public.happenings import Happenings, load_happenings, stem
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.parties import complement, doers, others, particles, prepositions
from vedette.evaluation.public.stories import stories_of
from vedette.evaluation.public.told_documents import Document, ParsedDocument, Word, count_words, parse_document
from vedette.linking.feature import NEUTRAL, RULED_OUT, Feature
from vedette.linking.same.agglomerate import agglomerate
from vedette.linking.same.blocking import pairs_sharing
from vedette.linking.same.compare_who import compare_sayers
from vedette.linking.same.same_event import Comparison, decide
from vedette.model import Verdict

SAME_NAME, SAME_STORY, SHARED = 2.5, 1.0, 1.0
_POINTING = frozenset({"PRON", "DET"})
_COMPLEMENTS = frozenset({"NOUN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention as linking compares it.

    ``name`` is the stem of its ``word``; ``kinds`` the happenings that the word can tell of; ``doers`` who does it
    and ``others`` who or what else takes part, as stems. ``said``: it is words of somebody. ``empty``: the word
    names nothing by itself. ``points``: it is a pronoun.
    """

    document: int
    story: int
    name: str
    word: str
    kinds: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    said: bool = False
    empty: bool = False
    points: bool = False

    @property
    def parties(self) -> frozenset[str]:
        """All who take part."""
        return self.doers | self.others


@dataclass(frozen=True, slots=True)
class Told:
    """Mentions, document after document, and the groups of documents of one story, as positions."""

    mentions: tuple[Mention, ...]
    stories: tuple[tuple[int, ...], ...]


def mentions_of(documents: Sequence[Document], kit: Kit, *, stories: Sequence[Sequence[int]] | None = None) -> Told:
    """Read documents and make their mentions comparable.

    Args:
        documents: Each with its mentions.
        kit: Parses English.
        stories: Groups of documents of one story; found by their words unless told.
    """
    happenings = load_happenings()
    parsed = [parse_document(document, kit) for document in documents]
    grouped = stories_of([count_words(document) for document in parsed]) if stories is None else stories
    story_of = {document: number for number, group in enumerate(grouped) for document in group}
    mentions: list[Mention] = []
    for number, document in enumerate(documents):
        blank = Mention(document=number, story=story_of[number], name="", word="")
        read = (
            _read(place, document, parsed[number], into=blank, happenings=happenings) for place in document.mentions
        )
        mentions += _pointed_at(list(read), document)
    return Told(tuple(mentions), tuple(tuple(group) for group in grouped))


def link_mentions(mentions: Sequence[Mention]) -> list[list[int]]:
    """Group mentions of one event, as positions."""
    pairs = pairs_sharing([_keys(mention) for mention in mentions])

    def verdict_on(left: int, right: int) -> tuple[Verdict, float]:
        comparison = compare_mentions(mentions[left], mentions[right])
        return comparison.verdict, comparison.score

    return sorted(sorted(group) for group in agglomerate(range(len(mentions)), pairs, verdict_on))


def compare_mentions(left: Mention, right: Mention) -> Comparison:
    """Say whether two mentions tell of one event, by the points and the decision of linking.

    Example:
        >>> first = Mention(document=0, story=0, name="announc", word="announce")
        >>> second = Mention(document=1, story=0, name="announc", word="announcement")
        >>> str(compare_mentions(first, second).verdict)
        'same'
    """
    if left.story != right.story:
        ruled_out = Feature("when", RULED_OUT, "two stories")
        return Comparison(Verdict.DIFFERENT, RULED_OUT, (ruled_out,))
    return decide((_compare_names(left, right), Feature("when", SAME_STORY, "one story"), _compare_who(left, right)))


def _keys(mention: Mention) -> Iterator[tuple[str, ...]]:
    yield "name", str(mention.story), mention.name
    yield from (("kind", str(mention.story), kind) for kind in sorted(mention.kinds))


def _compare_names(left: Mention, right: Mention) -> Feature:
    words = f"{left.word} / {right.word}"
    if left.name != right.name and not left.kinds & right.kinds:
        return Feature("name", NEUTRAL, words)
    if _are_told_apart(left, right):
        return Feature("name", NEUTRAL, f"{words}: of other things")
    return Feature("name", SAME_NAME, words)


def _are_told_apart(left: Mention, right: Mention) -> bool:
    """Say whether a common name or kind says nothing.

    Rule: others do it to others; or nobody takes part in both, and the word says little by itself, or is another
    word of one document.
    """
    if left.parties & right.parties:
        return False
    if left.doers and right.doers and left.others and right.others:
        return True
    return (left.empty and right.empty) or (left.name != right.name and left.document == right.document)


def _compare_who(left: Mention, right: Mention) -> Feature:
    if left.said and right.said:
        return compare_sayers(left.doers, right.doers)
    shared = left.parties & right.parties
    return Feature("who", SHARED if shared else NEUTRAL, ", ".join(sorted(shared)))


def _read(
    place: tuple[int, tuple[int, ...]], document: Document, parsed: ParsedDocument, *, into: Mention,
    happenings: Happenings,
) -> Mention:
    sentence, tokens = place
    own = [known for token in tokens if (known := parsed[sentence][token])]
    if not own:
        word = document.sentences[sentence][tokens[0]].lower()
        return replace(into, name=stem(word), word=word, kinds=happenings.of(word))
    head = _head(own)
    word = _full_word(head, own, happenings)
    return replace(
        into, name=stem(word), word=word, kinds=happenings.of(word), said=happenings.is_said(word),
        empty=happenings.is_empty(word), points=head.token.pos in _POINTING,
        doers=doers(head.token, head.sentence), others=others(head.token, head.sentence),
    )


def _full_word(head: Word, own: Sequence[Word], happenings: Happenings) -> str:
    """Give the base form, with a verb's particle; of "made an offer", where all of it is marked, the offer."""
    for particle in particles(head.token, head.sentence):
        return f"{head.lemma}_{particle}"
    for preposition in prepositions(head.token, head.sentence):
        if happenings.knows(joined := f"{head.lemma}_{preposition}"):
            return joined
    filling = complement(head.token, head.sentence) if happenings.is_empty(head.lemma) else None
    if filling and filling.pos in _COMPLEMENTS and filling in [each.token for each in own]:
        return filling.lemma.lower()
    return head.lemma


def _pointed_at(mentions: Sequence[Mention], document: Document) -> list[Mention]:
    """Let "it" and "this" tell of the nearest mention before, in their sentence or the one before it."""
    order = sorted(range(len(mentions)), key=lambda index: document.mentions[index])
    pointed = list(mentions)
    for rank, index in enumerate(order):
        if mentions[index].points:
            before = [other for other in order[:rank] if _can_be_meant(mentions[other])]
            if before and document.mentions[index][0] - document.mentions[before[-1]][0] <= 1:
                pointed[index] = replace(mentions[before[-1]], word=mentions[index].word)
    return pointed


def _can_be_meant(mention: Mention) -> bool:
    return not (mention.points or mention.said or mention.empty)


def _head(words: Sequence[Word]) -> Word:
    """Give the word that names the thing: the first verb, else the last noun, else the first word."""
    verbs = [word for word in words if word.token.pos == "VERB"]
    nouns = [word for word in words if word.token.pos in ("NOUN", "PROPN")]
    return verbs[0] if verbs else nouns[-1] if nouns else words[0]
