"""Outlets and agencies as links of a chain."""

from __future__ import annotations

import re

from vedette.model import Attribution, LinkKind, fold
from vedette.reading.document import Mention
from vedette.reading.inflection import begin_alike

_WORD = re.compile(r"[^\W\d_]{3,}")


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
    """Say whether a link is the voice of one before it.

    An office holder and a body are one where both have its identity, and so are a
    surname and who was named in full, were it in a "Source:" line, where nobody knows
    a person from an outlet.
    """
    if link.name == other.name or (link.id is not None and link.id == other.id and link.kind is other.kind):
        return True
    people = not is_publishing(link) and not (is_publishing(other) and other.id is not None)
    return people and link.id is None and _is_short(link.name, other.name)


def _is_short(name: str, full: str) -> bool:
    """Say whether a name has capitals only, and no word that a longer one has not, in whichever form they stand.

    Example:
        >>> _is_short("Прикладенка", "речник служби Остап Прикладенко"), _is_short("Sample", "Minister Ann Other")
        (True, False)
    """
    own, others = _WORD.findall(name), _WORD.findall(full)
    capitals = bool(own) and all(word[0].isupper() for word in name.split())
    return capitals and len(others) > len(own) and all(any(_is_form(word, other) for other in others) for word in own)


def _is_form(word: str, other: str) -> bool:
    return other[0].isupper() and (fold(word) == fold(other) or begin_alike(word, other))


def is_outlet_of(link: Attribution, outlet: str | None) -> bool:
    """Say whether a link is the outlet of the report itself, which is no link of its chains."""
    return outlet is not None and is_publishing(link) and link.name.casefold() == outlet.casefold()
