"""The schema and the reader say the same of every value."""

import json
import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from vedette.knowledge.scenarios import LoadedScenarios, scenario_schema

from .conftest import GOOD

SCHEMA = Draft202012Validator(scenario_schema())
HEAD, INDICATOR, REST = GOOD.partition("[[indicator]]\n")
OWN, MATCH, EVENTS = REST.partition("[indicator.match]\n")
KEYS = ["window", "at_least", "weight", "half_life", "against", "thin", "every", "name", "kind", "why", "off"]
VALUES = [-1, 0, 1, 2, 3.5, 5000, True, "text", "", " ", "count", [], ["LT"]]
# What only the reader can know.
BEYOND = "more than all indicators together give"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(scenario_schema())


@given(key=st.sampled_from(KEYS), value=st.sampled_from(VALUES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
def test_what_one_refuses_the_other_refuses(read: Callable[..., LoadedScenarios], key: str, value: Any) -> None:
    own = [line for line in OWN.splitlines() if not line.startswith(f"{key} =")]
    text = f"{HEAD}{INDICATOR}{key} = {json.dumps(value)}\n" + "\n".join(own) + f"\n{MATCH}{EVENTS}"
    faults = [str(fault) for fault in read(text).faults if BEYOND not in fault.reason]
    assert SCHEMA.is_valid(tomllib.loads(text)) is (not faults), faults


@pytest.mark.parametrize("text", [GOOD.replace("weight = 2", "weight = 2.0"), GOOD.replace("from = 2", "from = 2.0")])
def test_a_number_may_be_written_either_way(read: Callable[..., LoadedScenarios], text: str) -> None:
    assert read(text).faults == () and SCHEMA.is_valid(tomllib.loads(text))
