"""What ships was counted in the training part, and in nothing else."""

from pathlib import Path

from training.usage import write_usage

from vedette.evaluation.markup import read_corpus
from vedette.evaluation.split import Part, in_part
from vedette.reading.tags.tagger import SHIPPED
from vedette.reading.tags.usage import FILE

CORPUS = Path(__file__).parents[2] / "corpus"


def test_the_counts_that_ship_are_those_of_the_training_part(tmp_path: Path) -> None:
    write_usage(in_part(read_corpus(CORPUS), Part.TRAIN), tmp_path)
    same = (tmp_path / FILE).read_bytes() == (SHIPPED / FILE).read_bytes()
    assert same, "The corpus has changed since words were counted. Run `python -m training --looks`."
