"""Requests that nobody thought of: made from the description, the same ones every time."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from vedette.presentation.web.api import API, API_ROOT
from vedette.store.accounts import Role

MANY = 6
# A cursor is opaque, a day must be one of the calendar, and what is decided must be there: a request can be
# written as it should and still ask for nothing that there is. `test_answers.py` holds what is refused.
NOT_HELD = [schemathesis.checks.positive_data_acceptance]


@pytest.fixture(scope="module")
def described(read_desk):
    """The description, with the desk behind it."""
    return schemathesis.openapi.from_asgi(f"{API_ROOT}/openapi.json", read_desk.app)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("endpoint", API, ids=lambda one: f"{one.method} {one.path}")
def test_every_operation_keeps_to_its_description(described, read_desk, endpoint, mode):
    operation = described[API_ROOT + endpoint.path][endpoint.method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=MANY, deadline=None, derandomize=True, database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    def keeps(case):
        token = read_desk.tokens[Role.ANALYST]
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, excluded_checks=NOT_HELD)

    keeps()
