"""Attributions on sentences of our own."""

from __future__ import annotations

from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.polnear import load_attributed_text, measure_polnear, said_by_rules, token_agreement
from vedette.evaluation.public.scoring import Agreement
from vedette.model import Span

TEXT = "The minister said that the border was closed."
ENTRY = {"text": TEXT, "annotations": [
    {"annotator": "a", "attributions": [{"source": [[0, 12]], "cue": [[13, 17]], "content": [[18, 44]]}]},
    {"annotator": "b", "attributions": []},
]}


def test_the_first_annotator_counts() -> None:
    loaded = load_attributed_text(ENTRY)
    assert loaded.spans == {"source": [Span(0, 12)], "cue": [Span(13, 17)], "content": [Span(18, 44)]}
    assert loaded.sources == ((Span(0, 12),),)


def test_words_are_compared_and_punctuation_is_not() -> None:
    wanted, given = [Span(0, 12)], [Span(4, 17), Span(44, 45)]
    assert token_agreement(TEXT, wanted, given) == Agreement(right=1, given=2, wanted=2)


def test_a_plain_saying_is_found(kit: Kit, write, told) -> None:  # type: ignore[no-untyped-def]
    scores = told(measure_polnear(write("polnear/own.jsonl", ENTRY), kit))
    assert scores["own, rules", "cue token F1"] == 1.0
    assert scores["own, rules", "source token F1"] == 1.0
    assert scores["own, rules", "head of source right"] == 1.0
    assert scores["own, tagger", "-"] is None


def test_sources_and_cues_are_whole_phrases_as_people_mark_them(kit: Kit) -> None:
    text = "The defence minister of Latvia, Jānis Paraugs, has said that the border was closed."
    found = said_by_rules(text, kit.sentences(text, kit.paragraphs(text)), kit=kit)
    assert token_agreement(text, [Span(0, 45)], found["source"]).f1 == 1.0
    assert token_agreement(text, [Span(47, 55)], found["cue"]).f1 == 1.0


def test_a_pronoun_stands_where_it_stands(kit: Kit) -> None:
    text = "The minister spoke. He said that the border was closed. She said it would open."
    found = said_by_rules(text, kit.sentences(text, kit.paragraphs(text)), kit=kit)
    assert all(span.of(text) != "minister" for span in found["source"])


def test_the_training_part_is_not_measured(kit: Kit, write) -> None:  # type: ignore[no-untyped-def]
    assert list(measure_polnear(write("polnear/polnear_train.jsonl", ENTRY), kit)) == []
