"""Through Apprise to a webhook on this machine: what arrives, what is said of failures, and that no secret gets out."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from dataclasses import replace

import pytest

from alert_builders import alert, at, letter, told
from vedette.alerting import Channel, NotDelivered, Writer, deliver
from vedette.alerting.apprise_sending import AppriseSender
from vedette.alerting.delivering import LEASE
from vedette.store import open_store
from webhook import webhook

pytest.importorskip("apprise")

SECRETS = ("s3cretpass", "tok3nvalue", "guard")


@pytest.fixture(scope="module")
def sender():
    return AppriseSender()


@pytest.fixture
def hook():
    with webhook() as opened:
        yield opened


def channel(address):
    return Channel(name="duty", address=address)


def test_a_letter_arrives_with_its_key(sender, hook):
    sender(channel(hook.address), letter("m1", subject="Łomża: rises", body="line one\nline <b>two</b> \\n"))
    (came,) = hook.came
    assert (came["title"], came["message"]) == ("Łomża: rises", "line one\nline <b>two</b> \\n")
    assert hook.keys == ["m1"]


@pytest.mark.parametrize(("status", "said"), [
    (503, "The service answered 503 (Service Unavailable)."), (401, "The service answered 401 (Unauthorized)."),
    (599, "The service answered 599."),
])
def test_why_it_was_not_taken_is_said(sender, hook, status, said):
    hook.status = status
    with pytest.raises(NotDelivered) as failure:
        sender(channel(hook.address), letter())
    assert str(failure.value) == said


def test_no_secret_is_said_or_logged_when_nobody_answers(sender, caplog, capfd):
    with webhook() as closed:
        address = closed.address
    with caplog.at_level(logging.DEBUG), pytest.raises(NotDelivered) as failure:
        sender(channel(address), letter())
    assert str(failure.value) == "The service cannot be reached."
    out = repr(failure.value) + caplog.text + "".join(capfd.readouterr()) + repr(channel(address))
    assert not [secret for secret in SECRETS if secret in out]


@pytest.mark.parametrize("address", ["nothing://guard:s3cretpass@x/tok3nvalue", "json://", "slack://s3cretpass"])
def test_an_address_that_apprise_cannot_use_is_said_without_saying_it(sender, caplog, capfd, address):
    with caplog.at_level(logging.DEBUG), pytest.raises(NotDelivered) as failure:
        sender(channel(address), letter())
    assert address.partition("://")[0] in str(failure.value)
    out = str(failure.value) + caplog.text + "".join(capfd.readouterr())
    assert not [secret for secret in SECRETS if secret in out]


def test_whoever_listened_to_apprise_before_does_so_again(sender, hook):
    logger, heard = logging.getLogger("apprise"), logging.NullHandler()
    logger.addHandler(heard)
    try:
        sender(channel(hook.address), letter())
        assert heard in logger.handlers
    finally:
        logger.removeHandler(heard)


def test_a_channel_that_was_down_gets_all_of_it_when_it_is_back(sender, hook, book):
    one = alert()
    book.put_alert(one, told(one), channels=["duty"])
    hook.status = 500
    duty = channel(hook.address)
    deliver(book, [duty], send=sender, write=Writer(), clock=at)
    assert book.channels()[0].is_down
    hook.status = 200
    deliver(book, [duty], send=sender, write=Writer(), clock=lambda: at(1))
    assert "Pressure on the border: rises from watchful to raised" in hook.came[0]["message"]
    assert not book.channels()[0].is_down


def send_and_die(file, address):
    """Send what waits in a process of its own, and be killed before it can be noted."""
    sender = AppriseSender()

    def send(to, what):
        sender(to, what)
        os.kill(os.getpid(), signal.SIGKILL)

    with open_store(file) as store:
        deliver(store.alerting, [channel(address)], send=send, write=Writer(), clock=at)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_a_process_killed_between_sending_and_noting_sends_again_under_the_same_key(sender, hook, tmp_path):
    file, one = str(tmp_path / "desk.sqlite"), alert()
    with open_store(file) as store:
        store.alerting.put_alert(one, told(one), channels=["duty"])
    child = multiprocessing.get_context("spawn").Process(target=send_and_die, args=(file, hook.address))
    child.start()
    child.join(60)
    assert child.exitcode == -signal.SIGKILL
    with open_store(file) as store:
        later = replace(one, id="a2", scenario="airspace")
        store.alerting.put_alert(later, told(later), channels=["duty"])
        deliver(store.alerting, [channel(hook.address)], send=sender, write=Writer(), clock=lambda: at() + LEASE)
    first, again, other = hook.keys
    assert first == again != other
    assert hook.came[0] == hook.came[1]
    assert "a2" in hook.came[2]["message"]
