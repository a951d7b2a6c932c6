"""The graph with which the parser computes is the one that its maker makes."""

import pytest

pytest.importorskip("onnx", reason="the graph is made with onnx, which only training needs")

from training.product import FILE, product_graph


def test_the_file_is_what_its_maker_makes():
    assert FILE.read_bytes() == product_graph()
