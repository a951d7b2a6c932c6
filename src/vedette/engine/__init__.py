"""Runs a step over many items: here, in several processes, or on a cluster. Never knows what the step does.

The front door is :func:`spread`; a :class:`Pool` keeps its workers between two calls. Whichever engine runs, the
outcomes are the same, and in the order of the items.
"""

from vedette.engine.pool import Pool
from vedette.engine.spreading import Engine, cores, kept, spread
from vedette.engine.step import Done, Failed, Limits, Outcome, Step, attempt

__all__ = ["spread", "attempt", "kept", "cores", "Engine", "Pool", "Step", "Limits", "Outcome", "Done", "Failed"]
