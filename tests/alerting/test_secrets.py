"""Whatever an address holds, nothing of it is in what a failure says, a channel shows, or a fault of its file tells."""

from __future__ import annotations

import logging
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alert_builders import letter
from vedette.alerting import Channel, NotDelivered, load_channels
from vedette.alerting.apprise_sending import AppriseSender

pytest.importorskip("apprise")
# Long enough that no word of ours holds it by chance.
TOKENS = st.text(alphabet="ABCDEFGHJKLMNPQRSTUVWXYZ23456789", min_size=12, max_size=24)
SHAPES = (
    "json://user:{0}@127.0.0.1:1/{0}", "json://127.0.0.1:1/?+Authorization={0}", "slack://{0}", "tgram://{0}/{0}",
    "mailto://u:{0}@127.0.0.1:1?smtp=127.0.0.1", "nosuch://{0}", "discord://{0}", "matrix://u:{0}@127.0.0.1:1/#{0}",
)


@pytest.fixture(scope="module")
def sender():
    return AppriseSender()


@settings(max_examples=4, deadline=None)
@given(TOKENS)
@pytest.mark.parametrize("shape", SHAPES)
def test_no_token_is_told(sender, shape, token):
    heard = []

    class Ear(logging.Handler):
        def emit(self, record):
            heard.append(record.getMessage())

    ear, root = Ear(), logging.getLogger()
    root.addHandler(ear)
    try:
        channel = Channel(name="duty", address=shape.format(quote(token)))
        with pytest.raises(NotDelivered) as failure:
            sender(channel, letter())
    finally:
        root.removeHandler(ear)
    assert token not in str(failure.value) + repr(channel) + " ".join(heard)
    assert failure.value.__cause__ is None


@given(TOKENS)
def test_no_token_is_in_the_fault_of_an_address_that_is_none(token):
    assert token not in " ".join(map(str, load_channels(f"x://{token} {token}", environment={}).faults))
