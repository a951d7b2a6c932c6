"""English is read twice, by rules and by tags; what comes out is one reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import actor, claim, place, when
from vedette.knowledge import load_knowledge
from vedette.model import Attribution, EventType, LinkKind, Report, Span
from vedette.reading.rules import RuleReader
from vedette.reading.tags import Tagger
from vedette.reading.together import TogetherReader, put_together


def test_one_event_that_both_found_is_one_claim_as_the_rules_read_it() -> None:
    ruled = claim("r1", "border_closure", start=10, actors=[actor("Poland", "PL")])
    tagged = claim("r1", "movement_restriction", start=12, actors=[actor("Belarus", "BY")])
    [both] = put_together([ruled], [tagged], more=True)
    assert (both.type, [one.party for one in both.actors]) == (EventType.BORDER_CLOSURE, ["PL"])


def test_what_the_rules_left_open_is_filled_from_the_tags() -> None:
    ruled = claim("r1", "border_closure", start=10, actors=[actor("Poland", "PL")])
    tagged = claim("r1", "border_closure", start=10, period=when("2025-09-12"), places=[place("Warsaw")])
    [both] = put_together([ruled], [tagged], more=True)
    assert both.period == tagged.period and both.places == tagged.places


@pytest.mark.parametrize(("more", "wanted"), [(True, 2), (False, 1)])
def test_what_only_the_tags_found_is_a_claim_where_that_is_asked(more: bool, wanted: int) -> None:
    ruled, tagged = claim("r1", "border_closure", start=10), claim("r1", "sabotage", start=400)
    assert len(put_together([ruled], [tagged], more=more)) == wanted


def test_tags_find_what_no_rule_knows() -> None:
    knowledge = load_knowledge()
    text = "Thousands of people marched through Tbilisi on Tuesday to demand new elections."
    report = Report.of(text, ref="r1", published="2026-05-13", language="en")
    assert not any(one.type is EventType.PROTEST for one in RuleReader(knowledge).read(report))
    assert any(one.type is EventType.PROTEST for one in TogetherReader(knowledge, tagger=Tagger()).read(report))


def test_who_passes_the_words_of_an_origin_on_is_taken_from_the_tags() -> None:
    origin = Attribution(name="a forester", kind=LinkKind.UNNAMED, span=Span(40, 50))
    named = Attribution(name="forester from Narva", kind=LinkKind.WITNESS, span=Span(42, 61))
    relay = Attribution(name="Example Post", kind=LinkKind.OUTLET, span=Span(10, 22))
    other = Attribution(name="the mayor", kind=LinkKind.OFFICIAL, span=Span(70, 79))

    def chain(ruled: Attribution, *tagged: Attribution) -> tuple[Attribution, ...]:
        one, two = claim("r1", "strike", start=90), claim("r1", "strike", start=90)
        [both] = put_together([replace(one, attribution=(ruled,))], [replace(two, attribution=tagged)], more=True)
        return both.attribution

    assert chain(origin, relay, named) == (relay, named)
    assert chain(origin, relay, other) == (origin,)  # who says so, the rules know better
    assert chain(origin) == (origin,)
    assert chain(origin, relay) == (relay, origin)  # an outlet that cites nobody by name has its sources from somewhere


def test_who_is_named_in_full_by_the_tags_is_one_with_the_surname_in_the_sentence() -> None:
    short = Attribution(name="Mr Sample", kind=LinkKind.OFFICIAL, span=Span(90, 99))
    full = Attribution(name="Deputy Minister Ann Sample", kind=LinkKind.OFFICIAL, party="LV", span=Span(10, 36))
    other = Attribution(name="Deputy Minister Ann Other", kind=LinkKind.OFFICIAL, party="LV", span=Span(10, 36))

    def origin(tagged: Attribution) -> Attribution | None:
        one, two = claim("r1", "strike", start=110), claim("r1", "strike", start=110)
        [both] = put_together([replace(one, attribution=(short,))], [replace(two, attribution=(tagged,))], more=True)
        return both.origin

    assert origin(full) == full
    assert origin(other) == replace(short, party="LV")  # whose official he is, the text shows


@pytest.fixture(scope="module")
def reader() -> TogetherReader:
    return TogetherReader(load_knowledge(), tagger=Tagger())


def test_what_only_tags_find_is_said_by_whom_the_parse_hears(reader: TogetherReader) -> None:
    text = (
        "Latvia's foreign ministry said Deputy Foreign Minister Ilze Example had summoned the Belarusian ambassador "
        "on Tuesday to protest the incursion."
    )
    claims = reader.read(Report.of(text, ref="r1", published="2026-05-13", language="en"))
    [meeting] = [claim for claim in claims if claim.type is EventType.DIPLOMATIC_MEETING]
    assert meeting.origin is not None and meeting.origin.id == "LV-MFA"


def test_what_the_rules_hold_to_be_unreal_is_no_claim_of_the_tags(reader: TogetherReader) -> None:
    text = "Latvia urged Belarus to avoid repeating such a violation of its airspace."
    claims = reader.read(Report.of(text, ref="r1", published="2026-05-13", language="en"))
    assert EventType.AIRSPACE_VIOLATION not in {claim.type for claim in claims}


def test_what_a_later_sentence_says_was_reported_is_told_by_who_reported_it() -> None:
    text = "A drone crashed. The ministry reported this."
    ministry = Attribution(name="ministry", kind=LinkKind.OFFICIAL, cue="reported", span=Span(21, 29))
    ruled = claim("r1", "drone_incident", start=8, sentence=(0, 16))
    tagged = claim("r1", "shootdown", start=2, sentence=(0, 16), attribution=[ministry])
    found = put_together([ruled], [tagged], more=False)
    assert [each.origin for each in found] == [ministry], text


def test_offices_that_only_tags_name_stand_before_no_speaker_of_the_rules() -> None:
    navy = Attribution(name="Navy", kind=LinkKind.OFFICIAL, cue="said", span=Span(30, 34))
    fleet = Attribution(name="Fleet", kind=LinkKind.OFFICIAL, cue="said", span=Span(20, 25))
    ruled = claim("r1", "strike", start=50, attribution=[navy])
    tagged = claim("r1", "strike", start=50, attribution=[fleet, navy])
    [both] = put_together([ruled], [tagged], more=False)
    assert both.attribution == (navy,)


@pytest.mark.parametrize(("second", "outlet", "wanted"), [
    ("It is the second such case this year, Reuters reports.", "Example Post", ["Reuters"]),
    ("It is the second such case this year, Reuters reports.", "Reuters", []),
    ("It is the second such case this year, the mayor says.", "Example Post", []),
])
def test_a_short_item_is_taken_from_whom_its_second_sentence_names(
    reader: TogetherReader, second: str, outlet: str, wanted: list[str]
) -> None:
    text = f"Latvia closed its border with Belarus on Tuesday. {second}"
    claims = reader.read(Report.of(text, ref="r1", published="2026-05-13", outlet=outlet, language="en"))
    [closure] = [claim for claim in claims if claim.type is EventType.BORDER_CLOSURE]
    assert [link.name for link in closure.attribution] == wanted


def test_what_no_rule_knows_is_no_claim_either_where_the_parse_shows_that_it_is_only_feared(
    reader: TogetherReader,
) -> None:
    text = "Turkey urged Russia to avoid repeating such a violation of the border, or it would be held responsible."
    claims = reader.read(Report.of(text, ref="r1", published="2026-05-13", language="en"))
    assert EventType.AIRSPACE_VIOLATION not in {claim.type for claim in claims}


def test_who_is_quoted_in_a_later_sentence_does_not_tell_what_the_narrator_told_before(reader: TogetherReader) -> None:
    text = "Poland closed its border on Tuesday. “It is the second such step this year,” the Warsaw chamber said."
    claims = reader.read(Report.of(text, ref="r1", published="2026-05-13", language="en"))
    assert [claim.attribution for claim in claims if claim.type is EventType.BORDER_CLOSURE] == [()]


def test_the_party_of_an_official_comes_from_the_tags_where_the_parse_shows_none() -> None:
    spoken = Attribution(name="spokesman", kind=LinkKind.OFFICIAL, cue="said", span=Span(30, 39))
    other = Attribution(name="army", kind=LinkKind.OFFICIAL, cue="said", span=Span(10, 14), party="ML")
    [both] = put_together(
        [claim("r1", "strike", start=50, attribution=[spoken])], [claim("r1", "strike", start=50, attribution=[other])],
        more=False,
    )
    assert [(link.name, link.party) for link in both.attribution] == [("spokesman", "ML")]
