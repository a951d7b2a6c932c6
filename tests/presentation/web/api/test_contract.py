"""The description says what is answered: every field that it names is there, and no other."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from vedette.presentation.web.api import API, API_ROOT
from vedette.presentation.web.api.forms import CONTRACT, components, contract


@pytest.fixture(scope="module")
def judged(filled, tmp_path_factory, knowledge):
    """A desk on which every kind of decision was made."""
    from api_desk import ApiDesk

    desk = ApiDesk(Path(shutil.copy(filled, tmp_path_factory.mktemp("judged"))), knowledge)
    claims = [claim["id"] for claim in desk.get(f"{API_ROOT}/claims").json()["claims"]]
    border = desk.events(type="border_closure")[0]["id"]
    for given in (
        {"decision": "unsure", "left": claims[0], "right": claims[1]},
        {"decision": "override", "event": border, "grade": "B2"},
        {"decision": "correct", "claim": claims[4], "field": "period", "value": "2025-10"},
        {"decision": "rate", "source": "Example Post", "letter": "B"},
    ):
        made = desk.post({**given, "why": "x"})
        assert made.status_code == 201
    desk.post({"decision": "undo", "undoes": made.json()["id"], "why": "x"})
    yield desk
    desk.store.close()


@pytest.fixture(scope="module")
def document(judged):
    return judged.get(f"{API_ROOT}/openapi.json").json()


def validator(document: dict[str, Any], name: str) -> Draft202012Validator:
    registry = Registry().with_resource("urn:api", Resource.from_contents(
        document | {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    ))
    return Draft202012Validator({"$ref": f"urn:api#/components/schemas/{name}"}, registry=registry)


def examples(desk) -> dict[str, list[Any]]:
    """Answers of each form: every list, and everything that stands in one and has an address of its own."""
    found: dict[str, list[Any]] = {}
    listed: dict[str, list[Any]] = {}
    for one in API:
        if one.method == "GET" and "{" not in one.path:
            answer = desk.get(API_ROOT + one.path + ("?q=border" if one.noun == "search" else "")).json()
            found[one.answer] = [answer]
            listed[one.noun] = answer.get(one.noun.replace("-", "_"), [])
    for one in API:
        if one.answer and "{" in one.path:
            key = re.findall(r"{(\w+)}", one.path)[0]
            found[one.answer] = [desk.get(API_ROOT + one.path.format(**{key: item[key]})).json()
                                 for item in listed[one.noun]]
    return found


def fields(form: Any, named: dict[str, Any]) -> set[str]:
    """Name every field of an object of this form, however it is put together."""
    if "$ref" in form:
        return fields(named[form["$ref"].rpartition("/")[2]], named)
    return set(form.get("properties", {})).union(*(fields(part, named) for part in form.get("allOf", ())))


def test_every_answer_has_the_form_that_is_described_and_no_other_field(judged, document):
    named = document["components"]["schemas"]
    for form, answers in examples(judged).items():
        check = validator(document, form)
        seen: set[str] = set()
        for answer in answers:
            check.validate(answer)
            seen |= set(answer)
        assert seen == fields(named[form], named), form


def test_items_of_lists_have_every_field_that_is_described(judged, document):
    named, found = document["components"]["schemas"], examples(judged)
    for form in [name for name in found if name.endswith("List")]:
        (key,) = set(named[form]["properties"]) - {"schema", "total", "limit", "next", "cursor"}
        items = found[form][0][key]
        seen = set().union(*(set(item) for item in items))
        left_out = {"summary", "evidence"} if form == "EventList" else set()
        assert seen == fields(named[form.removesuffix("List")], named) - left_out, form


def test_a_problem_has_the_form_that_is_described(judged, document):
    check = validator(document, "Problem")
    for address in ("/events/missing", "/events?since=soon", "/nothing"):
        check.validate(judged.get(API_ROOT + address).json())
    for example in document["components"]["schemas"]["Problem"]["examples"]:
        check.validate(example)


@pytest.mark.parametrize("noun", CONTRACT)
def test_the_forms_of_the_contract_are_not_written_twice(noun):
    form, whole = components()[noun.capitalize()], contract(noun)
    assert set(form["properties"]) == set(whole["properties"]) and form["required"] == whole["required"]
    assert form["description"] == whole["description"]


def test_the_description_is_one_of_openapi_3_1_and_names_every_address(document):
    assert document["openapi"].startswith("3.1")
    written = {(path, method.upper()) for path, own in document["paths"].items() for method in own}
    assert written == {(API_ROOT + one.path, one.method) for one in API}


def test_everything_is_described(document):
    for path, own in document["paths"].items():
        for method, operation in own.items():
            where = f"{method} {path}"
            assert operation["summary"] and operation["operationId"] and operation["tags"], where
            for parameter in operation.get("parameters", ()):
                said = parameter.get("description") or parameter["schema"].get("description")
                assert said, f"{where}: {parameter['name']}"
            assert {"401", "403", "422", "429", "500"} <= set(operation["responses"]), where
    tags = {tag["name"] for tag in document["tags"]}
    assert tags == {one.noun for one in API}


def test_every_reference_of_the_description_leads_somewhere(document):
    named = set(document["components"]["schemas"])
    assert set(re.findall(r'"\$ref": ?"#/components/schemas/(\w+)"', str(document).replace("'", '"'))) <= named


def test_examples_of_requests_are_what_they_are_examples_of(document):
    bodies = {name: form for name, form in document["components"]["schemas"].items() if name.startswith("Given")}
    assert len(bodies) >= 4
    for name, form in bodies.items():
        for example in form["examples"]:
            validator(document, name).validate(example)
