"""Every noun comes back from the desk exactly as it went in."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import builders as build
from vedette.model import (
    EVENT_TYPES,
    ActorRole,
    Conflict,
    ConflictValue,
    EarlierEdition,
    EditionFigure,
    EvidenceKind,
    Factuality,
    FieldSource,
    Grade,
    Judgement,
    LinkKind,
    Origin,
    Period,
    PlaceKind,
    PlaceRole,
    Precision,
    QuantityMention,
    ReadReport,
    Section,
    SituationKind,
    Span,
    Stage,
    StageChange,
    Verdict,
)
from vedette.store import EventFilter, open_store

EVENTS_ALL = EventFilter()

words = st.text(st.characters(exclude_categories=()), min_size=1, max_size=12)
maybe = st.none() | words
spans = st.none() | st.tuples(st.integers(0, 50), st.integers(50, 99))
days = st.dates().map(str)
moments = days | days.map(lambda day: day[:7]) | days.map(lambda day: day[:4]) | days.map(lambda day: f"{day}T18:00")
real_spans = spans.map(lambda pair: pair and Span(*pair))
degrees = st.none() | st.floats(-90, 90)


def any_of(kind):
    return st.sampled_from(sorted(kind))


periods = st.builds(
    Period, start=st.none() | moments, end=st.none() | moments, precision=st.sampled_from(Precision),
    open_end=st.booleans(), text=maybe, span=real_spans, doubt=maybe,
)
quantities = st.builds(
    QuantityMention, value=st.floats(0, 1e15), unit=words, high=st.none() | st.floats(0, 1e15), of=maybe, scope=maybe,
    qualifier=st.sampled_from(["exactly", "about", "at_least", "at_most"]), span=real_spans,
)
places = st.builds(
    build.place, words, kind=any_of(PlaceKind), role=any_of(PlaceRole), countries=st.lists(words, max_size=2),
    lat=degrees, lon=degrees, geonames=st.none() | st.integers(1, 10**8), span=spans,
)
actors = st.builds(build.actor, words, maybe, role=any_of(ActorRole), party=maybe, span=spans)
links = st.builds(build.link, words, any_of(LinkKind), cue=maybe, id=maybe, party=maybe, span=spans)
gear = st.builds(build.equipment, words, words, span=spans)
claims = st.builds(
    build.claim, st.just("r1"), st.sampled_from([str(one.type) for one in EVENT_TYPES]), start=st.integers(0, 99),
    stage=any_of(Stage), factuality=any_of(Factuality), evidence=any_of(EvidenceKind), section=any_of(Section),
    period=st.none() | periods, places=st.lists(places, max_size=2), actors=st.lists(actors, max_size=2),
    equipment=st.lists(gear, max_size=2), quantities=st.lists(quantities, max_size=2),
    names=st.lists(words, max_size=2), attribution=st.lists(links, max_size=3),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=claims, text=words, title=maybe)
def test_claims_reports_and_events_come_back(store, made, text, title):
    told = build.report(text, title=title, author=title, outlet=made.id, first_seen="2025-09-13T05:00:00+00:00")
    own = build.claim(
        told.id, made.type, start=made.trigger.start, stage=made.stage, factuality=made.factuality,
        evidence=made.evidence, section=made.section, period=made.period, places=made.places, actors=made.actors,
        equipment=made.equipment, quantities=made.quantities, names=made.names, attribution=made.attribution,
    )
    happening = build.event([own])
    store.add([ReadReport(report=told, claims=(own,))])
    store.replace_events([happening], [])
    assert store.report(told.id) == told
    assert list(store.claims([own.id])) == [own]
    assert store.event(happening.id) == happening
    assert store.events(EVENTS_ALL) == (happening,)


def test_every_field_of_a_report_comes_back(store):
    told = build.report(
        "Text.", title="Title", author="A. Writer", url="https://post.example/1", file="b.txt", language="uk",
        title_from=FieldSource.METADATA, outlet_from=FieldSource.SOURCE_LINE, author_from=FieldSource.PAGE,
        language_from=FieldSource.DETECTED, published_from=FieldSource.DATELINE, first_seen="2025-09-13T05:00:00+00:00",
    )
    store.add([ReadReport(report=told, claims=(), note="language eu is not read")])
    assert store.report(told.id) == told
    assert store.note(told.id) == "language eu is not read"


@pytest.mark.parametrize("text", [
    "cut\x00short", "torn \ud83d emoji", "\x02marked\x03", "\U0010ffff000041", "\r\n\ufeff",
])
def test_damaged_text_keeps_every_code_point(store, text):
    told = build.report(text, title=text, ref=text)
    store.add([ReadReport(report=told, claims=())])
    kept = store.report(told.id)
    assert (kept.text, kept.title, kept.ref) == (text, text, text)


def test_every_field_of_an_event_and_a_situation_comes_back(store):
    told = build.report()
    first, second = build.claim(told, start=0, period="2025-09-11"), build.claim(told, start=7)
    side = ConflictValue(value="2025-09-11", claims=(first.id,), origins=("BelTA",))
    happening = build.event(
        [first, second], situation="s1", outlets=2, reports=2,
        grade=Grade(letter="B", digit=2, reasons=("one origin",)),
        conflicts=(Conflict(field="period", values=(side,)),),
        origins=(Origin(name="BelTA", kind=LinkKind.AGENCY, party="BY", known=True, claims=(first.id,)),),
        history=(StageChange(stage=Stage.PLANNED, published=None, claim=second.id),),
    )
    before = EarlierEdition(
        situation="s0", name="Zapad 2021", period=build.when("2021-09-10", "2021-09-16"), followed=("e9",),
        figures=(EditionFigure(quantity=build.quantity(200000), claim=first.id),),
    )
    crisis = build.situation(
        "Захад-2025", [happening], names=["Zapad 2025", "Захад-2025"], key="zapad-2025", kind=SituationKind.EXERCISE,
        why="named", earlier=(before,),
    )
    store.add([ReadReport(report=told, claims=(first, second))])
    store.replace_events([happening], [crisis])
    assert store.event(happening.id) == happening
    assert store.situations() == (crisis,)
    assert store.situation(crisis.id) == crisis
    assert store.events_of_report(told.id) == {first.id: happening.id, second.id: happening.id}


def test_judgements_and_quarantine_come_back(store):
    judged = Judgement.of("r1:0-6:strike", "r2:3-9:strike", Verdict.SAME, by="Anna", at="2025-09-13", why="one train")
    torn = build.quarantined("пошта/torn.html", line=4, content=bytes(range(256)))
    store.record([judged])
    store.add([torn])
    (kept,) = store.quarantined()
    assert store.decisions() == (judged,)
    assert (kept.content, kept.source, kept.line, kept.reason, kept.advice, kept.truncated) == (
        torn.content, torn.source, 4, torn.reason, torn.advice, False
    )
    assert kept.first_seen == "2025-09-13T06:00:00+00:00"
    assert store.quarantined_input(torn.id) == kept


def test_only_the_clock_says_when_a_report_was_first_seen(address):
    told = build.report()
    with open_store(address, clock=lambda: "2025-09-13T06:00:00+00:00") as store:
        store.add([ReadReport(report=told, claims=())])
    with open_store(address, clock=lambda: "2025-09-14T06:00:00+00:00") as store:
        store.add([ReadReport(report=told, claims=())])
        assert store.report(told.id).first_seen == "2025-09-13T06:00:00+00:00"
        assert store.report(told.id).published == "2025-09-12"
