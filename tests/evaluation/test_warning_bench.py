"""The bench of warning measures what it says: every added event is matched, and only what it touches is weighed."""

from vedette.evaluation.warning_bench import described, made_scenarios, measure


def test_a_small_desk_is_measured():
    found = measure(60, indicators=40, added=3)
    assert found.events >= 60
    assert found.indicators == 40
    assert found.matches > 0
    assert len(found.added) == 3
    assert 0 < found.weighed <= 4
    assert all(seconds > 0 for seconds in (*found.added, found.first, found.daily))


def test_what_is_made_is_a_thousand_indicators_that_are_not_alike():
    scenarios = list(made_scenarios(1000))
    indicators = [one for scenario in scenarios for one in scenario.indicators]
    assert (len(scenarios), len(indicators)) == (100, 1000)
    assert len({one.id for one in indicators}) == 1000
    assert len({(one.matcher.types, one.matcher.countries) for one in indicators if one.matcher is not None}) == 72


def test_the_section_says_how_many_and_how_long():
    found = measure(20, indicators=10, added=2)
    section = described(found)
    assert f"10 indicators in 1 scenarios over {found.events:,} events" in section
    assert "| the same, p99 | " in section
