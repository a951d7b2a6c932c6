"""Which reports are copies of one text, whatever headline or byline they carry.

Method: a text is the set of its *shingles*, runs of four words in comparable
form (Broder 1997). Two texts are copies when most words of the shorter stand in
runs that the longer has too, wherever they stand in it: one changed word in six
leaves that so, as do paragraphs in another order, cut off or added. Only texts
that share one of their few smallest shingle hashes (a bottom-k sketch) are
compared, so that the cost grows with the number of copies, not with all pairs.
Nothing is deleted: a copy stays a report of its own, with its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest

from vedette.linking.folding import words_of
from vedette.linking.ordering import report_key
from vedette.model import Report

SHINGLE_WORDS = 4
SKETCH_SIZE = 32
"""Hashes kept for finding candidates: two texts that share a third of their runs miss one another once in 10^5."""
NEIGHBOURS = 12
"""How many later texts of a shared hash each text is compared with: enough to connect a wire text run by hundreds."""
COPIED_SHARE = 0.7
"""Share of the shorter text's words in runs that both have. A long quotation in a text of its own is less."""
SHORT_WORDS = 30
"""A shorter text is a copy only word for word, or nearly (SHORT_SHARE): two desks write short sentences alike."""
SHORT_SHARE = 0.85
"""As COPIED_SHARE, of either text: one changed word in some twenty."""
SENTENCE_WORDS = 3
"""Length of the runs by which a sentence is found in an earlier text of its family."""
SENTENCE_SHARE = 0.5
"""Share of a sentence's words in runs of an earlier text for the sentence to have been copied from it."""

Shingles = frozenset[int]


@dataclass(frozen=True, slots=True)
class CopyFamilies:
    """Reports grouped by the text that they copy.

    ``family_of`` maps a report id to the id of the family's first report
    (earliest published, then by id); a report without copies is its own family.
    ``members`` lists each family, the first report first. ``runs`` are the short
    runs of words of every report that has copies.
    """

    family_of: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    runs: Mapping[str, Shingles]

    def first_to_say(self, report: str, sentence: str) -> str:
        """Give the earliest report of the family that holds this sentence.

        A digest that swallowed a wire text keeps its own sentences as its own.
        """
        family = self.members[self.family_of[report]]
        if family[0] == report:
            return report
        words = words_of(sentence)
        earlier = family[: family.index(report)]
        order, length = tuple(_runs(words, SENTENCE_WORDS)), SENTENCE_WORDS
        return next((
            one for one in earlier
            if words and _share(order, self.runs[one], words=len(words), length=length) >= SENTENCE_SHARE
        ), report)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as comparing needs it: its length in words, and the hashes of its runs, in order and as a set."""

    length: int
    order: tuple[int, ...]
    runs: Shingles

    @classmethod
    def of(cls, words: Sequence[str]) -> _Text:
        order = tuple(_runs(words, SHINGLE_WORDS))
        return cls(len(words), order, frozenset(order))

    def share_in(self, other: Shingles) -> float:
        """Give the share of the words that stand in runs of the other text."""
        return _share(self.order, other, words=self.length, length=SHINGLE_WORDS)


def shingle(words: Sequence[str], length: int = SHINGLE_WORDS) -> Shingles:
    """Give the hashes of all runs of so many words; a shorter text is one run.

    Example:
        >>> shingle(words_of("Poland closed its border.")) == shingle(words_of("POLAND closed its border"))
        True
    """
    return frozenset(_runs(words, length))


def are_copies(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether two texts are copies of one another, word for word or lightly edited.

    Args:
        left: Words of one text, in comparable form.
        right: Words of the other.

    Example:
        >>> wire = [f"word{number}" for number in range(60)]
        >>> are_copies(wire, ["Our", "own", "lead", *wire[30:], *wire[:25]]), are_copies(wire, wire[:8])
        (True, False)
    """
    return _copied(_Text.of(left), _Text.of(right))


def _copied(left: _Text, right: _Text) -> bool:
    shorter, longer = sorted((left, right), key=lambda text: text.length)
    if not shorter.length:
        return False
    if shorter.length < SHORT_WORDS:
        return min(shorter.share_in(longer.runs), longer.share_in(shorter.runs)) >= SHORT_SHARE
    return shorter.share_in(longer.runs) >= COPIED_SHARE


def _share(order: Iterable[int], runs: Shingles, *, words: int, length: int) -> float:
    covered = bytearray(words)
    for start, run in enumerate(order):
        if run in runs:
            covered[start : start + length] = b"\1" * len(covered[start : start + length])
    return sum(covered) / words


def find_copies(reports: Iterable[Report]) -> CopyFamilies:
    """Group reports that run one text, by their words alone.

    Rule: copies of copies are one family. The title is not looked at.

    Args:
        reports: In any order.

    Example:
        >>> first = Report.of("Poland closed its border.", ref="a", outlet="Example Wire", published="2025-09-11")
        >>> second = Report.of("POLAND CLOSED ITS BORDER", ref="b", outlet="Example Post", published="2025-09-12")
        >>> find_copies([second, first]).family_of[second.id] == first.id
        True
    """
    ordered = {report.id: report for report in sorted(reports, key=report_key)}
    first_of = {report: report for report in ordered}
    position = {report: index for index, report in enumerate(ordered)}
    # Most copies are word for word: those are found by equality, and only one of them is compared further.
    originals: dict[tuple[str, ...], str] = {}
    for report in ordered.values():
        words = tuple(words_of(report.text))
        first_of[report.id] = originals.setdefault(words, report.id) if words else report.id
    texts = {report: _Text.of(words) for words, report in originals.items()}
    for left, right in _candidates(texts):
        if _root(first_of, left) != _root(first_of, right) and _copied(texts[left], texts[right]):
            _join(first_of, left, right, position=position)
    return _families(ordered, first_of)


def _runs(words: Sequence[str], length: int) -> Iterator[int]:
    for start in range(max(1, len(words) - length + 1) if words else 0):
        run = " ".join(words[start : start + length])
        yield int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _candidates(texts: Mapping[str, _Text]) -> list[tuple[str, str]]:
    """Pair the texts that share a hash of their sketches, each with its next few in canonical order."""
    sharing: dict[int, list[str]] = defaultdict(list)
    for report, text in texts.items():
        for value in nsmallest(SKETCH_SIZE, text.runs):
            sharing[value].append(report)
    pairs = {
        (left, right)
        for group in sharing.values()
        for index, left in enumerate(group)
        for right in group[index + 1 : index + 1 + NEIGHBOURS]
    }
    return sorted(pairs)


def _join(first_of: dict[str, str], left: str, right: str, *, position: Mapping[str, int]) -> None:
    roots = sorted((_root(first_of, left), _root(first_of, right)), key=position.__getitem__)
    first_of[roots[1]] = roots[0]


def _root(first_of: dict[str, str], report: str) -> str:
    while first_of[report] != report:
        first_of[report] = first_of[first_of[report]]
        report = first_of[report]
    return report


def _families(ordered: Mapping[str, Report], first_of: dict[str, str]) -> CopyFamilies:
    family_of = {report: _root(first_of, report) for report in ordered}
    members: dict[str, list[str]] = defaultdict(list)
    for report in ordered:
        members[family_of[report]].append(report)
    copied = [report for group in members.values() if len(group) > 1 for report in group]
    return CopyFamilies(
        family_of=family_of, members={first: tuple(group) for first, group in members.items()},
        runs={report: shingle(words_of(ordered[report].text), SENTENCE_WORDS) for report in copied},
    )
