"""What is shown of a report that was found: the best stretch of it, with every hit marked."""

import pytest

from vedette.store.finder import terms
from vedette.store.snippets import snippet

LONG = " ".join(f"word{number}" for number in range(100))


def shown(text, words, *, title=None):
    return snippet(title, text, terms(words)).replace("\x02", "[").replace("\x03", "]")


@pytest.mark.parametrize(("words", "expected"), [
    ("GATE", "The [gate] was shut, and the [gate] was locked."),
    ('"was shut"', "The gate [was shut], and the gate was locked."),
    ('"gate was"', "The [gate was] shut, and the [gate was] locked."),
    ("lock*", "The gate was shut, and the gate was [locked]."),
    ('"was l"*', "The gate was shut, and the gate [was locked]."),
    ('gate "gate was"', "The [gate was] shut, and the [gate was] locked."),
    ("bridge", "The gate was shut, and the gate was locked."),
])
def test_every_hit_is_marked_and_hits_that_overlap_are_one(words, expected):
    assert shown("The gate was shut, and the gate was locked.", words) == expected


def test_a_long_text_is_cut_around_the_hit():
    assert shown(LONG, "word50") == f"…{' '.join(f'word{n}' for n in range(44, 50))} [word50] " + (
        " ".join(f"word{n}" for n in range(51, 68)) + "…"
    )
    assert shown(LONG, "word0").startswith("[word0] word1 ")
    assert shown(LONG, "word99").startswith("…word76 ")
    assert shown(LONG, "word99").endswith(" [word99]")


def test_where_more_of_the_terms_stand_together_is_shown():
    text = f"A gate here. {LONG} The gate and the bridge. {LONG} A bridge there."
    assert "[gate] and the [bridge]" in shown(text, "gate bridge")


def test_the_title_is_shown_where_nothing_of_the_text_fits_better():
    assert shown("A gate.", "gate", title="The gate") == "The [gate]"
    assert shown("The gate and the bridge.", "gate bridge", title="The gate") == "The [gate] and the [bridge]."
    assert shown("Nothing.", "gate", title="The gate") == "The [gate]"


def test_the_words_of_a_text_without_any_are_none():
    assert shown("—", "gate") == ""
    assert shown("", "gate") == ""
