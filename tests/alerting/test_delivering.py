"""What waits is sent at least once, in order, and a channel that is down holds up no other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alert_builders import alert, at, told
from vedette.alerting import Channel, NotDelivered, Words, deliver
from vedette.alerting.delivering import LEASE, PATIENCE
from vedette.store import open_store
from vedette.store.alerting import Snooze

DUTY = Channel(name="duty", address="json://x", at_most=99)
MAIL = Channel(name="mail", address="json://y", at_most=99)


class World:
    """A clock, and channels that are up or down."""

    def __init__(self, book):
        self.book, self.now, self.down, self.got, self.killed = book, at(), set(), [], False

    def send(self, channel, letter):
        if channel.name in self.down:
            raise NotDelivered("The service answered 503.")
        self.got.append((channel.name, letter.key, letter.body))
        if self.killed:
            raise KeyboardInterrupt

    def run(self, *channels, minutes=None):
        if minutes is not None:
            self.now = at(minutes)
        return deliver(self.book, channels or (DUTY,), send=self.send, write=write, clock=lambda: self.now)


def write(channel, alerts, key):
    return Words(subject=f"{len(alerts)}", body=" ".join(one.id for one in alerts))


@pytest.fixture
def world(book):
    return World(book)


def put(world, id, *channels, follows=None, **fields):
    one = alert(id, follows=follows, made=world.now, **fields)
    assert world.book.put_alert(one, told(one), channels=channels or ("duty",))


def test_an_alert_goes_out_once(world):
    put(world, "a1")
    (sent,) = world.run()
    assert (sent.is_sent, sent.letter.body) == (True, "a1")
    assert world.run(minutes=9) == ()
    assert [body for _, _, body in world.got] == ["a1"]


def test_alerts_that_wait_together_go_in_one_letter(world):
    put(world, "a1")
    put(world, "a2", scenario="airspace")
    world.run()
    assert [body for _, _, body in world.got] == ["a1 a2"]


def test_a_channel_that_is_down_is_tried_again_later_and_later_and_shown(world):
    put(world, "a1")
    world.down = {"duty"}
    tried = []
    for minute in range(60):
        before = world.book.channels()[0].outstanding
        outcomes = world.run(minutes=minute)
        if (before.tries if before else 0) != world.book.channels()[0].outstanding.tries:
            tried.append(minute)
            assert outcomes[0].until > world.now
    assert tried == [0, 1, 3, 7, 15, 30, 45]
    (record,) = world.book.channels()
    assert (record.is_down, record.outstanding.reason) == (True, "The service answered 503.")


def test_what_came_meanwhile_follows_in_one_letter_when_it_comes_back(world):
    put(world, "a1")
    world.down = {"duty"}
    world.run()
    put(world, "a2", follows="a1", level=3, before=2)
    put(world, "a3", follows="a2", level=2, before=3)
    (waits,) = world.run(minutes=0.5)
    assert (waits.waiting, waits.why) == (3, "The service answered 503.")
    world.down = set()
    world.run(minutes=1)
    assert [body for _, _, body in world.got] == ["a1", "a2 a3"]
    assert not world.book.channels()[0].is_down


def test_a_channel_that_is_down_holds_up_no_other(world):
    put(world, "a1", "duty", "mail")
    world.down = {"duty"}
    world.run(DUTY, MAIL)
    assert [name for name, _, _ in world.got] == ["mail"]


def test_who_is_killed_after_sending_sends_the_same_again_under_the_same_key(world):
    put(world, "a1")
    world.killed = True
    with pytest.raises(KeyboardInterrupt):
        world.run()
    put(world, "a2", follows="a1", level=3, before=2)
    world.killed = False
    assert world.run(minutes=1)[0].why == "it is being sent", "for all that anybody knows"
    world.run(minutes=LEASE.seconds / 60)
    assert [body for _, _, body in world.got] == ["a1", "a1", "a2"]
    first, again, other = [key for _, key, _ in world.got]
    assert first == again != other


def test_a_letter_that_never_gets_there_makes_room_in_the_end(world):
    put(world, "a1")
    world.down = {"duty"}
    world.run()
    put(world, "a2", follows="a1", level=3, before=2)
    (outcome,) = world.run(minutes=PATIENCE / timedelta(minutes=1))
    assert "given up" in outcome.why
    assert world.book.channels()[0].given_up == 1
    world.down = set()
    world.run()
    assert [body for _, _, body in world.got] == ["a2"]


def test_what_somebody_took_note_of_is_not_sent_any_more(world):
    put(world, "a1")
    world.book.acknowledge(["a1"], by="Ann", at=at())
    assert world.run() == ()
    assert world.got == []


def test_what_is_snoozed_is_told_when_the_time_is_over(world):
    put(world, "a1")
    world.book.snooze(Snooze(scenario="pressure", until=at(60), level=2, by="Ann", at=at()))
    (waits,) = world.run()
    assert (waits.waiting, waits.why) == (1, "snoozed")
    put(world, "a2", follows="a1", level=3, before=2)
    world.run(minutes=1)
    assert [body for _, _, body in world.got] == ["a2"], "it rises above the level of then"
    world.run(minutes=60)
    assert [body for _, _, body in world.got] == ["a2", "a1"]


def test_several_who_send_at_once_send_each_letter_once(world, tmp_path):
    for number in range(6):
        put(world, f"a{number}", "duty", "mail", follows=f"a{number - 1}" if number else None)
    together = Barrier(3)

    def run(_):
        together.wait(timeout=20)
        with open_store(str(tmp_path / "desk.sqlite")) as store:
            one = World(store.alerting)
            deliver(store.alerting, [DUTY, MAIL], send=one.send, write=write, clock=at)
            return one.got

    with ThreadPoolExecutor(3) as hands:
        got = [letter for sent in hands.map(run, range(3)) for letter in sent]
    told = [(channel, name) for channel, _, body in got for name in body.split()]
    assert sorted(told) == sorted((channel, f"a{number}") for channel in ("duty", "mail") for number in range(6))


MOVES = st.lists(st.sampled_from(["alert", "down", "up", "kill", "wait", "run"]), max_size=25)


@settings(max_examples=12, deadline=None)
@given(MOVES)
def test_whatever_happens_each_alert_arrives_in_order_and_no_key_has_two_texts(tmp_path_factory, moves):
    with open_store(str(tmp_path_factory.mktemp("desk") / "desk.sqlite")) as store:
        world, made = World(store.alerting), []
        for move in [*moves, "up", "run"]:
            if move == "alert":
                put(world, f"a{len(made)}", follows=made[-1] if made else None)
                made.append(f"a{len(made)}")
            elif move in ("down", "up"):
                world.down = {"duty"} if move == "down" else set()
            elif move == "wait":
                world.now += timedelta(minutes=3)
            else:
                world.killed = move == "kill"
                try:
                    world.run()
                except KeyboardInterrupt:
                    world.killed = False
        for _ in range(3):
            world.now += timedelta(minutes=20)
            world.run()
        assert list(dict.fromkeys(" ".join(body for _, _, body in world.got).split())) == made
        assert len({(key, body) for _, key, body in world.got}) == len({key for _, key, _ in world.got})
