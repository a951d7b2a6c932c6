"""Whose word is it, and how many voices is that?"""

from __future__ import annotations

from typing import Any

import pytest

from vedette.linking.lineage.counting import independent_bodies, independent_parties
from vedette.model import Attribution, Factuality, LinkKind


def says(name: str, kind: str = "official", **rest: Any) -> Attribution:
    return Attribution(name=name, kind=LinkKind(kind), **rest)


WIRE = says("Example Wire", "agency")
MINISTRY = says("the defence ministry", id="PL-MoD", party="PL")
GUARD = says("Border Guard", id="PL-BG", party="PL")
EXPERTS = says("experts", "unnamed")

# outlet and chain of each report; bodies and parties that count
CASES: list[tuple[str, list[tuple[str | None, list[Attribution]]], int, int]] = [
    ("ten outlets that relay one agency are one voice", [(f"Outlet {n}", [WIRE]) for n in range(10)], 1, 1),
    ("the agency and those who relay it are one voice", [("Example Wire", []), ("Outlet A", [WIRE])], 1, 1),
    ("an agency under another name is the same agency", [("A", [says("ExWire", "agency")]), ("B", [WIRE])], 1, 1),
    ("an agency is one whether or not it is said what it is",
     [("A", [says("Far Wire agency", "agency")]), ("B", [says("Far Wire", "agency")])], 1, 1),
    ("the second word of a name may be a small one",
     [("A", [says("Поліська варта", "outlet")]), ("B", [says("Поліська правда", "outlet")])], 2, 2),
    ("two newsrooms that report themselves are two voices", [("Outlet A", []), ("Outlet B", [])], 2, 2),
    ("two newsrooms of one house are two bodies, one party", [("The Daily", []), ("The Weekly", [])], 2, 1),
    ("two ministries of one state are two bodies, one party", [("A", [MINISTRY]), ("B", [GUARD])], 2, 1),
    ("a ministry through two agencies is one body",
     [("A", [WIRE, MINISTRY]), ("B", [says("Other Wire", "agency"), MINISTRY])],
     1, 1),
    ("ministries of one name but of two states are two",
     [("A", [says("Defence Ministry", party="PL")]), ("B", [says("Defence Ministry", party="LT")])], 2, 2),
    ("a body is one whether or not its state is named",
     [("A", [says("Defence Ministry", party="PL")]), ("B", [says("Defence Ministry")])], 1, 1),
    ("a state agency and a ministry of that state are one party",
     [("State Wire", []), ("A", [says("Ministry X", party="BY")])], 2, 1),
    ("experts of one relay are one voice", [("A", [WIRE, EXPERTS]), ("B", [WIRE, EXPERTS])], 1, 1),
    ("experts add nothing to their relay", [("A", [WIRE, EXPERTS]), ("B", [WIRE])], 1, 1),
    ("experts and sources of one relay are one voice",
     [("A", [WIRE, EXPERTS]), ("B", [WIRE, says("sources", "unnamed")])], 1, 1),
    ("officials who have no name are unnamed", [("A", [WIRE, says("officials")]), ("B", [WIRE])], 1, 1),
    ("experts of two newsrooms are two voices", [("A", [EXPERTS]), ("B", [EXPERTS])], 2, 2),
    ("no outlet and no chain counts for nothing", [(None, []), (None, [])], 0, 0),
    ("experts without an outlet count for nothing", [(None, [EXPERTS])], 0, 0),
    ("unknown lineage adds nothing to a known one", [(None, []), ("Outlet A", [])], 1, 1),
]


@pytest.mark.parametrize(("chains", "bodies", "parties"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_voices(
    newsroom: Any, chains: list[tuple[str | None, list[Attribution]]], bodies: int, parties: int
) -> None:
    for outlet, chain in chains:
        newsroom.claim("exercise", outlet=outlet, says=chain)
    origins = newsroom.origins()

    assert (len(independent_bodies(origins)), len(independent_parties(origins))) == (bodies, parties), origins
    assert sorted(claim for origin in origins for claim in origin.claims) == sorted(c.id for c in newsroom.claims)


def test_copies_speak_with_the_voice_of_the_first(newsroom: Any) -> None:
    text = "The road to the crossing was closed in the evening and cars were turned back by guards for hours"
    newsroom.claim("border_closure", text=text, outlet="Example Wire", published="2025-09-11")
    newsroom.claim("border_closure", text=text.upper(), outlet="Example Post", published="2025-09-12")

    assert [(origin.name, len(origin.claims)) for origin in newsroom.origins()] == [("Example Wire", 2)]


class TestCopiesOfOneMoment:
    """Nobody knows which of them had it first: they are one voice, that of one of them."""

    TEXT = "The road to the crossing was closed in the evening and cars were turned back by guards for hours"
    DAY = "2025-09-11"

    def closed(self, newsroom: Any, outlet: str | None, *, text: str = TEXT, denied: bool = False) -> None:
        factuality = {"factuality": Factuality.DENIED} if denied else {}
        newsroom.claim("border_closure", text=text, outlet=outlet, published=self.DAY, **factuality)

    def test_they_have_all_their_names(self, newsroom: Any) -> None:
        for outlet in ("Example Wire", "Example Post"):
            self.closed(newsroom, outlet)
        origin, = newsroom.origins()
        assert (origin.name, origin.party, len(origin.claims)) == ("Example Post / Example Wire", None, 2)

    def test_beside_what_one_of_them_tells_by_itself_they_are_no_further_voice(self, newsroom: Any) -> None:
        for outlet in ("Example Wire", "Example Post"):
            self.closed(newsroom, outlet)
        self.closed(newsroom, "Example Wire", text="Nothing passes at the gate of the forest")
        origins = newsroom.origins()
        assert independent_bodies(origins) == independent_parties(origins) == ("Example Wire",)

    def test_one_without_an_outlet_changes_nothing(self, newsroom: Any) -> None:
        for outlet in ("Example Wire", None):
            self.closed(newsroom, outlet)
        assert [origin.name for origin in newsroom.origins()] == ["Example Wire"]

    def test_what_says_the_contrary_is_none_of_them(self, newsroom: Any) -> None:
        self.closed(newsroom, "Example Wire")
        self.closed(newsroom, "Example Post", text=self.TEXT.replace("was closed", "was not closed"), denied=True)
        assert [origin.name for origin in newsroom.origins()] == ["Example Post", "Example Wire"]


def test_an_unknown_origin_is_shown_and_not_counted(newsroom: Any) -> None:
    newsroom.claim("exercise", outlet=None)

    origin, = newsroom.origins()
    assert (origin.name, origin.known) == ("unknown", False)
    assert independent_parties([origin]) == ()


def test_state_media_belong_to_their_state(newsroom: Any) -> None:
    newsroom.claim("exercise", outlet="Outlet A", says=[says("State Wire", "agency")])

    origin, = newsroom.origins()
    assert (origin.name, origin.party, origin.kind) == ("State Wire", "BY", LinkKind.AGENCY)


def test_unnamed_voices_are_shown_in_their_own_words(newsroom: Any) -> None:
    newsroom.claim("exercise", outlet="Outlet A", says=[WIRE, EXPERTS])

    assert newsroom.origins()[0].name == "experts (by Example Wire)"


def test_origins_are_listed_known_first_then_by_name(newsroom: Any) -> None:
    for outlet in ("Beta", None, "Alpha"):
        newsroom.claim("exercise", outlet=outlet)

    assert [origin.name for origin in newsroom.origins()] == ["Alpha", "Beta", "unknown"]


def test_a_copy_without_the_dateline_is_the_agencys_all_the_same(newsroom: Any) -> None:
    text = "Lithuania has asked its allies for more air defence. Two drones came down in July in the middle of it."
    wire = Attribution(name="Example Wire", kind=LinkKind.AGENCY, cue="dateline")
    first = newsroom.report(text, outlet="Alpha", published="2025-08-05")
    copy = newsroom.report(f"{text} More follows.", outlet="Beta", published="2025-08-06")
    claims = [
        newsroom.claim("request", report=first, by=["LT"], says=[wire]),
        newsroom.claim("request", report=copy, by=["LT"]),
    ]

    lineage = newsroom.lineage()

    assert {lineage.body(claim).name for claim in claims} == {"Example Wire"}


def test_what_a_report_tells_by_itself_is_its_own_though_it_credits_an_agency_with_the_rest(newsroom: Any) -> None:
    report = newsroom.report("Lithuania asked its allies for radars. It has too few of them.", outlet="Alpha")
    credited = newsroom.claim("request", report=report, by=["LT"], says=[Attribution(
        name="Example Wire", kind=LinkKind.AGENCY, cue="dateline",
    )])
    own = newsroom.claim("deployment", report=report, by=["LT"])

    lineage = newsroom.lineage()

    assert [lineage.body(claim).name for claim in (credited, own)] == ["Example Wire", "Alpha"]
