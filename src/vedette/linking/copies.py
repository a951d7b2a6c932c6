"""Which reports are copies of one text, whatever headline or byline they carry.

Method: a text is the set of its *shingles*, runs of five words in comparable
form (Broder 1997). Two texts are copies when they share most of them. Only texts
that share one of their few smallest shingle hashes (a bottom-k sketch) are
compared, so that the cost grows with the number of copies, not with all pairs.
Nothing is deleted: a copy stays a report of its own, with its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from vedette.linking.folding import words_of
from vedette.linking.ordering import report_key
from vedette.model import Report

SHINGLE_WORDS = 5
SKETCH_SIZE = 32
"""Hashes kept for finding candidates: two texts that share a third of their words miss one another once in 10^5."""
NEIGHBOURS = 12
"""How many later texts of a shared hash each text is compared with: enough to connect a wire text run by hundreds."""
COPY_JACCARD = 0.6
"""Share of all shingles that both have. One changed word costs five: a 300-word text may have some 15 words changed."""
SHORT_JACCARD = 0.85
"""As above for a text under SHORT_SHINGLES: two desks write the same short sentence by chance."""
COPY_CONTAINMENT = 0.8
"""Share of the shorter text's shingles that stand in the longer: a wire text cut short, or with a paragraph added."""
SHORT_SHINGLES = 25
SENTENCE_SHARE = 0.5
"""Share of a sentence's shingles that an earlier text must hold for the sentence to have been copied from it."""

Shingles = frozenset[int]


@dataclass(frozen=True, slots=True)
class CopyFamilies:
    """Reports grouped by the text that they copy.

    ``family_of`` maps a report id to the id of the family's first report
    (earliest published, then by id); a report without copies is its own family.
    ``members`` lists each family, the first report first.
    """

    family_of: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    shingles: Mapping[str, Shingles]

    def first_to_say(self, report: str, sentence: str) -> str:
        """Give the earliest report of the family that holds this sentence.

        A digest that swallowed a wire text keeps its own sentences as its own.
        """
        family = self.members[self.family_of[report]]
        if family[0] == report:
            return report
        wanted = shingle(sentence)
        for member in family:
            if member == report:
                break
            if wanted and len(wanted & self.shingles[member]) >= SENTENCE_SHARE * len(wanted):
                return member
        return report


def shingle(text: str) -> Shingles:
    """Give the hashes of all runs of five words; a shorter text is one run.

    Example:
        >>> shingle("Poland closed its border.") == shingle("POLAND closed its border")
        True
    """
    words = words_of(text)
    if not words:
        return frozenset()
    runs = range(max(1, len(words) - SHINGLE_WORDS + 1))
    return frozenset(_hash(" ".join(words[start : start + SHINGLE_WORDS])) for start in runs)


def are_copies(left: Shingles, right: Shingles) -> bool:
    """Say whether two texts are copies of one another, word for word or lightly edited.

    Args:
        left: Shingles of one text.
        right: Shingles of the other.
    """
    if not left or not right:
        return False
    shared = len(left & right)
    jaccard = shared / (len(left) + len(right) - shared)
    shorter = min(len(left), len(right))
    if shorter < SHORT_SHINGLES:
        return jaccard >= SHORT_JACCARD
    return jaccard >= COPY_JACCARD or shared / shorter >= COPY_CONTAINMENT


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
    ordered = sorted(reports, key=report_key)
    shingles = {report.id: shingle(report.text) for report in ordered}
    first_of = {report.id: report.id for report in ordered}
    position = {report.id: index for index, report in enumerate(ordered)}
    # Most copies are word for word: those are found by equality, and only one of them is compared further.
    originals: dict[Shingles, str] = {}
    for report in ordered:
        known = originals.setdefault(shingles[report.id], report.id)
        if shingles[report.id]:
            first_of[report.id] = known
    for left, right in _candidates(tuple(originals.values()), shingles):
        if are_copies(shingles[left], shingles[right]):
            _join(first_of, left, right, position=position)
    return _families(tuple(report.id for report in ordered), first_of, shingles)


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _candidates(reports: tuple[str, ...], shingles: Mapping[str, Shingles]) -> list[tuple[str, str]]:
    """Pair the texts that share a hash of their sketches, each with its next few in canonical order."""
    sharing: dict[int, list[str]] = defaultdict(list)
    for report in reports:
        for value in sorted(shingles[report])[:SKETCH_SIZE]:
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


def _families(ordered: tuple[str, ...], first_of: dict[str, str], shingles: Mapping[str, Shingles]) -> CopyFamilies:
    family_of = {report: _root(first_of, report) for report in ordered}
    members: dict[str, list[str]] = defaultdict(list)
    for report in ordered:
        members[family_of[report]].append(report)
    return CopyFamilies(
        family_of=family_of, members={first: tuple(group) for first, group in members.items()}, shingles=shingles
    )
