"""Which reports are copies of one text, whatever headline or byline they carry.

Method: a text is the set of its *shingles*, runs of four words in comparable
form (Broder 1997). Two texts are copies when most words of the shorter stand in
runs that the longer has too, wherever they stand in it: one changed word in six
leaves that so, as do paragraphs in another order, cut off or added. Texts that are the same
word for word are copies whenever they came; of others only those are
compared that share some of their few smallest shingle hashes (a bottom-k sketch) and were published
within sixty days, or at a time that nobody knows. So a pair depends on its two texts alone, and the cost
on the copies of some weeks, not on all pairs.
Nothing is deleted: a copy stays a report of its own, with its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from vedette.linking.folding import words_of
from vedette.linking.lineage.shingles import Text, number_of
from vedette.linking.ordering import moment, report_key
from vedette.linking.when import day_number
from vedette.model import Report
from vedette.model.held import Held, KeptReport, NothingHeld

SKETCH_SIZE = 32
"""Hashes kept for finding candidates: two texts that share a third of their runs miss one another once in 10^3."""
ALIKE = 2
"""Hashes to share: of one alone, a common turn of phrase may be the reason. A much shorter text needs but one."""
WITHIN_DAYS = 60
"""What is edited and run again is news for some weeks; a text that is run whole is found whenever it comes."""
SENTENCE_WORDS = 3
"""Length of the runs by which a sentence is found in an earlier text of its family."""
SENTENCE_SHARE = 0.5
"""Share of a sentence's words in runs of an earlier text for the sentence to have been copied from it."""

@dataclass(frozen=True, slots=True)
class CopyFamilies:
    """Reports grouped by the text that they copy.

    ``family_of`` maps a report id to the id of the family's first report
    (earliest published, then by id); a report without copies is its own family.
    ``members`` lists each family, the first report first; ``reports`` holds them.
    """

    family_of: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    reports: Mapping[str, Report]
    _texts: dict[str, Text] = field(default_factory=dict, compare=False, repr=False)
    """Reports as short runs of words, filled as sentences are looked for."""

    def first_to_say(self, report: str, sentence: str) -> str:
        """Give the earliest report of the family that holds this sentence.

        A digest that swallowed a wire text keeps its own sentences as its own.
        """
        family = self.members[self.family_of[report]]
        if family[0] == report:
            return report
        said = Text.of(words_of(sentence), SENTENCE_WORDS)
        earlier = family[: family.index(report)]
        return next((one for one in earlier if said.share_in(self._text(one)) >= SENTENCE_SHARE), report)

    def beside(self, report: str, sentence: str) -> tuple[str, ...]:
        """Give a report and those of its family that hold this sentence and were published in the same moment.

        Nobody knows which of them had it first.
        """
        at = moment(self.reports[report].published)
        said: Text | None = None
        found = [report]
        for one in self.members[self.family_of[report]]:
            if one != report and moment(self.reports[one].published) == at:
                said = said or Text.of(words_of(sentence), SENTENCE_WORDS)
                if said.share_in(self._text(one)) >= SENTENCE_SHARE:
                    found.append(one)
        return tuple(sorted(found))

    def _text(self, report: str) -> Text:
        if report not in self._texts:
            self._texts[report] = Text.of(words_of(self.reports[report].text), SENTENCE_WORDS)
        return self._texts[report]


@dataclass(frozen=True, slots=True)
class Joined:
    """What new reports do to the families of copies.

    ``new`` are the new reports with their families; ``moved`` gives the new family of each report that had
    another one. ``met`` lists, for each family that new reports came to or in which families met, the reports
    that were together before, each group by itself, and new ones each as one.
    """

    new: tuple[KeptReport, ...]
    moved: Mapping[str, str]
    met: Mapping[str, tuple[tuple[str, ...], ...]]


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
    family_of = {kept.report: kept.family for kept in join_copies(ordered.values()).new}
    members: dict[str, list[str]] = defaultdict(list)
    for report in ordered:
        members[family_of[report]].append(report)
    return CopyFamilies(family_of, {first: tuple(group) for first, group in members.items()}, ordered)


def join_copies(reports: Iterable[Report], *, held: Held = NothingHeld()) -> Joined:  # noqa: B008 (holds nothing)
    """Find the families of new reports, among one another and among those that a desk holds.

    Args:
        reports: New ones, in any order.
        held: The desk.
    """
    finder = _Finder(sorted(reports, key=report_key), held)
    finder.find()
    return finder.joined()


class _Finder:
    """Puts new reports into families; a family that is held stands for all of its reports."""

    def __init__(self, reports: Sequence[Report], held: Held) -> None:
        self._reports = {report.id: report for report in reports}
        self._held = held
        self._read = dict(self._reports)
        self._texts: dict[str, Text] = {}
        self._kept: dict[str, KeptReport] = {}
        self._parent: dict[str, str] = {}

    def find(self) -> None:
        """Look for each report among those before it and those that are held."""
        by_words: dict[int, str] = {}
        by_hash: dict[int, list[str]] = defaultdict(list)
        for report in self._reports.values():
            words = words_of(report.text)
            text = self._texts[report.id] = Text.of(words)
            kept = self._kept[report.id] = _sketched(report, words, text)
            if kept.words is None:
                continue
            first = by_words.setdefault(kept.words, report.id)
            if first != report.id:
                self._join(first, report.id)
            for other in self._resembling(kept, by_hash):
                self._try(report.id, other)
            for value in kept.sketch:
                by_hash[value].append(report.id)
        self._find_among_held(by_words)

    def joined(self) -> Joined:
        """Give the families as they are now."""
        groups: dict[str, list[str]] = defaultdict(list)
        for node in {**self._parent, **self._reports}:
            groups[self._root(node)].append(node)
        old = {node for group in groups.values() for node in group if node not in self._reports}
        members = self._held.members(old)
        firsts = {report.id: report for report in self._held.reports(old)} | self._reports
        family_of: dict[str, str] = {}
        met: dict[str, tuple[tuple[str, ...], ...]] = {}
        moved: dict[str, str] = {}
        for group in groups.values():
            first = min(group, key=lambda node: report_key(firsts[node]))
            family_of |= dict.fromkeys((node for node in group if node in self._reports), first)
            met[first] = tuple(members[node] if node in old else (node,) for node in group)
            moved |= {one: first for node in group if node in old and node != first for one in members[node]}
        new = tuple(replace(kept, family=family_of[kept.report]) for kept in self._kept.values())
        return Joined(new=new, moved=moved, met=met)

    def _find_among_held(self, by_words: Mapping[int, str]) -> None:
        of_words = self._held.of_words(by_words)
        families = dict(self._held.families(tuple(of_words.values())))
        for words, other in of_words.items():
            self._join(families[other], by_words[words])
        for kept in self._kept.values():
            if not kept.sketch:
                continue
            days = None if kept.day is None else (kept.day - WITHIN_DAYS, kept.day + WITHIN_DAYS)
            found = self._held.resembling(kept.sketch, days=days)
            alike = [one for one in found if worth_comparing(kept.runs, one.runs, shared=one.shared)]
            families |= self._held.families([one.report for one in alike if one.report not in families])
            self._try_held(kept.report, [one.report for one in alike], families)

    def _try_held(self, report: str, others: Sequence[str], families: Mapping[str, str]) -> None:
        apart = [one for one in others if self._root(families[one]) != self._root(report)]
        self._read |= {one.id: one for one in self._held.reports([one for one in apart if one not in self._read])}
        for other in apart:
            if self._root(families[other]) != self._root(report) and self._copied(report, other):
                self._join(families[other], report)

    def _resembling(self, kept: KeptReport, by_hash: Mapping[int, Sequence[str]]) -> list[str]:
        shared: dict[str, int] = defaultdict(int)
        for value in kept.sketch:
            for other in by_hash.get(value, ()):
                shared[other] += 1
        return [
            other for other, count in shared.items() if of_one_time(kept.day, self._kept[other].day)
            and worth_comparing(kept.runs, self._kept[other].runs, shared=count)
        ]

    def _try(self, report: str, other: str) -> None:
        if self._root(report) != self._root(other) and self._copied(report, other):
            self._join(report, other)

    def _copied(self, report: str, other: str) -> bool:
        return self._text(report).copies(self._text(other))

    def _text(self, report: str) -> Text:
        if report not in self._texts:
            self._texts[report] = Text.of(words_of(self._read[report].text))
        return self._texts[report]

    def _join(self, one: str, other: str) -> None:
        top, below = sorted((self._root(one), self._root(other)))
        self._parent[below] = self._parent[top] = top

    def _root(self, node: str) -> str:
        while (above := self._parent.get(node, node)) != node:
            self._parent[node] = self._parent.get(above, above)
            node = above
        return node


def sketch_of(report: Report) -> KeptReport:
    """Give what finding copies needs of a report, as if it had none."""
    words = words_of(report.text)
    return _sketched(report, words, Text.of(words))


def _sketched(report: Report, words: Sequence[str], text: Text) -> KeptReport:
    runs = np.unique(text.hashes)
    return KeptReport(
        report=report.id, family=report.id, words=number_of(" ".join(words)) if words else None,
        runs=len(runs), sketch=tuple(runs[:SKETCH_SIZE].tolist()), day=day_number(report.published),
    )


def worth_comparing(runs: int, others: int, *, shared: int) -> bool:
    """Say whether two texts share enough of their sketches to be looked at.

    Args:
        runs: How many runs one of them has.
        others: How many the other has.
        shared: How many hashes their sketches share.
    """
    alike = 2 * min(runs, others) >= max(runs, others) and min(runs, others) >= ALIKE
    return shared >= (ALIKE if alike else 1)


def of_one_time(one: int | None, other: int | None) -> bool:
    """Say whether two texts came close enough after one another to be looked at; ``None`` where nobody knows when."""
    return one is None or other is None or abs(one - other) <= WITHIN_DAYS
