"""Nothing is added twice, nothing half, and nothing that stands is changed."""

import pytest

import builders as build
from vedette.errors import StoreError, UnknownId
from vedette.model import ReadReport
from vedette.store import EventFilter


def told(number, claims=2):
    """A report with some claims."""
    report = build.report(f"Report {number}. The border was closed.", ref=str(number))
    return ReadReport(report=report, claims=tuple(build.claim(report, start=9 * n) for n in range(claims)))


def test_the_same_batch_twice_adds_nothing(store):
    batch = [told(1), told(2), build.quarantined()]
    assert store.add(batch) == 2
    before = list(store.dump())
    assert store.add(batch) == 0
    assert list(store.dump()) == before
    assert store.counts() == {
        "reports": 2, "claims": 4, "events": 0, "situations": 0, "quarantined": 1, "outlets": 1,
    }


def test_a_report_that_is_there_keeps_the_claims_it_has(store):
    first = told(1, claims=2)
    store.add([first])
    assert store.add([ReadReport(report=first.report, claims=told(1, claims=3).claims)]) == 0
    assert len(store.claims_of_report(first.report.id)) == 2


def test_a_report_twice_in_one_batch_is_one_report(store):
    assert store.add([told(1, claims=1), told(1, claims=2), build.quarantined(), build.quarantined()]) == 1
    (kept,) = store.reports()
    assert len(store.claims_of_report(kept.id)) == 1  # the first one
    assert len(store.quarantined()) == 1


def test_known_reports_are_those_on_the_desk(store):
    batch = [told(number, claims=0) for number in range(1200)]
    store.add(batch[:1100])
    ids = [item.report.id for item in batch]
    assert store.known_reports([*ids, "\ud800", ids[0]]) == frozenset(ids[:1100])
    assert store.known_reports([]) == frozenset()


def test_claims_come_in_the_order_of_the_text(store):
    report = build.report()
    claims = [build.claim(report, start=start) for start in (40, 2, 17)]
    store.add([ReadReport(report=report, claims=tuple(claims)), told(1)])
    assert [claim.trigger.start for claim in store.claims_of_report(report.id)] == [2, 17, 40]
    everything = list(store.claims())
    assert [claim.report for claim in everything] == sorted(claim.report for claim in everything)


def test_claims_by_id_come_in_the_same_order_whatever_the_order_of_the_ids(store):
    store.add([told(number, claims=4) for number in range(150)])
    everything = list(store.claims())
    asked = [claim.id for claim in reversed(everything)]
    assert list(store.claims([*asked, "c-unknown", asked[0]])) == everything
    assert list(store.claims([])) == []


def test_a_claim_of_another_report_stops_the_batch(store):
    stray = ReadReport(report=build.report("Another report."), claims=told(1).claims)
    with pytest.raises(StoreError, match="was read in report"):
        store.add([told(2), stray])
    assert store.counts()["reports"] == 0


def test_an_error_in_the_middle_of_a_batch_adds_nothing(store):
    def torn():
        yield told(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(torn())
    assert list(store.dump()) == []
    assert store.add([told(1)]) == 1


def test_events_are_replaced_as_a_whole(store):
    store.add([told(1), told(2)])
    claims = list(store.claims())
    old, new = build.event(claims[:2]), build.event(claims[2:])
    store.replace_events([old], [build.situation("Crisis", [old])])
    store.replace_events([new], [])
    assert store.events(EventFilter()) == (new,)
    assert store.situations() == ()
    with pytest.raises(UnknownId, match="event"):
        store.event(old.id)


def test_an_event_of_claims_that_are_not_there_leaves_the_old_ones(store):
    store.add([told(1)])
    good = build.event(list(store.claims()))
    store.replace_events([good], [])
    with pytest.raises(StoreError, match="not on the desk"):
        store.replace_events([build.event(told(7).claims)], [])
    assert store.events(EventFilter()) == (good,)


def test_an_input_leaves_quarantine_once(store):
    torn, cut = build.quarantined("torn.html"), build.quarantined("cut.html", content=b"\x00\xff")
    store.add([torn, cut])
    assert store.release(torn.id).content == torn.content
    assert [item.source for item in store.quarantined()] == ["cut.html"]
    with pytest.raises(UnknownId, match="quarantined input"):
        store.release(torn.id)
    store.add([torn])
    assert [item.source for item in store.quarantined()] == ["cut.html", "torn.html"]


@pytest.mark.parametrize("ask", ["report", "event", "situation", "note", "quarantined_input"])
def test_what_is_not_there_is_said_to_be_unknown(store, ask):
    with pytest.raises(UnknownId, match="x1"):
        getattr(store, ask)("x1")
    assert store.events_of_report("x1") == {}
    assert store.claims_of_report("x1") == ()
