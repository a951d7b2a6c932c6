"""docs/glossary.md explains every public class of the model and every word that its output can hold."""

import inspect
import re
from enum import StrEnum
from pathlib import Path

import pytest

import vedette.model
from vedette.model import (
    ActorRole,
    Change,
    Confidence,
    ConfidenceReason,
    EvidenceKind,
    Factuality,
    FeedKind,
    FieldSource,
    IndicatorKind,
    LevelReason,
    Likelihood,
    LinkKind,
    MeasureState,
    PlaceRole,
    ReasonKind,
    Section,
    SituationKind,
    SourceState,
    Stage,
    Trend,
    Verdict,
)
from vedette.model.period import Precision
from vedette.model.place import PlaceKind

GLOSSARY = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")
ENTRY = re.compile(r"^\*\*`(\w+)`\*\*: (.+?)(?=\n\n|\Z)", re.S | re.M)
ENTRIES = dict(ENTRY.findall(GLOSSARY))


def public_classes() -> set[str]:
    return {name for name in vedette.model.__all__ if inspect.isclass(getattr(vedette.model, name))}


def test_every_class_of_the_model_has_an_entry_and_no_entry_is_left_over() -> None:
    assert set(ENTRIES) == public_classes(), "Add to docs/glossary.md: **`Name`**: what it means"


@pytest.mark.parametrize("kind", [
    ActorRole, EvidenceKind, Factuality, FeedKind, FieldSource, LinkKind, PlaceKind, PlaceRole, Precision, Section,
    SituationKind, Stage, Verdict, Change, Confidence, ConfidenceReason, IndicatorKind, LevelReason, Likelihood,
    MeasureState, ReasonKind, SourceState, Trend,
], ids=lambda kind: kind.__name__)
def test_an_entry_names_every_word_of_its_kind(kind: type[StrEnum]) -> None:
    assert {str(word) for word in kind} <= set(re.findall(r"`(\w+)`", ENTRIES[kind.__name__]))


def test_terms_of_the_field_are_in_the_order_of_the_alphabet() -> None:
    terms = re.findall(r"^\*\*(.+?)\*\*:", GLOSSARY.partition("## Terms of the field")[2], re.M)
    assert terms == sorted(terms, key=str.casefold)
