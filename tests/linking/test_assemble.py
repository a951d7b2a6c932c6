"""The fields of an event, from claims that are known to tell of it."""

from __future__ import annotations

from typing import Any

import pytest

from vedette.linking.assemble import assemble
from vedette.model import Event, Period, Precision, Span, content_id


def event_of(newsroom: Any) -> Event:
    return assemble(newsroom.profiles(), lineage=newsroom.lineage())


@pytest.mark.parametrize(("stages", "expected"), [
    (["planned", "under_way", "happened"], "happened"),
    (["happened", "planned"], "happened"),
    (["planned", "cancelled"], "cancelled"),
    (["planned", "cancelled", "planned"], "planned"),
    (["cancelled", "happened"], "happened"),
])
def test_the_stage_goes_forward_with_the_reports(newsroom: Any, stages: list[str], expected: str) -> None:
    for day, stage in enumerate(stages, start=10):
        newsroom.claim("exercise", stage=stage, published=f"2025-09-{day}")

    assert event_of(newsroom).stage == expected


def test_the_history_has_the_first_claim_of_each_stage(newsroom: Any) -> None:
    plan = newsroom.claim("exercise", stage="planned", published="2025-08-01")
    newsroom.claim("exercise", stage="planned", published="2025-08-02")
    start = newsroom.claim("exercise", stage="under_way", published="2025-09-12")

    assert [(change.stage, change.published, change.claim) for change in event_of(newsroom).history] == [
        ("planned", "2025-08-01", plan.id), ("under_way", "2025-09-12", start.id),
    ]


@pytest.mark.parametrize(("factualities", "expected"), [
    (["denied", "asserted"], "asserted"), (["denied", "denied"], "denied"),
    (["possible", "probable", "denied"], "probable"), (["unknown", "possible"], "possible"), (["unknown"], "unknown"),
])
def test_an_event_is_as_sure_as_its_surest_origin(newsroom: Any, factualities: list[str], expected: str) -> None:
    for factuality in factualities:
        newsroom.claim("shootdown", factuality=factuality)

    assert event_of(newsroom).factuality == expected


def test_the_date_that_most_origins_give(newsroom: Any) -> None:
    for outlet, day in (("Alpha", "2025-09-13"), ("Beta", "2025-09-12"), ("Gamma", "2025-09-12")):
        newsroom.claim("strike", outlet=outlet, when=day)

    period = event_of(newsroom).period
    assert period is not None
    assert period.start == "2025-09-12"


def test_the_finest_of_dates_that_agree(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Alpha", when=newsroom.month("2025-09"))
    newsroom.claim("strike", outlet="Beta", when="2025-09-12")
    newsroom.claim("strike", outlet="Gamma", when=newsroom.evening("2025-09-12"))

    period = event_of(newsroom).period
    assert period is not None
    assert (period.start, period.precision, period.span) == ("2025-09-12T18:00", Precision.PART_OF_DAY, None)


def test_the_day_of_the_report_is_the_last_resort(newsroom: Any) -> None:
    for outlet in ("Alpha", "Beta"):
        newsroom.claim("strike", outlet=outlet, published="2025-09-14", when=Period(start="2025-09-14"))
    assert event_of(newsroom).period == Period(start="2025-09-14")

    newsroom.claim("strike", outlet="Gamma", published="2025-09-14", when="2025-09-12")
    assert event_of(newsroom).period == Period(start="2025-09-12", text="2025-09-12")


def test_what_is_denied_lends_nothing_to_the_event(newsroom: Any) -> None:
    newsroom.claim("strike", where=["Lublin"], by=["RU"], when="2025-09-12")
    newsroom.claim("strike", where=["Kaunas"], by=["BY"], when="2025-09-13", factuality="denied")

    event = event_of(newsroom)
    assert [mention.place.name for mention in event.places] == ["Lublin"]
    assert [actor.id for actor in event.actors] == ["RU"]
    assert len(event.claims) == 2


def test_lists_are_unions_with_the_best_supported_first(newsroom: Any) -> None:
    newsroom.claim("drone_incident", outlet="Alpha", published="2025-09-11", where=["Kaunas"], by=["BY"],
                   equipment=[("Gerbera", "uav")])
    for outlet in ("Beta", "Gamma"):
        newsroom.claim("drone_incident", outlet=outlet, where=["Lithuania"], by=["RU"], equipment=[("GERBERA", "uav")],
                       quantities=[newsroom.count(2, "kg", of="explosives", span=Span(0, 4))])

    event = event_of(newsroom)
    assert [mention.place.name for mention in event.places] == ["Lithuania", "Kaunas"]
    assert [actor.id for actor in event.actors] == ["RU", "BY"]
    assert [item.name for item in event.equipment] == ["Gerbera"]
    assert event.quantities == (newsroom.count(2, "kg", of="explosives"),)


def test_names_are_those_of_the_pack(newsroom: Any) -> None:
    newsroom.claim("exercise", names=["West-2025"])
    newsroom.claim("exercise", names=["«Захад-2025»", "Amber Night 2025"])

    assert event_of(newsroom).names == ("Zapad 2025", "Amber Night 2025")


def test_reports_and_outlets_are_counted_once(newsroom: Any) -> None:
    report = newsroom.report("Guards closed the gate, and the gate stayed closed.", outlet="Example Wire")
    newsroom.claim("border_closure", report=report, at=0)
    newsroom.claim("border_closure", report=report, at=7)
    newsroom.claim("border_closure", outlet="EXWIRE")
    newsroom.claim("border_closure", outlet=None)

    event = event_of(newsroom)
    assert (event.reports, event.outlets) == (3, 1)


def test_the_event_is_named_by_its_first_claim(newsroom: Any) -> None:
    newsroom.claim("strike", published="2025-09-13")
    first = newsroom.claim("strike", published="2025-09-12")

    assert event_of(newsroom).id == content_id("e", first.anchor)


def test_the_type_that_most_origins_use(newsroom: Any) -> None:
    newsroom.claim("drone_incident", outlet="Alpha", published="2025-09-11")
    for outlet in ("Beta", "Gamma"):
        newsroom.claim("airspace_violation", outlet=outlet)

    assert event_of(newsroom).type == "airspace_violation"


def test_a_date_that_was_only_inferred_gives_way_to_one_that_was_told(newsroom: Any) -> None:
    inferred = Period(start="2025-09-11", text="Thursday", doubt="its own words name no day")
    for outlet in ("Alpha", "Beta"):
        newsroom.claim("strike", outlet=outlet, when=inferred)
    newsroom.claim("strike", outlet="Gamma", when=Period(start="2025-09-10", text="10 September"))

    assert event_of(newsroom).period == Period(start="2025-09-10", text="10 September")


def test_one_night_is_no_stretch_of_an_exercise(newsroom: Any) -> None:
    night = Period(start="2025-09-11T18:00", end="2025-09-12T06:00", precision=Precision.PART_OF_DAY, text="overnight")
    whole = Period(start="2025-09-12", end="2025-09-16", text="12-16 September")
    for outlet, when in (("Alpha", night), ("Beta", night), ("Gamma", whole)):
        newsroom.claim("exercise", outlet=outlet, when=when)

    assert event_of(newsroom).period == whole


def test_an_exercise_has_the_days_of_its_announcement_also_when_it_has_begun(newsroom: Any) -> None:
    announced = Period(start="2025-09-12", end="2025-09-16", text="12-16 September")
    for outlet in ("Alpha", "Beta"):
        newsroom.claim("exercise", outlet=outlet, stage="planned", when=announced)
    told = Period(start="2025-09-11", end="2025-09-12", text="11-12 September")
    newsroom.claim("exercise", outlet="Gamma", when=told)

    assert event_of(newsroom).period == announced


def test_who_did_it_for_one_report_took_part_for_no_other(newsroom: Any) -> None:
    newsroom.claim("exercise", outlet="Alpha", by=["PL"])
    newsroom.claim("exercise", outlet="Beta", by=["LT"], beside=["PL", "NATO"])

    assert {(actor.id, actor.role) for actor in event_of(newsroom).actors} == {
        ("PL", "initiator"), ("LT", "initiator"), ("NATO", "participant"),
    }
