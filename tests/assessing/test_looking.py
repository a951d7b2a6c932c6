"""What could be seen: outlets by all their names, watched or not, and how their feeds answer."""

from __future__ import annotations

import pytest

from vedette.assessing import by_name, coverage_of, states_of
from vedette.model import KnownOutlet, LinkKind, OutletCoverage, SourceState
from vedette.model.source_health import SourceHealth
from vedette.model.watched import FeedKind

POST = KnownOutlet(
    id="post", name="Example Post", kind=LinkKind.OUTLET, country="LT", language="lt", aliases=("Exemplary Post",)
)
WIRE = KnownOutlet(id="wire", name="Harbour Wire", kind=LinkKind.OUTLET, country="PL")
OUTLETS = by_name([POST, WIRE])


def heard(name, *days, language="en"):
    return OutletCoverage(outlet=name, days=frozenset(days), language=language)


def feed(outlet, state, number=1):
    return SourceHealth(
        outlet=outlet, address=f"https://{outlet}.example/{number}", kind=FeedKind.RSS, state=SourceState(state)
    )


def test_an_outlet_of_a_pack_is_one_under_all_its_names_and_has_what_the_pack_knows():
    (one,) = coverage_of(
        [heard("EXAMPLE POST", "2031-05-01"), heard("Exemplary Post", "2031-05-02")], outlets=OUTLETS, states={}
    ).outlets
    assert (one.outlet, one.id, one.country, one.language) == ("Example Post", "post", "LT", "lt")
    assert one.days == {"2031-05-01", "2031-05-02"}


def test_an_outlet_that_no_pack_knows_is_there_with_its_days():
    (one,) = coverage_of([heard("Village Letter", "2031-05-01")], outlets=OUTLETS, states={}).outlets
    assert (one.outlet, one.id, one.state) == ("Village Letter", None, SourceState.UNKNOWN)


def test_who_is_watched_and_was_never_heard_of_is_there_without_days():
    post, wire = coverage_of(
        [heard("Example Post", "2031-05-01")], outlets=OUTLETS,
        states={"wire": SourceState.FAILING, "post": SourceState.STEADY},
    ).outlets
    assert (post.state, wire.state, wire.days) == (SourceState.STEADY, SourceState.FAILING, frozenset())


@pytest.mark.parametrize(("states", "expected"), [
    (["failing", "steady"], {"post": SourceState.STEADY}), (["failing", "silent"], {"post": SourceState.SILENT}),
    (["failing", "unknown"], {"post": SourceState.FAILING}), (["unknown"], {}),
])
def test_an_outlet_with_several_feeds_is_as_well_as_the_best_of_them(states, expected):
    assert states_of([feed("post", state, number) for number, state in enumerate(states)]) == expected
