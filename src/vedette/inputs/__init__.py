"""Inputs as they come: what is good is read, what is not is passed on, and it is counted what became of them."""

from vedette.inputs.gathering import gather
from vedette.inputs.reading import READ_LIMITS, ReadStep, read_good
from vedette.inputs.taking import Gathered, Progress, Tally, batches, counted, id_of

__all__ = [
    "gather", "read_good", "ReadStep", "READ_LIMITS", "Gathered", "Tally", "Progress", "batches", "counted", "id_of",
]
