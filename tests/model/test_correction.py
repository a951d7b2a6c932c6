"""What a person can set in a claim, and that nothing else of the claim changes."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from strategies import claims, field_values

from vedette.model import Claim, CorrectedField, Correction, EventType, Factuality, FieldValue
from vedette.model.correction import no_value, value_from_json, value_of, value_to_json, with_value


@given(given_value=field_values)
def test_a_value_is_the_same_after_it_lay_on_a_desk(given_value: tuple[CorrectedField, FieldValue]) -> None:
    field, value = given_value

    assert value_from_json(field, value_to_json(value)) == value


@given(claim=claims, given_value=field_values)
def test_a_corrected_claim_has_the_value_and_keeps_its_id_and_its_anchor(
    claim: Claim, given_value: tuple[CorrectedField, FieldValue]
) -> None:
    field, value = given_value

    corrected = with_value(claim, field, value)

    assert (corrected.id, corrected.anchor) == (claim.id, claim.anchor)
    if field is CorrectedField.ORIGIN:
        assert corrected.attribution[:-1] == claim.attribution[:-1] or value is None
        assert value is None or value_of(corrected, field) == value
    elif field is not CorrectedField.CLAIM:
        assert value_of(corrected, field) == value
    names = {"place": "places", "actor": "actors", "quantity": "quantities", "origin": "attribution"}
    touched = {names.get(field, str(field)), "read_as"}
    assert {one.name for one in fields(claim) if getattr(claim, one.name) != getattr(corrected, one.name)} <= touched


@given(claim=claims)
def test_a_type_that_is_set_twice_keeps_the_anchor_of_the_first_reading(claim: Claim) -> None:
    once = with_value(claim, CorrectedField.TYPE, EventType.STRIKE)

    assert with_value(once, CorrectedField.TYPE, EventType.ARREST).anchor == claim.anchor


def test_what_every_claim_has_cannot_be_rejected() -> None:
    with pytest.raises(ValueError, match="Every claim has a type"):
        no_value(CorrectedField.TYPE)
    assert no_value(CorrectedField.FACTUALITY) is Factuality.UNKNOWN


@given(given_value=field_values)
def test_a_correction_is_named_by_who_when_and_what(given_value: tuple[CorrectedField, FieldValue]) -> None:
    field, value = given_value
    one = Correction.of("r1:4-9:strike", field, value, by="Ann", at="2025-09-12")

    assert one == Correction.of("r1:4-9:strike", field, value, by="Ann", at="2025-09-12")
    assert one.id != Correction.of("r1:4-9:strike", field, value, by="Ben", at="2025-09-12").id
    assert replace(one, why="seen there").id == one.id
