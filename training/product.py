"""The graph of one product of matrices, with which the parser computes: how its file is made.

python -m training.product
"""

from __future__ import annotations

from pathlib import Path

from onnx import TensorProto, helper

import vedette.reading.rules

FILE = Path(vedette.reading.rules.__file__).parent / "data" / "product.onnx"


def product_graph() -> bytes:
    """Give the graph: ``left`` (n, k) times ``right`` (m, k), transposed, is ``product`` (n, m)."""
    left, right, product = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in (("left", ["n", "k"]), ("right", ["m", "k"]), ("product", ["n", "m"]))
    )
    node = helper.make_node("Gemm", ["left", "right"], ["product"], transB=1)
    graph = helper.make_graph([node], "gemm", [left, right], [product])
    made: bytes = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8,
    ).SerializeToString()
    return made


if __name__ == "__main__":
    FILE.write_bytes(product_graph())
