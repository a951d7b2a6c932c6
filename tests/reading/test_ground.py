"""On whose ground an act takes place of which no words say where."""

from vedette.knowledge import load_knowledge
from vedette.model import ActorMention, ActorRole, EventType, KnownExercise, Span
from vedette.reading.document import Mention, MentionKind
from vedette.reading.ground import ground_of

RUSSIA = ActorMention(name="Russia", role=ActorRole.INITIATOR, party="RU")
GEORGIA = ActorMention(name="Georgia", role=ActorRole.RECIPIENT, party="GE")


def ground(type: EventType, *actors: ActorMention, **more: object) -> list[str]:
    found = ground_of(type, actors, gazetteer=load_knowledge().gazetteer, **more)  # type: ignore[arg-type]
    return [mention.place.name for mention in found]


def drill(*countries: str) -> Mention:
    known = KnownExercise(id="a", name="Example Shield", series="Example Shield", countries=countries)
    return Mention(MentionKind.EXERCISE, Span(0, 5), "Example Shield", exercise=known)


def test_who_acts_at_home_tells_the_place() -> None:
    assert ground(EventType.BORDER_CLOSURE, RUSSIA, GEORGIA) == ["Russia"]


def test_of_acts_upon_others_the_one_acted_upon_does() -> None:
    assert ground(EventType.STRIKE, RUSSIA, GEORGIA) == ["Georgia"]


def test_a_state_that_is_no_actor_is_acted_upon_only_where_none_else_is() -> None:
    assert ground(EventType.STRIKE, RUSSIA, others=[("AM", None)]) == ["Armenia"]
    assert ground(EventType.STRIKE, RUSSIA, GEORGIA, others=[("AM", None)]) == ["Georgia"]
    assert ground(EventType.ARREST, others=[("AM", None)]) == []


def test_words_between_states_have_no_ground() -> None:
    assert ground(EventType.ACCUSATION, RUSSIA, GEORGIA) == []


def test_a_known_exercise_is_where_its_series_is_held() -> None:
    assert ground(EventType.EXERCISE, RUSSIA, names=[drill("BY")]) == ["Belarus"]


def test_an_exercise_all_over_a_continent_is_not_placed_by_its_name() -> None:
    assert ground(EventType.EXERCISE, RUSSIA, names=[drill("PL", "LT", "LV", "EE")]) == ["Russia"]


def test_other_acts_are_not_placed_by_an_exercise_that_they_answer() -> None:
    assert ground(EventType.BORDER_CLOSURE, RUSSIA, names=[drill("BY")]) == ["Russia"]
