"""A language file is checked before any report is read."""

from __future__ import annotations

import pytest

from vedette.errors import KnowledgeError
from vedette.reading.times import find_times, resolve_time
from vedette.reading.times.forms import expand
from vedette.reading.times.words import load_time_words, parse_time_words

FRENCH = """
[writing]
ordinals = ["er"]
[classes.MONTH]
mai = 5
[[rules]]
name = "jour_mois"
kind = "date"
forms = ["DAY MONTH [YEAR]"]
"""


def test_another_language_is_only_another_file() -> None:
    words = parse_time_words(FRENCH, language="fr")
    (found,) = find_times("fermé le 1er mai 2025", words=words)
    assert found.text == "1er mai 2025"
    assert resolve_time(found, anchor=None).start == "2025-05-01"


def test_a_language_without_a_file_is_named() -> None:
    with pytest.raises(KnowledgeError, match="language 'xx'"):
        load_time_words("xx")


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (FRENCH.replace("DAY MONTH", "DAY MOON"), "unknown class 'MOON'"),
        (FRENCH.replace("DAY MONTH", "DAY @moon"), "unknown group '@moon'"),
        (FRENCH.replace('"date"', '"moon"'), "moon"),
        (FRENCH.replace("[YEAR]", "[YEAR"), "bracket"),
        (FRENCH.replace("kind =", "states = { moon = 1 }\nkind ="), "unknown field 'moon'"),
        ("[[rules", "fr/times.toml"),
        ("rules = []", "'writing'"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(wrong: str, complaint: str) -> None:
    with pytest.raises(KnowledgeError, match=r"fr/times\.toml") as raised:
        parse_time_words(wrong, language="fr")
    assert complaint in str(raised.value)


def test_every_bracket_and_alternative_is_written_out() -> None:
    assert set(expand("[a [b]] c|d")) == {
        ("a", "b", "c"), ("a", "b", "d"), ("a", "c"), ("a", "d"), ("c",), ("d",)
    }  # fmt: skip
