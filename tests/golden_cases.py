"""Compares what was read with what a reader of news expects, field by field; see cases/reading/README.md.

Only the keys that an expectation has are compared. What differs is told in the
words of the expectation, so that a failed case reads like a note on a proof.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.model import Claim, Report

CASES = Path(__file__).parent / "cases" / "reading"
KNOWN_FAILURES = CASES / "known_failures.toml"
CASE_KEYS = {"published", "outlet", "title", "language", "claim", "also", "never", "nothing"}
PLACE_ROLES = {"at", "origin", "target", "any"}
ACTOR_ROLES = {"initiator", "recipient", "participant", "any"}


@dataclass(frozen=True)
class Case:
    """One report with what it should be read as."""

    name: str
    report: Report
    expected: tuple[dict[str, Any], ...]
    also: frozenset[str]  # types of further claims that the case is not about
    never: frozenset[str]  # "type factuality": what must not be read


def load_case(folder: Path) -> Case:
    """Read a case from its folder; a key that nobody compares is a mistake."""
    table = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    claims = table.get("claim", [])
    unknown = set(table) - CASE_KEYS | {key for claim in claims for key in set(claim) - set(_FIELDS)}
    for roles, known in (("places", PLACE_ROLES), ("actors", ACTOR_ROLES)):
        unknown |= {f"{roles}.{role}" for claim in claims for role in set(claim.get(roles, {})) - known}
    if unknown:
        raise ValueError(f"{folder.name}/expected.toml: unknown keys {sorted(unknown)}")
    if bool(table.get("nothing")) == bool(claims or table.get("never")):
        raise ValueError(f"{folder.name}/expected.toml: needs [[claim]] or never, or else nothing = true")
    report = Report.of(
        (folder / "report.txt").read_text(encoding="utf-8"), ref=folder.name, title=table.get("title"),
        outlet=table.get("outlet"), published=table.get("published"), language=table.get("language", "en"),
    )
    return Case(folder.name, report, tuple(claims), frozenset(table.get("also", ())), frozenset(table.get("never", ())))


def differences(case: Case, claims: Sequence[Claim]) -> list[str]:
    """Say what is wrong with the claims of a case; nothing where all is well."""
    found = list(claims)
    told = []
    for number, expected in sorted(enumerate(case.expected, 1), key=lambda item: -len(item[1])):
        alike = [claim for claim in found if str(claim.type) in _listed(expected["type"])]
        if not alike:
            told.append(f"claim {number}: no {expected['type']} was read")
            continue
        best = min(alike, key=lambda claim: len(list(_compared(expected, claim, case.report))))
        found.remove(best)
        told += [f"claim {number} ({expected['type']}): {line}" for line in _compared(expected, best, case.report)]
    told += [f"not to be read: {describe(claim, case.report)}" for claim in found if str(claim.type) not in case.also]
    return told + [
        f"never to be read: {describe(claim, case.report)}" for claim in claims
        if f"{claim.type} {claim.factuality}" in case.never
    ]


def describe(claim: Claim, report: Report) -> str:
    """Give a claim in one line, as the keys of an expectation would."""
    shown = {key: field(claim, report) for key, field in _FIELDS.items() if key not in ("not_places", "kinds")}
    return ", ".join(f"{key} = {value!r}" for key, value in shown.items() if value not in ([], {}, None))


def _compared(expected: Mapping[str, Any], claim: Claim, report: Report) -> Iterator[str]:
    for key, wanted in expected.items():
        is_right, actual = _RULES.get(key, _is_equal)(wanted, claim, report, key)
        if not is_right:
            yield f"{key}: expected {wanted!r}, read {actual!r}"


def _is_equal(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    actual = _FIELDS[key](claim, report)
    return actual == wanted, actual


def _is_one_of(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    actual = _FIELDS[key](claim, report)
    return actual in _listed(wanted), actual


def _is_same_set(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    actual = _FIELDS[key](claim, report)
    return sorted(actual) == sorted(wanted), actual


def _holds(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    """A name under which the text speaks of the same thing may stand beside the name of the pack."""
    actual = _FIELDS[key](claim, report)
    return (set(wanted) <= set(actual)) if wanted else not actual, actual


def _trigger_meets(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    """The words of the trigger and the words expected share a letter at least."""
    del key
    for words in _listed(wanted):
        start = report.text.find(words)
        while start >= 0:
            if claim.trigger.start < start + len(words) and start < claim.trigger.end:
                return True, words
            start = report.text.find(words, start + 1)
    return False, claim.trigger.of(report.text)


def _begins_with(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    """A day is enough where the reader knows the hour; nothing is "none"."""
    actual = _FIELDS[key](claim, report)
    return (actual is None) if wanted == "none" else (actual or "").startswith(wanted), actual


def _places_fit(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    del report, key
    actual = {role: sorted({m.place.name for m in claim.places if role in (str(m.role), "any")}) for role in wanted}
    return actual == {role: sorted(names) for role, names in wanted.items()}, actual


def _avoids(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    del key
    actual = sorted({mention.place.name for mention in claim.places})
    return not set(wanted) & set(actual), actual


def _actors_fit(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    """An actor is meant by its own name or by the state it belongs to; each must be there, and nobody else."""
    del report, key
    right, actual = True, {}
    for role, names in wanted.items():
        found = [actor for actor in claim.actors if role in (str(actor.role), "any")]
        actual[role] = [f"{actor.name} ({actor.party})" for actor in found]
        parties = {name: _PARTIES.get(name, name) for name in names}
        meant = {
            name: [actor for actor in found if actor.name == name or actor.party == party]
            for name, party in parties.items()
        }
        strangers = [actor for actor in found if not any(actor in group for group in meant.values())]
        right = right and all(meant.values()) and not strangers
    return right, actual


def _chain_fits(wanted: Any, claim: Claim, report: Report, key: str) -> tuple[bool, Any]:
    """Link by link, the nearest to the reader first: by name, by a word of the name, or by the state behind it."""
    del report, key
    links = claim.attribution
    actual = [f"{link.name} ({link.party})" if link.party else link.name for link in links]
    right = len(links) == len(wanted) and all(
        name.casefold() in link.name.casefold() or (link.party is not None and link.party == _PARTIES.get(name))
        for name, link in zip(wanted, links, strict=True)
    )
    return right, actual


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _quantities(claim: Claim) -> list[str]:
    return [
        " ".join(filter(None, (
            "" if one.qualifier == "exactly" else one.qualifier, f"{one.value:g}",
            f"to {one.high:g}" if one.high else "", one.unit, f"of {one.of}" if one.of else "",
        )))
        for one in claim.quantities
    ]


# How each key of an expectation is taken from a claim ...
_FIELDS: dict[str, Callable[[Claim, Report], Any]] = {
    "type": lambda claim, report: str(claim.type),
    "trigger": lambda claim, report: claim.trigger.of(report.text),
    "stage": lambda claim, report: str(claim.stage),
    "factuality": lambda claim, report: str(claim.factuality),
    "evidence": lambda claim, report: str(claim.evidence),
    "section": lambda claim, report: str(claim.section),
    "start": lambda claim, report: claim.period.start if claim.period else None,
    "end": lambda claim, report: claim.period.end if claim.period else None,
    "open_end": lambda claim, report: claim.period.open_end if claim.period else None,
    "precision": lambda claim, report: str(claim.period.precision) if claim.period else None,
    "places": lambda claim, report: [f"{mention.role} {mention.place.name}" for mention in claim.places],
    "not_places": lambda claim, report: [],
    "countries": lambda claim, report: sorted({code for mention in claim.places for code in mention.place.countries}),
    "actors": lambda claim, report: [f"{actor.role} {actor.name}" for actor in claim.actors],
    "names": lambda claim, report: list(claim.names),
    "equipment": lambda claim, report: [item.name for item in claim.equipment],
    "quantities": lambda claim, report: _quantities(claim),
    "chain": lambda claim, report: [link.name for link in claim.attribution],
    "kinds": lambda claim, report: [str(link.kind) for link in claim.attribution],
}
# ... and how it is compared, where that is not by being equal.
_RULES: dict[str, Callable[[Any, Claim, Report, str], tuple[bool, Any]]] = {
    "type": _is_one_of, "stage": _is_one_of, "factuality": _is_one_of, "trigger": _trigger_meets,
    "start": _begins_with, "end": _begins_with, "places": _places_fit, "not_places": _avoids, "actors": _actors_fit,
    "names": _holds, "equipment": _is_same_set, "quantities": _is_same_set, "chain": _chain_fits,
}
_PARTIES = {
    "Belarus": "BY", "Estonia": "EE", "European Union": "EU", "Finland": "FI", "Germany": "DE", "Italy": "IT",
    "Latvia": "LV", "Lithuania": "LT", "NATO": "NATO", "Norway": "NO", "Poland": "PL", "Russia": "RU", "Spain": "ES",
    "Sweden": "SE", "Ukraine": "UA", "United Kingdom": "GB",
}
