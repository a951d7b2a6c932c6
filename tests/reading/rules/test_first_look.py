"""What is not parsed: paragraphs in which no rule could fit, and none beside one that tells."""

import pytest

from vedette.knowledge import load_knowledge
from vedette.reading.layout import lay_out
from vedette.reading.rules.first_look import RuleLook
from vedette.reading.rules.lexicon import Lexicon, load_lexicon
from vedette.reading.rules.parsing import SpacyParser

TELLING = "Poland closed its border with Belarus on Friday."
ORDINARY = "The bakers of the town sold more rye bread than ever in March, their guild reported."


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon("en")


@pytest.fixture(scope="module")
def look(lexicon: Lexicon) -> RuleLook:
    parser = SpacyParser(lemmas=lexicon.lemmas, words=lexicon.words)
    return RuleLook(lexicon, load_knowledge(), bases=parser.bases)


@pytest.mark.parametrize("text", [
    TELLING, "The crossings were shut.", "Soldiers left the village.", "Three jets were shot down.",
    "Two F-16s were scrambled, and the drone was downed.", "Zapad-2025 begins in September.",
    "They struck the depot with Shaheds.", "The frontier is to be re-opened.", "Parliament voted for the law.",
])
def test_what_a_rule_could_tell_of_is_parsed(look: RuleLook, text: str) -> None:
    assert look.could_tell(text)


@pytest.mark.parametrize("text", [
    ORDINARY, "The shop closed in May.", "He shot a film about bees.", "Snow fell on the hills above Graz.", "", "—",
])
def test_a_head_without_what_belongs_to_it_is_not(look: RuleLook, text: str) -> None:
    assert not look.could_tell(text)


def test_neighbours_and_source_lines_stay(look: RuleLook, lexicon: Lexicon) -> None:
    text = "\n\n".join([ORDINARY, ORDINARY, TELLING, ORDINARY, ORDINARY, "Source: Northern Wire"])
    blocks = lay_out(text, words=lexicon.layout)
    assert look.worth_parsing(text, blocks) == [*blocks[1:4], blocks[5]]


def test_words_have_the_bases_that_a_parse_may_give_them(lexicon: Lexicon) -> None:
    bases = SpacyParser(lemmas=lexicon.lemmas, words=lexicon.words).bases
    assert {"shoot", "shot"} <= bases("shot")
    assert "close" in bases("closed") and "carry" in bases("carries") and "drill" in bases("drills")


def test_of_ordinary_news_nothing_is_parsed(look: RuleLook, lexicon: Lexicon) -> None:
    text = f"{ORDINARY}\n\n{ORDINARY} Rain fell."
    assert look.worth_parsing(text, lay_out(text, words=lexicon.layout)) == []
