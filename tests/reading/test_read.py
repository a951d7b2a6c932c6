"""What holds of reading whatever the report says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import report
from golden_cases import CASES
from proportion import grows_in_proportion
from vedette.model import Claim, Knowledge, Report, Span
from vedette.model.codec import claim_from_json, claim_to_json, name_claim
from vedette.reading import read
from vedette.reading.rules import RuleReader

PUBLISHED = "2025-09-15"
STORY = (
    "Source: Reuters, citing the news agency BelTA\n\n"
    "Details: Poland closed its border with Belarus on Friday, the interior minister said. “Russian drones” violated "
    "Lithuanian airspace on 3 August and 9 August. About 13,000 troops from Russia and Belarus will train near Brest "
    "until 16 September. Latvia's army denied that Iskander missiles were deployed to Lida."
)


def story(text: str, **fields: str) -> Report:
    return report(text, published=PUBLISHED, **fields)


def spans(claim: Claim) -> Iterator[Span | None]:
    yield from (claim.trigger, claim.sentence, claim.period.span if claim.period else None)
    for group in (claim.places, claim.actors, claim.equipment, claim.quantities, claim.attribution):
        yield from (mention.span for mention in group)


def check(claims: list[Claim], told: Report) -> None:
    """Everything extracted points at words of the text, and goes through its public form and back."""
    assert [claim.trigger for claim in claims] == sorted(claim.trigger for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert claim.report == told.id
        assert all(0 <= span.start < span.end <= len(told.text) for span in spans(claim) if span is not None)
        assert claim.sentence.holds(claim.trigger)
        public = claim_to_json(claim, told)
        trigger = public["trigger"]
        assert told.text[trigger["start"]:trigger["end"]] == trigger["text"] == trigger["text"].strip()
        if claim.period is not None and claim.period.span is not None:
            assert claim.period.span.of(told.text) == claim.period.text
        assert claim_to_json(claim_from_json(public), told) == public
        assert claim.id == name_claim(claim)


def test_a_story_is_read_with_everything_it_holds(reader: RuleReader) -> None:
    """The story of these tests is no empty one: otherwise they would prove little."""
    claims = reader.read(story(STORY))
    assert len(claims) >= 5
    for field in ("places", "actors", "equipment", "quantities", "attribution", "period"):
        assert any(getattr(claim, field) for claim in claims), field
    check(claims, story(STORY))


@pytest.mark.parametrize("folder", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_every_case_points_at_its_own_words(folder: str, reader: RuleReader) -> None:
    told = story((CASES / folder / "report.txt").read_text(encoding="utf-8"))
    check(reader.read(told), told)


def test_reading_twice_gives_the_same(reader: RuleReader, knowledge: Knowledge) -> None:
    told = story(STORY)
    first = reader.read(told)
    assert reader.read(told) == first
    assert RuleReader(knowledge).read(told) == first


def test_what_was_read_before_changes_nothing(reader: RuleReader) -> None:
    alone = reader.read(story(STORY))
    reader.read(story("Finland's army said it would leave Lapland. West 2021 is over, the agency said."))
    assert reader.read(story(STORY)) == alone


def test_reports_come_back_in_their_order_each_with_its_claims(knowledge: Knowledge) -> None:
    told = [story("Poland expelled three Russian diplomats."), story("Nothing happened."), story(STORY)]
    result = list(read(told, knowledge=knowledge))
    assert [one.report for one in result] == told
    assert [bool(one.claims) for one in result] == [True, False, True]
    assert all(claim.report == one.report.id for one in result for claim in one.claims)


def test_a_language_that_is_not_read_gets_a_note_and_no_claims(knowledge: Knowledge) -> None:
    foreign, known = story("La Pologne a fermé sa frontière.", language="fr"), story("Poland closed its border.")
    first, second = read([foreign, known], knowledge=knowledge)
    assert (first.report, first.claims) == (foreign, ())
    assert first.note is not None and "fr" in first.note
    assert second.claims and second.note is None


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n\n", "\u200b", "\ufeff", "\x00", ".", "...", "•", ":", "Source:", "Background:\n", "1", "🚁",
        "a" * 5_000, "(" * 500, "Poland " * 300, "- \n" * 200,
    ],
)
def test_hardly_anything_is_read_without_a_complaint(text: str, reader: RuleReader) -> None:
    assert reader.read(story(text)) == []


SENTENCE = "Poland closed its border with Belarus on Friday."


@pytest.mark.parametrize(
    "text",
    [
        f"🚁🛂 {SENTENCE} 🇵🇱🇧🇾",
        f"\u202b{SENTENCE}\u202c",
        f"سؤال وجواب. {SENTENCE} שלום.",
        f"\ufeff{SENTENCE}",
        f"\x00\x07{SENTENCE}\x1b[0m",
        f"\r\n{SENTENCE}\r\n",
        f"\u2028{SENTENCE}\u2029",
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace("closed", "closed 👍🏽"),
        f"{SENTENCE} ".replace("Poland", "“Poland”"),
    ],
    ids=["flags", "right to left", "arabic and hebrew", "byte order mark", "control", "carriage return", "separators",
         "no-break spaces", "emoji in the middle", "quotes"],
)
def test_marks_and_scripts_around_a_sentence_do_not_hide_it(text: str, reader: RuleReader) -> None:
    told = story(text)
    claims = reader.read(told)
    check(claims, told)
    assert [str(claim.type) for claim in claims] == ["border_closure"]


@pytest.mark.parametrize(
    "text",
    [SENTENCE.replace("border", "bor\u200bder"), SENTENCE.replace("l", "l\u0301"), SENTENCE[::-1],
     unicodedata.normalize("NFD", "Łukasz told Šiauliai: Rēzekne's drones fell on Friday.")],
    ids=["zero width inside", "combining marks", "backwards", "decomposed"],
)
def test_broken_words_break_nothing(text: str, reader: RuleReader) -> None:
    told = story(text)
    check(reader.read(told), told)


_WORDS = st.sampled_from([
    "Poland", "Russia's", "its", "drones", "troops", "closed", "denied", "that", "the border", "with", "Belarus",
    "exercise", "Zapad-2025", "«Захад-2025»", "S-400", "said", "according to", "on Friday", "until 16 September", ",",
    ".", "\n", "Background:", "Source:", "“", "”", "not", "if", "13,000", "will", "hold", "and", "there", "it", "🚁",
])
_TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(_WORDS, max_size=40).map(" ".join),
)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(
    text=_TEXTS, title=st.none() | st.text(max_size=30),
    day=st.sampled_from([PUBLISHED, None, "2025", "2024-02-29T23:59"]),
)
def test_no_text_stops_the_reader(reader: RuleReader, text: str, title: str | None, day: str | None) -> None:
    told = Report.of(text, ref="any", title=title, published=day, language="en")
    check(reader.read(told), told)


def test_the_time_grows_with_the_length_and_no_faster(reader: RuleReader) -> None:
    """A page without paragraphs may be long; ten times the words take about ten times as long."""
    assert grows_in_proportion(lambda words: reader.read(story(_paragraph(words))), 2_500)


def _paragraph(words: int) -> str:
    sentence = "Residents of the town went to the market and spoke about the weather and the price of bread."
    return " ".join([sentence] * (words // len(sentence.split()) - 20) + [SENTENCE] * 20)
