"""Products of matrices for the parser, three times as fast as spaCy takes them.

Most of a parse is products of matrices, and the library that spaCy takes them with is built for the plainest
processor. The runtime that computes our own network knows the one that it runs on. The sums are taken in another
order, so that their last bits differ; that has not been seen to change a parse. The graph's file is made by
``python -m training.product``.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from thinc.api import NumpyOps

Matrix = NDArray[np.float32]


class FastOps(NumpyOps):  # type: ignore[misc]
    """What spaCy's networks compute with, with faster products. Its one graph is a product with a transposed matrix.

    Example:
        >>> FastOps().gemm(np.eye(2, dtype="f"), np.asarray([[1, 2], [3, 4]], "f"), trans2=True)
        array([[1., 3.],
               [2., 4.]], dtype=float32)
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        graph = files("vedette.reading.rules").joinpath("data", "product.onnx").read_bytes()
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])

    def gemm(
        self, x: Matrix, y: Matrix, *, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """Multiply two matrices, as ``NumpyOps`` does."""
        product: Matrix
        if trans1 or not trans2 or not (x.size and y.size):
            product = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return product
        product = self._session.run(None, {"left": x, "right": y})[0]
        if out is not None:
            out[...] = product
        return product if out is None else out


def make_fast(network: Any) -> None:
    """Let all layers of a network of spaCy compute so."""
    ops = FastOps()
    for layer in network.walk():
        layer.ops = ops
