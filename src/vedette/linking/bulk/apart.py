"""The events of a part: joined, assembled and asked about as if there were no other claims."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.linking.bulk.bench import bench_of
from vedette.linking.bulk.parts import DeskOfPart, Part
from vedette.linking.bulk.spreading import Tools
from vedette.linking.joining import join_anew
from vedette.linking.questions import ask_about_pairs
from vedette.linking.remaking import remake
from vedette.linking.second_links import not_linked_yet
from vedette.model.held import KeptEvent
from vedette.model.question import Question


@dataclass(frozen=True, slots=True)
class LinkedApart:
    """The events of a part, not yet linked with sums and situations, and what people are asked of them."""

    events: tuple[KeptEvent, ...]
    questions: tuple[Question, ...]


def link_part(part: Part, tools: Tools) -> LinkedApart:
    """Link the claims of a part.

    To the rules it looks as if its reports stood on a desk, in no event, and all of its claims were touched: so
    nothing here is a rule of its own.

    Args:
        part: The claims.
        tools: What goes with the packs and decisions.
    """
    held, bench = DeskOfPart(part), bench_of(part, tools)
    joined = join_anew(part.members, bench=bench, rulings=tools.rulings, held=held)
    made = remake(joined.groups, bench=bench, rulings=tools.rulings, knowledge=tools.knowledge, held=held)
    asked = ask_about_pairs(joined, bench=bench, rulings=tools.rulings, held=held)
    return LinkedApart(
        tuple(not_linked_yet(one, ground=tools.ground) for one in made),
        (*asked, *(one.question for one in made if one.question is not None)),
    )
