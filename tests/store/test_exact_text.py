from hypothesis import given
from hypothesis import strategies as st

from vedette.store.exact_text import ESCAPE, escape, unescape, without_escapes

ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from(["\x00", "\x02", "\ud800", ESCAPE]))


@given(ANY_TEXT)
def test_every_text_comes_back(text):
    assert unescape(escape(text)) == text


@given(ANY_TEXT)
def test_what_is_stored_can_be_stored_and_holds_no_marks(text):
    stored = escape(text)
    stored.encode("utf-8")
    assert not {"\x00", "\x02", "\x03"} & set(stored)
    assert not {"\x00", "\x02", "\x03"} & set(without_escapes(stored))


def test_text_that_only_looks_escaped_is_not_changed():
    assert unescape(escape(f"{ESCAPE}000041")) == f"{ESCAPE}000041"


def test_ordinary_text_is_stored_as_it_is():
    assert escape("Міноборони: «Захад-2025»\n") == "Міноборони: «Захад-2025»\n"
