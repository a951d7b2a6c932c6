"""Which body of a state speaks: the identity of officials whom the rules know by their words only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.model import Attribution, Bodies, Claim, KnownActor, LinkKind, PlaceKind, Report, Span
from vedette.reading.document import Mention, MentionKind
from vedette.reading.facts.grounds import Ground, country_at, named_grounds
from vedette.reading.names import NameIndex

_AROUND = 60  # characters on either side in which an office stands beside a name
_BEFORE = re.compile(r"[ \u00a0]*")  # "Defence Minister A. Person"
_BEHIND = re.compile(r",? ?(?:the |its )?")  # "A. Person, the defence minister"
_END = re.compile(r"\n|[.!?][\"”»]? ")


class Identifier:
    """Gives officials the identity of the body that they speak for: their ministry, army, government.

    Args:
        names: Of the language.
        bodies: Of the packs.
    """

    def __init__(self, names: NameIndex, bodies: Bodies) -> None:
        self._names, self._bodies = names, bodies

    def identify(self, claims: Sequence[Claim], report: Report, *, mentions: Sequence[Mention]) -> list[Claim]:
        """Give claims with speakers identified; what a speaker is called, and whose he is known to be, stays.

        Args:
            claims: As the rules read them.
            report: Which they are of.
            mentions: The names of the whole report: whose "the defence ministry" is depends on them.
        """
        grounds = [*named_grounds(mentions), *_places(mentions)]
        known: dict[Attribution, Attribution] = {}
        for claim in claims:
            for link in claim.attribution:
                if link not in known:
                    known[link] = self._identified(link, report, grounds)
        return [replace(claim, attribution=tuple(known[link] for link in claim.attribution)) for claim in claims]

    def _identified(self, link: Attribution, report: Report, grounds: Sequence[Ground]) -> Attribution:
        if link.kind is not LinkKind.OFFICIAL or link.id is not None or link.span is None:
            return link
        span = link.span
        link = replace(link, party=link.party or country_at(span, grounds, home=None))
        for actor in self._bodies_beside(link, span, report, grounds):
            if link.party in (None, actor.party) and actor.kind != "state":
                return replace(link, id=actor.id, party=actor.party)
        return link

    def _bodies_beside(
        self, link: Attribution, span: Span, report: Report, grounds: Sequence[Ground]
    ) -> Iterator[KnownActor]:
        """Give the bodies that the words of a speaker name, and those named right beside them."""
        text = report.text
        start = max((match.end() for match in _END.finditer(text, max(0, span.start - _AROUND), span.start)),
                    default=max(0, span.start - _AROUND))
        end = next((match.start() for match in _END.finditer(text, span.end, span.end + _AROUND)), span.end + _AROUND)
        for found in self._names.find(text[start:end], published=report.published, bare=True):
            mention = replace(found, span=found.span.shifted(start))
            if not _is_beside(mention.span, span, text):
                continue
            if mention.kind is MentionKind.BODY and mention.body is not None:
                state = link.party or country_at(span, grounds, home=None)
                actor = self._bodies.of(state, mention.body) if state is not None else None
            else:
                actor = mention.actor
            if actor is not None:
                yield actor


def _places(mentions: Sequence[Mention]) -> Iterator[Ground]:
    """Give the countries of the places that a text names."""
    for mention in mentions:
        place = mention.place
        if place is not None and len(place.countries) == 1 and place.kind not in (PlaceKind.WATER, PlaceKind.BORDER):
            yield Ground(mention.span, place.countries[0], place=place)


def _is_beside(body: Span, speaker: Span, text: str) -> bool:
    if body.overlaps(speaker):
        return True
    if body.end <= speaker.start:
        return _BEFORE.fullmatch(text, body.end, speaker.start) is not None
    return _BEHIND.fullmatch(text, speaker.end, body.start) is not None
