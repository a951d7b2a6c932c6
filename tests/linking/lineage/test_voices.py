"""Whose word is it, once the claims of one event are seen beside one another?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from vedette.linking.lineage.counting import independent_bodies, independent_parties, origins_of
from vedette.linking.lineage.support import find_support
from vedette.linking.lineage.voices import Voices, voices_of
from vedette.model import KnownBody

GUARD = {"id": "PL-BG", "party": "PL"}


def voices(newsroom: Any) -> Voices:
    return voices_of(newsroom.profiles(), newsroom.lineage())


def names(newsroom: Any) -> list[str]:
    bodies = voices(newsroom).bodies
    return [bodies[claim.id].name for claim in newsroom.claims]


def test_a_headline_is_the_word_of_whom_the_report_names(newsroom: Any) -> None:
    report = newsroom.report("Border closed. The border guard said that the border was closed.", outlet="Alpha")
    newsroom.claim("border_closure", report=report, at=0)
    newsroom.claim("border_closure", report=report, at=20, says=[newsroom.says("Border Guard", **GUARD)])

    assert names(newsroom) == ["Polish Border Guard", "Polish Border Guard"]


def test_who_denies_is_not_the_source_of_what_is_denied(newsroom: Any) -> None:
    report = newsroom.report("A drone came down in the lake. The border guard denies it.", outlet="Alpha")
    newsroom.claim("drone_incident", report=report, at=0)
    newsroom.claim("drone_incident", report=report, at=20, factuality="denied",
                   says=[newsroom.says("Border Guard", **GUARD)])

    assert names(newsroom) == ["Alpha", "Polish Border Guard"]


def test_a_cited_outlet_is_seen_through_where_its_report_is_here(newsroom: Any) -> None:
    newsroom.claim("border_closure", outlet="Alpha", says=[newsroom.says("Border Guard", **GUARD)])
    newsroom.claim("border_closure", outlet="Beta", says=[newsroom.says("Alpha", "outlet")])
    newsroom.claim("border_closure", outlet="Gamma", says=[newsroom.says("Beta", "outlet")])

    assert names(newsroom) == ["Polish Border Guard"] * 3


def test_what_was_published_later_is_no_source(newsroom: Any) -> None:
    newsroom.claim("border_closure", outlet="Beta", says=[newsroom.says("Alpha", "outlet")], published="2025-09-12")
    newsroom.claim("border_closure", outlet="Alpha", says=[newsroom.says("Border Guard", **GUARD)],
                   published="2025-09-14")

    assert names(newsroom) == ["Alpha", "Polish Border Guard"]


def test_an_outlet_with_a_word_of_its_own_is_an_origin(newsroom: Any) -> None:
    newsroom.claim("border_closure", outlet="Alpha", says=[newsroom.says("Border Guard", **GUARD)])
    newsroom.claim("border_closure", outlet="Alpha")
    newsroom.claim("border_closure", outlet="Beta", says=[newsroom.says("Alpha", "outlet")])

    assert names(newsroom) == ["Polish Border Guard", "Alpha", "Alpha"]


def test_two_outlets_that_cite_one_another_are_one_voice_with_a_note(newsroom: Any) -> None:
    newsroom.claim("border_closure", outlet="Alpha", says=[newsroom.says("Beta", "outlet")], where=["PL-BY"])
    newsroom.claim("border_closure", outlet="Beta", says=[newsroom.says("Alpha", "outlet")], where=["PL-BY"])

    assert len(set(names(newsroom))) == 1
    assert "Alpha and Beta cite one another: one voice" in newsroom.event().grade.reasons


@pytest.mark.parametrize("kind", ["outlet", "official", "unnamed"])
def test_a_chain_that_names_its_own_outlet_adds_no_voice_and_says_so(newsroom: Any, kind: str) -> None:
    newsroom.claim("border_closure", outlet="Example Wire", says=[newsroom.says("ExWire", kind)], where=["PL-BY"])
    newsroom.claim("border_closure", outlet="Example Wire", where=["PL-BY"])

    event = newsroom.event()
    assert event.bodies == ("Example Wire",)
    assert "Example Wire names itself as its source: no further voice" in event.grade.reasons


def test_a_copy_that_drops_its_source_keeps_it(newsroom: Any) -> None:
    text = "The border was closed to all lorries and cars late on Friday evening, and queues grew along the river road."
    newsroom.claim("border_closure", text=text, outlet="Alpha", published="2025-09-11",
                   says=[newsroom.says("Border Guard", **GUARD)])
    newsroom.claim("border_closure", text=text.upper(), outlet="Beta", published="2025-09-12")

    assert names(newsroom) == ["Polish Border Guard", "Polish Border Guard"]


def test_a_copy_that_says_the_contrary_speaks_for_itself(newsroom: Any) -> None:
    text = "The border was closed to all lorries and cars late on Friday evening, and queues grew along the river road."
    newsroom.claim("border_closure", text=text, outlet="Alpha", published="2025-09-11")
    newsroom.claim("border_closure", text=text.replace("was closed", "was not closed"), outlet="Beta",
                   published="2025-09-12", factuality="denied")

    assert names(newsroom) == ["Alpha", "Beta"]


def test_shot_down_and_not_shot_down_are_one_event_in_conflict_and_never_one_voice(newsroom: Any) -> None:
    newsroom.claim("shootdown", text="Poland shoots down Russian drones", outlet="Alpha", by=["PL"], to=["RU"])
    newsroom.claim("shootdown", text="Poland did not shoot down Russian drones", outlet="Beta", by=["PL"], to=["RU"],
                   factuality="denied")

    event = newsroom.event()
    assert [(one.field, [side.origins for side in one.values]) for one in event.conflicts] == [
        ("happened", [("Alpha",), ("Beta",)])
    ]
    assert event.bodies == ("Alpha", "Beta")


def test_each_fact_has_its_own_origins(newsroom: Any) -> None:
    guard = newsroom.says("Border Guard", **GUARD)
    ministry = newsroom.says("Polish Ministry of Defence", id="PL-MoD", party="PL")
    newsroom.claim("strike", outlet="Alpha", says=[guard], when="2025-09-12", evidence="footage",
                   quantities=[newsroom.count(3, "killed")])
    newsroom.claim("strike", outlet="Beta", says=[ministry], when="2025-09-12")
    newsroom.claim("strike", outlet="Gamma", says=[guard], quantities=[newsroom.count(3, "killed")])
    newsroom.claim("strike", outlet="Delta", when="2025-09-11", factuality="denied")
    lineage = newsroom.lineage()
    profiles = newsroom.profiles()

    support = find_support(profiles, voices_of(profiles, lineage).bodies, lineage=lineage)

    both = ("Polish Border Guard", "Polish Ministry of Defence")
    assert [(s.fact, s.value, s.bodies, s.parties, list(s.evidence), s.reports) for s in support] == [
        ("happened", "asserted", both, ("PL",), ["told", "footage"], 3),
        ("happened", "denied", ("Delta",), ("Delta",), ["told"], 1),
        ("period", "2025-09-12", both, ("PL",), ["told", "footage"], 2),
        ("quantity:killed", "3 killed", ("Polish Border Guard",), ("PL",), ["told", "footage"], 2),
    ]


MINISTRY = {"id": "PL-MoD", "party": "PL"}


def counted(newsroom: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    origins = origins_of(newsroom.claims, voices(newsroom).bodies)
    return independent_bodies(origins), independent_parties(origins)


@pytest.mark.parametrize(
    "general",
    [("Poland", {"id": "PL", "party": "PL"}), ("officials", {"party": "PL"}), ("влада", {"party": "PL"})],
)
def test_a_state_beside_its_ministry_is_no_further_body(newsroom: Any, general: tuple[str, dict[str, str]]) -> None:
    newsroom.claim("border_closure", outlet="Alpha", says=[newsroom.says(general[0], **general[1])])
    newsroom.claim("border_closure", outlet="Beta", says=[newsroom.says("MON", **MINISTRY)])

    assert counted(newsroom) == (("Polish Ministry of Defence",), ("PL",))
    assert names(newsroom) == [general[0], "Polish Ministry of Defence"]  # both are shown


def test_a_state_alone_is_a_body(newsroom: Any) -> None:
    newsroom.claim("border_closure", outlet="Alpha", says=[newsroom.says("Warsaw", id="PL", party="PL")])
    newsroom.claim("border_closure", outlet="Beta", says=[newsroom.says("Польща", id="PL", party="PL")])

    assert counted(newsroom) == (("Poland",), ("PL",))


def test_a_state_beside_its_ministry_that_denies_speaks_for_itself(newsroom: Any) -> None:
    newsroom.claim("border_closure", outlet="Alpha", says=[newsroom.says("Warsaw", id="PL", party="PL")])
    newsroom.claim("border_closure", outlet="Beta", factuality="denied", says=[newsroom.says("MON", **MINISTRY)])

    assert counted(newsroom) == (("Poland", "Polish Ministry of Defence"), ("PL",))


def test_two_ministries_of_a_state_that_speaks_too_are_two_bodies_and_one_party(newsroom: Any) -> None:
    for name, who in (("Warsaw", {"id": "PL", "party": "PL"}), ("MON", MINISTRY), ("SG", GUARD)):
        newsroom.claim("border_closure", outlet=f"{name} Post", says=[newsroom.says(name, **who)])

    assert counted(newsroom) == (("Polish Border Guard", "Polish Ministry of Defence"), ("PL",))


def test_a_ministry_of_another_state_takes_nothing_from_a_state(newsroom: Any) -> None:
    newsroom.claim("border_closure", outlet="Alpha", says=[newsroom.says("Vilnius", id="LT", party="LT")])
    newsroom.claim("border_closure", outlet="Beta", says=[newsroom.says("MON", **MINISTRY)])

    assert len(counted(newsroom)[0]) == len(counted(newsroom)[1]) == 2


def test_a_body_that_no_pack_lists_is_one_under_one_name_in_every_language(newsroom: Any) -> None:
    police = KnownBody(id="Police", name="Police of {state}", kind="organ")
    newsroom.knowledge = replace(newsroom.knowledge, bodies=(police,))
    for name in ("Polish police", "польська поліція", "Lenkijos policija", "Puolan poliisi"):
        newsroom.claim("strike", outlet=f"{name} Post", says=[newsroom.says(name, id="PL-Police", party="PL")])

    assert set(names(newsroom)) == {"Police of Poland"}
    assert counted(newsroom) == (("Police of Poland",), ("PL",))


def test_a_name_that_no_pack_knows_is_one_body_whatever_party_each_report_seems_to_give_it(newsroom: Any) -> None:
    for outlet, party in (("Alpha", "LV"), ("Beta", "RU"), ("Gamma", "LV"), ("Delta", None)):
        newsroom.claim("border_closure", outlet=outlet, says=[newsroom.says("Northern League", party=party)])

    assert counted(newsroom) == (("Northern League",), ("LV",))


def test_officials_of_two_states_are_two_voices_all_the_same(newsroom: Any) -> None:
    for outlet, party in (("Alpha", "LV"), ("Beta", "RU")):
        newsroom.claim("border_closure", outlet=outlet, says=[newsroom.says("officials", party=party)])

    assert counted(newsroom)[1] == ("LV", "RU")
