"""What must not be merged: MEANTIME (Minard and others 2016), where most events are told of once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.evaluation.public.coreference import score_coreference
from vedette.evaluation.public.data_files import files_of, load_items
from vedette.evaluation.public.ecbplus import grouped
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.result import Result
from vedette.evaluation.public.told_documents import Document
from vedette.evaluation.public.told_mentions import link_mentions, mentions_of

AIM, BASELINE = 0.76, 0.729


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantimeDocument:
    """A document of a corpus, and of each mention the event that it is of, in any document."""

    corpus: str
    document: Document
    events: tuple[Hashable, ...]


def load_meantime_document(entry: Any) -> MeantimeDocument:
    """Make a document of an entry, with the mentions that refer to an event."""
    numbers = sorted(set(entry["sentence_of"]))
    sentences: list[list[str]] = [[] for _ in numbers]
    place: list[tuple[int, int]] = []
    for token, sentence in zip(entry["tokens"], entry["sentence_of"], strict=True):
        row = numbers.index(sentence)
        place.append((row, len(sentences[row])))
        sentences[row].append(token)
    referring = _referring(entry)
    mentions = [each for each in entry["mentions"] if each["id"] in referring and each["kind"] == "EVENT_MENTION"]
    document = Document(
        id=entry["doc_id"], sentences=tuple(tuple(words) for words in sentences),
        mentions=tuple(_in_one_sentence([place[token] for token in each["toks"]]) for each in mentions),
    )
    events = tuple(referring[each["id"]] for each in mentions)
    return MeantimeDocument(corpus=entry["corpus"], document=document, events=events)


def measure_meantime(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure which mentions are put together, in each corpus by itself and in all: stories are found."""
    for file in files_of(folder):
        items = load_items(file, load_meantime_document)
        wanted: list[list[Hashable]] = []
        given: list[list[Hashable]] = []
        for corpus in sorted({each.corpus for each in items}):
            own = [each for each in items if each.corpus == corpus][: kit.limit]
            events = grouped([event for each in own for event in each.events])
            linked = link_mentions(mentions_of([each.document for each in own], kit).mentions)
            wanted += [[(corpus, mention) for mention in group] for group in events]
            given += [[(corpus, mention) for mention in group] for group in linked]
            yield _result(events, linked, part=corpus)
        yield _result(wanted, given, part="all corpora", aim=AIM)


def _result(
    wanted: Sequence[Sequence[Hashable]], given: Sequence[Sequence[Hashable]], *, part: str, aim: float | None = None
) -> Result:
    return Result(
        benchmark="meantime", part=part, metric="CoNLL F1, stories found", value=score_coreference(wanted, given).conll,
        count=sum(map(len, wanted)), aim=aim, baseline=BASELINE,
    )


def _referring(entry: Any) -> Mapping[str, Hashable]:
    """Give the event of each mention that refers to one: across documents where it has a name there."""
    events = {
        each["id"]: each.get("instance_id") or (entry["doc_id"], each["id"])
        for each in entry["instances"] if each["kind"] == "EVENT"
    }
    return {
        source: events[target] for relation in entry["relations"] if relation["kind"] == "REFERS_TO"
        for target in relation["tgt"] if target in events for source in relation["src"]
    }


def _in_one_sentence(places: list[tuple[int, int]]) -> tuple[int, tuple[int, ...]]:
    row = places[0][0]
    return row, tuple(column for sentence, column in places if sentence == row)
