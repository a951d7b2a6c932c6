"""Words go back to dictionary forms: the right one is among a few, and the word itself comes first."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from vedette.errors import KnowledgeError
from vedette.model import fold
from vedette.reading.inflection import MOST_BASES, load_inflection, read_inflection_file

LANGUAGES = ("be", "de", "en", "et", "fi", "lt", "lv", "pl", "ru", "uk")


@pytest.mark.parametrize(
    ("language", "word", "base"),
    [
        ("uk", "Львові", "Львів"), ("uk", "Харкова", "Харків"), ("uk", "Польщею", "Польща"), ("uk", "Празі", "Прага"),
        ("ru", "Гродненской", "Гродненская"), ("ru", "Череповца", "Череповец"), ("ru", "Керчью", "Керчь"),
        ("be", "Гомельскай", "Гомельская"), ("be", "Рызе", "Рыга"), ("be", "Кіевам", "Кіеў"),
        ("pl", "Białymstoku", "Białystok"), ("pl", "Łodzią", "Łódź"), ("pl", "Pradze", "Praga"),
        ("pl", "Toruniu", "Toruń"), ("pl", "Węgrzech", "Węgry"),
        ("lt", "Vilniuje", "Vilnius"), ("lt", "Kaune", "Kaunas"), ("lt", "Baltarusijos", "Baltarusija"),
        ("lt", "vokiečių", "vokietis"), ("lt", "Trakuose", "Trakai"),
        ("lv", "Rīgā", "Rīga"), ("lv", "Daugavpilī", "Daugavpils"), ("lv", "igauņu", "igaunis"),
        ("lv", "lietuviešiem", "lietuvietis"),
        ("et", "Tartus", "Tartu"), ("et", "Tallinnas", "Tallinn"), ("et", "venelastele", "venelane"),
        ("et", "Lätti", "Läti"), ("et", "Läänemerel", "Läänemeri"),
        ("de", "Lettlands", "Lettland"), ("de", "polnischen", "polnisch"), ("de", "Letten", "Lette"),
        ("fi", "Helsingissä", "Helsinki"), ("fi", "Turussa", "Turku"), ("fi", "Suomenlahdella", "Suomenlahti"),
        ("fi", "Hangossa", "Hanko"), ("fi", "venäläisille", "venäläinen"), ("fi", "Yhdysvaltojen", "Yhdysvallat"),
        ("en", "Lithuania’s", "Lithuania"), ("en", "Gerberas", "Gerbera"),
    ],
)  # fmt: skip
def test_a_word_goes_back_to_its_dictionary_form(language: str, word: str, base: str) -> None:
    bases = load_inflection(language).bases(word)
    assert bases[0] == word
    assert fold(base) in [fold(form) for form in bases[:8]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["a", "НАТО", "Åland", "ß", "Süd-Ost", "12", "’", "Lietuvos", "Білорусі", "ŁÓDŹ"])
def test_any_word_has_few_bases_and_no_two_alike(language: str, word: str) -> None:
    bases = load_inflection(language).bases(word)
    assert bases[0] == word
    assert len(bases) <= MOST_BASES
    assert len({fold(form) for form in bases}) == len(bases)


def test_accents_written_apart_make_no_difference() -> None:
    assert "Jūrmala" in load_inflection("lv").bases("Jūrmalas".replace("ū", "u\u0304"))


def test_the_stem_keeps_its_capitals_and_accents() -> None:
    assert "Šalčininkai" in load_inflection("lt").bases("Šalčininkuose")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language: str) -> None:
    tables, english = read_inflection_file(language), read_inflection_file("en")
    assert set(tables) == set(english)
    for part in ("writing", "places"):
        assert set(tables[part]) == set(english[part])
    for paradigm in tables["paradigms"]:
        assert set(paradigm) <= {"base", "stem", "forms"}
        assert all(form[1:] in tables["endings"] for form in paradigm["forms"].split() if form.startswith("@"))


def test_what_was_pickled_finds_the_same() -> None:
    inflection = load_inflection("fi")
    assert pickle.loads(pickle.dumps(inflection)).bases("Oulussa") == inflection.bases("Oulussa")


def test_a_language_without_a_file_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"'xx' has no file inflection\.toml"):
        load_inflection("xx")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [("[writing", "languages/xx/inflection.toml is no TOML"), ("[writing]\nvowels = 'a'", "'endings' is missing")],
)
def test_a_wrong_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, wanted: str) -> None:
    folder = tmp_path / "languages" / "xx"
    folder.mkdir(parents=True)
    (folder / "inflection.toml").write_text(content, encoding="utf-8")
    monkeypatch.setattr("vedette.reading.language_file.files", lambda package: tmp_path)
    with pytest.raises(KnowledgeError, match=wanted):
        load_inflection("xx")
