"""From a trained network to the files that ship: eight-bit network, four-bit word vectors, pieces, description."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from training.network import Layer, Network
from training.weights import Published
from vedette.reading.tags.labels import FORMAT, OUTPUTS

OPSET = 17
LOWER = 2  # layers below the second look
# Rounded, these two products lose more than all others together (places on the paragraphs to look at: .014); they cost
# a twentieth of the time as they are.
WHOLE = tuple(f"/layers.{number}/narrow/MatMul" for number in range(LOWER))


class _Attention(torch.autograd.Function):
    """Attention as one operator of the runtime, which computes it faster than the dozen steps it is made of."""

    @staticmethod
    def forward(_: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        parts = (part.unflatten(-1, (heads, -1)).transpose(1, 2) for part in (query, key, value))
        return functional.scaled_dot_product_attention(*parts).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        made = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return made.setType(query.type())


class _ShippedLayer(nn.Module):
    """A layer as it runs in use: the three products of attention are one."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        parts = (layer.query, layer.key, layer.value)
        self.heads, self.width = layer.heads, layer.query.in_features
        self.three = nn.Linear(self.width, 3 * self.width)
        self.three.weight.data = torch.cat([part.weight.data for part in parts])
        self.three.bias.data = torch.cat([part.bias.data for part in parts])
        self.joined, self.wide, self.narrow = layer.joined, layer.wide, layer.narrow
        self.norm1, self.norm2 = layer.norm1, layer.norm2

    def forward(self, vectors: Tensor) -> Tensor:
        query, key, value = self.three(vectors).split(self.width, -1)
        vectors = self.norm1(vectors + self.joined(_Attention.apply(query, key, value, self.heads)))
        found: Tensor = self.norm2(vectors + self.narrow(functional.gelu(self.wide(vectors))))
        return found


class _Shipped(nn.Module):
    """The network as it runs in use: one window, no padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.position, self.norm = network.position, network.norm
        self.layers = nn.ModuleList(_ShippedLayer(layer) for layer in network.layers)
        self.outputs, self.left, self.right = network.outputs, network.left, network.right

    def forward(self, vectors: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.norm(vectors + self.position[: vectors.shape[1]])
        for layer in self.layers:
            hidden = layer(hidden)
        return self.outputs(hidden), self.left(hidden), self.right(hidden)


def export(
    network: Network, folder: Path, *, published: Published, kept: Sequence[int], piece_model: bytes,
    about: dict[str, object],
) -> None:
    """Write the files of a network.

    Args:
        network: Trained.
        folder: Where; what is there is written over.
        published: Whose word vectors it stands on.
        kept: Which rows of them.
        piece_model: The vocabulary.
        about: What else to say of it in ``model.json``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    _write_network(network, folder, width=published.width)
    (folder / "embedding.q4").write_bytes(np.ascontiguousarray(published.rows[list(kept)]).tobytes())
    (folder / "pieces.model").write_bytes(piece_model)
    np.save(folder / "roles.npy", network.distance.detach().numpy().astype(np.float32))
    described = {"format": FORMAT, "outputs": OUTPUTS, "width": published.width, "pieces": len(kept), **about}
    (folder / "model.json").write_text(json.dumps(described, indent=1, sort_keys=True) + "\n", "utf-8")


def _write_network(network: Network, folder: Path, *, width: int) -> None:
    with TemporaryDirectory() as scratch:
        whole, rounded = Path(scratch) / "whole.onnx", Path(scratch) / "rounded.onnx"
        write_whole(network, whole, width=width)
        quantize_dynamic(
            str(whole), str(rounded), op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8, extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
            nodes_to_exclude=list(WHOLE),
        )
        cut(onnx.load(str(rounded)), folder)


def write_whole(network: Network, file: Path, *, width: int) -> None:
    """Write a network in one piece, not rounded."""
    axes = {name: {1: "pieces"} for name in ("vectors", "outputs", "left", "right")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Shipped(network).eval(), (torch.zeros(1, 17, width),), str(file), input_names=["vectors"],
            output_names=["outputs", "left", "right"], dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )


def cut(network: onnx.ModelProto, folder: Path) -> None:
    """Write the lower layers of a network to one file and the rest to another; together they compute the same."""
    border = f"/layers.{LOWER - 1}/norm2/LayerNormalization_output_0"
    whole = onnx.utils.Extractor(network)
    lower = whole.extract_model(["vectors"], [border])
    upper = whole.extract_model([border], ["outputs", "left", "right"])
    _rename(lower, {border: "inside"})
    # Of the vectors the upper layers ask only how many there are.
    _rename(upper, {border: "inside", "vectors": "inside"})
    onnx.save(lower, str(folder / "lower.onnx"))
    onnx.save(upper, str(folder / "upper.onnx"))


def _rename(part: onnx.ModelProto, names: dict[str, str]) -> None:
    for node in part.graph.node:
        node.input[:] = [names.get(name, name) for name in node.input]
        node.output[:] = [names.get(name, name) for name in node.output]
    for value in (*part.graph.input, *part.graph.output):
        value.name = names.get(value.name, value.name)
