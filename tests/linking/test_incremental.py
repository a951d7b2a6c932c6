"""However reports came to a desk (one by one, in any order, in portions, at once), it holds the same.

Fixture strategy: reports and claims are drawn by hypothesis as plain data, so that a failure
shrinks to the few claims that make it; each draw has a desk of its own in memory of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.desk import Desk
from vedette.model import Decision, Judgement, ReadReport, Verdict
from vedette.store import open_store

TOWNS = ["Kaunas", "Vilnius", "Brest", "Lithuania", "PL-BY"]
TYPES = ["drone_incident", "shootdown", "border_closure", "border_reopening", "exercise"]
TEXTS = [
    "Poland closed its border on Thursday night and said that it would stay closed until further notice by Friday.",
    "Poland closed its border on Thursday night and said that it would stay closed until further notice.",
    "Two drones fell near the town. Nobody was hurt.",
    "",
]

told = st.fixed_dictionaries({
    "type": st.sampled_from(TYPES), "where": st.lists(st.sampled_from(TOWNS), max_size=2, unique=True),
    "by": st.lists(st.sampled_from(["PL", "LT", "RU", "BY", "NATO"]), max_size=2, unique=True),
    "when": st.sampled_from([None, "2025-09-11", "2025-09-12", "2025-09", "2025-07-28"]),
    "factuality": st.sampled_from(["asserted", "denied", "possible"]),
    "stage": st.sampled_from(["planned", "under_way", "happened", "cancelled"]),
    "names": st.lists(st.sampled_from(["Zapad 2025", "West-2025", "Zapad", "Zapad 2021"]), max_size=1),
    "count": st.sampled_from([None, 1, 2, 20]), "source": st.sampled_from([None, "Example Wire", "sources"]),
})
printed = st.fixed_dictionaries({
    "text": st.sampled_from(TEXTS), "outlet": st.sampled_from(["The Daily", "State Wire", "Alpha", None]),
    "published": st.sampled_from(["2025-09-11", "2025-09-12T08:00+02:00", "2025-09-13", None, "soon"]),
    "claims": st.lists(told, max_size=3),
})
decided = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(list(Verdict))), max_size=2)


def write(newsroom: Any, drawn: Sequence[dict[str, Any]]) -> list[ReadReport]:
    newsroom.claims.clear()
    newsroom.reports.clear()
    read = {}
    for item in drawn:
        report = newsroom.report(item["text"], outlet=item["outlet"], published=item["published"])
        if report.id not in read:
            claims = [claim_of(newsroom, report, at, one) for at, one in enumerate(item["claims"])]
            read[report.id] = ReadReport(report=report, claims=tuple(claims))
    return list(read.values())


def claim_of(newsroom: Any, report: Any, at: int, one: dict[str, Any]) -> Any:
    fields = {name: one[name] for name in ("where", "by", "when", "factuality", "stage", "names")}
    counted = [newsroom.count(one["count"], "drones")] if one["count"] else []
    says = [newsroom.says(one["source"], "agency" if one["source"] == "Example Wire" else "unnamed")]
    return newsroom.claim(one["type"], report=report, at=at * 3, quantities=counted,
                          says=says if one["source"] else [], **fields)


def judged(newsroom: Any, drawn: Sequence[tuple[int, int, Verdict]]) -> list[Decision]:
    claims = newsroom.claims
    made: list[Decision] = []
    for day, (left, right, verdict) in enumerate(drawn):
        if claims and (one := claims[left % len(claims)]).anchor != (other := claims[right % len(claims)]).anchor:
            at = f"2025-09-2{day}T10:00Z"
            made.append(Judgement.of(one.anchor, other.anchor, verdict, by="Ann", at=at))
    return made


def dump(newsroom: Any, portions: Sequence[Sequence[ReadReport]], decisions: Sequence[Decision]) -> list[Any]:
    """Give all that a desk holds after these portions, linked after each; the decisions come last."""
    with TemporaryDirectory() as folder, open_store(str(Path(folder) / "desk.sqlite")) as store:
        desk = Desk(store, newsroom.knowledge)
        for portion in portions:
            store.add(portion)
            desk.relink()
        store.record(decisions)
        desk.relink()
        return list(store.dump())


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(printed, min_size=1, max_size=7), verdicts=decided, data=st.data())
def test_one_by_one_in_any_order_or_at_once(newsroom: Any, drawn: Any, verdicts: Any, data: Any) -> None:
    reports = write(newsroom, drawn)
    decisions = judged(newsroom, verdicts)
    shuffled = data.draw(st.permutations(reports))
    cut = data.draw(st.integers(0, len(reports)))

    at_once = dump(newsroom, [reports], decisions)

    assert dump(newsroom, [[one] for one in shuffled], decisions) == at_once
    assert dump(newsroom, [shuffled[:cut], shuffled[cut:], shuffled[:1]], decisions) == at_once
    assert {line["id"] for line in at_once if line["kind"] == "claim"} == {
        claim for line in at_once if line["kind"] == "event" for claim in line["claims"]
    }
