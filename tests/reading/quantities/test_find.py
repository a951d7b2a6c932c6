"""Which numbers of a text are quantities, and of what."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proportion import grows_in_proportion
from vedette.model.claim import QuantityMention
from vedette.model.span import Span
from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("en")


def found_in(text: str, *, masked: tuple[Span, ...] = ()) -> list[QuantityMention]:
    return find_quantities(text, words=WORDS, masked=masked)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("34,000 troops took part", 34000, "troops"),
        ("34 000 soldiers took part", 34000, "soldiers"),
        ("1.5 million people fled", 1_500_000, "people"),
        ("two dozen drones fell", 24, "drones"),
        ("a dozen balloons drifted", 12, "balloons"),
        ("a hundred vehicles passed", 100, "vehicles"),
        ("half a million people fled", 500_000, "people"),
        ("half a dozen ships sailed", 6, "ships"),
        ("twenty-four migrants crossed", 24, "migrants"),
        ("two hundred and six soldiers left", 206, "soldiers"),
        ("three hundred thousand reservists", 300_000, "reservists"),
        ("one drone fell", 1, "drones"),
        ("One fighter jet took off", 1, "fighter jets"),
        ("five aircraft carriers", 5, "aircraft carriers"),
        ("19 aircraft took off", 19, "aircraft"),
        ("200 servicemen arrived", 200, "servicemen"),
        ("1,200 military personnel arrived", 1200, "personnel"),
        ("seven crossing attempts", 7, "attempts"),
        ("On Wednesday 19 drones fell", 19, "drones"),
        ("one of the drones fell", 1, "drones"),
        ("12 of the 20 drones were shot down", 12, "drones"),
        ("12kg of hashish", 12, "kg"),
        ("20 kilometers from the border", 20, "km"),
        ("20 km from the border", 20, "km"),
        ("30 miles inland", 30, "miles"),
        ("12 nautical miles off", 12, "nautical miles"),
        ("at 3,000 metres", 3000, "m"),
        ("a 155-mm shell", 155, "mm"),
        ("a five-kilometre zone", 5, "km"),
        ("at 100 km/h", 100, "km/h"),
        ("some land of 50 square kilometres", 50, "km2"),
        ("$5 million was paid", 5_000_000, "USD"),
        ("€3bn was paid", 3_000_000_000, "EUR"),
        ("$1.5m was paid", 1_500_000, "USD"),
        ("2 million euros was paid", 2_000_000, "EUR"),
        ("PLN 20 million was paid", 20_000_000, "PLN"),
        ("30% of the crews", 30, "%"),
        ("12 percent of the crews", 12, "%"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str) -> None:
    (found,) = found_in(text)
    assert (found.value, found.unit, found.high, found.qualifier) == (value, unit, None, "exactly")


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("more than 20 drones", 20, "at_least"),
        ("over 300 km", 300, "at_least"),
        ("at least five people", 5, "at_least"),
        ("no fewer than 3 ships", 3, "at_least"),
        ("20 or more ships", 20, "at_least"),
        ("20 drones or more", 20, "at_least"),
        ("dozens of drones", 24, "at_least"),
        ("hundreds of people", 200, "at_least"),
        ("tens of thousands of people", 20_000, "at_least"),
        ("up to 6,000 soldiers", 6000, "at_most"),
        ("no more than 10 people", 10, "at_most"),
        ("fewer than nine men", 9, "at_most"),
        ("under 5 kg", 5, "at_most"),
        ("about 300 km", 300, "about"),
        ("around 40 vehicles", 40, "about"),
        ("some 40 vehicles", 40, "about"),
        ("nearly 2,000 migrants", 2000, "about"),
        ("roughly a hundred tanks", 100, "about"),
        ("approximately 7 tonnes", 7, "about"),
        ("exactly 13 balloons", 13, "exactly"),
    ],
)
def test_qualifier(text: str, value: float, qualifier: str) -> None:
    (found,) = found_in(f"He saw {text}.")
    assert (found.value, found.qualifier, found.span.of(f"He saw {text}.")) == (value, qualifier, text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("6,000 to 8,000 troops", 6000, 8000),
        ("between 6,000 and 8,000 troops", 6000, 8000),
        ("6,000–8,000 troops", 6000, 8000),
        ("6-8 thousand troops", 6000, 8000),
        ("five to seven thousand troops", 5000, 7000),
        ("$1 to $3 million", 1_000_000, 3_000_000),
        ("30-40%", 30, 40),
    ],
)
def test_range(text: str, low: float, high: float) -> None:
    (found,) = found_in(text)
    assert (found.value, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("2 kilograms of explosives detonated", "explosives"),
        ("40 tonnes of humanitarian aid to Kyiv", "humanitarian aid"),
        ("3 tonnes of diesel leaked", "diesel"),
        ("5 km of fence, then a gate", "fence"),
        ("20 km from the border", None),
    ],
)
def test_what_is_measured(text: str, thing: str | None) -> None:
    (found,) = found_in(text)
    assert found.of == thing


@pytest.mark.parametrize(
    ("text", "unit", "scope"),
    [
        ("34,000 Polish and allied troops", "troops", "Polish and allied"),
        ("one Russian fighter jet", "fighter jets", "Russian"),
        ("three MiG-31 fighters", "fighters", "MiG-31"),
        ("two Leopard 2 tanks", "tanks", "Leopard 2"),
        ("10 more soldiers", "soldiers", None),
        ("10 additional Latvian soldiers", "soldiers", "Latvian"),
        ("10 soldiers", "soldiers", None),
    ],
)
def test_what_the_count_is_limited_to(text: str, unit: str, scope: str | None) -> None:
    (found,) = found_in(text)
    assert (found.unit, found.scope) == (unit, scope)


@pytest.mark.parametrize(
    "text",
    [
        "MiG-31, Su-27, F-16, S-400, Kh-101 and T-72",
        "a Boeing 737 aircraft",
        "The Zapad 2025 troops",
        "Article 4 states",
        "Flight 93 and Line 5",
        "resolution 2231",
        "brigade 36 vehicles",
        "the 37th brigade",
        "Brest won 3-1.",
        "Call +375 29 123 45 67.",
        "on 12 September soldiers left",
        "in 2025 troops left",
        "at 7:30 people left",
        "the 12.09.2025 attacks",
        "20 drone operators",
        "several drones",
        "a drone",
        "five days",
        "killed 12 in two days",
        "room 101 people",
    ],
)
def test_not_a_quantity(text: str) -> None:
    assert found_in(text) == []


def test_figures_of_a_list_are_each_found() -> None:
    found = found_in("5 drones = 3 drones + 1 drone + 1 balloon")
    assert [(each.value, each.unit) for each in found] == [(5, "drones"), (3, "drones"), (1, "drones"), (1, "balloons")]


def test_a_number_inside_a_mask_is_none_but_a_name_may_be_masked() -> None:
    text = "three MiG-31 fighters on 12 ships"
    assert [each.value for each in found_in(text, masked=(Span(6, 12),))] == [3, 12]
    assert [each.value for each in found_in(text, masked=(Span(25, 27),))] == [3]


TYPICAL = [
    "12", "34,000", "1.5", "two", "hundred", "thousand", "and", "a", "half", "dozen", "dozens", "of", "million",
    "more", "than", "between", "to", "-", "–", "%", "$", "€", "kg", "kilometres", "Polish", "allied", "troops",
    "drone", "MiG-31", "155-mm", "twenty-four", "the", "20km", "3bn", "or", "1,23", "²", "٣", "İ", ".", ",", ":",
]  # fmt: skip
PIECES = st.sampled_from(TYPICAL)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = found_in(text)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for each in found:
        words = each.span.of(text)
        assert words == words.strip() != ""
        assert each.value >= 0
        assert each.high is None or each.high > each.value
        assert each.scope is None or each.scope in words
        assert each.of is None or each.of in words


@pytest.mark.parametrize(
    "piece", ["12 ", "1", "12-", "two hundred and ", "at least ", "12 Polish and ", "34,000 ", "a-"]
)
def test_long_monotonous_text_takes_time_in_proportion(piece: str) -> None:
    assert grows_in_proportion(lambda size: found_in(piece * (size // len(piece))), 3_000)
