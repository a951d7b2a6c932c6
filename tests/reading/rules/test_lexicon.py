"""A language folder is checked when it is loaded, and a mistake is told with its file and key."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

from vedette.errors import KnowledgeError
from vedette.model import EVENT_TYPES
from vedette.reading import language_file
from vedette.reading.rules.lexicon import Lexicon, load_lexicon

ENGLISH = resources.files("vedette.reading") / "languages" / "en"
Change = Callable[[str, str, str], None]


@pytest.fixture
def change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Change:
    """Changes a file in a copy of the English folder, which is then what is loaded."""
    folder = tmp_path / "languages" / "en"
    with resources.as_file(ENGLISH) as english:
        shutil.copytree(english, folder)
    monkeypatch.setattr(language_file, "files", lambda package: tmp_path)

    def in_file(name: str, old: str, new: str) -> None:
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return in_file


@pytest.fixture(scope="module")
def english() -> Lexicon:
    return load_lexicon("en")


def test_every_event_type_can_be_told_in_english(english: Lexicon) -> None:
    assert {rule.type for rule in english.rules} == {definition.type for definition in EVENT_TYPES}


def test_rules_are_found_by_every_word_that_starts_them(english: Lexicon) -> None:
    table = english.rules_by_lemma
    assert all(rule in table[lemma] for rule in english.rules for lemma in rule.verbs | rule.nouns)


def test_rules_of_one_word_keep_their_order(english: Lexicon) -> None:
    for rules in english.rules_by_lemma.values():
        places = [english.rules.index(rule) for rule in rules]
        assert places == sorted(places)


def test_every_rule_has_a_name_of_its_own_and_a_word_to_start_it(english: Lexicon) -> None:
    names = [rule.name for rule in english.rules]
    assert len(names) == len(set(names))
    assert all(rule.verbs or rule.nouns for rule in english.rules)


def test_words_of_rules_and_classes_are_lower_case(english: Lexicon) -> None:
    words = {lemma for rule in english.rules for lemma in rule.verbs | rule.nouns}
    words |= {lemma for known in english.classes.values() for lemma in known.lemmas}
    assert [word for word in words if word != word.casefold()] == []


def test_a_language_without_files_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"'xx' has no file .*\.toml\. Reinstall Vedette, or add the file:"):
        load_lexicon("xx")


def test_a_copy_of_the_folder_loads_as_the_folder_does(change: Change, english: Lexicon) -> None:
    change("events.toml", "[[rule]]", "[[rule]]")
    assert load_lexicon("en").rules == english.rules


def test_an_unknown_key_of_a_rule_is_told_with_the_known_ones(change: Change) -> None:
    odd = '[[rule]]\nname = "odd"\ntype = "strike"\nverb = ["strike"]\nobjekt = ["x"]\n[[rule]]'
    change("events.toml", "[[rule]]", odd)
    with pytest.raises(KnowledgeError, match=r"en/events\.toml, rule 'odd': unknown key 'objekt'.*object"):
        load_lexicon("en")


@pytest.mark.parametrize("slot", ["subject", "object", "any", "near", "unless"])
def test_an_unknown_class_of_a_rule_is_told(change: Change, slot: str) -> None:
    change(
        "events.toml", "[[rule]]",
        f'[[rule]]\nname = "odd"\ntype = "strike"\nverb = ["strike"]\n{slot} = ["@zeppelin"]\n[[rule]]',
    )
    with pytest.raises(KnowledgeError, match=rf"rule 'odd': {slot} names the class '@zeppelin'"):
        load_lexicon("en")


@pytest.mark.parametrize(
    ("new", "complaint"),
    [
        pytest.param('[[rule]]\nname = "odd"\ntype = "zeppelin"\nverb = ["x"]\n[[rule]]', "zeppelin"),
        pytest.param('[[rule]]\nname = "odd"\nverb = ["x"]\n[[rule]]', "type"),
        pytest.param('[[rule]]\nname = "odd\n[[rule]]', r"events\.toml"),
    ],
    ids=["unknown type", "no type", "no TOML"],
)
def test_other_mistakes_of_a_rule_are_told_too(change: Change, new: str, complaint: str) -> None:
    change("events.toml", "[[rule]]", new)
    with pytest.raises(KnowledgeError, match=complaint):
        load_lexicon("en")


def test_a_missing_table_is_told_with_its_file(change: Change) -> None:
    change("attribution.toml", "[cues]", "[clues]")
    with pytest.raises(KnowledgeError, match=r"attribution\.toml"):
        load_lexicon("en")
