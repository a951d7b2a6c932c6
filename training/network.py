"""The network: an encoder, one layer of labels for each word, and two projections for what belongs together."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.weights import Published
from vedette.reading.tags.decoding import BUCKETS
from vedette.reading.tags.encoder import unpacked
from vedette.reading.tags.labels import OUTPUTS, ROLE_WIDTH, ROLES

DROPOUT = 0.1
MASKED = -1e4


class Layer(nn.Module):
    """A layer of the encoder, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.joined = nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)

    def forward(self, vectors: Tensor, bias: Tensor) -> Tensor:
        """Give the vectors of the next layer; ``bias`` hides what is padding."""
        high, long, width = vectors.shape
        query, key, value = (
            part(vectors).view(high, long, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        weights = torch.softmax(query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5 + bias, -1)
        mixed = (weights @ value).transpose(1, 2).reshape(high, long, width)
        vectors = self.norm1(vectors + functional.dropout(self.joined(mixed), DROPOUT, self.training))
        inner = self.narrow(functional.gelu(self.wide(vectors)))
        found: Tensor = self.norm2(vectors + functional.dropout(inner, DROPOUT, self.training))
        return found


class Network(nn.Module):
    """Vectors of pieces in, labels and role projections of every piece out."""

    def __init__(self, published: Published, layers: Sequence[int]) -> None:
        super().__init__()
        width = published.width
        self.position = nn.Parameter(torch.zeros(512, width))
        self.norm = nn.LayerNorm(width, published.epsilon)
        self.layers = nn.ModuleList(
            Layer(width, published.heads, published.inner, published.epsilon) for _ in layers
        )
        self.outputs = nn.Linear(width, OUTPUTS)
        self.left = nn.Linear(width, len(ROLES) * ROLE_WIDTH)
        self.right = nn.Linear(width, len(ROLES) * ROLE_WIDTH)
        self.distance = nn.Parameter(torch.zeros(len(ROLES), 2 * BUCKETS + 1))
        self._fill(published, layers)

    def forward(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """Give the encoder's last vectors.

        Args:
            vectors: (windows, pieces, width), rows of the embedding.
            mask: (windows, pieces), 1 for a piece, 0 for padding.
        """
        vectors = self.norm(vectors + self.position[: vectors.shape[1]])
        vectors = functional.dropout(vectors, DROPOUT, self.training)
        bias = ((1.0 - mask) * MASKED)[:, None, None, :]
        for layer in self.layers:
            vectors = layer(vectors, bias)
        return vectors

    def _fill(self, published: Published, layers: Sequence[int]) -> None:
        tensors = {name: torch.from_numpy(array) for name, array in published.tensors.items()}
        width = published.width
        # There is one type of token: its vector is the same everywhere, and goes with the positions.
        self.position.data = tensors["emb.pos"].view(-1, width) + tensors["emb.type"].view(-1, width)[0]
        _put(self.norm, tensors["emb.ln.w"], tensors["emb.ln.b"])
        names = {
            "query": "q", "key": "k", "value": "v", "joined": "ao", "wide": "fi", "narrow": "fo",
            "norm1": "aln", "norm2": "oln",
        }
        for layer, number in zip(self.layers, layers, strict=True):
            for ours, theirs in names.items():
                key = f"l{number}.{theirs}"
                _put(getattr(layer, ours), tensors[f"{key}.w"], tensors[f"{key}.b"])


def _put(module: nn.Linear | nn.LayerNorm, weight: Tensor, bias: Tensor) -> None:
    module.weight.data = weight.clone().view_as(module.weight)
    module.bias.data = bias.clone()


def embedding(published: Published, kept: Sequence[int]) -> Tensor:
    """Give the rows of word vectors that stay, unpacked; they are not trained."""
    return torch.from_numpy(unpacked(published.rows[list(kept)]))
