"""Claims overlap in the text; every one of them is still found."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from fake_view import FakeView
from hypothesis import given
from hypothesis import strategies as st

import builders
from vedette.model import Span
from vedette.presentation.web.highlight import highlight

TEXT = "The army moved two brigades to the closed border on Monday."


def marked(text: str, *spans: tuple[int, int]):
    """Claims of these triggers, each in the whole text."""
    return [
        replace(builders.claim("r1", "exercise", sentence=(0, len(text))), id=f"c{number}", trigger=Span(*span))
        for number, span in enumerate(spans)
    ]


def test_a_text_without_claims_is_one_piece():
    assert [piece.text for piece in highlight(TEXT, [])] == [TEXT]
    assert highlight("", []) == ()


def test_triggers_that_cross_are_cut_where_they_cross():
    pieces = highlight("abcdefgh", marked("abcdefgh", (1, 5), (3, 7)))
    shown = [(piece.text, [claim.id for claim in piece.triggers]) for piece in pieces]
    assert shown == [("a", []), ("bc", ["c0"]), ("de", ["c0", "c1"]), ("fg", ["c1"]), ("h", [])]


def test_one_trigger_inside_another_keeps_both():
    pieces = highlight("abcdef", marked("abcdef", (0, 6), (2, 4)))
    assert [[claim.id for claim in piece.triggers] for piece in pieces] == [["c0"], ["c0", "c1"], ["c0"]]


def test_two_claims_on_the_same_words_both_have_an_anchor():
    (piece,) = [piece for piece in highlight("abcdef", marked("abcdef", (2, 4), (2, 4))) if piece.triggers]
    assert [claim.id for claim in piece.starting] == [claim.id for claim in piece.ending] == ["c0", "c1"]


def test_a_field_says_what_it_is_and_a_trigger_what_it_claims():
    moved = builders.claim(
        builders.report(TEXT), "deployment", words="moved", places=[builders.place("Brest", span=(35, 48))]
    )
    pieces = {piece.text: piece for piece in highlight(TEXT, [moved])}
    assert pieces["closed border"].title == "Where: Brest"
    assert pieces["moved"].title.startswith("deployment, happened, stated as fact\nWhen: date not known\nWhere: Brest")
    assert pieces[" on Monday."].in_sentence


def test_spans_beyond_the_text_break_nothing():
    pieces = highlight("abc", marked("abc", (1, 99)))
    assert [piece.text for piece in pieces] == ["a", "bc"]
    assert pieces[-1].starting


spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.text(min_size=45, max_size=60), st.lists(spans, max_size=8))
def test_the_pieces_are_the_text_and_every_claim_starts_and_ends_once(text, triggers):
    pieces = highlight(text, marked(text, *triggers))
    assert "".join(piece.text for piece in pieces) == text
    for number, (start, end) in enumerate(triggers):
        name = f"c{number}"
        covered = "".join(piece.text for piece in pieces if name in {claim.id for claim in piece.triggers})
        assert covered == text[start:end]
        assert sum(name in {claim.id for claim in piece.starting} for piece in pieces) == 1
        assert sum(name in {claim.id for claim in piece.ending} for piece in pieces) == 1


def test_the_page_shows_the_text_to_the_letter(browse):
    told = builders.report("  Poland <closed>\n\n\tits & border;\r\nagain   closed.\n")
    first = builders.claim(told, words="<closed>", actors=[builders.actor("Poland", "PL", span=(2, 8))])
    second = builders.claim(told, "movement_restriction", words="closed>\n\n\tits")
    browser = browse(FakeView(all_reports=(told,), all_claims=(first, second)))
    page = browser.get(f"/reports/{told.id}").text
    (article,) = re.findall(r'<div class="article"[^>]*>(.*?)</div>', page, flags=re.S)
    assert unescape(re.sub(r"<[^>]+>", "", article)) == told.text
    assert f'id="claim-{first.id}"' in article and f'id="claim-{second.id}"' in article
    assert 'data-tip="Who: Poland"' in article
