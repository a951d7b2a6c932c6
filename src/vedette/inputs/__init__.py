"""Inputs as they come: what is good is read, what is not is passed on, and it is counted what became of them."""

from vedette.inputs.reading import READ_LIMITS, ReadStep, read_good
from vedette.inputs.taking import Progress, Tally, batches, counted

__all__ = ["read_good", "ReadStep", "READ_LIMITS", "Tally", "Progress", "counted", "batches"]
