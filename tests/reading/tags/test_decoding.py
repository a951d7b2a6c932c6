"""From the numbers of the network to events, spans and what belongs together."""

import numpy as np
import pytest

from vedette.model import EventType, Factuality, PlaceKind, Span, Stage
from vedette.reading.tags.decoding import BUCKETS, bucket, decode, role_scores
from vedette.reading.tags.encoder import Reading
from vedette.reading.tags.labels import HEADS, OUTPUTS, ROLE_ENDS, ROLE_WIDTH, ROLES, Role, SpanKind
from vedette.reading.tags.tagged import Tags
from vedette.reading.tags.windows import Part, window_of
from vedette.reading.tags.words import Word

NO_DISTANCE = np.zeros((len(ROLES), 2 * BUCKETS + 1), np.float32)


class Sheet:
    """A reading that says nothing of any word until told."""

    def __init__(self, *paragraphs: int) -> None:
        position = 0
        parts = []
        for number, count in enumerate(paragraphs):
            words = tuple(Word(Span(10 * (position + i), 10 * (position + i) + 9), (7,)) for i in range(count))
            position += count
            parts.append(Part(number, words))
        self.window = window_of(parts)
        self.outputs = np.zeros((position, OUTPUTS), np.float32)
        for head in ("event", *SpanKind):
            self.outputs[:, HEADS[head].start] = 5
        self.signs = np.full((len(paragraphs), OUTPUTS), -5, np.float32)
        self.left = np.zeros((position, len(ROLES), ROLE_WIDTH), np.float32)
        self.right = np.zeros((position, len(ROLES), ROLE_WIDTH), np.float32)
        self.right[:, :, 0] = 1
        self.left[:, :, 0] = -100

    def say(self, word: int, head: str, label: str) -> None:
        self.outputs[word, HEADS[head].start + HEADS[head].labels.index(label)] = 9

    def join(self, role: Role, left: int, right: int) -> None:
        self.left[left, ROLES.index(role), right + 1] = 200
        self.right[right, ROLES.index(role), right + 1] = 1

    def tags(self, *, tells: float = 1.0) -> Tags:
        reading = Reading(self.window, self.outputs, self.signs, self.left, self.right)
        return decode([reading], distance=NO_DISTANCE, paragraphs=len(self.window.parts), tells=tells)


def test_an_event_has_its_words_type_and_standing() -> None:
    sheet = Sheet(5)
    sheet.say(1, "event", "B")
    sheet.say(2, "event", "I")
    for word in (1, 2):
        sheet.say(word, "type", EventType.BORDER_CLOSURE)
    sheet.say(1, "stage", Stage.PLANNED)
    sheet.say(1, "factuality", Factuality.DENIED)
    [event] = sheet.tags().events
    assert (event.span, event.type) == (Span(10, 29), EventType.BORDER_CLOSURE)
    assert (event.stage, event.factuality) == (Stage.PLANNED, Factuality.DENIED)
    assert 0.9 < event.score <= 1


@pytest.mark.parametrize("tells", [0.2, 0.6])
def test_no_event_is_surer_than_that_the_text_tells_of_anything(tells: float) -> None:
    sheet = Sheet(4)
    sheet.say(1, "event", "B")
    sheet.say(1, "type", "exercise")
    [sure], [doubtful] = sheet.tags().events, sheet.tags(tells=tells).events
    assert sure.score > 0.6 and doubtful.score == tells


def test_a_second_first_word_begins_a_second_event() -> None:
    sheet = Sheet(4)
    for word in (1, 2):
        sheet.say(word, "event", "B")
    assert [event.span for event in sheet.tags().events] == [Span(10, 19), Span(20, 29)]


def test_no_stretch_crosses_from_one_paragraph_into_the_next() -> None:
    sheet = Sheet(2, 2)
    sheet.say(1, "place", "B")
    sheet.say(2, "place", "I")
    assert [tag.span for tag in sheet.tags().of(SpanKind.PLACE)] == [Span(10, 19), Span(20, 29)]


def test_the_same_words_can_be_an_actor_and_a_source() -> None:
    sheet = Sheet(3)
    sheet.say(0, "actor", "B")
    sheet.say(0, "source", "B")
    sheet.say(0, "source_kind", "official")
    tags = sheet.tags()
    assert [tag.span for tag in tags.of(SpanKind.ACTOR)] == [tag.span for tag in tags.of(SpanKind.SOURCE)]
    assert tags.of(SpanKind.SOURCE)[0].value == "official"


def test_a_place_has_its_kind_from_all_its_words() -> None:
    sheet = Sheet(3)
    sheet.say(0, "place", "B")
    sheet.say(1, "place", "I")
    sheet.say(1, "place_kind", PlaceKind.AIRFIELD)
    assert sheet.tags().of(SpanKind.PLACE)[0].value == PlaceKind.AIRFIELD


def test_links_join_only_what_a_role_can_join() -> None:
    sheet = Sheet(4)
    sheet.say(0, "event", "B")
    sheet.say(2, "place", "B")
    sheet.say(3, "actor", "B")
    for role in ROLE_ENDS:
        sheet.join(role, 0, 2)
    links = sheet.tags().links
    assert {link.role for link in links} == {Role.AT, Role.FROM, Role.TO}
    assert all(link.right.span == Span(20, 29) for link in links)


def test_the_same_thing_is_only_looked_for_before() -> None:
    sheet = Sheet(4)
    for word in (0, 2):
        sheet.say(word, "actor", "B")
    sheet.join(Role.SAME, 2, 0)
    sheet.join(Role.SAME, 0, 2)
    assert [(link.left.span.start, link.right.span.start) for link in sheet.tags().links] == [(20, 0)]


def test_a_pronoun_hears_the_type_of_what_it_stands_for() -> None:
    sheet = Sheet(5)
    for word in (0, 4):
        sheet.say(word, "event", "B")
    sheet.say(0, "type", EventType.JAMMING)
    sheet.outputs[4, HEADS["type"].start + HEADS["type"].labels.index(EventType.STRIKE)] = 1
    assert sheet.tags().events[1].type is EventType.STRIKE
    sheet.join(Role.SAME, 4, 0)
    assert [event.type for event in sheet.tags().events] == [EventType.JAMMING, EventType.JAMMING]


def test_whether_a_paragraph_is_on_our_subjects_is_told_for_each() -> None:
    sheet = Sheet(2, 2)
    sheet.signs[1, HEADS["on"].start] = 5
    on = sheet.tags().on
    assert on[0] < 0.1 and on[1] > 0.9


@pytest.mark.parametrize(("steps", "wanted"), [(0, BUCKETS), (1, BUCKETS + 1), (-1, BUCKETS - 1), (5000, 2 * BUCKETS)])
def test_distances_are_told_apart_by_side_and_roughly_by_size(steps: int, wanted: int) -> None:
    assert bucket(np.asarray([steps])).tolist() == [wanted]


def test_distance_adds_to_a_role() -> None:
    distance = NO_DISTANCE.copy()
    distance[:, BUCKETS + 1] = 4
    nothing = np.zeros((2, len(ROLES), ROLE_WIDTH), np.float32)
    scores = role_scores(nothing, nothing, np.asarray([0, 1]), distance)
    assert scores[0, 0, 1] > 0.95 and scores[0, 1, 0] == pytest.approx(0.5)
