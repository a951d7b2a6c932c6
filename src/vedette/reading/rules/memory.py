"""Who has spoken so far, for "he", "it" and "the agency"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vedette.model import Attribution, LinkKind
from vedette.reading.outlets import is_one_voice


@dataclass(slots=True)
class Memory:
    """Who spoke last, for "he", "it" and "the agency"."""

    last: Attribution | None = None
    by_kind: dict[LinkKind, Attribution] = field(default_factory=dict)
    titles: list[tuple[str, Attribution]] = field(default_factory=list)  # "defence minister dovile ..." and the link

    def note(self, links: Sequence[Attribution]) -> None:
        """Remember speakers that were named."""
        for link in links:
            self.by_kind.pop(link.kind, None)
            self.by_kind[link.kind] = link  # the latest stands last
        if links:
            self.last = links[-1]

    def named(self, title: str) -> Attribution | None:
        """Give who was last introduced with a title: "the minister", after "Defence Minister ..."."""
        return next((link for phrase, link in reversed(self.titles) if title in phrase.split()), None)

    def in_full(self, link: Attribution) -> Attribution | None:
        """Give who was named in full before: "Sample", after "Defence Minister Ann Sample"."""
        return next((known for _, known in reversed(self.titles) if known != link and is_one_voice(link, known)), None)

    def latest(self, kinds: Sequence[LinkKind]) -> Attribution | None:
        """Give who of these kinds spoke last."""
        return next((link for kind, link in reversed(self.by_kind.items()) if kind in kinds), None)
