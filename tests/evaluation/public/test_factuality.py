"""Factuality in numbers, on sentences of our own."""

from __future__ import annotations

import pytest

from vedette.evaluation.public.factuality import (
    FEWEST,
    JudgedSentence,
    certainty,
    fitted_scale,
    load_judged_sentence,
    measure_factuality,
    results,
    standings,
)
from vedette.evaluation.public.kit import Kit
from vedette.model import EvidenceKind, Factuality, Span, Stage
from vedette.reading.rules.factuality import Standing


def standing(stage: Stage = Stage.HAPPENED, factuality: Factuality = Factuality.ASSERTED, *, real: bool = True) -> (
    Standing
):
    return Standing(stage, factuality, EvidenceKind.TOLD, real)


@pytest.mark.parametrize(("judged", "number"), [
    (standing(), 3.0), (standing(factuality=Factuality.PROBABLE), 2.0), (standing(factuality=Factuality.POSSIBLE), 1.0),
    (standing(factuality=Factuality.UNKNOWN), 0.0), (standing(factuality=Factuality.DENIED), -3.0),
    (standing(Stage.PLANNED), 1.0), (standing(Stage.CANCELLED), -2.0), (standing(real=False), 0.0),
    (standing(Stage.PLANNED, Factuality.DENIED), -3.0), (None, 3.0),
])
def test_what_the_rules_say_in_a_number(judged: Standing | None, number: float) -> None:
    assert certainty(judged) == number


def entry(split: str, sentence: str, **values: float) -> dict[str, object]:
    tokens = sentence.split()
    targets = [
        {"start": tokens.index(word), "end": tokens.index(word) + 1, "text": word, "factuality": value}
        for word, value in values.items()
    ]
    return {"split": split, "tokens": tokens, "targets": targets}


def test_words_become_a_text_with_spans() -> None:
    loaded = load_judged_sentence(entry("dev", "The guards closed it .", closed=3.0))
    assert loaded.text == "The guards closed it ."
    assert [(span.of(loaded.text), value) for span, value in loaded.targets] == [("closed", 3.0)]


def test_error_and_correlation(kit: Kit) -> None:
    text = "The guards closed the road . They did not arrest anyone ."
    loaded = JudgedSentence(part="dev", text=text, targets=(
        (Span(text.index("closed"), text.index("closed") + 6), 2.0),
        (Span(text.index("arrest"), text.index("arrest") + 6), -3.0),
    ))
    pairs = [(value, judged) for (_, value), judged in zip(loaded.targets, standings(loaded, kit), strict=True)]
    scores = {one.metric: one.value for one in results(pairs, certainty, name="uw", part="dev")}
    assert scores == {"MAE": 0.5, "r": pytest.approx(1.0), "macro F1 of yes, no, open": 1.0}


def test_a_fitted_scale_has_the_medians_of_what_is_not_rare() -> None:
    planned, probable = standing(Stage.PLANNED), standing(factuality=Factuality.PROBABLE)
    often = [(value, planned) for value in (1.0, 2.0, 2.5) for _ in range(FEWEST)]
    scale = fitted_scale([*often, (0.0, probable)])
    assert (scale(planned), scale(probable), scale(None)) == (2.0, 2.0, 3.0)


def test_the_training_part_is_not_measured(kit: Kit, write) -> None:  # type: ignore[no-untyped-def]
    folder = write("factuality/uw_own.jsonl", entry("train", "They left .", left=3.0),
                   entry("dev", "They left .", left=3.0))
    parts = {(one.part, one.count) for one in measure_factuality(folder, kit)}
    assert parts == {("uw dev", 1), ("uw dev, scale fitted", 1)}
