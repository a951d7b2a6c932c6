"""The tagger as it ships: the same tags whatever the machine does beside it, and no text that breaks it."""

import random
from pathlib import Path
from statistics import median

import pytest

from vedette.evaluation.markup import read_corpus
from vedette.model import EventType, Span
from vedette.reading.facts.fact_reader import SURE_ENOUGH
from vedette.reading.tags import Tagger, Tags
from vedette.reading.tags.look import chance
from vedette.reading.tags.tagger import EVEN
from vedette.reading.tags.words import length

CORPUS = Path(__file__).parents[3] / "corpus"
TEXTS = (
    "Lithuania closed its border with Belarus on Friday, the interior minister said.",
    "Польські винищувачі перехопили російський розвідник над Балтійським морем у вівторок.",
    "Latvijas armija no pirmdienas rīko mācības Ādažos, paziņoja Aizsardzības ministrija.",
    "Die finnische Küstenwache stoppte am Mittwoch einen Tanker vor Hanko.",
    "Die Konditorei am Markt backt seit Montag wieder Mohnkuchen.",
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(threads=1)


def tags_of(tagger: Tagger, text: str) -> Tags:
    return tagger.tag(text, [Span(0, len(text))])


def test_events_are_found_in_several_languages(tagger: Tagger) -> None:
    types = [{event.type for event in tags_of(tagger, text).events} for text in TEXTS[:4]]
    assert EventType.BORDER_CLOSURE in types[0]
    assert EventType.INTERCEPTION in types[1]
    assert EventType.EXERCISE in types[2]
    assert types[3]


def test_a_bakery_is_no_event(tagger: Tagger) -> None:
    assert tags_of(tagger, TEXTS[4]).events == ()


@pytest.mark.parametrize("threads", [2, 3])
def test_the_number_of_threads_changes_nothing(tagger: Tagger, threads: int) -> None:
    other = Tagger(threads=threads)
    assert [tags_of(other, text) for text in TEXTS] == [tags_of(tagger, text) for text in TEXTS]


def test_what_was_read_before_changes_nothing(tagger: Tagger) -> None:
    first = [tags_of(tagger, text) for text in TEXTS]
    order = list(range(len(TEXTS))) * 2
    random.Random(7).shuffle(order)
    again = {number: tags_of(tagger, TEXTS[number]) for number in order}
    assert [again[number] for number in range(len(TEXTS))] == first


@pytest.mark.parametrize("text", [
    "", " ", "\u200b\u200e\u2066", "\x00\x01\x1b[31m", "🚀🛸🔥" * 50, "הגבול נסגר אתמול בערב", "a" * 20_000,
    "Ё" * 3_000, "." * 5_000, "1 " * 5_000, "\ud83d", "Zo\u0308e e\u0301tat " * 300,
])
def test_odd_text_is_no_trouble(tagger: Tagger, text: str) -> None:
    tags = tags_of(tagger, text)
    assert all(0 <= tag.span.start < tag.span.end <= len(text) for tag in (*tags.events, *tags.spans))


def test_a_paragraph_of_fifty_thousand_words_is_read_in_pieces(tagger: Tagger) -> None:
    text = (TEXTS[0] + " ") * 4_000
    tags = tags_of(tagger, text[:60_000])
    assert len(tags.events) > 100
    assert tags.events[0].type is EventType.BORDER_CLOSURE


def test_ordinary_paragraphs_among_others_are_read_to_the_end_only_if_one_of_them_could_tell(tagger: Tagger) -> None:
    ordinary = [
        "Das Orchester spielt im Winter drei Konzerte mit Werken von Brahms.",
        "Die Stürmerin traf vor der Pause zweimal, und die Gäste gewannen mit drei zu null.",
    ]
    text = "\n".join([*ordinary, TEXTS[0]])
    spans = [Span(text.index(line), text.index(line) + len(line)) for line in text.split("\n")]
    assert tagger.worth_reading(text, spans)[2]
    assert tagger.worth_reading(text, spans[:2]) == [False, False]


def test_a_text_whose_best_part_is_too_unlikely_to_tell_of_anything_is_not_read_to_the_end(
    tagger: Tagger, monkeypatch: pytest.MonkeyPatch
) -> None:
    spans = [Span(0, len(TEXTS[0]))]
    best = max(score for _, score in tagger.second_scores(TEXTS[0], spans))
    monkeypatch.setattr("vedette.reading.tags.tagger.EVEN", best)
    assert tagger.worth_reading(TEXTS[0], spans) == [True]
    monkeypatch.setattr("vedette.reading.tags.tagger.EVEN", best + 0.01)
    assert tagger.worth_reading(TEXTS[0], spans) == [False]
    assert tagger.tag(TEXTS[0], spans).events == ()


def test_what_is_not_read_to_the_end_could_not_have_been_sure_enough() -> None:
    assert chance(EVEN) <= SURE_ENOUGH


def test_a_window_is_as_long_as_most_of_what_the_network_learned_from(tagger: Tagger) -> None:
    pieces = tagger.encoder.pieces
    lengths = [
        sum(length(pieces.words(item.text, paragraph.span)) for paragraph in item.paragraphs)
        for item in read_corpus(CORPUS / "lt" / "001-nemunas.txt")
    ]
    assert median(lengths) < tagger.encoder.window < 2 * median(lengths)
