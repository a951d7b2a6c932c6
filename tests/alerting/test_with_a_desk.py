"""From reports to letters: what rises is told, what only repeats is not, what is over is told as over."""

from __future__ import annotations

import pytest

import builders as build
from alert_builders import at
from vedette.alerting import Channel, Writer, deliver, notice
from vedette.desk import Desk
from vedette.knowledge import load_knowledge
from vedette.model import CountRule, EventMatcher, EventType, Indicator, LevelRule, ReadReport, Scenario, SeenBy
from vedette.presentation.alert_words import words_of
from vedette.store import open_store
from vedette.store.alerting import AlertKind

CLOSED = Indicator(
    id="closed", name="Borders closed", rule=CountRule(window=14), weight=2, seen_by=SeenBy(share=0),
    matcher=EventMatcher(types=(EventType.BORDER_CLOSURE,)),
)
SCENARIO = Scenario(
    id="borders", name="Borders close", question="Does the region shut itself off?", indicators=(CLOSED,),
    levels=(LevelRule(name="calm"), LevelRule(name="raised", points=1)),
)
DUTY = Channel(name="duty", address="json://x", at_most=99, gather=0)


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


class World:
    """A desk, the reports that come, and the letters that go."""

    def __init__(self, store, knowledge):
        self.desk, self.store, self.letters = Desk(store, knowledge), store, []

    def hear(self, outlet, day, who, party, text):
        """A report in which somebody says that the border was closed on 2 May 2031."""
        told = build.report(f"{text} The border was closed, said {who}.", outlet=outlet, published=day)
        claim = build.claim(
            told, words="The border was closed", period="2031-05-02", actors=[build.actor("Poland", "PL")],
            places=[build.place("Poland-Belarus border", kind="border", countries=["PL", "BY"])],
            attribution=[build.link(who, "official", id=f"{party}-{who[:3]}", party=party)],
        )
        self.store.add([ReadReport(report=told, claims=(claim,))])

    def tell(self, day):
        """Assess the scenario on a day, and send what there is to tell; give what was told."""
        self.desk.assess([SCENARIO], today=day)
        made = notice(
            self.store.alerting, self.store.assessments(), channels=[DUTY],
            word=words_of(self.store, [SCENARIO]), at=at(),
        )
        deliver(
            self.store.alerting, [DUTY], send=lambda _, letter: self.letters.append(letter.body), write=Writer(),
            clock=at,
        )
        return [one.kind for one in made]


@pytest.fixture
def world(tmp_path, knowledge):
    with open_store(str(tmp_path / "desk.sqlite"), clock=lambda: "2031-05-03T06:00:00+00:00") as store:
        yield World(store, knowledge)


def test_one_party_alone_is_thin_and_tells_nobody_anything(world):
    world.hear("Example Post", "2031-05-03", "Border Guard", "PL", "In the morning it happened.")
    assert world.tell("2031-05-03") == []
    assert world.letters == []


def test_a_second_party_raises_the_level_a_repetition_does_not_and_the_end_is_told(world):
    world.hear("Example Post", "2031-05-03", "Border Guard", "PL", "In the morning it happened.")
    world.tell("2031-05-03")
    world.hear("Bay Herald", "2031-05-03", "Foreign Ministry", "LT", "Our neighbours have done it.")
    assert world.tell("2031-05-03") == [AlertKind.RAISED]
    (letter,) = world.letters
    assert "Borders close: rises from calm to raised" in letter
    assert "The border was closed, said" in letter
    world.hear("Third Wire", "2031-05-04", "Border Guard", "PL", "Word for word the same news came late.")
    assert world.tell("2031-05-04") == []
    assert world.tell("2031-05-30") == [AlertKind.LOWERED]
    assert "falls from raised to calm" in world.letters[-1]
    assert len(world.letters) == 2
