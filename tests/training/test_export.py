"""From a network in training to the files that ship: cut in two, they still compute the same."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

import onnxruntime  # noqa: E402
from training.export import LOWER, WHOLE, cut, write_whole  # noqa: E402
from training.network import Network  # noqa: E402
from training.weights import Published  # noqa: E402

WIDTH, HEADS, INNER, LAYERS = 32, 4, 64, LOWER + 1


def published() -> Published:
    """An encoder of chance weights, small enough for a test."""
    chance = np.random.default_rng(3)

    def some(*shape: int) -> np.ndarray:
        return chance.normal(0, 0.2, shape).astype(np.float32)

    tensors = {"emb.pos": some(512, WIDTH), "emb.type": some(1, WIDTH)}
    tensors |= {"emb.ln.w": 1 + some(WIDTH), "emb.ln.b": some(WIDTH)}
    shapes = {
        "q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH), "fi": (INNER, WIDTH),
        "fo": (WIDTH, INNER), "aln": (WIDTH,), "oln": (WIDTH,),
    }
    for layer in range(LAYERS):
        for name, shape in shapes.items():
            weights = some(*shape) + (1 if name in ("aln", "oln") else 0)
            tensors |= {f"l{layer}.{name}.w": weights, f"l{layer}.{name}.b": some(shape[0])}
    return Published((), (), np.zeros((0, 1, 18), np.uint8), tensors, LAYERS, HEADS, WIDTH, INNER, 1e-12)


def test_the_two_parts_together_give_what_the_network_gives(tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = Network(published(), range(LAYERS)).eval()
    write_whole(network, tmp_path / "whole.onnx", width=WIDTH)
    assert set(WHOLE) < {node.name for node in onnx.load(str(tmp_path / "whole.onnx")).graph.node}
    cut(onnx.shape_inference.infer_shapes(onnx.load(str(tmp_path / "whole.onnx"))), tmp_path)
    lower, upper = (onnxruntime.InferenceSession(str(tmp_path / name)) for name in ("lower.onnx", "upper.onnx"))
    vectors = np.random.default_rng(5).normal(0, 1, (1, 11, WIDTH)).astype(np.float32)
    inside = lower.run(None, {"vectors": vectors})[0]
    outputs, left, right = upper.run(["outputs", "left", "right"], {"inside": inside})
    with torch.no_grad():
        hidden = network(torch.from_numpy(vectors), torch.ones(1, 11))
        wanted = [part(hidden).numpy() for part in (network.outputs, network.left, network.right)]
    assert inside.shape == vectors.shape
    for found, right_one in zip((outputs, left, right), wanted, strict=True):
        assert found == pytest.approx(right_one, abs=1e-4)
