"""Names and places in the languages that are read by tags."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vedette.evaluation.public.kit import Kit, Network
from vedette.evaluation.public.slavner import NamedText, load_named_text, measure_slavner, names_by_tags, names_in
from vedette.evaluation.public.viina import Headline, is_near, language_of, load_headline, measure_viina
from vedette.model import Span
from vedette.reading.tags import TaggedSpan, Tags
from vedette.reading.tags.labels import SpanKind


def test_products_and_events_are_left_out() -> None:
    entry = {"lang": "pl", "text": "", "entities": [
        {"surface": "Polska", "type": "LOC"}, {"surface": "Sejm", "type": "ORG"}, {"surface": "Brexit", "type": "EVT"},
    ]}
    assert load_named_text(entry).names == {"polska", "sejm"}


def test_one_of_two_names_is_in_the_packs(kit: Kit, write, told) -> None:  # type: ignore[no-untyped-def]
    folder = write("slavner/own.jsonl", {"lang": "pl", "text": "Do Polski przyjechał Jan Przykładny.", "entities": [
        {"surface": "Polski", "type": "LOC"}, {"surface": "Jan Przykładny", "type": "PER"},
    ]})
    scores = told(measure_slavner(folder, kit))
    assert scores["pl, packs", "name F1"] == 2 / 3
    assert scores["pl, packs and tagger", "-"] is None


@pytest.mark.parametrize(("stretch", "names"), [
    ("minister Jan Przykład", ["jan przyklad"]), ("straż graniczna", []), ("Ryga, Wilno", ["ryga", "wilno"]),
])
def test_names_are_runs_of_words_with_capitals(stretch: str, names: list[str]) -> None:
    assert list(names_in(stretch)) == names


@pytest.mark.parametrize(("text", "language"), [
    ("Уламки впали у Харкові", "uk"), ("Обломки упали в Харькове, погибших нет, сообщили власти", "ru"),
])
def test_the_letters_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("north", "near"), [(50.4, True), (50.8, False)])  # 44 and 89 km from the first
def test_near_is_within_50_kilometres_of_any_place_of_the_headline(north: float, near: bool) -> None:
    entries = [{"text": "x", "date": "2024-05-06", "lat": lat, "lon": 36.0} for lat in (50.0, 40.0)]
    lines: list[Headline] = [load_headline(entry) for entry in entries]
    assert is_near((north, 36.0), lines) is near
    assert not is_near(None, lines)


def test_without_a_tagger_the_reason_is_told(kit: Kit, write) -> None:  # type: ignore[no-untyped-def]
    folder = write("viina/own.jsonl", {"text": "x", "date": "2024-05-06", "lat": 50.0, "lon": 36.0})
    [only] = measure_viina(folder, kit)
    assert only.value is None and "make train" in only.note


class MarksNames(Network):
    """A network that marks one stretch of words as an actor."""

    def __init__(self, words: str) -> None:
        object.__setattr__(self, "encoder", words)

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        """Mark the words where they stand."""
        start = text.index(str(self.encoder))
        assert any(each.start <= start < each.end for each in paragraphs)
        span = Span(start, start + len(str(self.encoder)))
        return Tags(events=(), spans=(TaggedSpan(kind=SpanKind.ACTOR, span=span, score=1.0),), links=())


def test_names_come_from_packs_and_from_tags() -> None:
    text = NamedText(language="pl", text="W Polsce.\nPrzyjechał minister Jan Przykład.", names=frozenset())
    assert names_by_tags(text, MarksNames("minister Jan Przykład")) == {"jan przyklad"}
