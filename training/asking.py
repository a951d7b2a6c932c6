"""Asking a network in training for tags, by the same decoding as in use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from training.examples import Example
from training.losses import batch_of, word_vectors
from training.network import Network
from vedette.evaluation.annotated import AnnotatedItem
from vedette.reading.tags.decoding import decode
from vedette.reading.tags.encoder import Reading
from vedette.reading.tags.labels import ROLE_WIDTH, ROLES
from vedette.reading.tags.tagged import Tags
from vedette.reading.tags.windows import Window, windows
from vedette.reading.tags.words import Pieces


def tagged(
    network: Network, embedding: Tensor, items: Sequence[AnnotatedItem], *, pieces: Pieces, window: int
) -> Iterator[tuple[AnnotatedItem, Tags]]:
    """Tag items with a network as it is now, so many pieces at a time."""
    network.eval()
    distance = network.distance.detach().numpy()
    for item in items:
        words = [pieces.words(item.text, paragraph.span) for paragraph in item.paragraphs]
        readings = [_reading(network, embedding, each) for each in windows(words, size=window)]
        yield item, decode(readings, distance=distance, paragraphs=len(item.paragraphs))


@torch.no_grad()
def _reading(network: Network, embedding: Tensor, window: Window) -> Reading:
    batch = batch_of([Example(window, np.empty((0, 0), np.int64), np.empty(0, np.int64), (), ())])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network(embedding[batch.ids], batch.mask)[0].float()
    words = word_vectors(hidden, window)
    shape = (len(window.firsts), len(ROLES), ROLE_WIDTH)
    return Reading(
        window, network.outputs(words).numpy(), network.outputs(hidden[window.signs]).numpy(),
        network.left(words).view(shape).numpy(), network.right(words).view(shape).numpy(),
    )
