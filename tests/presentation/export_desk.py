"""A desk with what exports must not get wrong: hostile words, denied and possible events, places without points."""

from __future__ import annotations

from fake_view import FakeView

import builders as build
from vedette.model import Conflict, ConflictValue, Event, Grade, LinkKind, Origin
from vedette.presentation.export import Addresses, ExportForm, export
from vedette.store.ports import EventFilter

HOSTILE = '=HYPERLINK("http://evil.example")</p><script>alert(1)</script>]]> \x1b[31m\u202e\ufffe'
SERVED = Addresses(desk="http://127.0.0.1:8765", own="http://127.0.0.1:8765/events.atom?type=strike")


def told(text: str, type: str = "border_closure", *, url: str | None = None, **fields: object) -> tuple:
    """A report with one claim, and the event of it."""
    event_fields = fields.pop("event", {})
    report = build.report(
        text, title=fields.pop("title", "A title"), url=url, outlet=fields.pop("outlet", "Example Post"),
        first_seen=fields.pop("first_seen", "2025-09-13T06:00:00+00:00"),
    )
    claim = build.claim(report, type, **fields)
    origin = Origin(name="State Agency", kind=LinkKind.AGENCY, claims=(claim.id,))
    defaults = {"origins": (origin,), "grade": Grade(letter="B", digit=3, reasons=("One origin only.",))}
    return report, claim, build.event([claim], **{**defaults, **event_fields})


def view_of(*items: tuple) -> FakeView:
    """A desk of these reports, claims and events."""
    reports, claims, events = zip(*items, strict=True)
    return FakeView(all_reports=reports, all_claims=claims, all_events=events)


CITY = build.place("Vilnius", countries=["LT"], lat=54.69, lon=25.28)
SOUTH = build.place("Southern base", kind="base", countries=["AQ"], lat=-77.85, lon=-166.7)
NOWHERE = build.place("An unknown hamlet", countries=["PL"])
FROM = build.place("Belarus", kind="country", role="origin", countries=["BY"], lat=53.9, lon=27.57)

CLOSED = told("Poland closed the crossing.", places=[CITY, SOUTH], period=build.when("2025-09-11T18:00", open_end=True),
              actors=[build.actor("Poland", "PL")], url="https://post.example/a?x=1&y=2")
DENIED = told("Belarus denied that its drones crossed.", "airspace_violation", factuality="denied", places=[FROM],
              actors=[build.actor("Belarus", "BY")])
DISPUTED = Conflict(field="happened", values=(
    ConflictValue(value="denied", claims=("c" + "0" * 20,)), ConflictValue(value="asserted", claims=("c" + "1" * 20,)),
))
POSSIBLE = told("A strike may have hit the port.", "strike", factuality="possible", places=[NOWHERE], period="2025-09",
                event={"conflicts": (DISPUTED,)})
PLANNED = told("The drill will last five days.", "exercise", stage="planned", places=[CITY], names=["Shield"],
               period=build.when("2025-09-12", "2025-09-16"), first_seen="2025-09-14T06:00:00+00:00")
CALLED_OFF = told("The parade is off.", "exercise", stage="cancelled", period="2025-09-20")
HELD_OFF = told("A move is denied to be planned.", "deployment", stage="planned", factuality="denied", period="2025-10")
EVIL = told(f"{HOSTILE} closed it.", title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)", names=[HOSTILE],
            actors=[build.actor(HOSTILE)], places=[build.place(HOSTILE, lat=1.5, lon=2.5)], period="2025-08-01")

ALL = (EVIL, CLOSED, DENIED, POSSIBLE, PLANNED, CALLED_OFF, HELD_OFF)


def written(view: FakeView, form: str, **filter: object) -> bytes:
    """Export a desk, served at an address, as one file."""
    return b"".join(export(view, EventFilter(**filter), form=ExportForm(form), addresses=SERVED))


def whole() -> FakeView:
    """All of the events above."""
    return view_of(*ALL)


def id_of(item: tuple[object, object, Event]) -> str:
    """The id of the event of an item."""
    return item[2].id
