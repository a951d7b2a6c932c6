"""How well tags agree with the annotation: by language, by label, by role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vedette.evaluation.annotated import AnnotatedItem, EventLine, MarkKind
from vedette.evaluation.gold_tags import KINDS, links_of
from vedette.model import Span
from vedette.reading.tags.labels import Role, SpanKind
from vedette.reading.tags.tagged import TaggedEvent, Tags


@dataclass(frozen=True, slots=True)
class Tally:
    """What was wanted, given, and right."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Share of what was given that is right, 0..1."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was given, 0..1."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both, 0..1."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


@dataclass(slots=True)
class Scores:
    """Tallies by name of a label, for one language or all.

    ``event`` is trigger and type: the words overlap and the type is the same.
    ``trigger`` does not ask for the type. Spans are right where their words are
    the same; ``~source`` counts sources that overlap. Roles are right where both
    ends overlap. ``stage``, ``factuality``, ``evidence`` are over events that
    were found. ``strike taken for sabotage`` counts triggers that were found with
    that wrong type.
    """

    by_label: dict[str, Tally] = field(default_factory=dict)

    def add(self, label: str, tally: Tally) -> None:
        """Count a label."""
        self.by_label[label] = self.by_label.get(label, Tally()) + tally


def score_tags(pairs: Iterable[tuple[AnnotatedItem, Tags]]) -> dict[str, Scores]:
    """Score tags against the annotation.

    Args:
        pairs: Items, each with what was tagged in it.

    Returns:
        Scores by language, and under ``all``.
    """
    found: dict[str, Scores] = {"all": Scores()}
    for item, tags in pairs:
        for scores in (found["all"], found.setdefault(item.language, Scores())):
            _score_item(item, tags, scores)
    return found


def _score_item(item: AnnotatedItem, tags: Tags, scores: Scores) -> None:
    gold = [mark for mark in item.marks if mark.kind is MarkKind.EVENT]
    pairs = _matched({mark.id: mark.span for mark in gold}, tags.events)
    same = {label: event for label, event in pairs.items() if item.type_of(label) is event.type}
    scores.add("trigger", Tally(len(pairs), len(tags.events), len(gold)))
    scores.add("event", Tally(len(same), len(tags.events), len(gold)))
    for mark in gold:
        kind = item.type_of(mark.id)
        scores.add(f"type {kind}", Tally(int(mark.id in same), 0, 1))
        if mark.id in pairs and mark.id not in same:
            scores.add(f"{kind} taken for {pairs[mark.id].type}", Tally(0, 1, 1))
    for event in tags.events:
        scores.add(f"type {event.type}", Tally(0, 1, 0))
    _score_standing({line.id: line for line in item.events}, pairs, scores)
    _score_spans(item, tags, scores)
    _score_roles(item, tags, scores)


def _matched(gold: Mapping[str, Span], given: Iterable[TaggedEvent]) -> dict[str, TaggedEvent]:
    pairs: dict[str, TaggedEvent] = {}
    for event in given:
        match = next((label for label, span in gold.items() if label not in pairs and span.overlaps(event.span)), None)
        if match is not None:
            pairs[match] = event
    return pairs


def _score_standing(lines: Mapping[str, EventLine], pairs: Mapping[str, TaggedEvent], scores: Scores) -> None:
    for label, event in pairs.items():
        line = lines[label]
        for name in ("stage", "factuality", "evidence"):
            wanted, given = getattr(line, name), getattr(event, name)
            scores.add(name, Tally(int(wanted == given), 1, 1))
            scores.add(f"{name} {wanted}", Tally(int(wanted == given), 0, 1))
            scores.add(f"{name} {given}", Tally(0, 1, 0))


def _score_spans(item: AnnotatedItem, tags: Tags, scores: Scores) -> None:
    off = [paragraph.span for paragraph in item.paragraphs if not (item.on and paragraph.on)]
    for kind in SpanKind:
        if kind is SpanKind.CONTENT:
            continue
        gold = {mark.span for mark in item.marks if KINDS.get(mark.kind) is kind}
        given = {tag.span for tag in tags.of(kind) if not any(span.overlaps(tag.span) for span in off)}
        scores.add(kind, Tally(len(gold & given), len(given), len(gold)))
        near = sum(any(one.overlaps(other) for other in given) for one in gold)
        hits = sum(any(one.overlaps(other) for other in gold) for one in given)
        scores.add(f"~{kind}", Tally(min(near, hits), len(given), len(gold)))


def _score_roles(item: AnnotatedItem, tags: Tags, scores: Scores) -> None:
    gold = [(role, item.mark(left).span, item.mark(right).span) for role, left, right in set(links_of(item))]
    given = [(link.role, link.left.span, link.right.span) for link in tags.links if isinstance(link.left, TaggedEvent)]
    for role in Role:
        wanted = [pair[1:] for pair in gold if pair[0] is role]
        got = [pair[1:] for pair in given if pair[0] is role]
        if role in (Role.SAME, Role.CITES, Role.CUED):
            continue
        right = sum(any(a.overlaps(c) and b.overlaps(d) for c, d in got) for a, b in wanted)
        scores.add(f"role {role}", Tally(min(right, len(got)), len(got), len(wanted)))
        scores.add("roles", Tally(min(right, len(got)), len(got), len(wanted)))
