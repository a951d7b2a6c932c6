"""The table of the datasheet that says what the corpus holds, by language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from vedette.evaluation.annotated import LANGUAGES, AnnotatedItem
from vedette.evaluation.corpus_statistics import KNOWN, CorpusStatistics, count_corpus

_Cell = Callable[[CorpusStatistics], str]


def counts_table(items: Sequence[AnnotatedItem]) -> str:
    """Write what is there, a column for each language and one for all."""
    by_language = {language: [item for item in items if item.language == language] for language in LANGUAGES}
    groups = {language: found for language, found in by_language.items() if found} | {"all": list(items)}
    counted = [count_corpus(found) for found in groups.values()]
    head = [f"| | {' | '.join(groups)} |", f"|---|{'---:|' * len(groups)}"]
    return "\n".join(head + [f"| {name} | {' | '.join(map(cell, counted))} |" for name, cell in _ROWS.items()])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"


def _chain(*lengths: str) -> _Cell:
    return lambda counted: _share(sum(counted.labels["chain"][length] for length in lengths), counted.events)


def _label(group: str, label: str) -> _Cell:
    return lambda counted: f"{counted.labels[group][label]:,}"


def _rarest(group: str) -> _Cell:
    def cell(counted: CorpusStatistics) -> str:
        found: Counter[str] = counted.labels[group]
        label = min(KNOWN[group], key=lambda label: found[label])
        return f"{label} {found[label]:,}"

    return cell


_ROWS: dict[str, _Cell] = {
    "items": lambda counted: f"{counted.items:,}",
    "without an event": lambda counted: _share(counted.without_event, counted.items),
    "sentences": lambda counted: f"{counted.sentences:,}",
    "words": lambda counted: f"{counted.words:,}",
    "events (mentions)": lambda counted: f"{counted.events:,}",
    "not plain: other than happened, asserted, told": lambda counted: _share(counted.not_plain, counted.events),
    "nobody is cited": _chain("0"),
    "one source": _chain("1"),
    "two sources, one behind the other": _chain("2"),
    "three or four": _chain("3", "4"),
    **{f"{mark}s": _label("mark", mark) for mark in ("actor", "place", "time", "source", "cue")},
    "quantities": _label("mark", "quantity"),
    "equipment": _label("mark", "equipment"),
    "rarest type": _rarest("type"),
    "rarest region": _rarest("region"),
}
