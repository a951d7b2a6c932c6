"""The words of a text are those that SQLite's index knows, so that both databases find the same."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import builders as build
from vedette.model import ReadReport
from vedette.store import open_store
from vedette.store.words import words_of

# Letters of the languages that are read, with the marks they have, digits, and what stands between words.
LETTERS = (
    "abcxyzABCXYZąćęłńóśźżĄĆĘŁŃÓŚŹŻčėįšųūžČĖĮŠŲŪŽāēģīķļņĀĒĢĪĶĻŅäöõüßÄÖÕÜåéèñ"
    "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюяАБВГҐДЕЁЄЖЗИІЇЙУЎЫЭЮЯαβγςσΣω0123456789²½"
)
BETWEEN = " \n\t.,;:!?'’\"«»()-–—/_%&@#*+=\\"
texts = st.text(st.sampled_from(LETTERS + BETWEEN), max_size=60)


def known_to_sqlite(text):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE held USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
        connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab(held, 'instance')")
        connection.execute("INSERT INTO held VALUES (?)", (text,))
        return [term for (term,) in connection.execute("SELECT term FROM words ORDER BY offset")]


@settings(max_examples=300, deadline=None)
@given(text=texts)
@example("Šiaulių oro uoste; Ķegumā, ŻOŁNIERZE, ĆWICZENIA, п'яту добу, Гродна ўвечары, Йосиф і Ёлка: «Восток-2030»")
@example("e\u0301te\u0301 cafe\u0301")
def test_they_are_those_of_the_index_in_a_file(text):
    assert words_of(text) == known_to_sqlite(text)


@pytest.mark.parametrize("text", ["", "  ", "«»", "\x00", "—", "_"])
def test_where_there_is_no_letter_there_is_no_word(text):
    assert words_of(text) == []


def test_a_word_that_is_no_word_is_cut():
    assert [len(word) for word in words_of("a" * 100_000)] == [500]


def test_both_find_the_same_and_show_the_same(tmp_path, postgres_desk):
    pieces = [
        "The bridge at Narva was closed.", "The old bridge, closed at dawn, was opened at noon: bridge-closed.",
        "Żołnierze w Białymstoku, ćwiczenia.", "Прикордонники п'яту добу перевіряють вантажівки.",
        "dron drones droning",
        "A bridge too far. " * 300 + "Then the bridge was closed.", "the " * 400 + "closed bridge", "0:2,000 men-2030",
    ]
    asked = [
        "bridge", "bridge closed", '"bridge closed"', '"the bridge"', '"was closed"', "clos*", '"closed bri"*', "dron",
        "dron*", "п'яту", "zołnierze", "cwiczenia", "2,000", "2000", "men-2030", '"the closed"', "too bridge", "narv*",
    ]
    reports = [build.report(text, ref=str(number), title=f"Title {number}") for number, text in enumerate(pieces)]
    with open_store(str(tmp_path / "desk.sqlite")) as file, open_store(postgres_desk) as server:
        for store in (file, server):
            store.add([ReadReport(report=one, claims=()) for one in reports])
        for words in asked:
            first, second = ({hit.report.ref: hit.snippet for hit in store.search(words)} for store in (file, server))
            assert first == second, words
        assert len(file.search('"the closed bri"*')) == 1
