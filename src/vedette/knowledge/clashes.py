"""What two outlets cannot both have: a name, a domain, a feed."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.knowledge.folding import fold_name
from vedette.model import KnownOutlet


def clashes(outlet: KnownOutlet, others: Iterable[KnownOutlet]) -> tuple[str, ...]:
    """Say what of an outlet is that of another already, a sentence for each.

    One with the same id is no other: the later of the two replaces it.

    Example:
        >>> from vedette.model import LinkKind
        >>> post = KnownOutlet(id="Post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",))
        >>> wire = KnownOutlet(id="Wire", name="Wire", kind=LinkKind.AGENCY, aliases=("EXAMPLE POST",))
        >>> clashes(wire, [post])
        ("The name 'EXAMPLE POST' is one of Example Post (Post) already.",)
    """
    return tuple(
        f"The {what} '{value}' is one of {other.name} ({other.id}) already."
        for other in others if other.id != outlet.id
        for what, value in _shared(outlet, other)
    )


def _shared(outlet: KnownOutlet, other: KnownOutlet) -> list[tuple[str, str]]:
    names = {fold_name(name) for name in (other.id, other.name, *other.aliases)}
    addresses = {feed.address for feed in other.feeds}
    return [
        *(("name", name) for name in dict.fromkeys((outlet.name, *outlet.aliases)) if fold_name(name) in names),
        *(("domain", domain) for domain in outlet.domains if domain in other.domains),
        *(("feed", feed.address) for feed in outlet.feeds if feed.address in addresses),
    ]
