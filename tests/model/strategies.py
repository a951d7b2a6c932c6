"""Claims and events of every shape that the model allows, for tests that must hold for all of them."""

from typing import Any

from hypothesis import strategies as st

from vedette.model import (
    ActorMention,
    ActorRole,
    AppliedCorrection,
    Attribution,
    Claim,
    Conflict,
    ConflictValue,
    CorrectedField,
    EarlierEdition,
    EditionFigure,
    EquipmentMention,
    Event,
    EventType,
    EvidenceKind,
    Factuality,
    Finding,
    Grade,
    LinkKind,
    Origin,
    Period,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Precision,
    QuantityMention,
    Report,
    Section,
    Situation,
    SituationKind,
    Span,
    Stage,
    StageChange,
    content_id,
)

TEXT = "Poland closed its border with Belarus on Thursday."

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=10)
maybe = st.none() | words
known_span = st.tuples(st.integers(0, 20), st.integers(20, len(TEXT))).map(lambda pair: Span(*pair))
span = st.none() | known_span
day = st.dates().map(str)
moment = day | day.map(lambda text: text[:7]) | day.map(lambda text: text[:4]) | day.map(lambda text: f"{text}T18:00")
code = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
claim_id = words.map(lambda text: content_id("c", text))
situation_id = words.map(lambda text: content_id("s", text))
event_id = words.map(lambda text: content_id("e", text))
number = st.integers(0, 10**6).map(float) | st.floats(0, 1e6)


def any_of(kind: Any) -> Any:
    return st.sampled_from(list(kind))


def few(item: Any, at_least: int = 0) -> Any:
    return st.lists(item, min_size=at_least, max_size=2).map(tuple)


period = st.builds(
    Period, start=st.none() | moment, end=st.none() | moment, precision=any_of(Precision), open_end=st.booleans(),
    text=maybe, span=span, doubt=maybe,
)
place = st.builds(
    Place, name=words, kind=any_of(PlaceKind), countries=few(code), lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180), geonames=st.none() | st.integers(1, 10**8),
)
places = few(st.builds(PlaceMention, place=place, role=any_of(PlaceRole), span=span))
actors = few(st.builds(ActorMention, name=words, role=any_of(ActorRole), id=maybe, party=maybe, span=span))
quantity = st.builds(
    QuantityMention, value=number, unit=words, high=st.none() | number, span=span, of=maybe, scope=maybe,
    qualifier=st.sampled_from(["exactly", "about", "at_least", "at_most"]),
)
quantities = few(quantity)
links = st.builds(
    Attribution, name=words, kind=any_of(LinkKind), cue=maybe, span=span, id=maybe, party=maybe,
)
chains = few(links)
reports = st.builds(
    Report.of, st.just(TEXT), ref=words, title=maybe, outlet=maybe, url=maybe, published=st.none() | day,
    author=maybe, language=maybe, file=maybe,
)
claims = st.builds(
    Claim, id=claim_id, report=words.map(lambda text: content_id("r", text)), type=any_of(EventType),
    stage=any_of(Stage), factuality=any_of(Factuality), evidence=any_of(EvidenceKind), section=any_of(Section),
    trigger=known_span, sentence=known_span, period=st.none() | period, places=places, actors=actors,
    equipment=few(st.builds(EquipmentMention, name=words, kind=words, span=span)), quantities=quantities,
    names=few(words), attribution=chains,
)
field_values = st.one_of(*(st.tuples(st.just(field), values) for field, values in {
    CorrectedField.CLAIM: any_of(Finding), CorrectedField.TYPE: any_of(EventType),
    CorrectedField.STAGE: any_of(Stage), CorrectedField.FACTUALITY: any_of(Factuality),
    CorrectedField.PERIOD: st.none() | period, CorrectedField.PLACE: places, CorrectedField.ACTOR: actors,
    CorrectedField.QUANTITY: quantities, CorrectedField.ORIGIN: st.none() | links,
}.items()))
corrections = field_values.flatmap(lambda given: st.builds(
    AppliedCorrection, id=words.map(lambda text: content_id("j", text)), claim=claim_id, field=st.just(given[0]),
    was=st.just(given[1]), value=st.just(given[1]), by=words, at=day, why=words,
))
_values = st.builds(ConflictValue, value=words, claims=few(claim_id), origins=few(words))
events = st.builds(
    Event, id=words.map(lambda text: content_id("e", text)), type=any_of(EventType), stage=any_of(Stage),
    factuality=any_of(Factuality), period=st.none() | period, places=places, actors=actors,
    equipment=few(st.builds(EquipmentMention, name=words, kind=words)), quantities=quantities, names=few(words),
    claims=few(claim_id, at_least=1),
    origins=few(st.builds(
        Origin, name=words, kind=any_of(LinkKind), party=maybe, known=st.booleans(), claims=few(claim_id),
    )),
    conflicts=few(st.builds(Conflict, field=words, values=few(_values, at_least=2))),
    grade=st.builds(Grade, letter=st.sampled_from("ABCDEF"), digit=st.integers(1, 6), reasons=few(words)),
    history=few(st.builds(StageChange, stage=any_of(Stage), published=st.none() | day, claim=claim_id)),
    situation=st.none() | words.map(lambda text: content_id("s", text)), reports=st.integers(1, 99),
    outlets=st.integers(0, 99), parts=few(event_id), part_of=few(event_id), also_in=few(situation_id),
    corrections=few(corrections),
)
figures = st.builds(EditionFigure, quantity=quantity, claim=claim_id)
situations = st.builds(
    Situation, id=situation_id, name=words, names=few(words), events=few(event_id), key=maybe, since=maybe,
    kind=any_of(SituationKind), why=words, earlier=few(st.builds(
        EarlierEdition, situation=situation_id, name=words, period=st.none() | period, figures=few(figures),
        followed=few(event_id),
    )),
)
