"""Desks that hypothesis draws: reports, claims and decisions as plain data, so that a failure shrinks to a few of them.

Each draw has a desk of its own. :func:`dump` gives all that it holds, and all that it keeps for linking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from vedette.desk import Desk
from vedette.model import (
    CorrectedField,
    Correction,
    Decision,
    EventType,
    Factuality,
    Finding,
    Judgement,
    Override,
    PlaceMention,
    Rating,
    ReadReport,
    Stage,
    Undo,
    Verdict,
)
from vedette.store import Store, open_store, tables

TOWNS = ["Kaunas", "Vilnius", "Brest", "Lithuania", "PL-BY"]
TYPES = ["drone_incident", "shootdown", "border_closure", "border_reopening", "exercise"]
WIRE = "Poland closed its border on Thursday night and said that it would stay closed until further notice."
LONG = f"{WIRE} The minister told reporters in the capital that the crossing would open again after the drills."
TEXTS = [
    WIRE, f"{WIRE[:-1]} by Friday.", LONG, f"{LONG} Trucks were waiting in a long queue.",
    f"Our correspondent writes from the road. {LONG}", "Two drones fell near the town. Nobody was hurt.", "",
]
DAYS = ["2025-09-11", "2025-09-12T08:00+02:00", "2025-09-13", "2025-10-02", None, "soon"]
KEPT = (
    tables.claim_blocks, tables.sketches, tables.linked_reports, tables.event_sources, tables.event_sums,
    tables.event_parts, tables.event_traces, tables.questions,
)

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
    "published": st.sampled_from(DAYS), "claims": st.lists(told, max_size=3),
})
claim = st.integers(0, 40)
ruling = st.one_of(
    st.tuples(st.sampled_from(list(Verdict)), claim, claim),
    st.tuples(st.just("override"), claim, claim), st.tuples(st.just("rate"), claim, st.integers(0, 3)),
    st.tuples(st.just("correct"), claim, st.integers(0, 9)),
    st.tuples(st.just("undo"), st.integers(0, 3), st.just(0)),
)

Step = ReadReport | Decision


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


def decided(newsroom: Any, drawn: Sequence[tuple[Any, int, int]]) -> list[Decision]:
    """Make decisions of what was drawn; the same one is made, and undone, once."""
    made: dict[str, Decision] = {}
    for number, (kind, left, right) in enumerate(drawn):
        at = f"2025-09-2{number}T10:00Z"
        one = decision(newsroom, kind, left, right, at=at, before=list(made.values()))
        undone = {other.undoes for other in made.values() if isinstance(other, Undo)}
        if one is not None and not (isinstance(one, Undo) and one.undoes in undone):
            made[one.id] = one
    return list(made.values())


def decision(
    newsroom: Any, kind: Any, left: int, right: int, *, at: str, before: Sequence[Decision]
) -> Decision | None:
    if kind == "rate":
        source = ["Example Wire", "The Daily", "Alpha", "State Wire"][right]
        return Rating.of(source, "ABCD"[left % 4], by="Ann", at=at)
    if kind == "undo":
        others = [one for one in before if not isinstance(one, Undo)]
        return Undo.of(others[left % len(others)].id, by="Ann", at=at) if others else None
    if not newsroom.claims:
        return None
    if kind == "correct":
        field, value = corrections(newsroom)[right]
        return Correction.of(newsroom.claims[left % len(newsroom.claims)].anchor, field, value, by="Ann", at=at)
    one, other = (newsroom.claims[number % len(newsroom.claims)].anchor for number in (left, right))
    if kind == "override":
        return Override.of([one, other], letter="B", by="Ann", at=at)
    return Judgement.of(one, other, kind, by="Ann", at=at) if one != other else None


def corrections(newsroom: Any) -> list[tuple[CorrectedField, Any]]:
    """Give ten things that a person can set: each kind of field, so that claims change blocks, events and voices."""
    kaunas = PlaceMention(place=newsroom.place("Kaunas"))
    return [
        (CorrectedField.CLAIM, Finding.REJECTED), (CorrectedField.CLAIM, Finding.CONFIRMED),
        (CorrectedField.TYPE, EventType.SHOOTDOWN), (CorrectedField.TYPE, EventType.BORDER_CLOSURE),
        (CorrectedField.STAGE, Stage.PLANNED), (CorrectedField.FACTUALITY, Factuality.DENIED),
        (CorrectedField.PERIOD, None), (CorrectedField.PLACE, (kaunas,)), (CorrectedField.ACTOR, ()),
        (CorrectedField.ORIGIN, newsroom.says("Example Wire", "agency")),
    ]


def dump(
    newsroom: Any, portions: Sequence[Sequence[Step]], *, relink: Callable[[Desk], None] = Desk.relink
) -> list[Any]:
    """Give all that a desk holds after these portions, linked after each, and all that it keeps for linking."""
    with TemporaryDirectory() as folder, open_store(empty_desk(Path(folder))) as store:
        desk = Desk(store, newsroom.knowledge)
        for portion in portions:
            store.add([one for one in portion if isinstance(one, ReadReport)])
            store.record([one for one in portion if not isinstance(one, ReadReport)])
            relink(desk)
        assert store.is_linked()
        return [*store.dump(), *kept(store)]


@cache
def made_once() -> bytes:
    """Give the file of an empty desk: to make one takes longer than all that a test does with it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "desk.sqlite"
        open_store(str(file)).close()
        return file.read_bytes()


def empty_desk(folder: Path) -> str:
    """Put an empty desk into a folder, and give its address."""
    file = folder / "desk.sqlite"
    file.write_bytes(made_once())
    return str(file)


def kept(store: Store) -> Iterator[Any]:
    """Give what linking keeps, whatever number a report has."""
    with store._reading() as connection:
        numbered = connection.execute(tables.linked_reports.select()).mappings()
        report_of = {row["number"]: row["report"] for row in numbered}
        for table in KEPT:
            rows = [dict(row) for row in connection.execute(table.select()).mappings()]
            named = [row | {"number": report_of[row["number"]]} if "number" in row else row for row in rows]
            yield table.name, sorted(map(repr, named))
