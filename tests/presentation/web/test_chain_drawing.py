"""The drawing behind an event: who relays whom, and where it all comes from."""

from __future__ import annotations

import builders as build
from vedette.model import LinkKind, Origin
from vedette.presentation.web.chain_drawing import WIDTH, draw_chains


def told(*chains):
    reports = [build.report(f"Report {number}.", ref=str(number)) for number in range(len(chains))]
    return [(build.claim(one), chain) for one, chain in zip(reports, chains, strict=True)]


def drawn(claims, *origins):
    made = build.event([claim for claim, _ in claims])
    return draw_chains(build.dataclasses.replace(made, origins=origins), claims)


def origin(name, claims, **fields):
    return Origin(name=name, kind=LinkKind.AGENCY, claims=tuple(claim.id for claim, _ in claims), **fields)


def test_outlets_that_relay_one_agency_run_together_in_one_box():
    claims = told(("Example Post", "BelTA"), ("Border Wire", "BelTA"), ("Harbour News", "BelTA"))
    drawing = drawn(claims, origin("BelTA", claims))
    assert [node.name for node in drawing.nodes if node.kind == "origin"] == ["BelTA"]
    assert len([node for node in drawing.nodes if node.kind == "outlet"]) == 3
    ends = {link.path.rpartition(" ")[2] for link in drawing.links}
    assert len(drawing.links) == 3 and len(ends) == 1


def test_who_stands_between_has_a_column_of_its_own():
    claims = told(("Example Post", "European Wire", "BelTA"), ("Border Wire", "BelTA"))
    drawing = drawn(claims, origin("BelTA", claims))
    columns = {node.name: node.x for node in drawing.nodes}
    assert columns["Example Post"] < columns["European Wire"] < columns["BelTA"]
    (strand,) = drawing.strands
    assert strand.through == ("Example Post", "European Wire", "Border Wire")
    assert [number for number, _ in strand.claims] == [1, 2]


def test_an_outlet_that_speaks_for_itself_stands_on_both_sides():
    claims = told(("Example Post",))
    drawing = drawn(claims, origin("Example Post", claims))
    assert [node.kind for node in drawing.nodes if node.name == "Example Post"] == ["outlet", "origin"]
    assert drawing.strands[0].through == ()


def test_a_copy_leads_to_the_origin_that_it_does_not_name():
    claims = told(("Example Post",), ("Wire",))
    drawing = drawn(claims, origin("Wire", claims))
    assert {node.name for node in drawing.nodes if node.kind == "origin"} == {"Wire"}


def test_no_box_stands_upon_another():
    claims = told(*((f"Outlet {number}", f"Origin {number % 3}") for number in range(12)))
    drawing = drawn(claims)
    for node in drawing.nodes:
        beside = [other for other in drawing.nodes if other is not node and other.x == node.x]
        assert all(abs(other.y - node.y) >= 30 for other in beside)
        assert node.y + 30 <= drawing.height and node.x + node.width <= drawing.width


def test_a_name_too_long_for_its_box_is_cut_and_kept_whole():
    claims = told(("The Example Gazette of All the Borders and the Rivers", "BelTA"))
    node = drawn(claims, origin("BelTA", claims)).nodes[0]
    assert node.words.endswith("…") and node.name.endswith("Rivers")


def test_a_chain_longer_than_the_page_is_wide_is_drawn_all_the_same():
    claims = told(("Example Post", *(f"Relay number {number}" for number in range(40)), "BelTA"))
    nodes = drawn(claims, origin("BelTA", claims)).nodes
    assert len(nodes) == 42
    assert all(node.width > 0 and 0 <= node.x <= WIDTH and len(node.words) <= 8 for node in nodes)
