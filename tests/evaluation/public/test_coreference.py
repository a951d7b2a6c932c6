"""The CoNLL score, beside cases counted by hand."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.evaluation.public.coreference import _best_pairing, score_coreference


def test_a_group_cut_in_two() -> None:
    # Key abc, defg; answer ab, c, defg. MUC: 4 of 5 links are kept, and none is wrong: 2 * .8 * 1 / 1.8.
    # B-cubed: recall (2/3 + 2/3 + 1/3 + 4) / 7, precision 1.
    # CEAF-e: abc with ab is worth 2*2/5, defg with itself 1: 1.8 of 2 groups wanted, of 3 given.
    score = score_coreference(["abc", "defg"], ["ab", "c", "defg"])

    assert score.muc == pytest.approx(8 / 9)
    recall = (5 / 3 + 4) / 7
    assert score.b_cubed == pytest.approx(2 * recall / (recall + 1))
    assert score.ceaf_e == pytest.approx(2 * 0.9 * 0.6 / 1.5)
    assert score.conll == pytest.approx((score.muc + score.b_cubed + score.ceaf_e) / 3)


def test_two_groups_in_one() -> None:
    # Key ab, cd; answer abcd. MUC: 2 links wanted, both kept; 3 given, of which 2 are right.
    # B-cubed: recall 1, precision 1/2. CEAF-e: one pair worth 2*2/6, of 2 wanted and 1 given.
    score = score_coreference(["ab", "cd"], ["abcd"])

    assert score.muc == pytest.approx(0.8)
    assert score.b_cubed == pytest.approx(2 / 3)
    assert score.ceaf_e == pytest.approx(2 * (1 / 3) * (2 / 3))


def test_what_stands_alone_is_no_link_but_a_group() -> None:
    score = score_coreference(["a", "b", "c"], ["a", "b", "c"])

    assert (score.muc, score.b_cubed, score.ceaf_e) == (0.0, 1.0, 1.0)


@pytest.mark.parametrize(("given", "words"), [(["a"], "same mentions"), (["ab", "b"], "two groups")])
def test_other_mentions_are_no_answer(given: list[str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        score_coreference(["ab"], given)


@given(st.lists(st.lists(st.integers(0, 20), min_size=4, max_size=4), min_size=1, max_size=5))
def test_the_best_pairing_is_the_best_of_all(worth: list[list[int]]) -> None:
    table = np.array(worth, dtype=float)
    rows, columns = sorted(table.shape)
    lying = table if table.shape[0] <= table.shape[1] else table.T
    ways = permutations(range(columns), rows)
    best = max(sum(lying[row, column] for row, column in enumerate(chosen)) for chosen in ways)

    assert _best_pairing(table) == pytest.approx(best)
