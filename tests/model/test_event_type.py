"""Every event type is defined once, in words and for its neighbours among ontologies."""

import re

import pytest

from vedette.model import EVENT_TYPES, EventType, TypeDefinition, type_definition


def test_every_type_is_defined_once_in_the_order_of_the_list() -> None:
    assert [one.type for one in EVENT_TYPES] == list(EventType)


@pytest.mark.parametrize("definition", EVENT_TYPES, ids=lambda one: one.type)
def test_a_definition_and_its_example_are_one_sentence_each(definition: TypeDefinition) -> None:
    for sentence in (definition.definition, definition.example):
        assert sentence[0].isupper() and sentence.endswith(".") and sentence.count(". ") == 0


@pytest.mark.parametrize("definition", EVENT_TYPES, ids=lambda one: one.type)
def test_codes_look_like_codes_of_their_ontology(definition: TypeDefinition) -> None:
    assert re.fullmatch(r"([A-Z]+(-\w+)?)?", definition.plover)
    assert re.fullmatch(r"((0[1-9]|1\d|20)\d{0,2})?", definition.cameo)


def test_a_type_is_looked_up_by_itself() -> None:
    assert type_definition(EventType.DRONE_INCIDENT).family == "air"
