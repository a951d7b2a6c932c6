"""A language file is checked before any report is read."""

from __future__ import annotations

from importlib import resources

import pytest

from vedette.errors import KnowledgeError
from vedette.reading.quantities import find_quantities, load_quantity_words
from vedette.reading.quantities.words import parse_quantity_words

ENGLISH = (resources.files("vedette.reading") / "languages" / "en" / "quantities.toml").read_text(encoding="utf-8")


def test_the_marks_of_a_number_are_those_of_the_language() -> None:
    continental = ENGLISH.replace('thousands = [",",', 'thousands = [".",').replace('decimal = "."', 'decimal = ","')
    words = parse_quantity_words(continental, language="de")
    assert [each.value for each in find_quantities("34.000 troops, 1,5 kg", words=words)] == [34000, 1.5]


def test_a_language_without_a_file_is_named() -> None:
    with pytest.raises(KnowledgeError, match="language 'xx'"):
        load_quantity_words("xx")


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (ENGLISH.replace('"more than" = "at_least"', '"more than" = "plenty"'), "unknown qualifier 'plenty'"),
        (ENGLISH.replace("[measures]", "[weights]"), "'measures'"),
        ("[writing", "de/quantities.toml"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(wrong: str, complaint: str) -> None:
    with pytest.raises(KnowledgeError, match=r"de/quantities\.toml") as raised:
        parse_quantity_words(wrong, language="de")
    assert complaint in str(raised.value)
