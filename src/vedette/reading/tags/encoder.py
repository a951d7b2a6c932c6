"""The small network, as its files hold it: pieces in, numbers for each word out.

It is cut in two. What its lower layers say of a window is enough to see whether
reading on is worth the time; see :mod:`vedette.reading.tags.look`.

One window is computed at a time. With numbers rounded to 8 bits, what stands
beside a window in a batch would change its result; and the same report must
give the same claims, whatever was read with it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from vedette.errors import ModelError
from vedette.reading.tags.labels import FORMAT, OUTPUTS, ROLE_WIDTH, ROLES
from vedette.reading.tags.windows import Window
from vedette.reading.tags.words import Pieces

BLOCK = 32  # weights that share a scale in a row of the embedding
ROW = 18  # bytes of a block: a half-precision scale, 32 weights of four bits
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of the words of a window.

    ``outputs`` has a row for each word and a column for each label of
    ``HEADS``, ``signs`` likewise for the sign before each paragraph. ``left``
    and ``right`` are what the roles between two words are computed from.
    """

    window: Window
    outputs: Numbers  # (words, OUTPUTS)
    signs: Numbers  # (parts, OUTPUTS)
    left: Numbers  # (words, roles, ROLE_WIDTH)
    right: Numbers


class Encoder:
    """Runs the network; loading it takes about half a second, keep it.

    Args:
        folder: With ``lower.onnx``, ``upper.onnx``, ``embedding.q4``, ``pieces.model``, ``roles.npy``, ``model.json``.
        threads: Of the processor; results are the same with any number.
    """

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        self.about = _about(folder)
        self.pieces = Pieces((folder / "pieces.model").read_bytes())
        rows = np.memmap(folder / "embedding.q4", np.uint8, mode="r")
        # The same bytes as a plain array, of which a part is taken sooner.
        self._rows: NDArray[np.uint8] = np.asarray(rows).reshape(-1, self.about["width"] // BLOCK, ROW)
        self.distance: Numbers = np.load(folder / "roles.npy")
        self._lower, self._upper = (_session(folder / name, threads) for name in ("lower.onnx", "upper.onnx"))

    @property
    def window(self) -> int:
        """How many pieces are read at a time, signs included."""
        return self.about["window"]

    def begin(self, window: Window) -> Numbers:
        """Compute what the lower layers say of the pieces of a window: (pieces, width)."""
        inside: Numbers = self._lower.run(None, {"vectors": self.vectors(window.ids)[None]})[0][0]
        return inside

    def finish(self, window: Window, inside: Numbers) -> Reading:
        """Compute the rest of a window.

        Args:
            window: What to read.
            inside: What ``begin`` gave of it.
        """
        outputs, left, right = (
            part[0] for part in self._upper.run(["outputs", "left", "right"], {"inside": inside[None]})
        )
        shape = (len(window.firsts), len(ROLES), ROLE_WIDTH)
        words, lefts, rights = of_words((outputs, left, right), window)
        return Reading(window, words, outputs[window.signs], lefts.reshape(shape), rights.reshape(shape))

    def vectors(self, pieces: Sequence[int] | NDArray[np.int64]) -> Numbers:
        """Give the vectors of pieces: (pieces, width)."""
        return unpacked(self._rows[np.asarray(pieces, np.int64)])


def _session(file: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def of_words(said: Sequence[Numbers], window: Window) -> list[Numbers]:
    """Give the mean of what is said of the pieces of each word: of several (pieces, n), each (words, n)."""
    if not len(window.firsts):
        return [numbers[:0] for numbers in said]
    lengths = np.asarray([len(word.pieces) for word in window.words])
    ends = np.cumsum(lengths)
    starts = ends - lengths
    inside = np.arange(ends[-1]) + np.repeat(window.firsts - starts, lengths)
    return [
        np.asarray(np.add.reduceat(numbers[inside], starts, axis=0) / lengths[:, None], np.float32) for numbers in said
    ]


def unpacked(rows: NDArray[np.uint8]) -> Numbers:
    """Turn rows of four-bit weights into numbers.

    Args:
        rows: (n, blocks, ROW) bytes: a half-precision scale, then low and high halves of 16 bytes.

    Returns:
        (n, blocks * BLOCK) numbers.
    """
    scales = np.ascontiguousarray(rows[:, :, :2]).view(np.float16).astype(np.float32)
    halves = rows[:, :, 2:]
    low = (halves & 15).astype(np.int8) - 8
    high = (halves >> 4).astype(np.int8) - 8
    weights = np.concatenate([low, high], axis=2).astype(np.float32) * scales
    return weights.reshape(len(rows), rows.shape[1] * BLOCK)


def _about(folder: Path) -> dict[str, int]:
    try:
        about: dict[str, int] = json.loads((folder / "model.json").read_text("utf-8"))
    except FileNotFoundError as missing:
        message = f"There is no tagger in {folder}. Run `make train`, or install a released version of Vedette."
        raise ModelError(message) from missing
    if about["format"] != FORMAT or about["outputs"] != OUTPUTS:
        message = f"The tagger in {folder} is of another version of Vedette. Run `make train`."
        raise ModelError(message)
    return about
