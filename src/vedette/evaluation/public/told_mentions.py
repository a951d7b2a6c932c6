"""Mentions of events in other people's documents, put through our linking.

A mention has no type, date or place of ours. What linking compares of it: the **name** of
the thing (its head word, in the form in which "announced" and "announcement" are one), when
it is told (in documents of one story), and who stands in its sentence. Blocks, points, the
decision and the joining of pairs to groups are those of :mod:`vedette.linking`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.stories import stories_of
from vedette.linking.blocking import pairs_sharing
from vedette.linking.cluster import agglomerate
from vedette.linking.feature import NEUTRAL, RULED_OUT, Feature
from vedette.linking.same_event import Comparison, decide
from vedette.model import Section, Span, Verdict
from vedette.reading.document import Block, BlockKind, Sentence, Token

SAME_NAME, SAME_STORY, SHARED_NAMES = 2.5, 1.0, 1.0
_TOLD = frozenset({"NOUN", "VERB", "PROPN", "NUM", "ADJ"})
_NAMES = frozenset({"PROPN", "NUM"})
_NAMES_COUNT = 2.0
"""Names and numbers tell one story from another of its kind."""
_ENDINGS = (
    "ations", "ation", "ition", "tions", "ments", "tion", "sion", "ment", "ance", "ence", "ings", "ing", "ers", "ors",
    "ure", "ity", "ies", "er", "or", "ed", "es", "al", "s", "e", "y",
)
_LEAST_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Sentences of words, and in them mentions: the number of a sentence, and of words in it."""

    id: str
    sentences: tuple[tuple[str, ...], ...]
    mentions: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention as linking compares it: ``names`` are the other names and numbers of its sentence."""

    document: int
    story: int
    name: str
    word: str
    names: frozenset[str]


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
    parsed = [_parsed(document, kit) for document in documents]
    grouped = stories_of([_words(sentences) for sentences in parsed]) if stories is None else stories
    story_of = {document: number for number, group in enumerate(grouped) for document in group}
    mentions = [
        _mention(number, story_of[number], document=document, number=sentence, tokens=tokens, parsed=parsed[number])
        for number, document in enumerate(documents) for sentence, tokens in document.mentions
    ]
    return Told(tuple(mentions), tuple(tuple(group) for group in grouped))


def link_mentions(mentions: Sequence[Mention]) -> list[list[int]]:
    """Group mentions of one event, as positions."""
    pairs = pairs_sharing([[("name", str(mention.story), mention.name)] for mention in mentions])

    def verdict_on(left: int, right: int) -> tuple[Verdict, float]:
        comparison = compare_mentions(mentions[left], mentions[right])
        return comparison.verdict, comparison.score

    return sorted(sorted(group) for group in agglomerate(len(mentions), pairs, verdict_on))


def compare_mentions(left: Mention, right: Mention) -> Comparison:
    """Say whether two mentions tell of one event, by the points and the decision of linking.

    Example:
        >>> first = Mention(document=0, story=0, name="announc", word="announce", names=frozenset())
        >>> second = Mention(document=1, story=0, name="announc", word="announcement", names=frozenset())
        >>> str(compare_mentions(first, second).verdict)
        'same'
    """
    if left.story != right.story:
        ruled_out = Feature("when", RULED_OUT, "two stories")
        return Comparison(Verdict.DIFFERENT, RULED_OUT, (ruled_out,))
    shared = left.names & right.names
    return decide((
        Feature("name", SAME_NAME if left.name == right.name else NEUTRAL, f"{left.word} / {right.word}"),
        Feature("when", SAME_STORY, "one story"),
        Feature("who", SHARED_NAMES if shared else NEUTRAL, ", ".join(sorted(shared))),
    ))


def stem(word: str) -> str:
    """Take the ending off a word, so that a verb and the noun made of it meet.

    Example:
        >>> stem("announce") == stem("announcement"), stem("nominate") == stem("nomination"), stem("say")
        (True, True, 'say')
    """
    fitting = (end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _LEAST_STEM)
    cut = word.removesuffix(next(fitting, ""))
    return cut[:-1] if cut.endswith("e") and len(cut) > _LEAST_STEM else cut


def _parsed(document: Document, kit: Kit) -> list[list[Token]]:
    """Parse each sentence as a paragraph of its own; give its tokens by the word that each belongs to."""
    text, blocks, starts = "", [], []
    for words in document.sentences:
        begin = len(text)
        starts.append([begin + sum(len(word) + 1 for word in words[:number]) for number in range(len(words))])
        text += " ".join(words)
        blocks.append(Block(Span(begin, len(text)), BlockKind.PARAGRAPH, Section.BODY))
        text += "\n"
    found = kit.sentences(text, blocks)
    return [_by_word(found, block.span, at) for block, at in zip(blocks, starts, strict=True)]


def _by_word(found: Sequence[Sentence], inside: Span, starts: Sequence[int]) -> list[Token]:
    tokens = [token for sentence in found if sentence.span.overlaps(inside) for token in sentence.tokens]
    by_start = {token.span.start: token for token in tokens}
    blank = Token(index=0, text="", lemma="", pos="X", tag="", dep="", head=0, span=inside)
    return [by_start.get(start, blank) for start in starts]


def _words(sentences: Sequence[Sequence[Token]]) -> dict[str, float]:
    counted: dict[str, float] = defaultdict(float)
    for token in (token for tokens in sentences for token in tokens if token.pos in _TOLD):
        counted[stem(token.lemma.lower())] += _NAMES_COUNT if token.pos in _NAMES else 1.0
    return counted


def _mention(
    place: int, story: int, *, document: Document, number: int, tokens: Sequence[int], parsed: Sequence[Sequence[Token]]
) -> Mention:
    sentence = parsed[number]
    own = [sentence[token] for token in tokens]
    head = _head(own)
    word = head.lemma.lower() or document.sentences[number][tokens[0]].lower()
    names = {token.lemma.lower() for token in sentence if token.pos in _NAMES} - {word}
    return Mention(document=place, story=story, name=stem(word), word=word, names=frozenset(names))


def _head(tokens: Sequence[Token]) -> Token:
    """Give the word that names the thing: the first verb, else the last noun, else the first word."""
    verbs = [token for token in tokens if token.pos == "VERB"]
    nouns = [token for token in tokens if token.pos in ("NOUN", "PROPN")]
    return verbs[0] if verbs else nouns[-1] if nouns else tokens[0]
