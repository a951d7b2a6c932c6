"""Of which country a text speaks where it names an office without its state."""

from vedette.knowledge import load_knowledge
from vedette.model import Span
from vedette.reading.facts.grounds import Ground, country_at, named_grounds, placed_grounds
from vedette.reading.inflection import load_inflection
from vedette.reading.names import NameIndex
from vedette.reading.tags import TaggedSpan, Tags
from vedette.reading.tags.labels import SpanKind


def test_what_is_named_most_often_before_counts_and_not_what_is_named_last() -> None:
    grounds = [Ground(Span(0, 6), "LV"), Ground(Span(20, 26), "LV"), Ground(Span(40, 46), "RU")]
    assert country_at(Span(50, 60), grounds, home=None) == "LV"
    assert country_at(Span(44, 60), grounds, home=None) == "RU"  # a place among the words themselves


def test_the_country_of_who_publishes_counts_most_where_it_is_named() -> None:
    grounds = [Ground(Span(0, 6), "BY"), Ground(Span(20, 26), "LT"), Ground(Span(40, 46), "BY")]
    assert country_at(Span(50, 60), grounds, home="LT") == "BY"
    assert country_at(Span(50, 60), grounds, home="LT", own="LT") == "LT"
    assert country_at(Span(50, 60), grounds, home="FI", own="FI") == "BY"  # not named


def test_a_text_that_names_no_country_is_at_home_where_its_language_is() -> None:
    assert country_at(Span(0, 5), [], home="EE") == "EE"
    assert country_at(Span(0, 5), [], home=None) is None


def test_where_no_country_has_half_of_what_is_named_none_is_sure() -> None:
    grounds = [Ground(Span(0, 6), "LV"), Ground(Span(20, 26), "EE"), Ground(Span(40, 46), "LT")]
    assert country_at(Span(50, 60), grounds, home="FI", least=0.5) is None
    assert country_at(Span(50, 60), [*grounds, Ground(Span(47, 49), "EE")], home=None, least=0.5) == "EE"
    assert country_at(Span(0, 5), [], home="EE", least=0.5) is None  # a name is of no home that nothing speaks for


def test_a_mayor_is_of_the_country_of_the_town() -> None:
    text = "Ventspils mērs nosodīja Krievijas dronus, kas ielidoja Latvijā."
    knowledge = load_knowledge()
    inflection = load_inflection("lv")
    named = named_grounds(NameIndex(knowledge, language="lv", inflection=inflection).find(text, published=None))
    mayor = TaggedSpan(kind=SpanKind.SOURCE, span=Span(0, 14), score=1.0, value="official")
    tags = Tags(events=(), spans=(mayor,), links=())
    placed = list(placed_grounds(text, tags, named, gazetteer=knowledge.gazetteer, inflection=inflection))
    assert country_at(mayor.span, [*named, *placed], home=None) == "LV"


def test_a_namesake_at_home_does_not_bring_the_report_home() -> None:
    text = "У Литві дрон упав біля Шумська, підняли авіацію."  # the village in Lithuania, not the town in Ukraine
    knowledge = load_knowledge()
    inflection = load_inflection("uk")
    named = named_grounds(NameIndex(knowledge, language="uk", inflection=inflection).find(text, published=None))
    town = TaggedSpan(kind=SpanKind.PLACE, span=Span(23, 30), score=1.0, value="city")
    tags = Tags(events=(), spans=(town,), links=())
    [placed] = placed_grounds(text, tags, named, gazetteer=knowledge.gazetteer, inflection=inflection)
    assert (town.span.of(text), placed.country) == ("Шумська", "UA") and placed.weight < 1
    assert country_at(Span(40, 47), [*named, placed], home="UA", own="UA") == "LT"
