"""Who tells an event again: the same voice adds to what it said, another one says it, too.

"A drone came in, the army said. ... The minister had said that it was a Gerbera" are
two claims of one event, each with what its own speaker says of it. They have
in common only what tells which event it is: when, where, who, under which name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vedette.model import Attribution, Claim, LinkKind
from vedette.reading.dated import inherited, stage_by_date
from vedette.reading.inflection import begin_alike
from vedette.reading.outlets import is_one_voice

_WORD = re.compile(r"[^\W\d_]{3,}")


def by_another(first: Claim, second: Claim) -> bool:
    """Say whether two tellings end at two voices; who only passes the other one on, or tells without a source, is none.

    Args:
        first: One telling.
        second: The other; their order does not matter.
    """
    if not first.attribution or not second.attribution:
        return False
    mine, theirs = first.attribution[-1], second.attribution[-1]
    return not any(_may_be_one(mine, link) for link in second.attribution) and not any(
        _may_be_one(theirs, link) for link in first.attribution
    )


def names_by_itself(claim: Claim, other: Claim) -> bool:
    """Say whether a telling is only the word of somebody on which thing it was, where the other one has not that voice.

    "The drone was found on Monday. It was a Gerbera, the army said": that it was found is not the army's word.
    """
    named = any(item.span == claim.trigger for item in claim.equipment)
    return named and bool(claim.attribution) and not any(
        _may_be_one(claim.attribution[-1], link) for link in other.attribution
    )


def told_with(claim: Claim, other: Claim, *, published: str | None = None) -> Claim:
    """Give a telling with what another speaker's telling says of which event it is; what each says of it stays his.

    Args:
        claim: The telling.
        other: That of the other speaker.
        published: The date of their report, by which what is lent a day to come is planned.
    """
    lent = inherited(other.period) if claim.period is None and other.period is not None else None
    return replace(
        claim, period=claim.period or lent, places=claim.places or other.places,
        actors=claim.actors or other.actors, names=claim.names or other.names,
        stage=stage_by_date(claim.stage, lent, type=claim.type, published=published),
    )


def _may_be_one(link: Attribution, other: Attribution) -> bool:
    """Say whether two links may be one voice: two are counted only where that is sure.

    Two identities are two, and so are two parties. Of all others a word in common
    may mean that one only says more of who it is; "sources" may be anybody.
    """
    if is_one_voice(link, other) or is_one_voice(other, link):
        return True
    if LinkKind.UNNAMED in (link.kind, other.kind):
        return True
    if link.span is not None and other.span is not None and link.span.overlaps(other.span):
        return True
    if link.id is not None and other.id is not None:
        return link.id == other.id
    if link.party is not None and other.party is not None and link.party != other.party:
        return False
    own, others = _WORD.findall(link.name), _WORD.findall(other.name)
    return any(begin_alike(word, known) for word in own for known in others)
