"""Outlets and agencies as links of a chain."""

from __future__ import annotations

from vedette.model import Attribution, LinkKind
from vedette.reading.document import Mention


def outlet_link(mention: Mention, text: str, *, cue: str | None = None) -> Attribution | None:
    """Make a link of the name of an outlet, as the text writes it; ``None`` of any other name.

    Its party is the state that directs it, else the house that owns it.
    """
    known = mention.outlet
    if known is None:
        return None
    party = known.country if known.state_controlled else known.owner
    return Attribution(
        name=mention.span.of(text), kind=known.kind, cue=cue, span=mention.span, id=known.id, party=party
    )


def is_publishing(link: Attribution) -> bool:
    """Say whether a link publishes, and does not speak: it stands nearer the reader than who speaks."""
    return link.kind in (LinkKind.OUTLET, LinkKind.AGENCY)


def is_one_voice(link: Attribution, other: Attribution) -> bool:
    """Say whether two links are one voice; an office holder and a body are one where both have its identity."""
    return link.name == other.name or (link.id is not None and link.id == other.id and link.kind is other.kind)


def is_outlet_of(link: Attribution, outlet: str | None) -> bool:
    """Say whether a link is the outlet of the report itself, which is no link of its chains."""
    return outlet is not None and is_publishing(link) and link.name.casefold() == outlet.casefold()
