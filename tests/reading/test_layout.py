"""Which lines of a report are read, and as what."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.model import Section
from vedette.reading.document import BlockKind
from vedette.reading.layout import dateline_agency, lay_out
from vedette.reading.rules.lexicon import load_lexicon

WORDS = load_lexicon("en").layout
LABELS = {*WORDS.source_labels, *WORDS.body_labels, *WORDS.background_labels}
BULLETS = "•·*▪●–—-"
CLOSED = "Poland closed two crossings on Monday."
REOPENED = "Latvia opened a crossing again."

Laid = list[tuple[str, str, str]]


def laid(text: str, *, title: str | None = None) -> Laid:
    """Kind, section and words of each block."""
    blocks = lay_out(text, words=WORDS, title=title)
    return [(str(block.kind), str(block.section), block.span.of(text)) for block in blocks]


def kinds(text: str, *, title: str | None = None) -> list[str]:
    return [kind for kind, _, _ in laid(text, title=title)]


@pytest.mark.parametrize("empty", ["", "\n\n", " \t \r\n ", "•\n-\n"])
def test_nothing_gives_no_block(empty: str) -> None:
    assert lay_out(empty, words=WORDS) == []


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("Source: Example Post, citing a minister", ("source", "body", "Example Post, citing a minister")),
        ("SOURCE : Example Post", ("source", "body", "Example Post")),
        (f"Details: {CLOSED}", ("paragraph", "body", CLOSED)),
        (f"Background:   {CLOSED}", ("paragraph", "background", CLOSED)),
        (f"Previously: {CLOSED}", ("paragraph", "background", CLOSED)),
    ],
)
def test_a_label_is_cut_off_and_says_what_follows(line: str, block: tuple[str, str, str]) -> None:
    assert laid(line) == [block]


def test_a_colon_alone_makes_no_label() -> None:
    sentence = "The minister said: two crossings will be closed."
    assert laid(sentence) == [("paragraph", "body", sentence)]


def test_a_label_on_a_line_of_its_own_holds_until_the_next_label() -> None:
    text = f"{CLOSED}\n\nBackground:\n\n{REOPENED}\n\n{CLOSED}!\n\nDetails: {REOPENED}"
    assert [section for _, section, _ in laid(text)] == ["body", "background", "background", "body"]


def test_a_heading_ends_the_background() -> None:
    text = f"Background: {CLOSED}\n\nWhat comes next\n\n{REOPENED}"
    assert laid(text)[1:] == [("heading", "headline", "What comes next"), ("paragraph", "body", REOPENED)]


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    assert laid(f"Poland closes two crossings\n\n{CLOSED}") == [
        ("heading", "headline", "Poland closes two crossings"), ("paragraph", "body", CLOSED),
    ]


def test_a_title_is_a_heading_even_with_a_full_stop() -> None:
    assert kinds(f"{CLOSED}\n\n{REOPENED}", title=CLOSED) == ["heading", "paragraph"]


def test_a_line_that_the_page_repeats_is_a_heading_each_time() -> None:
    line = "Poland closes two crossings " * 6 + "for good"
    text = f"{CLOSED}\n\n{line}\n\n{REOPENED}\n\n{line}"
    assert kinds(text) == ["paragraph", "heading", "paragraph", "heading"]


def test_a_long_line_without_a_full_stop_is_read_all_the_same() -> None:
    assert kinds("Poland closed two crossings and said why " * 5) == ["paragraph"]


@pytest.mark.parametrize("end", ["closed.", 'closed."', "closed.”", "closed?", "closed…", "closed:"])
def test_what_ends_like_a_sentence_is_no_heading(end: str) -> None:
    assert kinds(f"Two crossings were {end}") == ["paragraph"]


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", "– ", "  · "])
def test_bullets_are_cut_off(bullet: str) -> None:
    assert laid(f"{bullet}{CLOSED}\n{bullet}{REOPENED}") == [
        ("paragraph", "body", CLOSED), ("paragraph", "body", REOPENED),
    ]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    text = (
        "The government has closed two of its crossings after a night in which\n"
        "balloons came over the border again and again, and it says that they\n"
        "stay closed for a month."
    )
    assert laid(text) == [("paragraph", "body", text)]


def test_two_wrapped_paragraphs_stay_two() -> None:
    one = "The government has closed two of its crossings after a night in which\nballoons came over the border again."
    assert kinds(f"{one}\n\n{one.replace('two', 'three')}") == ["paragraph", "paragraph"]


def test_a_teaser_that_stands_twice_is_no_wrapped_paragraph() -> None:
    teaser = "Poland closes two of its crossings after a night of balloons"
    assert kinds(f"{teaser}\n{teaser}\n{CLOSED}") == ["heading", "heading", "paragraph"]


def test_a_list_is_not_joined() -> None:
    assert len(laid(f"{CLOSED}\n{REOPENED}\n{CLOSED}!")) == 3


@pytest.mark.parametrize(
    "caption",
    ["Photo: the crossing on Monday", "File photo of a fence.", "Illustrative photo", "Map: where the drones fell"],
)
def test_captions_are_known_by_their_first_words(caption: str) -> None:
    assert kinds(f"{CLOSED}\n\n{caption}") == ["paragraph", "caption"]


def test_a_whole_story_behind_a_photo_mark_is_no_caption() -> None:
    assert kinds("Photo: " + f"{CLOSED} " * 6) == ["paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Russian drones over Estonia.", "Share this article", "Subscribe to our morning letter.",
        "Follow us on any network.", "12 comments", "© 2025 Example Post. All rights reserved.", "Tags: border, drones",
        "We use cookies; please accept them.",
    ],
)
def test_furniture_is_not_read(line: str) -> None:
    assert kinds(f"{CLOSED}\n\n{line}\n\n{REOPENED}") == ["paragraph", "furniture", "paragraph"]


def test_after_a_closing_line_nothing_is_read() -> None:
    text = f"{CLOSED}\n\nLeave a comment\n\n{REOPENED}\n\nBackground: {CLOSED}"
    assert kinds(text) == ["paragraph", "furniture", "furniture", "furniture"]


@pytest.mark.parametrize(
    "dateline", ["RIGA, 5 August (Example Agency) - ", "VILNIUS (EXA) — ", "KYIV – ", "BIAŁA PODLASKA, Poland: "],
)
def test_a_dateline_is_cut_off_the_first_paragraph(dateline: str) -> None:
    assert laid(f"Two crossings closed\n\n{dateline}{CLOSED}")[1] == ("paragraph", "body", CLOSED)


def test_capitals_later_in_the_text_are_no_dateline() -> None:
    later = f"NATO - {REOPENED}"
    assert laid(f"{CLOSED}\n\n{later}")[1] == ("paragraph", "body", later)


_LINES = st.one_of(
    st.text(alphabet=string.ascii_letters + "ŠłЖ .,!?:-–•()\"\t\r", max_size=70),
    st.sampled_from([
        "", "Source: Example Post", "Details:", "Background: it was closed.", "Photo: a fence", "Share this",
        "Leave a reply", "RIGA (EXA) - It was closed.", "• It was closed.", "Closed again", "It was closed.",
    ]),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_LINES, max_size=12).map("\n".join), st.none() | st.just("Closed again"))
def test_every_letter_outside_labels_is_in_exactly_one_block(text: str, title: str | None) -> None:
    blocks = lay_out(text, words=WORDS, title=title)
    position, left = 0, ""
    for block in blocks:
        assert position <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        left += f"{text[position:block.span.start]}\0"
        position = block.span.end
    left += text[position:]
    for piece in re.split(r"[\n\0]", left):
        assert _may_be_cut(piece), piece


def _may_be_cut(piece: str) -> bool:
    """Blank, bullets, a label, or a dateline."""
    bare = piece.strip().lstrip(BULLETS + string.whitespace)
    if not bare or (bare.endswith(":") and bare[:-1].strip().casefold() in LABELS):
        return True
    return bare[-1] in "-–—:" and bare[:3].isupper()


@settings(max_examples=100, deadline=None)
@given(st.lists(_LINES, max_size=12).map("\n".join))
def test_a_headline_is_the_section_of_headings_and_of_nothing_else(text: str) -> None:
    for block in lay_out(text, words=WORDS):
        assert (block.kind is BlockKind.HEADING) == (block.section is Section.HEADLINE)


def test_a_headline_that_begins_with_sources_names_none() -> None:
    text = f"Sources: army to leave the northern camp\n\n{CLOSED}"
    assert kinds(text) == ["heading", "paragraph"]
    assert kinds(f"Source: Daily Lamp, citing the mayor of Tartu\n\n{CLOSED}") == ["source", "paragraph"]
    assert kinds(f"Source: Daily Lamp\n\n{CLOSED}") == ["source", "paragraph"]


def test_the_hour_in_a_dateline_is_no_agency() -> None:
    assert dateline_agency("RIGA, LATVIA (8:00 P.M.) - The border closed.") is None
