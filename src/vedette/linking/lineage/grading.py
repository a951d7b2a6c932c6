"""The Admiralty code of an event, proposed by a written rule that a person can overrule.

**Letter**, the reliability of the source: from the table that users own (see
:mod:`vedette.linking.lineage.reliability`); ``F``, cannot be judged, until they rate a source of
the event. None is shipped. State-controlled outlets among the origins are named in the reasons.

**Digit**, the credibility of the information, the first that fits:

6. *cannot be judged*: nobody who is known says so.
5. *improbable*: denied by as many known, independent parties as assert it, or denied only.
4. *doubtful*: denied by some, or nobody is sure of it (only probable or possible).
1. *confirmed*: asserted by three independent parties, or by two of which one
   shows a document, imagery, footage or sensor data.
2. *probably true*: asserted by two independent parties.
3. *possibly true*: asserted by one party (however many of its bodies), which is
   an official, an agency, an outlet or an investigation, and nothing is in conflict.
4. again, for the rest: one party with conflicting details, or a single
   expert, witness or unnamed voice.

Parties are counted by :func:`vedette.linking.lineage.counting.independent_parties`: relays,
copies, unnamed voices beside their relay and unknown origins add nothing. Details in
conflict (dates, figures) do not lower 1 and 2; they are named in the reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from vedette.linking.lineage.counting import independent_parties, origins_of
from vedette.linking.lineage.origins import Body
from vedette.linking.lineage.reliability import NOBODY_RATED, NOT_RATED, Reliability
from vedette.linking.profile import Profile
from vedette.model import LETTERS, Conflict, EvidenceKind, Factuality, Grade, LinkKind, Origin, Rating, Stage

_SPEAKS_FOR_ITSELF = (LinkKind.OFFICIAL, LinkKind.AGENCY, LinkKind.OUTLET, LinkKind.INVESTIGATION)


def grade_event(
    profiles: Sequence[Profile], bodies: Mapping[str, Body], *, conflicts: Sequence[Conflict],
    reliability: Reliability = NOBODY_RATED,
) -> Grade:
    """Propose the Admiralty code of an event, with the reasons for it.

    Args:
        profiles: The claims of the event.
        bodies: Whose word each claim is, by claim id.
        conflicts: What the claims disagree on.
        reliability: The letters that people gave to sources.
    """
    asserting = _origins(profiles, bodies, lambda profile: profile.claim.factuality is Factuality.ASSERTED)
    denying = _origins(profiles, bodies, lambda profile: profile.denies and profile.claim.stage is not Stage.CANCELLED)
    hedging = _origins(profiles, bodies, lambda profile: not profile.denies)
    digit, reason = _digit(asserting, denying, hedging=hedging, shown=_shown(profiles, bodies), conflicts=conflicts)
    rating = reliability.of_event(profiles, bodies)
    return Grade(letter=rating.letter if rating else NOT_RATED, digit=digit, reasons=(
        _rated(rating), f"{digit}: {reason}",
        *_details(conflicts), *_state_media(profiles, bodies),
    ))


def _rated(rating: Rating | None) -> str:
    if rating is None:
        return f"{NOT_RATED}: no reliability is recorded for its sources"
    why = f": {rating.why}" if rating.why else ""
    who = f"{rating.source}, rated by {rating.by} on {rating.at[:10]}"
    return f"{rating.letter}: {LETTERS[rating.letter]}, {who}{why}"


def _digit(
    asserting: tuple[Origin, ...], denying: tuple[Origin, ...], *,
    hedging: tuple[Origin, ...], shown: tuple[str, ...], conflicts: Sequence[Conflict],
) -> tuple[int, str]:
    parties, against = independent_parties(asserting), independent_parties(denying)
    if against:
        weight = f"asserted by {_list(parties)}, denied by {_list(against)}"
        return (5, weight) if len(against) >= len(parties) else (4, weight)
    if not parties and not independent_parties(hedging):
        return 6, "no known origin says so"
    if not parties:
        return 4, f"said to be probable or possible only, by {_list(independent_parties(hedging))}"
    if len(parties) >= 3 or (len(parties) == 2 and shown):
        return 1, f"asserted by {_list(parties)}" + (f", shown by {_list(shown)}" if shown else "")
    if len(parties) == 2:
        return 2, f"asserted by two independent parties: {_list(parties)}"
    return _digit_of_one(asserting, parties[0], conflicts=conflicts)


def _digit_of_one(asserting: tuple[Origin, ...], party: str, *, conflicts: Sequence[Conflict]) -> tuple[int, str]:
    if conflicts:
        return 4, f"asserted by {party} alone, with details in conflict"
    if any(origin.known and origin.kind in _SPEAKS_FOR_ITSELF for origin in asserting):
        return 3, f"asserted by {party} alone"
    return 4, f"asserted by a single voice ({party})"


def _origins(
    profiles: Sequence[Profile], bodies: Mapping[str, Body], wanted: Callable[[Profile], bool]
) -> tuple[Origin, ...]:
    return origins_of((profile.claim for profile in profiles if wanted(profile)), bodies)


def _shown(profiles: Sequence[Profile], bodies: Mapping[str, Body]) -> tuple[str, ...]:
    return tuple(sorted({
        str(profile.claim.evidence) for profile in profiles
        if profile.claim.evidence is not EvidenceKind.TOLD and not profile.denies and bodies[profile.claim.id].known
    }))


def _details(conflicts: Sequence[Conflict]) -> tuple[str, ...]:
    fields = sorted({conflict.field for conflict in conflicts})
    return (f"in conflict: {', '.join(fields)}",) if fields else ()


def _state_media(profiles: Sequence[Profile], bodies: Mapping[str, Body]) -> tuple[str, ...]:
    names = {bodies[profile.claim.id].name for profile in profiles if bodies[profile.claim.id].state_controlled}
    return tuple(f"state-controlled: {name}" for name in sorted(names))


def _list(names: Sequence[str]) -> str:
    return ", ".join(names) or "nobody known"
