"""Who the whole of a report is taken from."""

import re

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import Attribution, LinkKind, Report, Span
from vedette.reading.headers import dateline_chain, signature_chain, source_chain
from vedette.reading.names import NameIndex

CITING = re.compile(r"\b(?:citing|via)\b")


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return NameIndex(load_knowledge(), language="en")


def test_the_agency_of_a_dateline_is_a_source_where_another_prints_it(names: NameIndex) -> None:
    text = "RIGA, June 1 (Example Wire) - The border closed."
    [link] = dateline_chain(Report.of(text, ref="a", outlet="Daily Lamp"), names)
    assert (link.name, link.kind, link.cue) == ("Example Wire", LinkKind.AGENCY, "dateline")
    assert dateline_chain(Report.of(text, ref="a", outlet="Example Wire"), names) == ()


def test_a_source_line_names_its_outlets_in_order_and_never_the_publisher(names: NameIndex) -> None:
    text = "Source: European Pravda, citing BelTA"
    line = Span(8, len(text))
    chain = source_chain([line], Report.of(text, ref="a", outlet="Daily Lamp"), names, citing=CITING)
    assert [(link.name, link.cue) for link in chain] == [("European Pravda", "Source"), ("BelTA", "citing")]
    assert all(link.span is not None and link.span.of(text) == link.name for link in chain)
    chain = source_chain([line], Report.of(text, ref="a", outlet="European Pravda"), names, citing=CITING)
    assert [link.name for link in chain] == ["BelTA"]


def test_a_source_that_no_pack_knows_is_named_as_the_line_has_it(names: NameIndex) -> None:
    text = "Source: The Lamplighter of Tartu"
    [link] = source_chain([Span(8, len(text))], Report.of(text, ref="a"), names, citing=CITING)
    assert (link.name, link.id, link.kind) == ("The Lamplighter of Tartu", None, LinkKind.OUTLET)


def test_whoever_speaks_stands_behind_the_outlet_that_carries_it(names: NameIndex) -> None:
    text = "Source: Mayor Ilze Example via European Pravda"
    chain = source_chain(
        [Span(8, len(text))], Report.of(text, ref="a"), names, citing=CITING,
        read_speaker=lambda span, cue: Attribution(name=span.of(text), kind=LinkKind.OFFICIAL, cue=cue, span=span),
    )
    assert [link.name for link in chain] == ["European Pravda", "Mayor Ilze Example"]


def test_the_party_of_an_agency_is_the_state_that_directs_it_else_its_house(names: NameIndex) -> None:
    text = "Source: BelTA, citing European Pravda"
    chain = source_chain([Span(8, len(text))], Report.of(text, ref="a"), names, citing=CITING)
    assert [(link.name, link.party) for link in chain] == [("BelTA", "BY"), ("European Pravda", "Ukrainska Pravda")]


@pytest.mark.parametrize("text", [
    "Hamburg (dpa) - Die Grenze ist zu.", "Gdynia, 5 maja (PAP). Granica jest zamknięta.",
    "МИНСК, 5 мая. /ТАСС/. Граница закрыта.", "РИГА, 5 мая — РИА Новости. Граница закрыта.",
])
def test_a_dateline_is_one_however_a_country_writes_it(text: str, names: NameIndex) -> None:
    [link] = dateline_chain(Report.of(text, ref="a", outlet="Daily Lamp"), names)
    assert link.kind is LinkKind.AGENCY and link.name in text


@pytest.mark.parametrize("text", [
    "The Coast Guard (USCG) closed the port.", "The North Atlantic Treaty Organisation (NATO) - an alliance - met.",
    "Riga, the capital, was quiet. The border closed.",
])
def test_a_name_with_its_abbreviation_is_no_dateline(text: str, names: NameIndex) -> None:
    assert dateline_chain(Report.of(text, ref="a"), names) == ()


@pytest.mark.parametrize("ending", [" (PAP)", "\n\nPAP", "\n\n/PAP/", "\n\nPAP\n\nWritten by our desk in Riga"])
def test_an_agency_signs_below_the_text(ending: str, names: NameIndex) -> None:
    text = f"The border closed. Trucks are waiting.{ending}"
    [link] = signature_chain(Report.of(text, ref="a", outlet="Daily Lamp"), names)
    assert (link.name, link.kind) == ("PAP", LinkKind.AGENCY)
    assert signature_chain(Report.of(text, ref="a", outlet="PAP"), names) == ()


@pytest.mark.parametrize("text", [
    "The border closed, PAP", "The border closed. A driver spoke to PAP.", "The border closed.\n\nDaily Lamp",
])
def test_an_agency_in_a_sentence_signs_nothing(text: str, names: NameIndex) -> None:
    assert signature_chain(Report.of(text, ref="a"), names) == ()
