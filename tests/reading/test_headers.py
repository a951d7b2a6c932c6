"""Who the whole of a report is taken from."""

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import LinkKind, Report, Span
from vedette.reading.headers import dateline_chain, source_chain
from vedette.reading.names import NameIndex


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
    chain = source_chain([line], Report.of(text, ref="a", outlet="Daily Lamp"), names)
    assert [link.name for link in chain] == ["European Pravda", "BelTA"]
    assert all(link.span is not None and link.span.of(text) == link.name for link in chain)
    chain = source_chain([line], Report.of(text, ref="a", outlet="European Pravda"), names)
    assert [link.name for link in chain] == ["BelTA"]


def test_a_source_that_no_pack_knows_is_named_as_the_line_has_it(names: NameIndex) -> None:
    text = "Source: The Lamplighter of Tartu"
    [link] = source_chain([Span(8, len(text))], Report.of(text, ref="a"), names)
    assert (link.name, link.id, link.kind) == ("The Lamplighter of Tartu", None, LinkKind.OUTLET)
