"""Whether conflicts are flagged, false ones are not, and origins counted right, against an annotated set.

    vedette read REPORTS.jsonl --format jsonl > claims.jsonl
    vedette events --format jsonl > events.jsonl
    python -m vedette.evaluation.contested GOLD claims.jsonl events.jsonl --conflicts FILE --origins FILE

GOLD is the folder with one file of annotated events for each report. A mention is *found* where a claim of its
report and of a type that can be it stands in its sentence, or within 120 characters; one of a type that Vedette does
not have (what somebody "stated" is no event of its own) where a claim of any type stands in its sentence. An entry
about conflicts can be judged where mentions of two reports were found in one event and, for a true conflict, give
different values of one unit, which were read; one about origins where as many mentions were found as it has bodies.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from vedette.linking.kinship import can_be_one
from vedette.linking.lineage.counting import independent_bodies, independent_parties
from vedette.model import Claim, Event, EventType, Origin
from vedette.model.codec import claim_from_json, event_from_json

Json = dict[str, Any]
WINDOW = 120
TRUE_CONFLICTS = frozenset({"contradiction", "scope_and_source_conflict"})
_FIELDS = {"date": "period", "time": "period", "days": "period"}


@dataclass(frozen=True, slots=True)
class Read:
    """What was read and linked: claims by the ref of their report, and the event of each claim."""

    claims: Mapping[str, Sequence[Claim]]
    event_of: Mapping[str, Event]

    @classmethod
    def of(cls, claims: Sequence[Json], events: Sequence[Json]) -> Read:
        """Make it of the lines that ``vedette read`` and ``vedette events`` print."""
        by_ref: dict[str, list[Claim]] = {}
        for line in claims:
            by_ref.setdefault(line["report"]["ref"], []).append(claim_from_json(line))
        made = [event_from_json(line) for line in events]
        return cls(by_ref, {claim: event for event in made for claim in event.claims})

    def find(self, mention: Json) -> Claim | None:
        """Find the claim that tells of an annotated event; of several, the nearest of the very type."""
        wanted = [EventType(kind) for kind in (mention["type"], *mention["alt_types"]) if kind in set(EventType)]
        at = mention["trigger"]["start"]
        near = []
        for claim in self.claims.get(mention["article"], ()):
            distance = abs(claim.trigger.start - at)
            inside = claim.sentence.start <= at < claim.sentence.end
            fits = any(can_be_one(claim.type, kind) for kind in wanted)
            if (fits and (inside or distance <= WINDOW)) or (inside and not wanted):
                near.append((claim.type not in wanted, distance, claim.id, claim))
        return min(near)[-1] if near else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One entry: what was found of it, what was expected, what came out; ``right`` is ``None`` where nothing tells."""

    entry: str
    found: str
    expected: str
    got: str
    right: bool | None


def judge_conflicts(entries: Sequence[Json], gold: Mapping[str, Json], read: Read) -> Iterator[Verdict]:
    """Say of each entry whether it is flagged as it should be."""
    for entry in entries:
        members = entry["members"]
        claims = {member["event"]: claim for member in members if (claim := read.find(gold[member["event"]]))}
        together = _one_event(claims, read)
        wanted = entry["kind"] in TRUE_CONFLICTS
        flagged = any(_flags(read.event_of[claims[member["event"]].id], member) for member in members
                      if member["event"] in together)
        values = _read_members(members, together, claims, read)
        judged = len(together) > 1 and (not wanted or _differ(values))
        mentions = len({member["event"] for member in members})
        yield Verdict(
            entry["id"],
            f"{len(claims)} of {mentions}, {len(together)} in one event with {len(values)} of {len(members)} values",
            "conflict" if wanted else "none", "conflict" if flagged else "none",
            (flagged is wanted) if judged else None,
        )


def judge_origins(entries: Sequence[Json], gold: Mapping[str, Json], read: Read) -> Iterator[Verdict]:
    """Say of each entry whether bodies and parties are counted right. An unstated origin counts only alone."""
    for entry in entries:
        claims = [claim for mention in entry["mentions"] if (claim := read.find(gold[mention]))]
        origins = list({id(one): one for claim in claims for one in _origins(claim, read)}.values())
        alone = 1 if origins else 0
        got = (max(alone, len(independent_bodies(origins))), max(alone, len(independent_parties(origins))))
        wanted = (entry["independent_bodies"], entry["independent_parties"])
        yield Verdict(
            entry["claim"], f"{len(claims)} of {len(entry['mentions'])}", "{} bodies, {} parties".format(*wanted),
            "{} bodies, {} parties: ".format(*got) + ", ".join(one.name for one in origins),
            got == wanted if len(claims) >= min(wanted[0], len(entry["mentions"])) and claims else None,
        )


def _origins(claim: Claim, read: Read) -> list[Origin]:
    return [origin for origin in read.event_of[claim.id].origins if claim.id in origin.claims]


def _one_event(claims: Mapping[str, Claim], read: Read) -> set[str]:
    """Give the mentions of the event that holds most of them."""
    by_event: dict[str, set[str]] = {}
    for mention, claim in claims.items():
        by_event.setdefault(read.event_of[claim.id].id, set()).add(mention)
    return max(by_event.values(), key=lambda mentions: (len(mentions), sorted(mentions)), default=set())


def _flags(event: Event, member: Json) -> bool:
    field = _FIELDS.get(member["unit"], "quantity")
    return any(conflict.field.partition(":")[0] == field for conflict in event.conflicts)


def _read_members(
    members: Sequence[Json], together: set[str], claims: Mapping[str, Claim], read: Read
) -> list[Json]:
    """Give the members whose value was read: a figure among those that its report gives for the event, or a date."""
    held = [member for member in members if member["event"] in together]
    return [one for one in held if one["unit"] in _FIELDS or one["value"] in _figures(claims[one["event"]], read)]


def _figures(claim: Claim, read: Read) -> set[float]:
    told = set(read.event_of[claim.id].claims)
    beside = [one for group in read.claims.values() for one in group if one.report == claim.report and one.id in told]
    return {quantity.value for one in beside for quantity in one.quantities}


def _differ(members: Sequence[Json]) -> bool:
    return any(
        one["event"] != other["event"] and one["unit"] == other["unit"] and one["value"] != other["value"]
        for one, other in combinations(members, 2)
    )


def contested_report(verdicts: Sequence[Verdict]) -> str:
    """Write the verdicts as a table, with the count of those that can be judged."""
    judged = [one for one in verdicts if one.right is not None]
    word = {True: "right", False: "WRONG", None: "not to be judged"}
    rows = [f"| {one.entry} | {one.found} | {one.expected} | {one.got} | {word[one.right]} |" for one in verdicts]
    head = ["| entry | mentions found | expected | got | |", "|---|---|---|---|---|"]
    return "\n".join([f"{sum(bool(one.right) for one in judged)} of {len(judged)} right", "", *head, *rows])


def main(arguments: Sequence[str]) -> int:
    """Print both tables; exit code 1 where an entry that can be judged is wrong."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.contested", description=__doc__)
    for name in ("gold", "claims", "events"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--conflicts", type=Path, required=True)
    parser.add_argument("--origins", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    gold = {
        event["id"]: {**event, "article": data["article"]}
        for file in sorted(chosen.gold.glob("*.json")) for data in (json.loads(file.read_text("utf-8")),)
        for event in data["events"]
    }
    read = Read.of(_lines(chosen.claims), _lines(chosen.events))
    conflicts = json.loads(chosen.conflicts.read_text("utf-8"))["conflicts"]
    origins = json.loads(chosen.origins.read_text("utf-8"))["claims"]
    verdicts = [list(judge_conflicts(conflicts, gold, read)), list(judge_origins(origins, gold, read))]
    for title, table in zip(("Conflicts", "Origins"), verdicts, strict=True):
        sys.stdout.write(f"{title}: {contested_report(table)}\n\n")
    return int(any(one.right is False for table in verdicts for one in table))


def _lines(file: Path) -> list[Json]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
