"""Reading what is far too much for one afternoon: archives of years, in partitions, on all cores or many machines.

The front door is :meth:`Backfill.begin`, and then :meth:`Backfill.run`.
"""

from vedette.backfilling.partitions import MEGABYTE, Partition, Piece, PieceKind, plan
from vedette.backfilling.running import Backfill
from vedette.backfilling.writing import DonePartition

__all__ = ["Backfill", "DonePartition", "Partition", "Piece", "PieceKind", "plan", "MEGABYTE"]
