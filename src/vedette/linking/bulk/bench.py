"""A part laid out on a workbench, as linking asks for it."""

from __future__ import annotations

from vedette.linking.bulk.parts import DeskOfPart, Part
from vedette.linking.bulk.spreading import Tools
from vedette.linking.lineage.copies import Joined
from vedette.linking.taken_out import TakenOut
from vedette.linking.workbench import Workbench


def bench_of(part: Part, tools: Tools) -> Workbench:
    """Lay a part out: to the rules it looks as if its reports stood on a desk, and none of them was new."""
    return Workbench(
        {}, (), joined=Joined(new=(), moved={}, met={}), names=tools.names, held=DeskOfPart(part),
        corrections=tools.corrections, taken=TakenOut(),
    )
