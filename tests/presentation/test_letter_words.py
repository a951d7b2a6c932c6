"""A letter is in the language that is spoken, but for what strangers and authors wrote."""

from __future__ import annotations

import re

from alert_builders import alert
from vedette.alerting import Channel, Writer
from vedette.presentation.letter_words import letter_words
from vedette.presentation.saying import speaking

CHANNEL = Channel(name="duty", address="json://x")
OURS = re.compile(r"Likelihood|confidence|observed|New:|Still:|rises|Take note|Letter|speaks against|likely|moderate")


def test_a_letter_in_english_is_as_it_always_was():
    assert Writer(words=letter_words())(CHANNEL, [alert()], "m1") == Writer()(CHANNEL, [alert()], "m1")


def test_a_letter_in_ukrainian_has_no_english_words_of_ours():
    write = Writer(desk="https://desk.example", words=letter_words())
    with speaking("uk"):
        letter = write(CHANNEL, [alert()], "m1")
    assert letter.subject == "Vedette: Pressure on the border: рівень зростає: watchful → raised"
    assert not OURS.search(letter.body), letter.body
    assert "Four drones crossed the border" in letter.body
    assert "3 травня 2031" in letter.body and "4 травня 2031" in letter.body and "2031-05" not in letter.body
    assert "vedette alerts ack a1" in letter.body and "Лист m1" in letter.body


def test_a_language_that_nobody_translated_is_english():
    with speaking("tlh"):
        assert Writer(words=letter_words())(CHANNEL, [alert()], "m1").subject.endswith("rises from watchful to raised")
