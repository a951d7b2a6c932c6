"""Every file of messages is whole, true to the code, and safe to put on a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from babel.messages.catalog import Catalog

from vedette.presentation.catalogs import keeping
from vedette.presentation.saying import ENGLISH, languages, ngettext, own_name, speaking
from vedette.presentation.saying import gettext as say

OTHERS = [language for language in languages() if language != ENGLISH]
PLACEHOLDER = re.compile(r"%\((\w+)\)s|\{(\w+)\}")


def key(message):
    return (message.id if isinstance(message.id, str) else message.id[0]), message.context


def forms(message):
    return [message.string] if isinstance(message.string, str) else list(message.string)


def said(language):
    return [message for message in keeping.catalog_of(language) if message.id]


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, attrs))


def test_ukrainian_is_spoken():
    assert "uk" in languages()
    assert own_name("uk") == "українська"


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated_and_none_is_stale(language):
    wanted = {key(message) for message in keeping.messages() if message.id}
    there = {key(message) for message in said(language)}
    advice = f"Run python -m vedette.presentation.catalogs {language} and fill in what is empty."
    assert wanted - there == set(), advice
    assert there - wanted == set(), advice
    assert keeping.untranslated(keeping.catalog_of(language)) == [], advice


def test_words_that_are_marked_as_doubtful_are_none():
    catalog = Catalog(locale="uk")
    catalog.add("sure", "певно")
    catalog.add("doubtful", "сумнівно", flags={"fuzzy"})
    assert keeping.untranslated(catalog) == ["doubtful"]


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_names_what_the_message_names(language):
    for message in said(language):
        known = {name for one in ([message.id] if isinstance(message.id, str) else message.id)
                 for name in map("".join, PLACEHOLDER.findall(one))}
        for form in forms(message):
            named = set(map("".join, PLACEHOLDER.findall(form)))
            assert named <= known, form
            # A form for one may leave the number out, and nothing else.
            assert named >= known - ({"num", "count"} if len(forms(message)) > 1 else set()), form
            assert not re.search(r"%(?!\(\w+\)s)", form), f"a lone percent sign: {form}"


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_brings_no_elements_of_its_own(language):
    for message in said(language):
        known = Tags(message.id if isinstance(message.id, str) else message.id[0]).found
        for form in forms(message):
            assert Tags(form).found == known, form


@pytest.mark.parametrize("language", OTHERS)
def test_there_is_a_form_for_every_kind_of_number(language):
    number = keeping.catalog_of(language).num_plurals
    assert all(len(forms(message)) == number for message in said(language) if isinstance(message.id, tuple))


@pytest.mark.parametrize(("number", "words"), [
    (1, "1 подія"), (2, "2 події"), (5, "5 подій"), (11, "11 подій"), (12, "12 подій"), (21, "21 подія"),
    (22, "22 події"), (111, "111 подій"), (0, "0 подій"),
])
def test_ukrainian_numbers_take_their_forms(number, words):
    with speaking("uk"):
        assert ngettext("%(num)s event", "%(num)s events", number) % {"num": number} == words


def test_what_nobody_translated_is_said_in_english():
    with speaking("uk"):
        assert say("A sentence that no catalogue holds.") == "A sentence that no catalogue holds."


def test_a_refreshed_file_loses_nothing_and_gains_nothing(tmp_path, monkeypatch):
    before = keeping.path_of("uk").read_text(encoding="utf-8")
    (tmp_path / "uk" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "uk" / "LC_MESSAGES" / "vedette.po").write_text(before, encoding="utf-8")
    monkeypatch.setattr(keeping, "path_of", lambda language: tmp_path / language / "LC_MESSAGES" / "vedette.po")

    keeping.refresh("uk")
    keeping.refresh("lt")

    after = (tmp_path / "uk" / "LC_MESSAGES" / "vedette.po").read_text(encoding="utf-8")
    assert sorted(set(after.splitlines())) == sorted(set(before.splitlines()))
    begun = keeping.catalog_of("lt")
    assert len(begun) == len(keeping.messages())
    assert len(keeping.untranslated(begun)) == len(begun)
