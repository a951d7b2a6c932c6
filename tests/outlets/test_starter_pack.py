"""Each outlet that is shipped with feeds reads a page made for it, as `vedette outlets check` sees it.

The pages are made by `made_pages.py`: items, sites and their faults are invented, only outlets and domains are real.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from made_pages import OLD_CHARSETS, OLD_SHAPES, SHAPES, Site, Story, make_page, page_of, stories

from vedette.knowledge import load_outlets, read_outlet
from vedette.knowledge.packs import OUTLETS, SHIPPED
from vedette.model import KnownOutlet, LinkKind
from vedette.presentation.cli import run
from vedette.sources.checking import differences, read_recorded

FILES = sorted((file for pack in SHIPPED for file in (pack / OUTLETS).glob("*.toml")), key=lambda file: file.stem)
TOLD = stories()
POST = KnownOutlet(id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",))


@pytest.mark.parametrize(("place", "file"), list(enumerate(FILES)), ids=[file.stem for file in FILES])
def test_a_page_of_the_outlet_is_read_as_expected(
    place: int, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, expected = page_of(read_outlet(file), place, TOLD).write(tmp_path)
    code = run(["outlets", "check", str(file), "--page", str(page), "--expect", str(expected)])
    assert (code, "8 fields as expected" in capsys.readouterr().out) == (0, True)


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read_in_every_language_and_charset(language: str, shape: str, tmp_path: Path) -> None:
    site = Site(name="Example Post", language=language, domain="post.example")
    for charset in OLD_CHARSETS[language] if shape in OLD_SHAPES else ("utf-8",):
        made = make_page(TOLD[language], site, shape=shape, charset=charset)
        page, _ = made.write(tmp_path)
        assert differences(read_recorded(page, POST), made.expected) == (), charset


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_holds_what_must_not_be_read(shape: str) -> None:
    story = TOLD["en"]
    page = make_page(story, Site(name="Post", language="en", domain="post.example"), shape=shape, charset="utf-8")
    assert sum(words.encode() in page.body for words in (*story.menu, *story.related, story.footer)) >= 7


def test_every_language_of_the_starter_pack_has_a_story_in_its_own_words() -> None:
    assert {outlet.language for outlet in load_outlets() if outlet.feeds} == set(TOLD)
    words = [word for story in TOLD.values() for word in (story.title, *story.paragraphs)]
    assert len(words) == len(set(words))


def test_a_story_survives_the_charsets_of_its_language() -> None:
    def lost(story: Story, charset: str) -> list[str]:
        return [text for text in story.paragraphs if text.encode(charset, "replace").decode(charset) != text]

    # ISO 8859-1 and KOI8 lack some quotation marks; those are written as entities, letters never are.
    for language, charsets in OLD_CHARSETS.items():
        letters = {letter for text in TOLD[language].paragraphs for letter in text if letter.isalpha()}
        for charset in charsets:
            assert "".join(sorted(letters)).encode(charset)
        assert any(not lost(TOLD[language], charset) for charset in charsets), language
