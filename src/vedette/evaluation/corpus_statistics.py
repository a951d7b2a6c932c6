"""How much of what the corpus holds, by language and label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vedette.evaluation.annotated import GENRES, REGIONS, AnnotatedItem, EventLine, MarkKind, Role
from vedette.evaluation.sentences import sentences_of, words_of
from vedette.evaluation.values import SourceValue
from vedette.model.attribution import LinkKind
from vedette.model.claim import EvidenceKind, Factuality, Section, Stage
from vedette.model.event_type import EventType

LONGEST_CHAIN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusStatistics:
    """Counts over some items; ``labels`` is by group ("type", "stage" ...) and then by label.

    ``not_plain`` counts the events that are something else than happened, asserted and told.
    """

    items: int
    stories: int
    without_event: int
    events: int
    not_plain: int
    sentences: int
    words: int
    labels: dict[str, Counter[str]]

    def missing(self) -> list[str]:
        """Name the labels that no item has."""
        return [
            f"{group}:{label}" for group, known in KNOWN.items() for label in known if not self.labels[group][label]
        ]


KNOWN: dict[str, Sequence[str]] = {
    "type": tuple(EventType),
    "stage": tuple(Stage),
    "factuality": tuple(Factuality),
    "evidence": tuple(EvidenceKind),
    "chain": tuple(str(length) for length in range(LONGEST_CHAIN + 1)),
    "source": tuple(LinkKind),
    "role": tuple(Role),
    "mark": tuple(kind.name.lower() for kind in MarkKind),
    "section": tuple(Section),
    "genre": GENRES,
    "region": REGIONS,
}


def count_corpus(items: Iterable[AnnotatedItem]) -> CorpusStatistics:
    """Count items, sentences, words and labels."""
    items = list(items)
    labels: dict[str, Counter[str]] = {group: Counter() for group in KNOWN}
    for item in items:
        _count_item(item, labels)
    return CorpusStatistics(
        items=len(items),
        stories=len({item.story for item in items}),
        without_event=sum(not item.events for item in items),
        events=sum(len(item.events) for item in items),
        not_plain=sum(not _plain(line) for item in items for line in item.events),
        sentences=sum(len(sentences_of(item.text)) for item in items),
        words=sum(len(words_of(item.text)) for item in items),
        labels=labels,
    )


def _count_item(item: AnnotatedItem, labels: dict[str, Counter[str]]) -> None:
    labels["genre"][item.genre] += 1
    labels["region"][item.region] += 1
    labels["section"].update(paragraph.section.value for paragraph in item.paragraphs)
    labels["mark"].update(mark.kind.name.lower() for mark in item.marks)
    labels["source"].update(mark.value.kind.value for mark in item.marks if isinstance(mark.value, SourceValue))
    for line in item.events:
        labels["type"][item.type_of(line.id)] += 1
        labels["stage"][line.stage] += 1
        labels["factuality"][line.factuality] += 1
        labels["evidence"][line.evidence] += 1
        labels["chain"][str(len(item.chain(line.id)))] += 1
        labels["role"].update(link.role.value for link in line.links)


def _plain(line: EventLine) -> bool:
    plain = (Stage.HAPPENED, Factuality.ASSERTED, EvidenceKind.TOLD)
    return (line.stage, line.factuality, line.evidence) == plain


def describe(language: str, counted: CorpusStatistics) -> list[str]:
    """Write counts as lines for a person."""
    share = counted.without_event / counted.items if counted.items else 0.0
    lines = [
        f"{language}: {counted.items} items of {counted.stories} stories, {counted.sentences} sentences, "
        f"{counted.words} words, {share:.0%} without an event"
    ]
    for group, known in KNOWN.items():
        found = ", ".join(f"{label} {counted.labels[group][label]}" for label in known if counted.labels[group][label])
        lines.append(f"  {group}: {found or 'none'}")
    missing = counted.missing()
    return [*lines, f"  not there yet: {', '.join(missing)}"] if missing else lines
