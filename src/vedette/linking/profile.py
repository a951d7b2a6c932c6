"""What linking compares of a claim, looked up once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from vedette.errors import UsageError
from vedette.linking.folding import fold_name
from vedette.linking.lineage.copies import CopyFamilies
from vedette.linking.names import Edition, ExerciseNames
from vedette.linking.ordering import ClaimKey, claim_key
from vedette.linking.when import Window, day_number, window_of
from vedette.linking.whereabouts import AREAS, countries_of, scene_of, spots_of
from vedette.model import (
    ActorMention,
    ActorRole,
    Claim,
    EventType,
    Factuality,
    Period,
    Place,
    PlaceKind,
    Precision,
    Report,
    Section,
    type_definition,
)

_NO_POINTS = (*AREAS, PlaceKind.BORDER)


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim with everything that comparing needs.

    ``editions`` are those of the claim's names, in their order; ``own`` the
    ones that the claim is about (exercises only); ``context`` those that it
    mentions. ``spots`` identify its exact places and borders. ``window`` is empty where no date is
    named or the date is that of the report (then ``implied``, and ``day``
    stands for it). ``..._words`` show the fields to people. ``day`` counts days; it is ``None`` where nothing tells
    when the claim was made, and in background sections, which tell of old things.
    """

    claim: Claim
    report: Report
    key: ClaimKey
    family: str
    text_family: str
    sentence: str
    editions: tuple[Edition, ...]
    own: tuple[Edition, ...]
    context: tuple[Edition, ...]
    window: Window | None
    implied: bool
    day: int | None
    places: tuple[Place, ...]
    points: tuple[Place, ...]
    spots: frozenset[tuple[str, ...]]
    borders: frozenset[tuple[str, ...]]
    countries: frozenset[str]
    doers: frozenset[str]
    recipients: frozenset[str]
    parties: frozenset[str]
    when_words: str
    where_words: str
    who_words: str

    @property
    def denies(self) -> bool:
        """Whether the claim says that it is not so."""
        return self.claim.factuality is Factuality.DENIED

    @property
    def likeness(self) -> Hashable:
        """Everything that comparing looks at, but the report and its words: equal likenesses compare equally."""
        claim = self.claim
        return (
            claim.type, claim.stage, self.denies, self.editions, self.own, self.window, self.day,
            self.report.published is None, self.places, self.doers, self.recipients,
            tuple((item.name, item.kind) for item in claim.equipment),
            tuple((count.unit, count.of, count.value) for count in claim.quantities),
        )


def profile_claims(
    claims: Iterable[Claim], reports: Mapping[str, Report], *, names: ExerciseNames, copies: CopyFamilies
) -> tuple[Profile, ...]:
    """Look up what comparing needs, for each claim once, in canonical order.

    Args:
        claims: In any order; a claim that comes twice counts once.
        reports: By id.
        names: The lookup of exercise names.
        copies: The families of copied texts.

    Raises:
        UsageError: The report of a claim is not among ``reports``.
    """
    distinct = {claim.id: claim for claim in claims}
    profiles = [_profile(claim, _report_of(claim, reports), names=names, copies=copies) for claim in distinct.values()]
    return tuple(sorted(profiles, key=lambda profile: profile.key))


def party_of(actor: ActorMention) -> str:
    """Give the party of an actor, else its identity, else its name in comparable form."""
    return actor.party or actor.id or fold_name(actor.name)


def _report_of(claim: Claim, reports: Mapping[str, Report]) -> Report:
    if claim.report not in reports:
        raise UsageError(f"Claim {claim.id} was read in report {claim.report}, which is not among the reports. Add it.")
    return reports[claim.report]


def _profile(claim: Claim, report: Report, *, names: ExerciseNames, copies: CopyFamilies) -> Profile:
    places = scene_of(claim.places)
    doers = frozenset(party_of(actor) for actor in claim.actors if actor.role is not ActorRole.RECIPIENT)
    recipients = frozenset(party_of(actor) for actor in claim.actors if actor.role is ActorRole.RECIPIENT)
    editions = names.of_claim(claim, report)
    countries = countries_of(places)
    held = [edition for edition in editions if _held_by(edition, doers, countries=countries)]
    own = tuple(held) if claim.type is EventType.EXERCISE else ()
    window = window_of(claim.period)
    published = day_number(report.published)
    implied = window is not None and _is_report_day(claim, report)
    vague = claim.period is not None and claim.period.precision is Precision.VAGUE
    return Profile(
        claim=claim, report=report, key=claim_key(claim, report), family=type_definition(claim.type).family,
        text_family=copies.family_of[report.id], sentence=fold_name(claim.sentence.of(report.text)),
        editions=editions, own=own, context=tuple(edition for edition in editions if edition not in own),
        window=None if implied or vague else window, implied=implied,
        day=None if claim.section is Section.BACKGROUND or vague else published,
        places=places,
        points=tuple(place for place in places if place.kind not in _NO_POINTS and place.lat is not None),
        spots=spots_of(places),
        borders=frozenset(tuple(sorted(place.countries)) for place in places if place.kind is PlaceKind.BORDER),
        countries=countries,
        doers=doers, recipients=recipients, parties=doers | recipients, when_words=_date_words(claim.period),
        where_words=", ".join(dict.fromkeys(place.name for place in places)),
        who_words=", ".join(sorted(doers | recipients)),
    )


def _date_words(period: Period | None) -> str:
    if period is None:
        return "no date"
    return period.text or " to ".join(part for part in (period.start, period.end) if part)


def _is_report_day(claim: Claim, report: Report) -> bool:
    """Say whether the period is only the day of the report, which the words do not name."""
    period = claim.period
    if period is None or period.text is not None or report.published is None:
        return False
    return period.end is None and not period.open_end and period.first_day == report.published[:10]


def _held_by(edition: Edition, doers: frozenset[str], *, countries: frozenset[str]) -> bool:
    """Say whether the exercise is the claim's own, and not one that it answers or coincides with.

    Rule: it is another's where the pack knows the countries of the exercise,
    every state that acts in the claim is none of them, and it is not told to
    take place in them. Alliances (no country code) may join anything.
    """
    if edition.known is None or not edition.known.countries:
        return True
    if countries and countries <= set(edition.known.countries):
        return True
    states = {party for party in doers if is_state(party)}
    return len(states) < len(doers) or not doers or bool(states & set(edition.known.countries))


def is_state(party: str) -> bool:
    """Say whether a party is a state (ISO 3166-1 alpha-2 code) and no alliance, organisation or name."""
    return len(party) == 2 and party.isascii() and party.isupper()
