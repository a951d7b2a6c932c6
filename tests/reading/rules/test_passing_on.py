"""Who passes on what a speaker said, who made a statement, and what is left open or ruled out, in English sentences."""

from collections.abc import Callable

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import Claim, EventType, Factuality, Report
from vedette.reading.rules import RuleReader

Read = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = RuleReader(load_knowledge())
    return lambda text: reader.read(Report.of(text, ref="a", published="2026-05-13", language="en"))


def _chain(claim: Claim) -> list[str]:
    return [link.name for link in claim.attribution]


@pytest.mark.parametrize("text", [
    "A border guard spokesman told Reuters that a drone crashed near Rezekne on Monday.",
    "A border guard spokesman confirmed to Reuters that a drone crashed near Rezekne on Monday.",
    "A border guard spokesman said in an interview with Reuters that a drone crashed near Rezekne on Monday.",
])
def test_an_outlet_that_was_spoken_to_passes_it_on(read: Read, text: str) -> None:
    [crash] = read(text)
    assert _chain(crash) == ["Reuters", "border guard spokesman"]


def test_whoever_is_quoted_by_an_outlet_speaks(read: Read) -> None:
    [seizure] = read('"We looked at the tanker that was seized near Ventspils," the prosecutor was quoted by Reuters.')
    assert _chain(seizure) == ["Reuters", "prosecutor"]


def test_the_statement_is_that_of_the_office_that_spoke(read: Read) -> None:
    crash, closure = read(
        "Latvia's defence ministry said a drone crashed near Rezekne on Monday.\n\n"
        "Latvia also closed its border with Belarus on Tuesday, the statement said."
    )
    assert closure.type is EventType.BORDER_CLOSURE and _chain(closure) == _chain(crash)


def test_a_statement_is_that_of_the_office_that_acts(read: Read) -> None:
    [closure] = read("The border guard closed the crossing at Terehova on Monday, according to a statement.")
    assert _chain(closure) == ["border guard"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("The defence ministry did not rule out that a drone had crashed near Rezekne.", Factuality.POSSIBLE),
    ("The defence ministry ruled out that a drone had crashed near Rezekne.", Factuality.DENIED),
])
def test_what_is_not_ruled_out_is_possible(read: Read, text: str, wanted: Factuality) -> None:
    [crash] = read(text)
    assert crash.factuality is wanted and _chain(crash) == ["defence ministry"]


def test_what_nobody_intends_is_denied(read: Read) -> None:
    [leaving] = read("The ministry said it had no intention of withdrawing troops from Moldova.")
    assert leaving.factuality is Factuality.DENIED


def test_an_owner_who_denies_speaks_through_the_broadcaster(read: Read) -> None:
    denied = [claim for claim in read(
        "The owner of the ferry denied any involvement in the damage to the cable, the broadcaster TV4 reported."
    ) if claim.type is EventType.MARITIME_INCIDENT]
    assert [_chain(claim) for claim in denied] == [["TV4", "owner of the ferry"]]


def test_airspace_that_is_restricted_was_not_closed_just_then(read: Read) -> None:
    assert [claim.type for claim in read("A drone violated restricted airspace over Riga on Monday.")] == [
        EventType.AIRSPACE_VIOLATION
    ]


def test_a_ship_held_on_a_suspicion_is_no_arrest(read: Read) -> None:
    [held] = read("The port police detained a tanker on suspicion of cutting a cable in the Gulf of Finland on Monday.")
    assert held.type is EventType.MARITIME_INCIDENT


def test_a_cargo_ship_that_leaves_a_port_withdraws_nothing(read: Read) -> None:
    assert read("The cargo ship left the port of Riga on Monday.") == []


def test_one_day_told_in_two_ways_is_one(read: Read) -> None:
    [crash] = read("Last Sunday, May 10, a drone crashed near Rezekne.")
    assert crash.period is not None and crash.period.start == "2026-05-10"


def test_such_a_violation_is_any(read: Read) -> None:
    claims = read("Latvia urged Belarus to avoid repeating such a violation of its airspace.")
    assert EventType.AIRSPACE_VIOLATION not in {claim.type for claim in claims}


def test_the_media_of_several_countries_publish(read: Read) -> None:
    [jamming] = read("The jamming of satellite signals over Estonia goes on, media of the Baltic states reported.")
    assert jamming.origin is not None and jamming.origin.kind != "official"


def test_reports_that_something_happened_are_of_nobody_in_particular(read: Read) -> None:
    [entry] = read("The Kremlin refused to comment on reports that Russian drones entered Polish airspace.")
    assert entry.origin is not None and entry.origin.kind == "unnamed"


def test_who_denies_reports_speaks_for_them(read: Read) -> None:
    denied = [claim for claim in read("The ministry denied reports that drones entered Latvian airspace.")
              if claim.type is EventType.AIRSPACE_VIOLATION]
    assert [(_chain(claim), claim.factuality) for claim in denied] == [(["ministry"], Factuality.DENIED)]


def test_reportedly_under_a_source_line_speaks_of_that_source(read: Read) -> None:
    [moved] = read(
        "Source: Belaruski Hajun\n\nReportedly, troops of the Armed Forces of Russia were deployed to the south of "
        "Belarus on Monday."
    )
    assert _chain(moved) == ["Belaruski Hajun"]


def test_the_second_in_a_week_lies_behind(read: Read) -> None:
    [seizure] = read("Iran seized a second oil tanker in a week on Tuesday in Gulf waters.")
    assert seizure.period is not None and seizure.period.start == "2026-05-12"


def test_whose_a_wreckage_is_tells_not_where_it_lies(read: Read) -> None:
    [found] = read("The wreckage of a Russian drone was found near the border with Moldova on Monday.")
    assert [(actor.id, actor.role) for actor in found.actors] == [("RU", "initiator")]
    assert "Russia" not in [mention.place.name for mention in found.places]


@pytest.mark.parametrize("end", ["reported Reuters on Friday, May 8", "Reuters reported on Friday", "Reuters reports"])
def test_a_day_behind_who_closes_a_sentence_hides_nobody(read: Read, end: str) -> None:
    [closure] = read(f"Latvia closed its border with Belarus at the start of the week, {end}.")
    assert _chain(closure) == ["Reuters"]


def test_what_came_from_a_neighbour_is_in_the_state_that_is_spoken_of(read: Read) -> None:
    [entry] = read("The Latvian army said a drone entered from Russia on Monday.")
    places = {mention.role: mention.place.name for mention in entry.places}
    assert places == {"origin": "Russia", "at": "Latvia"}
