"""A scenario is read as written; what is wrong is told whole, with file, line, key and fix, and stops nobody else."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from vedette.knowledge.packs import SHIPPED
from vedette.knowledge.scenarios import LoadedScenarios, check_scenarios, load_scenarios, scenario_schema
from vedette.model import CountRule, EventType, Knowledge, Likelihood, OrderRule, Polygon, Scenario

from .conftest import GOOD

Read = Callable[..., LoadedScenarios]
SCHEMA = Draft202012Validator(scenario_schema())
MORE = """
[[indicator]]
id = "{id}"
name = "Another"
kind = {rest}
"""


def one(loaded: LoadedScenarios) -> Scenario:
    assert [str(fault) for fault in loaded.faults] == []
    assert len(loaded.scenarios) == 1
    return loaded.scenarios[0]


def more(id: str, rest: str) -> str:
    return GOOD + MORE.format(id=id, rest=rest)


def swapped(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def test_a_scenario_is_read_as_it_is_written(read: Read) -> None:
    scenario = one(read(GOOD))
    assert (scenario.id, scenario.name, scenario.question) == ("it", "Smugglers' balloons", "Does it go on?")
    assert [(level.name, level.points, level.likelihood) for level in scenario.levels] == [
        ("calm", 0.0, None), ("raised", 2.0, Likelihood.LIKELY),
    ]
    balloons = scenario.indicators[0]
    assert (balloons.rule, balloons.weight) == (CountRule(window=7, at_least=2), 2.0)
    assert balloons.matcher is not None
    assert (balloons.matcher.types, balloons.matcher.countries) == ((EventType.DRONE_INCIDENT,), ("LT",))


def test_tables_inside_an_indicator_may_be_written_in_either_way_of_toml(read: Read) -> None:
    dotted = swapped("[indicator.match]\ntypes =", "match.types =").replace("countries =", "match.countries =")
    assert one(read(dotted)).indicators == one(read(GOOD)).indicators


def test_the_mark_changes_with_a_rule_and_not_with_a_comment(read: Read) -> None:
    mark = one(read(GOOD)).mark
    assert one(read("# a comment\n" + GOOD)).mark == mark
    assert one(read(swapped("window = 7", "window = 8"))).mark != mark


def test_places_borders_and_areas_are_looked_up(read: Read) -> None:
    text = swapped('countries = ["LT"]', 'places = ["Brest, BY"]\nwithin_km = 30\nborders = ["PL-BY"]\n'
                   "polygon = [[23, 51], [25, 51], [25, 53]]")
    matcher = one(read(text)).indicators[0].matcher
    assert matcher is not None
    assert (matcher.near[0].name, matcher.within_km, {*matcher.borders[0]}) == ("Brest", 30.0, {"BY", "PL"})
    assert matcher.areas == (Polygon(((23.0, 51.0), (25.0, 51.0), (25.0, 53.0))),)


def test_an_indicator_may_be_built_of_others(read: Read) -> None:
    text = more("first-this", '"order"\nwindow = 30\nfirst = "balloons"\nthen = "closure"') + MORE.format(
        id="closure", rest='"count"\nwindow = 30\nmatch.types = ["border_closure"]\nmatch.countries = ["LT"]')
    assert one(read(text)).indicator("first-this").rule == OrderRule(window=30, first="balloons", then="closure")


WRONG = [
    # What is written, the line that is named, what is said; whether the schema sees it too.
    (swapped('question = "Does it go on?"\n', ""), None, "key 'question': is missing", True),
    (swapped("window = 7", "window = 0"), 17, "key 'window': 0 is out of bounds. Give 1 or more", True),
    (swapped("window = 7", "window = 99999"), 17, "at most 3660", True),
    (swapped("window = 7", 'window = "a week"'), 17, "has to be a whole number", True),
    (swapped("window = 7\n", ""), 13, "key 'window': is missing", True),
    (swapped("at_least = 2", "at_last = 2"), 18, "Did you mean 'at_least'?", True),
    (swapped("at_least = 2", "every = 2"), 18, "does not belong to the kind 'count'", True),
    (swapped('kind = "count"', 'kind = "counts"'), 16, "Did you mean 'count'?", True),
    (swapped('["drone_incident"]', '["drone_incidents"]'), 21, "Did you mean 'drone_incident'?", True),
    (swapped('["LT"]', '["Lithuania"]'), 22, "not an ISO 3166-1 alpha-2 code", True),
    (swapped('["LT"]', "[]"), 22, "would let everything through", True),
    (swapped('countries = ["LT"]', "factualities = []"), 22, "would let everything through. Name", True),
    (swapped('["LT"]', '["QX"]'), 22, "no country has the code 'QX'", False),
    (swapped('countries = ["LT"]', 'stages = ["later"]'), 22, "'later' is not known. Use some of: planned", True),
    (swapped('countries = ["LT"]', 'initiators = ["Ruritania"]'), 22, "no actor has the id 'Ruritania'", False),
    (swapped('countries = ["LT"]', 'places = ["Nowhere at All"]'), 22, "'Nowhere at All' is not known", False),
    (swapped('countries = ["LT"]', 'borders = ["LT-PT"]'), 22, "'LT-PT' is not known", False),
    (swapped('countries = ["LT"]', 'within_km = 5'), 22, "names no place to be near", False),
    (swapped('countries = ["LT"]', 'grade = "Z9"'), 22, "is no Admiralty code", True),
    (swapped('countries = ["LT"]', 'figure_at_least = 5'), 20, "a figure of what?", False),
    (swapped('countries = ["LT"]', 'units = ["trops"]\nfigure_at_least = 5'), 22, "Did you mean 'troops'?", False),
    (GOOD.partition("[indicator.match]")[0], 13, "'match': is missing", True),
    (swapped('types = ["drone_incident"]\ncountries = ["LT"]', 'stages = ["planned"]'), 20, "lets every event", False),
    (swapped('id = "balloons"', 'id = "Balloons!"'), 14, "is no id", True),
    (swapped("from = 2", "from = 0"), 10, "0 is not above the 0 of the level before", False),
    (swapped("from = 0", "from = 1"), 6, "has to be 0", False),
    (swapped("from = 2", "from = 3"), 10, "3 is more than all indicators together give (2)", False),
    (swapped("from = 2", "from = 2\nfalls_below = 2.5"), 11, "2.5 is more than the 2 from which on", False),
    (swapped("from = 2", "from = 2\nfalls_below = 0"), 11, "more than 0", True),
    (swapped("from = 0", "from = 0\nfalls_below = 1"), 7, "which always holds", False),
    (swapped('name = "raised"', 'name = "calm"'), 9, "is that of another level", False),
    (swapped('likelihood = "likely"', 'likelihood = "perhaps"'), 11, "'perhaps' is not known", True),
    (swapped("from = 0", 'from = 0\nlikelihood = "very_likely"'), 12, "less likely than the level before", False),
    (swapped('likelihood = "likely"', 'needs = ["baloons"]'), 11, "Did you mean 'balloons'?", False),
    (swapped('likelihood = "likely"', 'raised_by = ["x"]'), 11, "There are: balloons", False),
    (more("balloons", '"count"\nwindow = 5\nmatch.types = ["strike"]'), 25, "that of indicator 1 already", False),
    (more("b", '"all"\nof = ["balloons", "c"]'), 28, "no indicator has the id 'c'", False),
    (more("b", '"any"\nof = ["balloons"]\nat_least = 2'), 29, "more than the 1 indicators named", False),
    (more("b", '"all"\nof = ["b"]'), 28, "runs in a circle: b -> b", False),
    (more("b", '"all"\nof = ["c"]') + MORE.format(id="c", rest='"any"\nof = ["b", "balloons"]'), 28, "circle", False),
    (more("b", '"order"\nwindow = 5\nfirst = "balloons"\nthen = "balloons"'), 30, "the same as 'first'", False),
    (more("b", '"order"\nwindow = 5\nfirst = "balloons"\nthen = "c"') + MORE.format(id="c", rest='"health"'), 30,
     "about no events of its own", False),
    (more("b", '"rhythm"\nwindow = 5\nat_least = 6\nevery = 2\nmatch.types = ["strike"]'), 29, "do not fit", False),
    (more("b", '"baseline"\nwindow = 30\nbaseline = 7\nfactor = 2\nmatch.types = ["strike"]'), 29, "shorter", False),
    (more("b", '"baseline"\nwindow = 3\nbaseline = 7\nfactor = 1\nmatch.types = ["strike"]'), 30, "more than 1", True),
    (more("b", '"sum"\nwindow = 3\nat_least = 7\nmatch.types = ["strike"]'), 24, "a figure of what?", False),
    (more("b", '"all"\nof = ["balloons"]\nmatch.types = ["strike"]'), 29, "does not belong to the kind 'all'", True),
    (swapped('kind = "count"', 'kind = "count"\nseen_by = 3'), 17, "has to be a table", True),
    (swapped('kind = "count"', 'kind = "count"\nthin = "yes"'), 17, "true or false", True),
    (swapped('kind = "count"', 'kind = "count"\nseen_by.share = 1.5'), 17, "at most 1", True),
    (swapped("from = 2", "from = nan"), 10, "has to be a number", False),
    (swapped('name = "raised"\n', 'name = "raised"\ncolour = "red"\n'), 10, "Known keys: falls_below, from", True),
]


@pytest.mark.parametrize(("text", "line", "told", "in_schema"), WRONG, ids=[told for _, _, told, _ in WRONG])
def test_a_mistake_is_told_with_file_line_key_and_fix(
    read: Read, text: str, line: int | None, told: str, in_schema: bool
) -> None:
    loaded = read(text)
    assert loaded.scenarios == ()
    fault = next(fault for fault in loaded.faults if told in str(fault))
    assert (fault.file.name, fault.line) == ("it.toml", line)
    assert SCHEMA.is_valid(tomllib.loads(text)) is not in_schema


CORNERS = [
    ("[[23, 51], [25, 51]]", "different corners"), ("[[23, 51], [25, 51], [23, 51]]", "different corners"),
    ("[[23, 51], [25, 51], [27, 51]]", "on one line"), ("[[23, 51], [25, 53], [25, 51], [23, 53]]", "cross, 1 and 3"),
    ("[[23, 151], [25, 51], [25, 53]]", "Are the two swapped?"), ("[[23, 51], [25], [25, 53]]", "corner 2 is [25]"),
    ("[[0, 80], [90, 80], [180, 80], [-90, 80]]", "goes round a pole"), ('"here"', "has to be a list of corners"),
    ("[[-90, 10], [90, 10], [0, 20]]", "half round the earth"), ("[[1, 2], [true, 3], [4, 5]]", "corner 2"),
]


@pytest.mark.parametrize(("corners", "told"), CORNERS, ids=[told for _, told in CORNERS])
def test_a_polygon_that_is_none_is_told(read: Read, corners: str, told: str) -> None:
    fault, = read(swapped('countries = ["LT"]', f"polygon = {corners}")).faults
    assert told in str(fault) and fault.line == 22


def test_all_that_is_wrong_with_a_file_is_told_at_once(read: Read) -> None:
    text = swapped("window = 7", "window = 0").replace('["LT"]', '["Lithuania"]').replace("from = 2", "from = 0")
    assert [fault.line for fault in read(text).faults] == [10, 17, 22]


def test_a_file_with_faults_stops_no_other(read: Read) -> None:
    loaded = read(GOOD, broken="name = ", bytes="name = 1", empty="")
    assert [scenario.id for scenario in loaded.scenarios] == ["it"]
    assert {fault.file.name for fault in loaded.faults} == {"broken.toml", "bytes.toml", "empty.toml"}
    assert next(fault for fault in loaded.faults if fault.file.name == "broken.toml").line == 1


def test_what_is_no_text_is_told(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "it.toml").write_bytes(b"name = \"\xff\"")
    fault, = check_scenarios([tmp_path / "it.toml"], knowledge=knowledge).faults
    assert "not UTF-8" in str(fault)
    fault, = check_scenarios([tmp_path / "gone.toml"], knowledge=knowledge).faults
    assert "cannot be read" in str(fault)


TEMPLATE = GOOD.replace("\n[[level]]", '\n[[parameter]]\nname = "where"\nabout = "countries"\n\n'
                        '[[parameter]]\nname = "what"\nabout = "its name"\n\n[[level]]', 1) \
    .replace("Smugglers' balloons", "$what over a border").replace('["LT"]', '["EE", "$where"]')
FILLED = 'template = "open"\n[values]\nwhere = ["LV"]\nwhat = "Balloons"\n'


def test_a_template_is_filled_in_and_is_none_itself(read: Read) -> None:
    scenario = one(read(FILLED, open=TEMPLATE))
    assert (scenario.id, scenario.name) == ("it", "Balloons over a border")
    matcher = scenario.indicators[0].matcher
    assert matcher is not None and matcher.countries == ("EE", "LV")
    assert SCHEMA.is_valid(tomllib.loads(FILLED)) and SCHEMA.is_valid(tomllib.loads(TEMPLATE))


def test_what_fills_a_template_in_may_have_a_name_of_its_own(read: Read) -> None:
    assert one(read('name = "Mine"\n' + FILLED, open=TEMPLATE)).name == "Mine"


@pytest.mark.parametrize(("filled", "template", "told"), [
    (FILLED.replace("open", "opn"), TEMPLATE, "there is no template 'opn'"),
    (FILLED.replace('where = ["LV"]\n', ""), TEMPLATE, "values.where': is missing"),
    (FILLED.replace("where", "were"), TEMPLATE, "Did you mean 'where'?"),
    (FILLED.replace('["LV"]', '["QX"]'), TEMPLATE, "no country has the code 'QX'"),
    ("kind = 1\n" + FILLED, TEMPLATE, "belongs to the template"),
    (FILLED, TEMPLATE.replace("$where", "$were"), "'$were' is no parameter"),
    (FILLED, TEMPLATE.replace('about = "countries"\n', ""), "key 'about': is missing"),
])
def test_a_template_that_cannot_be_filled_in_is_told(read: Read, filled: str, template: str, told: str) -> None:
    loaded = read(filled, open=template)
    assert loaded.scenarios == ()
    fault = next(fault for fault in loaded.faults if told in str(fault))
    assert fault.line is not None


def test_an_open_place_that_is_no_parameter_is_told_with_its_line(read: Read) -> None:
    template = TEMPLATE.replace("$where", "$were")
    fault = next(one for one in read(FILLED, open=template).faults if "is no parameter" in one.reason)
    assert fault.file.name == "open.toml"
    assert "$were" in template.splitlines()[(fault.line or 0) - 1]


def test_a_value_that_the_template_cannot_take_is_told_where_the_template_is_named(read: Read) -> None:
    fault, = read(FILLED.replace('["LV"]', '["QX"]'), open=TEMPLATE).faults
    assert (fault.file.name, fault.line) == ("it.toml", 1)
    assert "indicator 1 'balloons', key 'match.countries': no country has the code 'QX'" in fault.reason


def test_what_is_shipped_is_right(knowledge: Knowledge) -> None:
    loaded = load_scenarios(knowledge=knowledge)
    assert loaded.faults == ()
    assert {scenario.id for scenario in loaded.scenarios} == {
        "airspace-escalation", "border-hybrid-pressure", "exercise-build-up",
    }
    for file in (file for pack in SHIPPED for file in (pack / "scenarios").glob("*.toml")):
        SCHEMA.validate(tomllib.loads(file.read_text(encoding="utf-8")))


def test_a_scenario_of_a_users_pack_replaces_that_of_the_same_name_or_switches_it_off(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "airspace-escalation.toml").write_text(GOOD, encoding="utf-8")
    (folder / "exercise-build-up.toml").write_text("off = true", encoding="utf-8")
    loaded = load_scenarios([tmp_path], knowledge=knowledge)
    assert [(one.id, one.name) for one in loaded.scenarios if one.id != "border-hybrid-pressure"] == [
        ("airspace-escalation", "Smugglers' balloons")]
    assert loaded.faults == ()
